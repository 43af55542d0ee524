"""Tidplan cells: the grammar's top rule, and what its clauses mean together."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from .aterkomst import las_aterkomst
from .hanvisning import folj, las_hanvisning
from .kalender import MAX_AR, MIN_AR, FinnsInteError
from .lexem import Lexem, lexemen
from .spann import Dagar, dagarna, las_lista, med_ar
from .tecken import grund, rensa, tokenisera
from .tidpunkt import hoppa
from .varden import Aterkommer, Precision, Tidplan, Tidtyp

_MAX_TECKEN = 2000
_MAX_TILLFALLEN = 12
_TOM = Tidplan(typ=Tidtyp.OKLAR)
_INGET = {"SLUT", "streck", "skilje"}
_SAKNAS = {"saknas", "n/a", "ej aktuellt", "inte aktuellt", "ej relevant"}


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
    if all(lexem.klass in _INGET for lexem in rad) or egna.lower() in _SAKNAS:
        return Tidplan(text=egna)
    resultat = _Lasning(rad, bas, ar).tidplan(egna)
    if mal and not (resultat.start or resultat.slut or resultat.fel):
        return folj(egna, mal, None, {}, _TOM)
    if resultat.forslag and tolka_tidplan(resultat.forslag, ar=ar).fel:
        return replace(resultat, forslag="")
    return resultat


class _Lasning:
    """One reading of a cell: clauses are collected first, then judged together."""

    def __init__(self, rad: list[Lexem], bas: str, ar: int) -> None:
        self.rad, self.bas, self.ar = rad, bas, ar
        self.dagar: list[Dagar] = []
        self.fran: Dagar | None = None
        self.till: Dagar | None = None
        self.start: date | None = None
        self.slut: date | None = None
        self.sagt: dict[str, int] = {}
        self.aterkommer = Aterkommer.INGEN
        self.fel: list[FinnsInteError] = []
        self._las()

    # -- reading ---------------------------------------------------------------

    def _las(self) -> None:
        i = djup = 0
        while self.rad[i].klass != "SLUT":
            djup += {"(": 1, ")": -1}.get(self.rad[i].klass, 0)
            i = self._led(i, inom=djup > 0)

    def _led(self, i: int, *, inom: bool) -> int:
        """Read the clause at ``i``; what is no clause is passed over word by word."""
        if traff := las_aterkomst(self.rad, i):
            if not self.aterkommer:
                self.aterkommer = traff[0]
            return traff[1]
        las = _LED.get(self.rad[i].klass)
        if las and (nasta := las(self, i)):
            return nasta
        if nasta := self._spann(i, inom=inom):
            return nasta
        if self.rad[i].klass == "VARJE":  # «varje nämndsmöte»
            self.sagt.setdefault("VILLKOR", i)
        return i + 1

    def _spann(self, i: int, *, inom: bool) -> int | None:
        traff = las_lista(self.rad, i, self.ar)
        if traff is None:
            return None
        start = i
        nya = self._los(traff[0])
        i = traff[1]
        if (inom and self.dagar) or self._bara_rapport(start):
            return i  # brackets explain the spell before them
        if nya and (oppet := self._oppet(i)):
            self.fran = self.fran or nya[0]
            return oppet
        self.dagar += nya
        return i

    def _bara_rapport(self, i: int) -> bool:
        """Whether the time at ``i`` is that of a check on something that runs on."""
        if "LOPANDE" not in self.sagt:
            return False
        while i and self.rad[i - 1].klass in ("I", "FYLL", "VILLKOR"):
            i -= 1
        forra = self.rad[i - 1] if i else self.rad[i]
        return forra.klass == "KANAL" or forra.rad.startswith(_RAPPORTORD)

    def _oppet(self, i: int) -> int | None:
        """«2025–», «2025 och framåt», «2025 – tills vidare»."""
        if self.rad[i].klass == "FRAMAT":
            return i + 1
        if self.rad[i].klass in ("streck", "TILL", "OCH"):
            klass = self.rad[i + 1].klass
            if klass == "LOPANDE" or (
                klass == "SLUT" and self.rad[i].klass == "streck"
            ):
                return i + 1
        return None

    def _los(self, lista: list) -> list[Dagar]:
        nya = []
        for par, ar in med_ar(lista, self.ar):
            try:
                nya.append(dagarna(par, ar, self.bas))
            except FinnsInteError as fel:
                self.fel.append(fel)
            except (ValueError, OverflowError):
                continue
        return nya

    def _notera(self, i: int) -> int:
        self.sagt.setdefault(self.rad[i].klass, i)
        return i + 1

    def _grans(self, i: int) -> tuple[list[Dagar], int] | None:
        """The time behind a word such as «t.o.m.», past other such words."""
        j = i + 1
        while self.rad[j].klass in _FORBI or self.rad[j].varde == "vid":
            j += 1
        if self.rad[j].rad == "jul" and self.rad[i].rad in _FORE_JUL:
            self.rad[j] = self.rad[j]._replace(klass="HOGTID", varde=(12, 24))
        traff = las_lista(self.rad, j, self.ar)
        if traff is None:
            return None
        return self._los(traff[0]), traff[1]

    def _fran(self, i: int) -> int:
        traff = self._grans(i)
        self._notera(i)
        if traff is None:
            return i + 1
        dagar, nasta = traff
        if dagar and self._ar_omfang(i, nasta):
            self.dagar += dagar
        elif dagar:
            self.fran = self.fran or dagar[0]
            self.start = self.start or dagar[0].forsta
        return self._oppet(nasta) or nasta

    def _ar_omfang(self, i: int, nasta: int) -> bool:
        """Whether «från X till Y» was read as one range."""
        return any(
            lexem.klass in ("TILL", "streck") for lexem in self.rad[i + 2 : nasta]
        )

    def _till(self, i: int) -> int | None:
        if self.rad[i].varde == "till" and self.rad[hoppa(self.rad, i + 1)].klass in (
            "ARSTID",
            "ord",
        ):
            return i + 1  # «till hösten» is the coming autumn, not a limit
        traff = self._grans(i)
        self._notera(i)
        if traff is None:
            return i + 1
        if traff[0]:
            self.till = traff[0][-1]
            self.slut = self.till.sista
        return traff[1]

    def _fore(self, i: int) -> int:
        traff = self._grans(i)
        if traff is None:
            self.sagt.setdefault("VILLKOR", i)
            return i + 1
        self.sagt.setdefault("TILL", i)
        if traff[0]:
            self.till = traff[0][0]
            dagen = self.till
            utgang = dagen.precision == Precision.DAG and "utgång" in self.bas.lower()
            self.slut = dagen.sista if utgang else dagen.forsta - timedelta(days=1)
        return traff[1]

    def _efter(self, i: int) -> int:
        traff = self._grans(i)
        if traff is None:
            self.sagt.setdefault("VILLKOR", i)
            return i + 1
        self.sagt.setdefault("FRAN", i)
        if traff[0]:
            self.fran = traff[0][-1]
            self.start = self.fran.sista + timedelta(days=1)
        return traff[1]

    def _inom(self, i: int) -> int:
        j = hoppa(self.rad, i + 1)
        if self.rad[j].klass == "ARET":
            return j
        if self._grans(i) is None:
            self.sagt.setdefault("VILLKOR", i)
            return i + 3
        return i + 1

    def _villkor(self, i: int) -> int:
        if self.rad[i].varde != "vid" or self._grans(i) is None:
            self.sagt.setdefault("VILLKOR", i)
        return i + 1

    def _ordinarie(self, i: int) -> int:
        """«inom ramen för ordinarie verksamhet» runs on."""
        self.sagt.setdefault("LOPANDE", i)
        return i + 1

    def _streck(self, i: int) -> int | None:
        """«–2027»: a range without a beginning; a dash and a space is a bullet."""
        return self._till(i) if i == 0 and self.rad[1].lim else None

    def _nekat(self, i: int) -> int:
        return i + 2

    # -- judging ---------------------------------------------------------------

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
                fel=" ".join(dict.fromkeys(fel.fel for fel in self.fel)),
                forslag=self._forslag(),
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
        spann = sorted({(d.start, d.slut) for d in self.dagar})[:_MAX_TILLFALLEN]
        luckor = any(b[0] - a[1] > timedelta(days=1) for a, b in pairwise(spann))
        return tuple(spann) if luckor and not (self.fran or self.till) else ()

    def _typ(self) -> Tidtyp:
        if "LOPANDE" in self.sagt:
            return Tidtyp.LOPANDE
        if self.aterkommer:
            return Tidtyp.ATERKOMMANDE
        if "GJORD" in self.sagt and self._gjort():
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

    def _forslag(self) -> str:
        if not all(fel.forslag for fel in self.fel):
            return ""
        nytt = self.bas
        for fel in sorted(self.fel, key=lambda fel: -fel.a):
            nytt = nytt[: fel.a] + fel.forslag + nytt[fel.b :]
        return nytt


_FORE_JUL = {"före", "innan", "efter", "inför", "till", "vid"}
_FORBI = {"FRAN", "TILL", "FORE", "EFTER", "KLAR", "FYLL", "I", "skilje", "kolon"}
_RAPPORTORD = (
    "uppföljning",
    "utvärdering",
    "avstämning",
    "redovis",
    "rapport",
    "återrapport",
    "slutrapport",
    "följs",
)
_LED = {
    "LOPANDE": _Lasning._notera,
    "ORDINARIE": _Lasning._ordinarie,
    "streck": _Lasning._streck,
    "PABORJAT": _Lasning._fran,
    "FRAN": _Lasning._fran,
    "TILL": _Lasning._till,
    "KLAR": _Lasning._till,
    "GJORD": _Lasning._notera,
    "FORE": _Lasning._fore,
    "INFOR": _Lasning._fore,
    "EFTER": _Lasning._efter,
    "INOM": _Lasning._inom,
    "VILLKOR": _Lasning._villkor,
    "NEG": _Lasning._nekat,
}
