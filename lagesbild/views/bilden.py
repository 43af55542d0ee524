"""The page of one picture: everything that came in, and the texts beside it."""

from django.shortcuts import render

from lagesbild.models import Lagesbild
from vbeplan.organisation.behorighet import lasbar

BILDER = Lagesbild.objects.select_related("namnd")


def visa(request, namnd, ar):
    bild = lasbar(BILDER, request.user, namnd__kort=namnd, ar=ar)
    context = {
        "bild": bild,
        "aktuell_namnd": bild.namnd,
        "kan_redigera": bild.far_redigeras_av(request.user),
    }
    return render(request, "lagesbild/bild.html", context)
