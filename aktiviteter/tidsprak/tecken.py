"""From a cell's characters to tokens: cleaning and the tokeniser."""

import re
from typing import NamedTuple
from unicodedata import is_normalized, normalize

# Hyphenation hints from Word; the zero-width ones also break words that look whole.
_MJUKA = re.compile("\u00ad")
_OSYNLIGA = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff\x00]")
_LIKA = str.maketrans(
    dict.fromkeys(
        "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\ufe58\ufe63\uff0d", "-"
    )
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\u3003", '"')
    | dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4`", "'")
    | {"\u2044": "/", "\u2215": "/", "\n": " ", "\u2026": "."}
)
_TOKEN = re.compile(
    r"([^\W\d_]+(?:\([^\W\d_]{1,3}\))?)|([0-9]+)(?::?(?:a|e|sta|ste|dje|de)(?![^\W\d_]))?"
    r"|(-+)|(\S)"
)
_TECKEN = {
    "/": "sned",
    ",": "skilje",
    ";": "skilje",
    "(": "(",
    ")": ")",
    "[": "(",
    "]": ")",
    ":": "kolon",
    ".": "skilje",
    '"': "citat",
    "'": "apostrof",
    "&": "och",
    "+": "och",
}


class Token(NamedTuple):
    """A token: class, value, where it stands, whether glued to the one before."""

    slag: str
    varde: object
    a: int
    b: int
    lim: bool


def rensa(text: str) -> str:
    """The writer's own words: trimmed, soft hyphens out, whitespace collapsed."""
    return " ".join(_MJUKA.sub("", text).split())


def grund(text: str) -> str:
    """The composed text that token positions count in; ``text`` comes from rensa()."""
    if not is_normalized("NFC", text):
        text = normalize("NFC", text)
    return text if text.isascii() else _OSYNLIGA.sub("", text)


def tokenisera(bas: str) -> list[Token]:
    """Split what grund() gave into tokens; full stops of abbreviations are dropped."""
    sma = bas.lower()
    if len(sma) != len(bas):  # «İ» grows when lowered, and positions must not move
        sma = "".join(b if len(b.lower()) != 1 else b.lower() for b in bas)
    tokens: list[Token] = []
    forra = 0
    for traff in _TOKEN.finditer(sma.translate(_LIKA)):
        a, b = traff.span()
        slag = traff.lastindex
        varde = traff[slag]
        lim = a == forra and a > 0
        if slag == 1:
            tokens.append(Token("ord", varde.partition("(")[0], a, b, lim))
        elif slag == 2:
            tokens.append(Token("tal", varde, a, b, lim))
        elif slag == 3:
            tokens.append(Token("streck", "-", a, b, lim))
        elif varde in ".:":
            if not _forkortning(tokens, varde, lim, sma[b : b + 1]):
                slag = _TECKEN[varde]
                if varde == "." and sma[b : b + 1].isdigit():
                    slag = "punkt"
                tokens.append(Token(slag, varde, a, b, lim))
        else:
            tokens.append(Token(_TECKEN.get(varde, "annat"), varde, a, b, lim))
        forra = b
    return tokens


def _forkortning(tokens: list[Token], tecken: str, lim: bool, nasta: str) -> bool:
    """Whether a stop belongs to a short word: «t.o.m.», «sept.», «d:o»."""
    kort = lim and tokens and tokens[-1].slag == "ord" and len(tokens[-1].varde) < 5
    return bool(kort and (tecken == "." or nasta.isalpha()))
