"""The letters that the program has sent, and those that didn't go."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse

from vbeplan.organisation.behorighet import bara, redigerbar
from vbeplan.organisation.forms.brev import AdressForm
from vbeplan.organisation.models import Brev, Ratt
from vbeplan.organisation.post import (
    EFTER_DAD,
    skicka_alla_igen,
    skicka_vantande,
)

PER_SIDA = 50
RUBRIK = "Brev som programmet skickar"
SKICKAT = "Brevet har gått till {0.till}."
INTE = "Brevet gick inte fram. {0.fel} Programmet försöker igen av sig självt."
UPPGIVET = "Brevet gick inte att skicka. {0.fel}"
REDAN = "Brevet har redan gått, eller så skickas det just nu. Titta i listan."
ALLA_IGEN = "Försökte igen med {0} brev. Det som står kvar här säger varför."
SLANGT = "Brevet är slängt och skickas inte."


@bara(Ratt.SAMORDNARE, Ratt.FORVALTARE)
def brevlada(request):
    """List what has not gone, with what to do, and then what has.

    POST tries all that were given up anew.
    """
    if request.method == "POST":
        antal = skicka_alla_igen(Brev.objects.redigerbara(request.user))
        messages.info(request, ALLA_IGEN.format(antal))
        return redirect("brevlada")
    egna = Brev.objects.for_user(request.user).select_related("namnd")
    egna = egna.defer("bilaga", "text").order_by("-lagt", "pk")
    kvar = egna.kvar()
    klara = egna.avslutade().exclude(slag__in=Brev.PERSONLIGA)
    sida = Paginator(klara, PER_SIDA).get_page(request.GET.get("sida"))
    context = {
        "rubrik": RUBRIK,
        "ingress": "Brev som väntar skickas av sig själva. När ett brev har gått "
        "sparas att det gick, inte vad som stod i det.",
        "kvar": kvar[:PER_SIDA],
        "uppgivna": egna.gar_att_prova().count(),
        "sida": sida,
    }
    return render(request, "organisation/brevlada.html", context)


def brevet(request, pk):
    """Ask whether a letter is to be sent anew, and where; or not at all."""
    brev = redigerbar(Brev.objects.defer("bilaga", "text"), request.user, pk=pk)
    form = AdressForm(request.POST or None, brev=brev)
    if request.method == "POST" and "slang" in request.POST:
        brev.slang(av=request.user)
        messages.success(request, SLANGT)
        return redirect("brevlada")
    if request.method == "POST" and form.is_valid():
        _igen(request, brev, form.cleaned_data["till"])
        return redirect("brevlada")
    context = {
        "rubrik": brev.amne,
        "brev": brev,
        "form": form,
        "smulor": [(RUBRIK, reverse("brevlada"))],
    }
    return render(request, "organisation/brevet.html", context)


def _igen(request, brev, till):
    """Send it now, and say what became of it."""
    if not brev.forsok_igen(till):
        messages.warning(request, REDAN)
        return
    skicka_vantande(sekunder=EFTER_DAD)
    brev.refresh_from_db(fields=["status", "fel", "till"])
    if brev.status == Brev.Status.SKICKAT:
        messages.success(request, SKICKAT.format(brev))
    else:
        uppgivet = brev.status == Brev.Status.UPPGIVET
        messages.error(request, (UPPGIVET if uppgivet else INTE).format(brev))
