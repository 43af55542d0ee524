"""From tokens to lexemes: phrases are joined, words get their class from ordlista."""

from typing import NamedTuple

from .ordlista import FRASER, sammansatt
from .stavning import rattstavat
from .tecken import Token


class Lexem(NamedTuple):
    """A word or sign with its class and value; ``a`` and ``b`` are its characters.

    ``rad`` is the word as written in lower case; ``lim`` whether it is glued to the
    lexeme before.
    """

    klass: str
    varde: object
    a: int
    b: int
    lim: bool
    rad: str = ""


_INGET = {"SLUT", "streck", "skilje", "sned"}
_SAKNAS = {
    "saknas",
    "n/a",
    "n.a",
    "na",
    "ej aktuellt",
    "ej aktuell",
    "inte aktuellt",
    "ej relevant",
    "ej tillämpligt",
    "ingen",
    "inga",
    "inget",
    "ingen uppföljning",
    "ingen tidplan",
}
SLUT = Lexem("SLUT", "", 0, 0, False)


def lexemen(tokens: list[Token]) -> list[Lexem]:
    """The lexemes of a cell, ended by SLUT so that a look ahead is always safe."""
    lexem = []
    i, antal = 0, len(tokens)
    while i < antal:
        token = tokens[i]
        if token.slag != "ord":
            klass = "OCH" if token.slag == "och" else token.slag
            lexem.append(Lexem(klass, token.varde, token.a, token.b, token.lim))
            i += 1
            continue
        langd, klass, varde = _fras(tokens, i) or _del(tokens, i)
        sista = tokens[i + langd - 1]
        lexem.append(Lexem(klass, varde, token.a, sista.b, token.lim, token.varde))
        i += langd
    lexem += [SLUT] * 4
    return lexem


def ar_tom(rad: list[Lexem], egna: str) -> bool:
    """Whether a cell says that there is nothing to say: «–», «Ej aktuellt»."""
    if all(lexem.klass in _INGET for lexem in rad):
        return True
    return len(egna) < 20 and egna.lower().strip(" .!()") in _SAKNAS


def _fras(tokens: list[Token], i: int) -> tuple[int, str, object] | None:
    for resten, klass, varde in FRASER.get(tokens[i].varde, ()):
        if not resten:
            return 1, klass, varde
        if _foljer(tokens, i, resten):
            return 1 + len(resten), klass, varde
    return None


def _foljer(tokens: list[Token], i: int, resten: tuple[str, ...]) -> bool:
    efter = tokens[i + 1 : i + 1 + len(resten)]
    return len(efter) == len(resten) and all(
        token.slag == "ord" and token.varde == ord_
        for token, ord_ in zip(efter, resten, strict=True)
    )


def _del(tokens: list[Token], i: int) -> tuple[int, str, object]:
    """A compound, perhaps broken in two by a line end («verksamhetsupp följning»)."""
    ordet = tokens[i].varde
    if traff := sammansatt(ordet):
        return 1, *traff
    nasta = i + 1
    if nasta < len(tokens) and tokens[nasta].slag == "streck":
        nasta += 1
    if nasta < len(tokens) and tokens[nasta].slag == "ord":
        helt = ordet + tokens[nasta].varde
        hel_fras = [rad for rad in FRASER.get(helt, ()) if not rad[0]]
        if hel_fras and len(helt) > 5:
            return nasta + 1 - i, *hel_fras[0][1:]
        if traff := sammansatt(helt):
            return nasta + 1 - i, *traff
    return 1, *(rattstavat(ordet) or ("ord", ordet))
