"""The trail of deeds, for those who answer for a board or for the city."""

from django.core.paginator import Paginator
from django.shortcuts import render

from vbeplan.organisation.behorighet import bara
from vbeplan.organisation.models import Ratt, Spar

PER_SIDA = 50


@bara(Ratt.SAMORDNARE, Ratt.FORVALTARE)
def spar(request):
    rader = Spar.objects.for_user(request.user).select_related("av", "namnd")
    sida = Paginator(rader, PER_SIDA).get_page(request.GET.get("sida"))
    context = {
        "spar": sida.object_list,
        "sida": sida,
        "rubrik": "Vem gjorde vad",
        "ingress": "När någon har skapat, läst in, delat eller tagit bort något, eller "
        "ändrat en roll, står det här. Vad som står i texterna sparas inte här.",
    }
    return render(request, "organisation/spar.html", context)
