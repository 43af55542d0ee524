"""References between rows: «Se ovan», «dito», «-"-», «Se 1», «Samma som punkt 3»."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple, TypeVar

from .lexem import Lexem, lexemen
from .tecken import grund, rensa, tokenisera
from .varden import Kanal, Tidplan, Tidtyp, Uppfoljning

Varde = TypeVar("Varde", Tidplan, Uppfoljning)
_UTFYLLNAD = {"FYLL", "I", "RADORD", "skilje", "(", ")", "kolon", "annat", "OCH"}
_MAX_FLER = 20
_MAX_TECKEN = 2000
_TECKEN = {"citat", "apostrof", "streck", "skilje"}


class Hanvisning(NamedTuple):
    """What a cell points at: the row above, or a row's number; neither is unknown.

    ``fler`` are the other rows of «Se 1 och 2».
    """

    ovan: bool = False
    nummer: int | None = None
    fler: tuple[int, ...] = ()

    @property
    def kand(self) -> bool:
        """Whether it says which row it points at."""
        return self.ovan or self.nummer is not None


def pekar_pa_rad(text: str) -> bool:
    """Whether a cell's words take their meaning from another row."""
    mal = las_hanvisning(lexemen(tokenisera(grund(rensa(text)[:_MAX_TECKEN]))))
    return bool(mal and mal.kand)


def las_hanvisning(rad: list[Lexem]) -> Hanvisning | None:
    """The reference that a cell consists of, or None when it is something else."""
    forsta = rad[0]
    if forsta.klass in ("DITO", "OVAN") or _dittotecken(rad):
        return Hanvisning(ovan=True)
    if forsta.klass not in ("SE", "VILLKOR") or forsta.rad not in _SE:
        return None
    return _malet(rad, bara_ovan=forsta.rad in ("enligt", "enl", "som"))


_SE = {"se", "samma", "detsamma", "jfr", "jämför", "enligt", "enl", "som"}


def _dittotecken(rad: list[Lexem]) -> bool:
    klasser = [lexem.klass for lexem in rad if lexem.klass != "SLUT"]
    ditto = "citat" in klasser or klasser.count("apostrof") >= 2
    return (ditto or klasser == ["skilje"] * 2) and set(klasser) <= _TECKEN


def _malet(rad: list[Lexem], *, bara_ovan: bool) -> Hanvisning | None:
    i = 1
    while rad[i].klass in _UTFYLLNAD:
        i += 1
    mal = rad[i]
    radord = any(lexem.klass == "RADORD" for lexem in rad[1:i])
    if mal.klass == "OVAN":
        return Hanvisning(ovan=True)
    if mal.klass == "tal" and len(mal.varde) <= 3 and (radord or not bara_ovan):
        if rad[i + 1].klass == "punkt":
            return Hanvisning()
        return Hanvisning(nummer=int(mal.varde), fler=_fler(rad, i))
    return None if bara_ovan and not radord else Hanvisning()


def _fler(rad: list[Lexem], i: int) -> tuple[int, ...]:
    """The numbers that follow the one at ``i``: «1, 2 och 4», «1–3»."""
    nummer: list[int] = []
    while len(nummer) < _MAX_FLER and _ar_nummer(rad[i + 2]):
        forra, nasta = int(rad[i].varde), int(rad[i + 2].varde)
        if rad[i + 1].klass in ("OCH", "skilje", "sned"):
            nummer.append(nasta)
        elif rad[i + 1].klass == "streck":
            nummer += range(forra + 1, min(nasta, forra + _MAX_FLER) + 1)
        else:
            break
        i += 2
    return tuple(nummer)


def _ar_nummer(lexem: Lexem) -> bool:
    return lexem.klass == "tal" and len(lexem.varde) <= 3


def folj(
    text: str,
    mal: Hanvisning,
    ovan: Varde | None,
    rader: Mapping[int, Varde],
    tom: Varde,
) -> Varde:
    """The value that a reference points at, or ``tom`` with a sentence in ``fel``.

    ``ovan`` and ``rader`` are values already resolved, so a chain of «Se ovan» ends at
    the first row's own words.
    """
    traff = ovan if mal.ovan else rader.get(mal.nummer)
    if traff is None or _saknas(traff):
        return replace(tom, text=text, fel=_ingen_traff(text, mal, traff))
    for nummer in mal.fler:
        annan = rader.get(nummer)
        if annan is None or _saknas(annan):
            fel = _ingen_traff(text, Hanvisning(nummer=nummer), annan)
            return replace(tom, text=text, fel=fel)
        if _betydelse(annan) != _betydelse(traff):
            return replace(tom, text=text, fel=_inte(text, "raderna säger olika saker"))
    hanvisning = traff.hanvisning or traff.text
    if traff.fel:
        fel = traff.fel
        if not fel.startswith("”"):
            fel = f"”{text}” pekar på ”{hanvisning}”. {fel}"
        return replace(traff, text=text, hanvisning=hanvisning, fel=fel, forslag="")
    return replace(traff, text=text, hanvisning=hanvisning)


def _betydelse(varde: Varde) -> Varde:
    return replace(varde, text="", hanvisning="")


def _saknas(varde: Tidplan | Uppfoljning) -> bool:
    if isinstance(varde, Tidplan):
        return varde.typ == Tidtyp.SAKNAS
    return varde.kanal == Kanal.SAKNAS


def _ingen_traff(text: str, mal: Hanvisning, traff: object) -> str:
    if mal.ovan:
        plats = "rutan ovanför är tom" if traff else "det finns ingen rad ovanför"
    elif mal.nummer is not None:
        plats = f"rad {mal.nummer} är tom" if traff else f"rad {mal.nummer} finns inte"
    else:
        plats = "det går inte att avgöra vilken rad som menas"
    return _inte(text, plats)


def _inte(text: str, skal: str) -> str:
    return f"”{text}” går inte att följa: {skal}."
