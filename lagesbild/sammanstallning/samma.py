"""A year whose figures aren't all here, beside the same months of the year before.

Read out of shown figures alone (the year's total less the months that are shown, and
the like), so it tells nothing that the tables don't tell already.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings

from lagesbild.sammanstallning.period import TERTIALMANADER, Period
from lagesbild.sammanstallning.tabeller import INGEN


@dataclass(frozen=True)
class SammaManader:
    """`nar`: «januari–oktober 2026»; `nu` and `fore`: the counts, both shown ones."""

    nar: str
    manader: int
    nu: int
    ar_fore: str
    fore: int


def samma_manader(underlag, serie):
    """Return the `SammaManader` of a series that has a part of this year's months.

    None when all of them are here, when the year before isn't whole, or when a hidden
    number would be needed.
    """
    if tuple(serie.jamforbar[:2]) != (False, True):
        return None
    har = _manaderna(serie)
    fore = _under(serie, 1, har) if har else None
    nu = serie.totalen.tal
    if any(tal is None or 0 < tal < settings.SMATALSGRANS for tal in (nu, fore)):
        return None
    denna, forra = underlag.perioder[:2]
    nar = Period(denna.manader[har[0]], _sista_dagen(denna.manader[har[-1]]))
    return SammaManader(nar.manader_i_ord, len(har), nu, forra.etikett, fore)


def _manaderna(serie):
    """Return the numbers of the months that this year has, [] when some are skipped."""
    rader = serie.per_manad.rader
    if len(serie.per_manad.kolumner) < 2:
        return []
    har = [nr for nr, rad in enumerate(rader) if rad.celler[0] != INGEN]
    return har if har == list(range(len(har))) else []


def _under(serie, nr, har):
    """Return a period's count in some months; None when what is shown can't tell."""
    andra = [m for m in range(len(serie.per_manad.rader)) if m not in har]
    return _minst_ett(
        _summa(serie, nr, har),
        _mellan(serie.totalt.rader[0].celler[nr].tal, _summa(serie, nr, andra)),
    )


def _summa(serie, nr, manader):
    """Return the sum of some months, by thirds of the year where they are shown."""
    summa = 0
    for tertial in sorted({manad // TERTIALMANADER for manad in manader}):
        alla = range(tertial * TERTIALMANADER, (tertial + 1) * TERTIALMANADER)
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
    tal = [serie.per_manad.rader[manad].celler[nr].tal for manad in manader]
    return None if None in tal else sum(tal)


def _tertialet(serie, nr, tertial):
    rad = serie.per_tertial.rad(str(tertial + 1))
    return rad.celler[nr].tal if rad and nr < len(rad.celler) else None


def _mellan(hela, resten):
    return None if None in (hela, resten) else hela - resten


def _minst_ett(ett, annat):
    return annat if ett is None else ett


def _sista_dagen(manad):
    return (manad + timedelta(days=31)).replace(day=1) - timedelta(days=1)
