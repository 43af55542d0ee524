"""The clauses of a Tidplan cell: limits, spells, recurrences, conditions, states."""

from datetime import date, timedelta

from .aterkomst import las_aterkomst
from .kalender import FinnsInteError
from .lexem import Lexem
from .spann import Dagar, Par, dagarna, las_lista, med_ar
from .tidpunkt import hoppa
from .varden import Aterkommer


class Lasning:
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
        if self.rad[i].klass == "KANAL":
            return True
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
            if klass in ("LOPANDE", "FRAMAT") or (
                klass == "SLUT" and self.rad[i].klass == "streck"
            ):
                return i + 2 if klass == "FRAMAT" else i + 1
        return None

    def _los(self, lista: list[Par]) -> list[Dagar]:
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
        if dagar and dagar[0].omfang:
            self.dagar += dagar
        elif dagar:
            self.fran = self.fran or dagar[0]
            self.start = self.start or dagar[0].forsta
        return self._oppet(nasta) or nasta

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
            self.slut = self.till.forsta - timedelta(days=1)
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

    def _dygnet_runt(self, i: int) -> int | None:
        """«24/7» alone means around the clock, not 24 July."""
        orden = "".join(str(lexem.varde) for lexem in self.rad[i : i + 3])
        ensamt = i == 0 or self.rad[i - 1].klass in ("LOPANDE", "skilje", "(", "FYLL")
        if orden != "24/7" or not ensamt or self.rad[i + 3].klass not in _SLUTAR:
            return None
        self.sagt.setdefault("LOPANDE", i)
        return i + 3


_FORE_JUL = {"före", "innan", "efter", "inför", "till", "vid"}
_FORBI = {"FRAN", "TILL", "FORE", "EFTER", "KLAR", "FYLL", "I", "skilje", "kolon"}
_SLUTAR = {"SLUT", "skilje", ")"}
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
    "LOPANDE": Lasning._notera,
    "ORDINARIE": Lasning._ordinarie,
    "streck": Lasning._streck,
    "PABORJAT": Lasning._fran,
    "FRAN": Lasning._fran,
    "TILL": Lasning._till,
    "KLAR": Lasning._till,
    "GJORD": Lasning._notera,
    "FORE": Lasning._fore,
    "INFOR": Lasning._fore,
    "EFTER": Lasning._efter,
    "INOM": Lasning._inom,
    "VILLKOR": Lasning._villkor,
    "NEG": Lasning._nekat,
    "tal": Lasning._dygnet_runt,
}
