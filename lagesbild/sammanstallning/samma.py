"""A year whose figures aren't all here, beside the same months of the year before.

As many of its months as can be told: all that are over, else whole tertials of them.

Read out of shown figures alone (the year's total less the months that are shown, and
the like), so it tells nothing that the tables don't tell already.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.utils.formats import date_format

from lagesbild.sammanstallning.period import MANADER_PER_AR, TERTIALMANADER, Period
from lagesbild.sammanstallning.tabeller import INGEN


@dataclass(frozen=True)
class SammaManader:
    """`nar`: «januari–oktober 2026»; `nu` and `fore`: the counts, both shown ones.

    `ar_alla`: they are all that has come in of the year so far.
    """

    nar: str
    manader: int
    nu: int
    ar_fore: str
    fore: int
    ar_alla: bool = True
    nar_fore: str = ""


def samma_manader(underlag, serie):
    """Return the `SammaManader` of a series that has a part of this year's months.

    None when all of them are here, when the year before isn't whole, or when a hidden
    number would be needed.
    """
    if len(underlag.perioder) < 2:
        return None
    return samma_av(serie, *underlag.perioder[:2])


def samma_av(serie, denna, forra):
    """Return the `SammaManader` of a series' two periods, or None."""
    hela_ar = len(denna.manader) % MANADER_PER_AR == 0
    if not hela_ar or serie.jamforbar[1:2] != (True,):
        return None
    hela, kanda = _manaderna(serie, denna)
    for antal in _langder(hela):
        nu = _under(serie, 0, antal, kanda)
        fore = _under(serie, 1, antal, len(denna.manader))
        if not any(t is None or 0 < t < settings.SMATALSGRANS for t in (nu, fore)):
            tider = [_de_forsta(period, antal) for period in (denna, forra)]
            nar, nar_fore = (tid.manader_i_ord for tid in tider)
            alla = antal == kanda
            return SammaManader(nar, antal, nu, forra.etikett, fore, alla, nar_fore)
    return None


def _langder(hela):
    """Return how many months to try, the most first: all, else whole tertials."""
    kortare = range(hela - 1, 0, -1)
    return [hela, *(n for n in kortare if n % TERTIALMANADER == 0)] if hela else []


def _manaderna(serie, denna):
    """Return how many months of this period are over, and how many it has so far."""
    if serie.hittills:
        namn = [manadsnamn(denna, manad) for manad in denna.manader]
        return serie.hela_manader, namn.index(serie.hittills) + 1
    if serie.jamforbar[0]:
        return 0, 0
    # Published before a picture kept them: they are read out of its table.
    har = [rad.celler[0] != INGEN for rad in serie.per_manad.rader]
    antal = sum(har)
    return (antal, antal) if all(har[:antal]) else (0, 0)


def manadsnamn(period, manad):
    """Return what a month is called, with its year where that isn't clear."""
    return date_format(manad, "F" if period.fran.year == period.till.year else "F Y")


def _under(serie, nr, antal, kanda):
    """Return a period's count in its first months; None when what is shown can't tell.

    `kanda`: how many there are in all.
    """
    return _minst_ett(
        _summa(serie, nr, range(antal), kanda),
        _mellan(
            serie.totalt.rader[0].celler[nr].tal,
            _summa(serie, nr, range(antal, kanda), kanda),
        ),
    )


def _summa(serie, nr, manader, kanda):
    """Return the sum of some months, by thirds of the year where they are shown."""
    summa = 0
    for tertial in sorted({manad // TERTIALMANADER for manad in manader}):
        slut = min((tertial + 1) * TERTIALMANADER, kanda)
        alla = range(tertial * TERTIALMANADER, slut)
        med = [manad for manad in alla if manad in manader]
        andra = [manad for manad in alla if manad not in manader]
        tal = _minst_ett(
            _ihop(serie, nr, med),
            _mellan(_tertialet(serie, nr, tertial), _ihop(serie, nr, andra)),
        )
        if tal is None:
            return None
        summa += tal
    return summa


def _ihop(serie, nr, manader):
    tal = [_manaden(serie, nr, manad) for manad in manader]
    return None if None in tal else sum(tal)


def _manaden(serie, nr, manad):
    rad = serie.per_manad.rad(f"{manad + 1:02}")
    return rad.celler[nr].tal if rad and nr < len(rad.celler) else None


def _tertialet(serie, nr, tertial):
    rad = serie.per_tertial.rad(str(tertial + 1))
    return rad.celler[nr].tal if rad and nr < len(rad.celler) else None


def _mellan(hela, resten):
    return None if None in (hela, resten) else hela - resten


def _minst_ett(ett, annat):
    return annat if ett is None else ett


def _de_forsta(period, antal):
    sist = period.manader[antal - 1]
    slut = (sist + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return Period(period.fran, slut)
