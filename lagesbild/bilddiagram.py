"""Read: a picture's figures as charts, out of nothing but what its tables show."""

from lagesbild.diagram import Grupp, Varde, linjer, rutor
from lagesbild.sammanstallning import INGEN_UPPGIFT
from lagesbild.sammanstallning.tabeller import (
    TILL_OCH_MED,
    ar_mest_dold,
    hittills_note,
)

MINST = 2  # months or tertials that make a chart
HITTILLS = " hittills"
KORTA = {
    "månad": lambda ord_: ord_[:3].lower(),
    "tertial": lambda ord_: ord_.partition(TILL_OCH_MED)[0],
}


def bildens_diagram(underlag):
    """Return the charts (`Rutdiagram`) of an `Underlag`, in the page's order.

    Reported events year by year for each environment; by tertial beside the period
    before; and each series of statistics by month beside the period before.
    """
    blanketter = underlag.blanketter
    alla = [_ar_for_ar(blanketter), _tertialer(blanketter)] if blanketter else []
    alla += [_manader(serie) for serie in underlag.statistik]
    return tuple(filter(None, alla))


def _ar_for_ar(serie):
    kolumner = serie.totalt.kolumner
    har = [nr for nr in range(len(kolumner)) if _finns(serie.totalt.rader[0], nr)]
    if not har:
        return None
    har = har[::-1]  # the oldest to the left
    grupper = [
        Grupp(rad.rubrik, tuple(_varde(rad.celler[nr]) for nr in har), i_ord=_ord(rad))
        for rad in (*serie.totalt.rader, *serie.per_miljo.rader)
        if _ar_vard_att_rita(rad, har)
    ]
    ar = tuple(kolumner[nr] for nr in har)
    if not grupper:
        return None
    rubrik = f"{serie.raknar.capitalize()} per miljö"
    korta = tuple(ett.removesuffix(HITTILLS) for ett in ar)
    return rutor(rubrik, ar, grupper, nu="", korta=korta, noter=_hittills(serie))


def _hittills(serie):
    """Return in a sentence how far a series' figures of this period go."""
    if not serie.hittills:
        return ()
    return (hittills_note(serie.totalt.kolumner[0], serie.hittills),)


def _ar_vard_att_rita(rad, har):
    """Tell if a row has something to draw, or something hidden in the last period."""
    return rad.celler[har[-1]].text != "0" or any(rad.celler[nr].tal for nr in har)


def _tertialer(serie):
    return _mot_forra(rutor, serie, serie.per_tertial, "tertial")


def _manader(serie):
    return _mot_forra(linjer, serie, serie.per_manad, "månad") or _mot_forra(
        rutor, serie, serie.per_tertial, "tertial"
    )


def _mot_forra(rita, serie, tabell, tid):
    """Return a chart of this period beside the one before, or None without rows."""
    if len(tabell.rader) < MINST or not any(_finns(rad, 0) for rad in tabell.rader):
        return None
    har_forra = len(tabell.kolumner) > 1 and _har_nog(tabell, tid)
    grupp = Grupp(
        serie.namn,
        tuple(_varde(rad.celler[0]) for rad in tabell.rader),
        tuple(_varde(rad.celler[1]) for rad in tabell.rader) if har_forra else (),
        i_ord=_ord(serie.totalt.rader[0]),
        summa=serie.totalen.text,
    )
    nu, *forra = tabell.kolumner
    return rita(
        f"{serie.namn} per {tid}",
        tuple(rad.rubrik for rad in tabell.rader),
        [grupp],
        nu=nu,
        forr=forra[0] if har_forra else "",
        korta=tuple(map(KORTA[tid], (rad.rubrik for rad in tabell.rader))),
        noter=tabell.noter if tid == "tertial" else _hittills(serie),
    )


def _har_nog(tabell, tid):
    """Tell if the period before is worth drawing: of months, as of this period's own.

    Few points among hidden ones look like a line of something.
    """
    if tid == "månad":
        return not ar_mest_dold(tabell.rader, 1)
    return any(_finns(rad, 1) for rad in tabell.rader)


def _ord(rad):
    """Return a row's newest figure and the one before it, in words."""
    nu, *forra = rad.celler
    if not forra or forra[0].text == INGEN_UPPGIFT:
        return nu.text
    return f"{nu.text}, perioden före {forra[0].text}"


def _finns(rad, nr):
    return rad.celler[nr].text != INGEN_UPPGIFT


def _varde(cell):
    return None if cell.text == INGEN_UPPGIFT else Varde(cell.text, cell.tal)
