"""Stops: what must not be removed for now. A board's are its coordinators', the city's
are the förvaltare's."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from blanketter.forms.gallring import GallringsstoppForm
from blanketter.models import Blankett, Gallringsklass, Gallringsstopp
from blanketter.views.gallring import sidram, vald_namnd
from vbeplan.organisation.behorighet import (
    bara,
    bara_forvaltare,
    lasbar,
    redigerbar,
)
from vbeplan.organisation.models import Namnd, Ratt

STOPP = Gallringsstopp.objects.select_related("namnd", "blankett", "av", "slappt_av")


@require_safe
@bara(Ratt.SAMORDNARE, Ratt.FORVALTARE)
def stoppen(request):
    namnd, namnder = vald_namnd(request)
    rader = STOPP.for_user(request.user).for_namnd(namnd)
    egna = set(rader.redigerbara(request.user).values_list("pk", flat=True))
    context = sidram(request, "Gallringsstopp", namnd, namnder) | {
        "galler": [(s, s.pk in egna) for s in rader if s.galler],
        "slut": [s for s in rader if not s.galler],
        "far_kommunen": request.user.ar_forvaltare,
    }
    return render(request, "blanketter/gallring/stoppen.html", context)


def nytt(request, namnd):
    """A stop for a board, or for a class of its texts."""
    namnd = get_object_or_404(Namnd.objects.samordnade_av(request.user), kort=namnd)
    ingress = (
        "Inget av det som du väljer gallras i nämnden så länge stoppet gäller. Det "
        "börjar gälla direkt."
    )
    klass = request.GET.get("klass", "")
    klass = klass if klass in Gallringsklass.values else ""
    stopp = Gallringsstopp(namnd=namnd, klass=klass)
    return _formular(request, stopp, "Nytt stopp", ingress)


@bara_forvaltare
def kommunens(request):
    """A stop for the whole city."""
    ingress = (
        "Inget av det som du väljer gallras i någon nämnd så länge stoppet gäller. Det "
        "börjar gälla direkt."
    )
    return _formular(request, Gallringsstopp(), "Stopp för hela kommunen", ingress)


def blankettens(request, pk):
    """A stop for one form."""
    rad = lasbar(Blankett.objects.select_related("namnd"), request.user, pk=pk)
    if rad.gallrad:
        messages.info(request, "Texten är redan gallrad och går inte att stoppa.")
        return redirect(rad)
    stopp = Gallringsstopp(namnd=rad.namnd, blankett=rad)
    ingress = (
        "Texten och dialogen gallras inte så länge stoppet gäller. Det börjar gälla "
        "direkt."
    )
    rubrik = f"Stoppa gallring av blankett {rad.regnr}"
    return _formular(request, stopp, rubrik, ingress, tillbaka=rad.get_absolute_url())


def _formular(request, stopp, rubrik, ingress, *, tillbaka=None):
    form = GallringsstoppForm(request.POST or None, instance=stopp)
    tillbaka = tillbaka or _listan(stopp.namnd)
    if form.is_valid():
        form.spara(av=request.user)
        messages.success(request, f"Stoppet gäller: {stopp}, {stopp.tid}.")
        return redirect(tillbaka)
    context = _under_stopp(request, rubrik, stopp.namnd) | {
        "form": form,
        "ingress": ingress,
        "spara": "Stoppa gallringen",
        "avbryt": tillbaka,
    }
    return render(request, "komponenter/formularsida.html", context)


def slapp(request, pk):
    rad = redigerbar(STOPP, request.user, pk=pk)
    if request.method == "POST":
        if rad.galler and not rad.slappt_av:
            rad.slapp(av=request.user)
        messages.success(request, f"Stoppet är släppt: {rad}.")
        return redirect(_listan(rad.namnd))
    context = _under_stopp(request, "Släpp stoppet?", rad.namnd) | {
        "fraga": f"{rad}. Skäl: {rad.skal}",
        "foljder": [
            "Stoppet gäller dagen ut",
            "Det som stoppet har hållit kvar förvarnas på nytt och gallras tidigast "
            "14 dagar efter det",
        ],
        "knapp": "Släpp stoppet",
        "avbryt": _listan(rad.namnd),
    }
    return render(request, "komponenter/ta_bort.html", context)


def _listan(namnd):
    efter = f"?namnd={namnd.kort}" if namnd else ""
    return reverse("gallring_stopp") + efter


def _under_stopp(request, rubrik, namnd):
    ram = sidram(request, rubrik, namnd, ())
    return ram | {"smulor": [*ram["smulor"], ("Gallringsstopp", _listan(namnd))]}
