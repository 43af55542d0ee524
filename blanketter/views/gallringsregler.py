"""The rules of retention, each with its decision: kept by the förvaltare, read by the
coordinators who work by them."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from blanketter.forms.gallring import GallringsregelForm
from blanketter.models import Gallringsklass, Gallringsregel
from blanketter.views.gallring import sidram, vald_namnd
from vbeplan.organisation.behorighet import bara, bara_forvaltare, lasbar, redigerbar
from vbeplan.organisation.models import Ratt

REGLER = Gallringsregel.objects.select_related("namnd", "inlagd_av", "avslutad_av")


@require_safe
@bara(Ratt.SAMORDNARE, Ratt.FORVALTARE)
def regler(request):
    namnd, _ = vald_namnd(request)
    rader = list(REGLER.for_user(request.user).order_by("-inlagd", "-pk"))
    galler = [regel for regel in rader if not regel.avslutad]
    context = sidram(request, "Gallringsregler", namnd, ()) | {
        "klasser": [
            (klass, [r for r in galler if r.klass == klass]) for klass in Gallringsklass
        ],
        "galler": galler,
        "avslutade": [regel for regel in rader if regel.avslutad],
        "far_andra": request.user.ar_forvaltare,
    }
    return render(request, "blanketter/gallring/regler.html", context)


@bara_forvaltare
def ny(request):
    ingress = (
        "Regeln bygger på ett beslut som redan är fattat. Ingenting gallras förrän "
        "nämndens samordnare har varit förvarnad i 14 dagar."
    )
    return _formular(request, "Ny gallringsregel", ingress)


@require_safe
def regel(request, pk):
    rad = lasbar(REGLER, request.user, pk=pk)
    namnd, _ = vald_namnd(request)
    context = _under_regler(request, str(rad), namnd) | {
        "regel": rad,
        "far_andra": request.user.ar_forvaltare and not rad.avslutad,
    }
    return render(request, "blanketter/gallring/regel.html", context)


def andra(request, pk):
    """Let another rule follow this one."""
    rad = redigerbar(REGLER, request.user, pk=pk)
    if rad.avslutad:
        messages.info(request, "Regeln är avslutad. Ändra den som gäller nu.")
        return redirect(rad)
    ingress = (
        f"Den nya regeln ersätter den som gäller nu: {rad.tid}, enligt {rad.beslut}. "
        "Den gamla finns kvar i listan, och allt som ska gallras förvarnas på nytt."
    )
    return _formular(request, f"Ändra: {rad}", ingress, efter=rad)


def _formular(request, rubrik, ingress, *, efter=None):
    form = GallringsregelForm(request.POST or None, efter=efter)
    if form.is_valid() and form.spara(av=request.user):
        ny_regel = form.instance
        messages.success(request, f"Regeln gäller nu. {ny_regel.exempel}")
        return redirect("gallring_regler")
    namnd, _ = vald_namnd(request)
    context = _under_regler(request, rubrik, namnd) | {
        "form": form,
        "ingress": ingress,
        "spara": "Låt regeln gälla",
        "avbryt": reverse("gallring_regler"),
    }
    return render(request, "komponenter/formularsida.html", context)


def avsluta(request, pk):
    rad = redigerbar(REGLER, request.user, pk=pk)
    if request.method == "POST":
        if not rad.avslutad:
            rad.avsluta(av=request.user)
        messages.success(request, f"Regeln är avslutad: {rad}.")
        return redirect("gallring_regler")
    namnd, _ = vald_namnd(request)
    context = _under_regler(request, "Avsluta regeln?", namnd) | {
        "fraga": f"{rad}: {rad.tid}, enligt {rad.beslut}.",
        "foljder": [
            "Texterna som regeln handlar om gallras inte längre, om inte kommunen har "
            "en regel för samma sak"
            if rad.namnd
            else "Texterna som regeln handlar om gallras bara i nämnder med en egen "
            "regel",
            "Det som redan är förvarnat stannar kvar",
            "Regeln och dess protokoll finns kvar i listan",
        ],
        "knapp": "Avsluta regeln",
        "avbryt": rad.get_absolute_url(),
    }
    return render(request, "komponenter/ta_bort.html", context)


def _under_regler(request, rubrik, namnd):
    ram = sidram(request, rubrik, namnd, ())
    lank = ("Gallringsregler", reverse("gallring_regler"))
    smulor = [s for s in ram["smulor"] if s[1] != lank[1]]
    return ram | {"smulor": [*smulor, lank]}
