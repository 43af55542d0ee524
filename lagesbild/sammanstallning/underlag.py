"""Read: a picture's figures, series by series, as they may be shown."""

from collections import defaultdict

from lagesbild.models import Kallart, Statistikimport
from lagesbild.sammanstallning.bas import (
    blanketternas_tackning,
    seriens_tackning,
)
from lagesbild.sammanstallning.benamning import benamning
from lagesbild.sammanstallning.bilden import bild_av
from lagesbild.sammanstallning.handelser import Tal, blankettal, serietal
from lagesbild.sammanstallning.period import Period, perioder
from lagesbild.sammanstallning.publicerat import publicerat
from lagesbild.sammanstallning.serien import BLANKETTER, Serie
from lagesbild.sammanstallning.tabeller import Underlag

TIDIGARE = 3  # periods before this one


def underlag(lagesbild):
    """Return the picture's `Underlag` as it stands now: protected cells only.

    Earlier periods that have been published are shown as they were.
    """
    alla = _perioder(lagesbild)
    ute = publicerat(lagesbild, alla)
    serier = tuple(bild_av(serie, ute) for serie in _serierna(lagesbild, alla))
    return Underlag(str(lagesbild.namnd), lagesbild.ar, alla, serier)


def visat_underlag(lagesbild):
    """Return what a reader is shown: what was frozen when it is finished, else now."""
    fryst = lagesbild.frysningar.last() if lagesbild.ar_klar else None
    data = fryst.data.get("underlag") if fryst else None
    return Underlag.fran_json(data) if data else underlag(lagesbild)


def rakna(lagesbild, nyckel=BLANKETTER):
    """Return a series' raw totals in the order of `Underlag.perioder`.

    None where there is no figure. Only for sentences (lagesbild/barighet) that say
    nothing but shown figures.
    """
    alla = _perioder(lagesbild)
    serier = _serierna(lagesbild, alla)
    serie = next((s for s in serier if s.nyckel == nyckel), None)
    if serie is None:
        return tuple(None for _ in alla)
    return tuple(
        serie.tal[nr].totalt if tackning else None
        for nr, tackning in enumerate(serie.tackning)
    )


def _perioder(lagesbild):
    return perioder(Period(lagesbild.fran, lagesbild.till), TIDIGARE)


def _serierna(lagesbild, alla):
    """Return every `Serie` of the board with raw counts, the forms first."""
    namnd = lagesbild.namnd_id
    orden = benamning(namnd)
    tal = blankettal(namnd, alla)
    formular = Serie(
        BLANKETTER,
        "Blanketter",
        "händelser",
        Kallart.BLANKETTER.value,
        beror_pa_personal=True,
        perioder=alla,
        tal=[tal.get(nr, Tal()) for nr in range(len(alla))],
        tackning=blanketternas_tackning(namnd, alla),
        namnd=orden,
    )
    return [formular, *_statistiken(namnd, alla, orden)]


def _statistiken(namnd, alla, orden):
    importer = Statistikimport.objects.filter(serie__namnd=namnd)
    importer = importer.select_related("serie").defer("ersatte", "avvisade")
    spann, serier = defaultdict(list), {}
    for en in importer.order_by("serie__namn", "pk"):
        serier[en.serie_id] = en.serie
        spann[en.serie_id].append((en.fran, en.till))
    tal = serietal(serier, alla) if serier else {}
    return [
        Serie(
            f"serie-{pk}",
            serie.namn,
            serie.raknar,
            serie.art,
            beror_pa_personal=serie.beror_pa_personal,
            perioder=alla,
            tal=[tal.get((pk, nr), Tal()) for nr in range(len(alla))],
            tackning=seriens_tackning(spann[pk], alla),
            namnd=orden,
        )
        for pk, serie in serier.items()
    ]
