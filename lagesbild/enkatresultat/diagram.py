"""A question's shares as bars, beside last year's."""

from collections import Counter

from lagesbild.diagram import Andelsrad, Varde, andelar

RUBRIK = "Andel av dem som svarade"
FLEST = 4  # of an enkät's questions that are drawn in the picture
# What a picture most needs to tell, the most important first.
HUVUDFRAGOR = (
    "handelser",
    "kunskap_personal",
    "kunskap_ledare",
    "lokal_plan",
    "kontaktvag",
    "riktlinjer",
    "kunskap_egen",
    "utbildning",
)


def gemensam_jamforelse(resultat):
    """Return what most questions say of last year, to be said once, or ""."""
    ord_ = Counter(f.jamforelse for f in resultat.fragor if f.jamforelse)
    return ord_.most_common(1)[0][0] if ord_ else ""


def fragebilder(resultat):
    """Return [(Frageresultat, its Andelsdiagram or None)] of an Enkatresultat."""
    ar = resultat.ar
    return [(f, _diagram(f, ar) if f.rader else None) for f in resultat.fragor]


def huvudbilder(resultat):
    """Return `fragebilder` of the few main questions that a picture draws, in order."""
    visade = {f.kod for f in resultat.fragor if any(r.alla.andel for r in f.rader)}
    valda = [kod for kod in HUVUDFRAGOR if kod in visade][:FLEST]
    return [(f, _diagram(f, resultat.ar)) for f in resultat.fragor if f.kod in valda]


def _diagram(fraga, ar):
    rader = [
        Andelsrad(r.text, _varde(r.alla), _varde(r.forra) if r.forra else None)
        for r in fraga.rader
    ]
    return andelar(
        RUBRIK,
        rader,
        nu=str(ar),
        forr=str(ar - 1),
        budskap=f"{fraga.fraga} {fraga.sats}",
    )


def _varde(andel):
    return Varde(andel.text, andel.andel)
