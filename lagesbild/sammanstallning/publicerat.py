"""What is public already: a period is shown as it was when it was published."""

from dataclasses import dataclass

from django.conf import settings

from lagesbild.models import Frysning
from lagesbild.sammanstallning.serien import AXLAR
from lagesbild.sammanstallning.skydd import DOLD, manadskoder
from lagesbild.sammanstallning.tabeller import (
    INGEN,
    TILL_OCH_MED,
    Cell,
    Seriebild,
    Underlag,
)


def publicerat(lagesbild, perioder):
    """Return the `Publicerat` that concerns the periods, of every picture of the board.

    A later picture shows a period as the first one did, so any of them will do. What a
    picture's period was when it was published is known from its figures alone.
    """
    rader = Frysning.objects.filter(
        lagesbild__namnd=lagesbild.namnd_id,
        lagesbild__ar__gte=perioder[-1].fran.year,
    ).order_by("lagesbild__ar", "nummer")
    data = rader.values_list("data__underlag", flat=True)
    return Publicerat(perioder, [Underlag.fran_json(en) for en in data if en])


@dataclass(frozen=True)
class Kolumn:
    """One period in a published picture of a series."""

    serie: Seriebild
    nr: int

    def cell(self, tabell, kod):
        """Return a table's cell as it was; INGEN when it wasn't there.

        A threshold that has been raised since hides here what was shown, and the other
        parts of the same division, or the sum less those would tell it.
        """
        rad = getattr(self.serie, tabell).rad(kod)
        if rad is None or self.nr >= len(rad.celler):
            return INGEN
        cell = rad.celler[self.nr]
        if cell == INGEN or cell.tal == 0 or not self._har_blivit_sma(tabell):
            return cell
        if tabell == "totalt":
            return Cell(f"färre än {settings.SMATALSGRANS}")
        return DOLD

    def _har_blivit_sma(self, tabell):
        """Tell if a number that was shown in a table is small by now."""
        rader = getattr(self.serie, tabell).rader
        celler = (rad.celler[self.nr] for rad in rader if self.nr < len(rad.celler))
        return any(0 < (cell.tal or 0) < settings.SMATALSGRANS for cell in celler)


class Publicerat:
    """`kolumn` for the earlier periods, `kant` for those that are counted anew."""

    def __init__(self, perioder, frysta):
        self.denna, self.tidigare = perioder[0], perioder[1:]
        self.frysta = frysta

    def kolumn(self, nyckel, period):
        """Return how an earlier period of a series was shown, or None."""
        if period not in self.tidigare:
            return None
        return next(self._kolumner(nyckel, period), None)

    def kant(self, nyckel, period, tertial):
        """Return [[({axis: code}, number)]] of each publication of a period, with None
        for what it hid.

        The picture may have been published before, or stand in a later one. So may one
        of a period that has months in common with it: what differs between the two
        is then what happened in the other months, and must not be small either.
        """
        return [
            _visat(_cellerna(kolumn, egen, period, tertial))
            for kolumn, egen in self._med_gemensamt(nyckel, period)
        ]

    def _med_gemensamt(self, nyckel, period):
        for underlag in reversed(self.frysta):
            if serie := underlag.serie(nyckel):
                for nr, egen in enumerate(underlag.perioder):
                    if egen.fran <= period.till and period.fran <= egen.till:
                        yield Kolumn(serie, nr), egen

    def _kolumner(self, nyckel, period):
        for underlag in reversed(self.frysta):
            serie = underlag.serie(nyckel)
            if serie and period in underlag.perioder:
                yield Kolumn(serie, underlag.perioder.index(period))


def _visat(celler):
    """Return the cells of those divisions of which something was said."""
    celler = [(koder, cell) for koder, cell in celler if cell != INGEN]
    sagda = {tuple(koder) for koder, cell in celler if cell != DOLD or not koder}
    return [(koder, cell.tal) for koder, cell in celler if tuple(koder) in sagda]


def _cellerna(kolumn, egen, period, tertial):
    """Yield ({axis: code}, cell) of a column, as the control names them in a period.

    `egen` is the column's own period; of one that is another, only such months and
    tertials as are in both.
    """
    serie, nr = kolumn.serie, kolumn.nr
    for axel in AXLAR:
        for rad in getattr(serie, f"per_{axel}").rader:
            yield {axel: rad.kod}, rad.celler[nr]
    for rad in serie.totalt.rader:
        yield {}, rad.celler[nr]
    yield from _tiderna(kolumn, egen, period, tertial)
    if nr == 0:
        if egen == period:
            yield from _korsade(serie.per_miljo_och_tertial, "tertial", None)
        yield from _korsade(
            serie.per_miljo_och_delomrade, "delomrade", serie.per_delomrade
        )


def _tiderna(kolumn, egen, period, tertial):
    serie, nr = kolumn.serie, kolumn.nr
    # By its first month: one that goes on is the same tertial when it is over.
    koder = {manader[0]: kod for kod, manader in tertial}
    if nr < len(serie.per_tertial.kolumner):
        for rad in serie.per_tertial.rader:
            _, manader = egen.tertial[int(rad.kod) - 1]
            if manader[0] in koder:
                yield {"tertial": koder[manader[0]]}, rad.celler[nr]
    if nr < len(serie.per_manad.kolumner):
        for rad in serie.per_manad.rader:
            manad = egen.manader[int(rad.kod) - 1]
            if manad in period:
                yield manadskoder(tertial, manad), rad.celler[nr]


def _korsade(tabell, axel, namngiven):
    """Yield the crossed cells; a part of the board is known by its name in the head."""
    koder = {rad.rubrik: rad.kod for rad in namngiven.rader} if namngiven else {}
    for rad in tabell.rader:
        for kolumn, cell in zip(tabell.kolumner, rad.celler, strict=True):
            kod = koder.get(kolumn, kolumn).partition(TILL_OCH_MED)[0]
            yield {"miljo": rad.kod, axel: kod}, cell
