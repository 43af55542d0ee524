"""The page of one picture: everything that came in, and the texts beside it."""

from django.http import Http404
from django.shortcuts import render

from lagesbild.bildlage import namndens_platser, nasta_steg, steglista, varningar
from lagesbild.bildnyckel import fryst_innehall, sparat_innehall
from lagesbild.bildrader import bildrader
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
    if bild.ar_klar and (versioner := list(bild.frysningar.defer("data"))):
        context = _publicerad(bild, versioner[-1])
    else:
        context = _levande(bild, kan_redigera)
        versioner = context.pop("publicerade")
    context |= {
        "kan_redigera": kan_redigera,
        "kan_skriva": kan_redigera and not bild.ar_klar,
        "versioner": versioner,
        "tidigare_namnders": _tidigare_namnders(bild, request.user),
    }
    return render(request, "lagesbild/bild.html", context)


def _tidigare_namnders(bild, user):
    """Return the newest picture of each board that has become this one."""
    gamla = Lagesbild.objects.for_user(user).filter(
        namnd__efterfoljare=bild.namnd_id, ar__lte=bild.ar
    )
    nyast = {}
    for en in gamla.nyast_forst():
        nyast.setdefault(en.namnd_id, en)
    return list(nyast.values())


def _publicerad(bild, frysning):
    innehall = _innehallet(frysning)
    steg = {"steg": nasta_steg(bild, innehall), "steglista": steglista(bild)}
    return _ram(bild, innehall, frysning) | steg


def _levande(bild, kan_redigera):
    rader = bildrader(bild)
    innehall, _ = sparat_innehall(bild, rader)
    context = _ram(bild, innehall, None) | {"publicerade": rader.frysningar}
    if kan_redigera:
        platser = namndens_platser(rader)
        context |= {
            "steg": nasta_steg(bild, innehall, platser),
            "steglista": steglista(bild),
            "texter": [
                (*ett, varningar(ett[2], innehall, platser)) for ett in innehall.texter
            ],
        }
    return context


def version(request, namnd, ar, nummer):
    """Show what was published, as it was."""
    if nummer > 32767:  # no number that a database holds
        raise Http404
    sokt = {"lagesbild__namnd__kort": namnd, "lagesbild__ar": ar, "nummer": nummer}
    return _fryst(request, lasbar(FRYSNINGAR, request.user, **sokt))


def _fryst(request, frysning):
    bild, innehall = frysning.lagesbild, _innehallet(frysning)
    context = _ram(bild, innehall, frysning) | {"ar_version": True}
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
