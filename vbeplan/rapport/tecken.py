"""Characters that the shipped fonts cannot draw, found before the page is set.

A missing glyph is forbidden in PDF/A, and a system font in its place would make the
PDF look different on every machine. So what the fonts lack becomes an empty box, which
a reader sees as a gap, and marks that only steer text direction disappear.
"""

import functools
import unicodedata
from pathlib import Path

TYPSNITT = Path(__file__).resolve().parents[2] / "static" / "rapport" / "fonts"
MATT = TYPSNITT / "SourceSans3-Regular.ttf"
RUTA = "\N{WHITE SQUARE}"
BEHALL = "\t\n\r\N{SOFT HYPHEN}\N{NO-BREAK SPACE}"


def bara_tackta(text: str) -> str:
    """The text (or HTML) with each character drawable: NFC, boxes for the rest."""
    text = unicodedata.normalize("NFC", text)
    byten = {ord(tecken): _ersattning(tecken) for tecken in set(text)}
    return text.translate(byten)


def otackta(text: str) -> str:
    """The characters of `text` that will be printed as an empty box, sorted."""
    text = unicodedata.normalize("NFC", text)
    return "".join(sorted(t for t in set(text) if _ersattning(t) == RUTA != t))


def _ersattning(tecken: str) -> str:
    if tecken in BEHALL or ord(tecken) in _tackning():
        return tecken
    if unicodedata.category(tecken) in ("Cc", "Cf", "Cs", "Mn"):
        return ""
    if unicodedata.category(tecken) == "Zs":
        return " "
    platt = unicodedata.normalize("NFKC", tecken)
    if platt != tecken and all(ord(t) in _tackning() for t in platt):
        return platt
    return RUTA


@functools.cache
def _tackning() -> frozenset[int]:
    from fontTools.ttLib import TTFont

    with TTFont(MATT, lazy=True) as typsnitt:
        return frozenset(typsnitt.getBestCmap())
