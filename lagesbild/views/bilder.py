"""The pictures: the way to the newest, the list of years, a new one."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from lagesbild.forms.bild import NyBildForm
from lagesbild.handlingar.ge_kallor import ge_kallor
from lagesbild.models import Lagesbild
from lagesbild.models.bild import planens_ar
from vbeplan.organisation.behorighet import bara_samordnare
from vbeplan.organisation.models import Ratt

PER_SIDA = 25


def lagesbilder(request):
    """Lead to the newest picture that is hers, or to the list."""
    egna = Lagesbild.objects.for_user(request.user).filter(
        namnd__in=request.user.namnd_id(Ratt.SAMORDNARE)
    )
    return redirect(egna.nyast_forst().first() or "lagesbilder_alla")


def alla(request):
    rader = Lagesbild.objects.for_user(request.user).nyast_forst()
    sida = Paginator(rader, PER_SIDA).get_page(request.GET.get("sida"))
    kan_skapa = any(m.ratt == Ratt.SAMORDNARE for m in request.user.medlemskapen)
    context = {
        "bilder": sida.object_list,
        "sida": sida,
        "rubrik": "Lägesbilder",
        "kan_skapa": kan_skapa,
        "ny": reverse("lagesbild_ny") if kan_skapa and sida.object_list else "",
        "ny_text": "Ny lägesbild",
    }
    return render(request, "lagesbild/bilder.html", context)


@bara_samordnare
def ny(request):
    bild = Lagesbild.ny(None, planens_ar(timezone.localdate()))
    form = NyBildForm(request.POST or None, user=request.user, instance=bild)
    if form.is_valid():
        bild = form.spara(av=request.user)
        ge_kallor(bild)
        messages.success(request, "Lägesbilden är påbörjad. Börja med källorna.")
        return redirect(bild)
    context = {
        "form": form,
        "rubrik": "Ny lägesbild",
        "ingress": "Välj vilket års plan den är till för. Källorna följer med från "
        "nämndens förra lägesbild, eller från stadens lista.",
        "spara": "Börja på lägesbilden",
        "smulor": [("Lägesbilder", reverse("lagesbilder_alla"))],
        "avbryt": reverse("lagesbilder_alla"),
    }
    return render(request, "komponenter/formularsida.html", context)
