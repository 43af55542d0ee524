"""The page of one picture: everything that came in, and the texts beside it."""

from django.http import Http404
from django.shortcuts import render

from lagesbild.bildlage import namndens_platser, nasta_steg, steglista, varningar
from lagesbild.bildnyckel import fryst_innehall, sparat_innehall
from lagesbild.models import Frysning, Lagesbild
from vbeplan.organisation.behorighet import lasbar

BILDER = Lagesbild.objects.select_related("namnd")
FRYSNINGAR = Frysning.objects.select_related("lagesbild__namnd").defer("data")


def visa(request, namnd, ar):
    """Show the picture as it stands; to readers as it was last published."""
    sokt = {"namnd__kort": namnd, "ar": ar}
    bild = BILDER.for_user(request.user).filter(**sokt).first()
    if bild is None:
        sokt = {f"lagesbild__{falt}": varde for falt, varde in sokt.items()}
        return _fryst(request, lasbar(FRYSNINGAR.senaste(), request.user, **sokt))
    kan_redigera = bild.far_redigeras_av(request.user)
    frysning = bild.frysningar.defer("data").last() if bild.ar_klar else None
    innehall = _innehallet(frysning) if frysning else sparat_innehall(bild)[0]
    context = _ram(bild, innehall, frysning)
    context |= {
        "kan_redigera": kan_redigera,
        "kan_skriva": kan_redigera and not bild.ar_klar,
        "versioner": list(bild.frysningar.defer("data")),
    }
    if kan_redigera:
        platser = namndens_platser(bild.namnd)
        context |= {
            "steg": nasta_steg(bild, innehall),
            "steglista": steglista(bild),
            "texter": [
                (*ett, varningar(ett[2], innehall, platser)) for ett in innehall.texter
            ],
        }
    return render(request, "lagesbild/bild.html", context)


def version(request, namnd, ar, nummer):
    """Show what was published, as it was."""
    if nummer > 32767:  # no number that a database holds
        raise Http404
    sokt = {"lagesbild__namnd__kort": namnd, "lagesbild__ar": ar, "nummer": nummer}
    return _fryst(request, lasbar(FRYSNINGAR, request.user, **sokt))


def _fryst(request, frysning):
    bild, innehall = frysning.lagesbild, _innehallet(frysning)
    context = _ram(bild, innehall, frysning)
    return render(request, "lagesbild/bild.html", context)


def _innehallet(frysning):
    return fryst_innehall(frysning.pk, frysning.sha256)


def _ram(bild, innehall, frysning):
    return {
        "bild": bild,
        "innehall": innehall,
        "diagram": innehall.diagram,
        "texter": [(*ett, ()) for ett in innehall.texter],
        "frysning": frysning,
        "aktuell_namnd": bild.namnd,
    }
