"""Stored rich text as the pieces that a reader meets: paragraphs, points, notes."""

import re
from html import unescape
from typing import NamedTuple

_NOT = re.compile(r'\s*<span class="fotnot">(.*?)</span>')
_TITEL = re.compile(r"<em>.*?</em>|<a [^>]*>.*?</a>")
_PUNKT = re.compile(r"</?(?:li|ul|ol)>")
_TAGG = re.compile(r"<[^>]*>")
LISTA = ("ul", "ol")


class Stycke(NamedTuple):
    """One piece of text.

    `slag` is "p", "h3", "li" or "not" (a footnote). `fri` is the text without titles
    and links. `fore` and `efter` are the kinds of the blocks around it, "" at the ends;
    of a list only the last point knows what comes after: it is `sist`.
    """

    slag: str
    text: str
    fri: str
    fore: str = ""
    efter: str = ""
    sist: bool = True


def stycken(text):
    """Return the pieces of a stored text in reading order, notes after their block."""
    block = [rad for rad in text.split("\n") if rad.startswith("<")]
    slag = [_slag(rad) for rad in block]
    ut = []
    for i, rad in enumerate(block):
        fore, efter = slag[i - 1] if i else "", slag[i + 1] if i + 1 < len(slag) else ""
        utan = _NOT.sub("", rad) if "fotnot" in rad else rad
        if slag[i] in LISTA:
            ut += _punkter(utan, fore, efter)
        elif text_ := ord_(utan):
            ut.append(Stycke(slag[i], text_, _fri(utan, text_), fore, efter))
        if utan is not rad:
            ut += (Stycke("not", ord_(n), "") for n in _NOT.findall(rad) if ord_(n))
    return tuple(ut)


def _slag(rad):
    return rad[1 : rad.find(">")]


def _punkter(rad, fore, efter):
    punkter = [p for p in _PUNKT.split(rad) if p.strip()]
    for i, punkt in enumerate(punkter, 1):
        text = ord_(punkt)
        yield Stycke("li", text, _fri(punkt, text), fore, efter, i == len(punkter))


def ord_(html):
    """Return the words of a piece of markup."""
    text = _TAGG.sub("", html) if "<" in html else html
    return (unescape(text) if "&" in text else text).strip()


def _fri(html, text):
    if "<em>" in html or "<a " in html:
        return ord_(_TITEL.sub("…", html))
    return text
