"""Other boards' results: what has been given to us, by hand or by file."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render

from lagesbild.enkatfragor.lista import enkatversion_gallande
from lagesbild.enkatresultat.rakna import koder_i
from lagesbild.forms.andras_resultat import AndrasFilForm, AndrasForm
from lagesbild.handlingar.andras_resultat import spara, ta_bort, ta_in
from lagesbild.handlingar.enkatfragor import STADENS
from lagesbild.models import AnnatResultat
from lagesbild.views.sida import bildram, redigerbar_bild, under
from vbeplan.organisation.behorighet import redigerbar

RUBRIK = "Andra nämnders enkätresultat"
RADER = AnnatResultat.objects.select_related("lagesbild__namnd")


def _fragorna():
    """Return the city's questions with choices, those that have gone out too."""
    return [f for f in STADENS.tidigare().values() if koder_i(f)]


def _fragan(kod):
    for fraga in _fragorna():
        if fraga["kod"] == kod:
            return fraga
    raise Http404


def alla(request, namnd, ar):
    bild = redigerbar_bild(request, namnd, ar)
    form = AndrasFilForm(
        request.POST or None, request.FILES or None, bild=bild, fragor=_fragorna()
    )
    avvisade = []
    if request.method == "POST" and form.is_valid():
        ta_in(bild, form.intag.resultat, av=request.user)
        avvisade = form.intag.avvisade
        _saga(request, form.intag.resultat)
        if not avvisade:
            return redirect("andras", namnd, ar)
    context = bildram(bild, RUBRIK) | {
        "form": form,
        "avvisade": avvisade,
        "rader": _rader(bild),
        "fragor": enkatversion_gallande().fragor,
    }
    return render(request, "lagesbild/andras.html", context)


def _saga(request, resultat):
    if not resultat:
        messages.warning(request, "Inget ur filen togs in. Varför står under filen.")
        return
    namnder = ", ".join(sorted({r.fran for r in resultat}))
    antal = "1 fråga" if len(resultat) == 1 else f"{len(resultat)} frågor"
    messages.success(request, f"Svaren på {antal} från {namnder} är inlagda.")


def _rader(bild):
    """Return (AnnatResultat, the question's words, how many answered) for the list."""
    ord_ = {f["kod"]: f["fraga"] for f in _fragorna()}
    rader = bild.andras_resultat.order_by("fran", "pk")
    return [(rad, ord_.get(rad.fraga, rad.fraga)) for rad in rader]


def ny(request, namnd, ar, fraga):
    bild = redigerbar_bild(request, namnd, ar)
    fragan = _fragan(fraga)
    form = AndrasForm(request.POST or None, bild=bild, fraga=fragan)
    return _formularet(request, bild, form)


def andra(request, pk):
    rad = redigerbar(RADER, request.user, pk=pk)
    bild, fragan = rad.lagesbild, _fragan(rad.fraga)
    form = AndrasForm(request.POST or None, bild=bild, fraga=fragan, rad=rad)
    return _formularet(request, bild, form)


def _formularet(request, bild, form):
    if form.is_valid():
        spara(form.som_rad(), av=request.user)
        messages.success(request, "Svaren är sparade.")
        return redirect("andras", bild.namnd.kort, bild.ar)
    context = bildram(
        bild, f"Andras svar: {form.fraga['fraga']}", (RUBRIK, under(bild, "andras"))
    ) | {
        "form": form,
        "ingress": "Skriv antalen som nämnden visar dem. Lämna ett svar tomt om det "
        "inte visas.",
        "avbryt": under(bild, "andras"),
    }
    return render(request, "komponenter/formularsida.html", context)


def bort(request, pk):
    rad = redigerbar(RADER, request.user, pk=pk)
    bild, till = rad.lagesbild, under(rad.lagesbild, "andras")
    if request.method == "POST":
        ta_bort(rad, av=request.user)
        messages.success(request, "Svaren är borttagna.")
        return redirect(till)
    context = bildram(bild, f"Ta bort svaren från {rad.fran}?", (RUBRIK, till)) | {
        "foljder": [f"Svaren på ”{_fragan(rad.fraga)['fraga']}”"],
        "avbryt": till,
    }
    return render(request, "komponenter/ta_bort.html", context)
