"""Read: the parts of a board's district side by side, as its figures may be shown.

A board that two have become one of keeps both pictures readable: a column for each.
"""

from lagesbild.diagram.former import Tabell
from lagesbild.sammanstallning import INGEN_UPPGIFT

MINST = 2


def sida_vid_sida(underlag):
    """Return a `Tabell` with a column for each part, or None when there are none.

    A row for each series and period that has figures by part, then for each
    environment of this period.
    """
    delar = _delarna(underlag)
    if len(delar) < MINST:
        return None
    rader = [rad for serie in underlag.serier for rad in _serien(serie, delar)]
    if not rader:
        return None
    return Tabell.av("Delområdena sida vid sida", tuple(delar.values()), rader)


def _delarna(underlag):
    """Return {code: words} of all parts, in the order they come."""
    return {
        rad.kod: rad.rubrik
        for serie in underlag.serier
        for rad in serie.per_delomrade.rader
    }


def _serien(serie, delar):
    celler = {rad.kod: rad.celler for rad in serie.per_delomrade.rader}
    for nr, period in enumerate(serie.per_delomrade.kolumner):
        rad = [
            celler[kod][nr].text if kod in celler else INGEN_UPPGIFT for kod in delar
        ]
        if any(text != INGEN_UPPGIFT for text in rad):
            yield f"{serie.namn}, {period}", tuple(rad)
    korsad = serie.per_miljo_och_delomrade
    for miljo in korsad.rader:
        har = dict(zip(korsad.kolumner, miljo.celler, strict=True))
        rad = [
            har[ord_].text if ord_ in har else INGEN_UPPGIFT for ord_ in delar.values()
        ]
        if any(text not in (INGEN_UPPGIFT, "0") for text in rad):
            yield f"{serie.namn}: {miljo.rubrik.lower()}", tuple(rad)
