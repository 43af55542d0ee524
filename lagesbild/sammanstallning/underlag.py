"""Read: a picture's figures, series by series, as they may be shown."""

from collections import defaultdict

from django.utils import timezone

from lagesbild.bildrader import bildrader
from lagesbild.models import Kallart
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
MINST_PERIODER = 2  # this one and the one before, also when nothing is known of it


def underlag(lagesbild, rader=None):
    """Return the picture's `Underlag` as it stands now: protected cells only.

    Earlier periods that have been published are shown as they were. `rader`: the
    picture's `Bildrader`, when they have been read.
    """
    serier = _serierna(rader or bildrader(lagesbild))
    alla = serier[0].perioder
    ute = publicerat(lagesbild, alla)
    bilder = tuple(bild_av(serie, ute) for serie in serier)
    return Underlag(str(lagesbild.namnd), lagesbild.ar, alla, bilder)


def visat_underlag(lagesbild):
    """Return what is shown: what was frozen when the picture is finished, else now."""
    fryst = lagesbild.frysningar.last() if lagesbild.ar_klar else None
    return fryst_underlag(fryst) if fryst else underlag(lagesbild)


def fryst_underlag(frysning):
    """Return what a `Frysning` showed; an empty one when it held no figures."""
    if data := frysning.data.get("underlag"):
        return Underlag.fran_json(data)
    bild = frysning.lagesbild
    return Underlag(str(bild.namnd), bild.ar, (Period(bild.fran, bild.till),), ())


def rakna(lagesbild, nyckel=BLANKETTER):
    """Return a series' raw totals in the order of `Underlag.perioder`.

    None where there is no figure. Only for sentences (lagesbild/barighet) that say
    nothing but shown figures.
    """
    serier = _serierna(bildrader(lagesbild))
    serie = next((s for s in serier if s.nyckel == nyckel), None)
    if serie is None:
        return tuple(None for _ in serier[0].perioder)
    return tuple(
        serie.tal[nr].totalt if tackning else None
        for nr, tackning in enumerate(serie.tackning)
    )


def _serierna(rader):
    """Return every `Serie` of the board with raw counts, the forms first.

    The oldest periods are left out when no series has anything of them.
    """
    bild = rader.lagesbild
    alla = perioder(Period(bild.fran, bild.till), TIDIGARE)
    orden = benamning(rader.versioner, rader.delomraden)
    tal = blankettal(bild.namnd_id, alla)
    formular = Serie(
        BLANKETTER,
        "Blanketter",
        "händelser",
        Kallart.BLANKETTER.value,
        beror_pa_personal=True,
        perioder=alla,
        tal=[tal.get(nr, Tal()) for nr in range(len(alla))],
        tackning=blanketternas_tackning(
            rader.forsta_blankett, alla, timezone.localdate()
        ),
        namnd=orden,
    )
    serier = [formular, *_statistiken(rader.importer, alla, orden)]
    med = [nr for serie in serier for nr, tackt in enumerate(serie.tackning) if tackt]
    antal = max([MINST_PERIODER - 1, *med]) + 1
    return [serie.forsta_perioderna(antal) for serie in serier]


def _statistiken(importer, alla, orden):
    spann, serier = defaultdict(list), {}
    for en in importer:
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
