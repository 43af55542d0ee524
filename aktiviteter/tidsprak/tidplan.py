"""Tidplan cells: the grammar's top rule, and what its clauses mean together."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from .hanvisning import folj, las_hanvisning
from .kalender import MAX_AR, MIN_AR, FinnsInteError, felmening, rattad
from .led import Lasning
from .lexem import ar_tom, lexemen
from .tecken import grund, rensa, tokenisera
from .varden import Precision, Tidplan, Tidtyp

_MAX_TECKEN = 2000
_MAX_TILLFALLEN = 12
_TOM = Tidplan(typ=Tidtyp.OKLAR)


def tolka_tidplan(
    text: str,
    *,
    ar: int,
    ovan: Tidplan | None = None,
    rader: Mapping[int, Tidplan] | None = None,
) -> Tidplan:
    """Read a Tidplan cell.

    ``ar`` is the plan's year (1900–2199) and gives «hösten» its year. ``ovan`` is the
    value of the row above, ``rader`` those of the numbered rows, for «Se ovan» and
    «Se 1». Any string is accepted; what cannot be read gets ``typ`` oklar, what cannot
    be true gets ``fel``. Only the first 2000 characters are read, all are kept.
    """
    if not MIN_AR < ar < MAX_AR:
        raise ValueError(f"Planens år måste ligga mellan {MIN_AR} och {MAX_AR}.")
    egna = rensa(text)
    bas = grund(egna[:_MAX_TECKEN])
    rad = lexemen(tokenisera(bas))
    mal = las_hanvisning(rad)
    if mal and mal.kand:
        return folj(egna, mal, ovan, rader or {}, _TOM)
    if ar_tom(rad, egna):
        return Tidplan(text=egna)
    resultat = _Bedomning(rad, bas, ar).tidplan(egna)
    if mal and resultat.typ == Tidtyp.OKLAR and not resultat.fel:
        return folj(egna, mal, None, {}, _TOM)
    if resultat.forslag and not _hel(resultat.forslag, egna, ar):
        return replace(resultat, forslag="")
    return resultat


def _hel(forslag: str, egna: str, ar: int) -> bool:
    """Whether a suggestion is the whole wording and is itself without fault."""
    rad = lexemen(tokenisera(forslag))
    return (
        len(egna) <= _MAX_TECKEN and not _Bedomning(rad, forslag, ar).tidplan(egna).fel
    )


class _Bedomning(Lasning):
    """What the clauses of a cell mean together."""

    def tidplan(self, text: str) -> Tidplan:
        """The value of all the clauses together."""
        self._hull()
        if self.start and self.slut and self.start > self.slut and not self.fel:
            self.fel.append(
                FinnsInteError(
                    f"Slutet ({self.slut}) ligger före början ({self.start})."
                )
            )
        typ = self._typ()
        if self.fel:
            return Tidplan(
                text=text,
                typ=typ,
                aterkommer=self.aterkommer,
                fel=felmening(self.fel),
                forslag=rattad(self.bas, self.fel),
            )
        return Tidplan(
            text=text,
            typ=typ,
            start=self.start,
            slut=self.slut,
            precision=self._precision() if self.start or self.slut else Precision.INGEN,
            aterkommer=self.aterkommer,
            tillfallen=self._tillfallen(),
        )

    def _hull(self) -> None:
        """Let bounds and spells add up to one start and one end."""
        gjort = min(self.sagt.get("KLAR", -1), len(self.rad))
        if gjort >= 0 and self.dagar and not self.slut:
            self.till = self.dagar.pop()
            self.slut = self.till.sista
        if not self.start and self.fran:
            self.start = self.fran.forsta
        if not self.dagar:
            return
        if not self.start:
            self.start = min(d.start for d in self.dagar)
        if not self.slut:
            self.slut = max(d.slut for d in self.dagar)

    def _precision(self) -> Precision:
        alla = [*self.dagar, *filter(None, (self.fran, self.till))]
        ordning = list(Precision)
        return min((d.precision for d in alla), key=ordning.index)

    def _tillfallen(self) -> tuple[tuple[date, date], ...]:
        spann: list[tuple[date, date]] = []
        for dagar in sorted(self.dagar, key=lambda d: (d.start, -d.slut.toordinal())):
            if not spann or dagar.slut > spann[-1][1]:
                spann.append((dagar.start, dagar.slut))
        luckor = any(b[0] - a[1] > timedelta(days=1) for a, b in pairwise(spann))
        ensamma = luckor and not (self.fran or self.till)
        return tuple(spann[:_MAX_TILLFALLEN]) if ensamma else ()

    def _typ(self) -> Tidtyp:
        if "LOPANDE" in self.sagt:
            return Tidtyp.LOPANDE
        if self.aterkommer:
            return Tidtyp.ATERKOMMANDE
        efter = self.sagt.get("VILLKOR", len(self.rad))  # «efter avslutad insats»
        if self.sagt.get("GJORD", efter) < efter and self._gjort():
            return Tidtyp.AVSLUTAD
        if "VILLKOR" in self.sagt and (
            not (self.start or self.slut) or self.sagt["VILLKOR"] == 0
        ):
            return Tidtyp.VILLKOR
        if "PABORJAT" in self.sagt and not self.start:
            return Tidtyp.LOPANDE
        klart = "KLAR" in self.sagt and "TILL" not in self.sagt
        if klart and self.slut and self.slut.year < self.ar and not self.fel:
            return Tidtyp.AVSLUTAD  # «klart 2024» in the plan for 2025
        return self._typ_av_dagar()

    def _gjort(self) -> bool:
        return not self.slut or self.slut.year < self.ar or self.start is not None

    def _typ_av_dagar(self) -> Tidtyp:
        if self.fel:
            if self.dagar or ("TILL" in self.sagt and "FRAN" in self.sagt):
                return Tidtyp.OKLAR
            if "TILL" in self.sagt:
                return Tidtyp.TILL_OCH_MED
            return Tidtyp.FRAN_OCH_MED if "FRAN" in self.sagt else Tidtyp.OKLAR
        if self.start and self.slut:
            en_dag = self.start == self.slut
            return Tidtyp.DATUM if en_dag else Tidtyp.PERIOD
        if self.slut:
            return Tidtyp.TILL_OCH_MED
        if self.start:
            return Tidtyp.FRAN_OCH_MED
        return Tidtyp.AVSLUTAD if "KLAR" in self.sagt else Tidtyp.OKLAR
