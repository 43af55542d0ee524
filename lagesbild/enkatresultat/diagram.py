"""A question's shares as bars, beside last year's."""

from collections import Counter

from lagesbild.diagram import Andelsrad, Varde, andelar

RUBRIK = "Andel av dem som svarade"


def gemensam_jamforelse(resultat):
    """Return what most questions say of last year, to be said once, or ""."""
    ord_ = Counter(f.jamforelse for f in resultat.fragor if f.jamforelse)
    return ord_.most_common(1)[0][0] if ord_ else ""


def fragebilder(resultat):
    """Return [(Frageresultat, its Andelsdiagram or None)] of an Enkatresultat."""
    ar = resultat.ar
    return [(f, _diagram(f, ar) if f.rader else None) for f in resultat.fragor]


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
