"""Rich text (vbeplan.text.block) → paragraphs with runs, links, notes and lists."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit, urlunsplit

from lxml import etree

from aktiviteter.word.egen import ord as namn
from aktiviteter.word_ut.paket import Relationer
from aktiviteter.word_ut.xml import Element, R, lopa, stycke, varde, w
from vbeplan.text.block import delar, stada

_VARD = re.compile(r"[A-Za-z0-9._-]+")
_HEL_ADRESS = re.compile(
    r"\w+:(?:[\w.~:/?@!$&'()*+,;=-]|%[\da-f]{2})+(?:#[\w/?!$&'()*+,;=:@.~-]*)?",
    re.A | re.I,
)
_ENSAM_PROCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
DJUPAST = 8  # Word's ninth list level; what lies deeper stays there
FORSTA_LISTA = 2  # numbering 1 is the headings'


@dataclass(frozen=True)
class Rum:
    """How rich text looks where it stands: style ids, and the two kinds of list."""

    stycke: str
    rubrik: str
    punkter: str
    tal: str
    ul: int
    ol: int
    efter: int  # space after a list, in twentieths of a point


KAPITEL = Rum("BodyText", "Heading3", "ListBullet", "ListNumber", 1, 2, 150)
CELLEN = Rum(
    namn.stil_id(namn.CELL),
    namn.stil_id(namn.CELLRUBRIK),
    namn.stil_id(namn.CELLISTA),
    namn.stil_id(namn.CELLISTA),
    3,
    4,
    60,
)


@dataclass
class Skrivare:
    """Writes rich text; collects the notes, lists and links that it points at."""

    lankar: Relationer
    notlankar: Relationer = field(default_factory=Relationer)
    noter: list[Element] = field(default_factory=list)
    listor: list[int] = field(default_factory=list)

    def skriv(self, text: str, rum: Rum = KAPITEL) -> Iterator[Element]:
        """The paragraphs of a stored text."""
        for block in delar(stada(text)):
            e = etree.fromstring(block)
            if e.tag in ("ul", "ol"):
                punkter = list(self._lista(e, rum, 0))
                punkter[-1][0].append(w("spacing", after=rum.efter))
                yield from punkter
            else:
                stil = rum.rubrik if e.tag == "h3" else rum.stycke
                yield stycke("", self._inre(e), id_=stil)

    def _lista(self, lista: Element, rum: Rum, djup: int) -> Iterator[Element]:
        """One paragraph a point. Each list is a numbering of its own, from 1."""
        self.listor.append(rum.ul if lista.tag == "ul" else rum.ol)
        nr = FORSTA_LISTA + len(self.listor) - 1
        for punkt in lista:
            num = w("numPr", varde("ilvl", djup), varde("numId", nr))
            stil = rum.punkter if lista.tag == "ul" else rum.tal
            yield stycke("", self._inre(punkt), num, id_=stil)
            for under in punkt:
                if under.tag in ("ul", "ol"):
                    yield from self._lista(under, rum, min(djup + 1, DJUPAST))

    # ------------------------------------------------------------ inside a block

    def _inre(self, e: Element, marken: frozenset = frozenset(), i_not: bool = False):
        """The runs of a block without the lists inside it."""
        if e.text:
            yield lopa(e.text, *_utseende(marken))
        for barn in e:
            if barn.tag == "span":
                yield self._not(barn)
            elif barn.tag == "a":
                yield from self._lank(barn, marken, i_not)
            elif barn.tag in ("strong", "em"):
                yield from self._inre(barn, marken | {barn.tag}, i_not)
            if barn.tail:
                yield lopa(barn.tail, *_utseende(marken))

    def _lank(self, a: Element, marken: frozenset, i_not: bool):
        adress = giltig_adress(a.get("href", ""))
        if not adress:
            yield from self._inre(a, marken, i_not)
            return
        relationer = self.notlankar if i_not else self.lankar
        lank = w("hyperlink", *self._inre(a, marken | {"a"}, i_not))
        lank.set(f"{{{R}}}id", relationer.till("hyperlink", adress, utanfor=True))
        yield lank

    def _not(self, span: Element) -> Element:
        nr = len(self.noter) + 1
        marke = w("r", _stil("FootnoteReference"), w("footnoteRef"))
        text = stycke(
            "",
            [marke, lopa(" "), *self._inre(span, i_not=True)],
            id_="FootnoteText",
        )
        self.noter.append(w("footnote", text, id=nr))
        return w("r", _stil("FootnoteReference"), w("footnoteReference", id=nr))


def _stil(stil_id: str) -> Element:
    return w("rPr", varde("rStyle", stil_id))


def _utseende(marken: frozenset) -> list[Element]:
    """Run properties: the outermost mark as its style, the others as plain looks."""
    stil, ut = "", []
    for marke, stil_id in (
        ("a", "Hyperlink"),
        ("strong", "Strong"),
        ("em", "Emphasis"),
    ):
        if marke not in marken:
            continue
        if not stil:
            stil = stil_id
            ut.append(varde("rStyle", stil))
        else:
            ut.append(w("b" if marke == "strong" else "i"))
    return ut


def giltig_adress(href: str) -> str:
    """The address as a URI that every reader of packages accepts, "" when it is none.

    Word calls the whole file damaged over one address that it cannot parse.
    """
    try:
        d = urlsplit(href.strip())
        vard = (d.hostname or "").encode("idna").decode()
        port = "" if d.port is None else f":{d.port}"
    except ValueError:  # UnicodeError too
        return ""
    webb = d.scheme in ("http", "https")
    if webb and not _VARD.fullmatch(vard):
        return ""
    if _HEL_ADRESS.fullmatch(href):
        return href
    delar_ = map(_procent, (d.path, d.query, d.fragment))
    return urlunsplit((d.scheme, f"{vard}{port}" if webb else "", *delar_))


def _procent(del_: str) -> str:
    """Signs that no address may have as percent codes; those there are stay."""
    return _ENSAM_PROCENT.sub("%25", quote(del_, safe="%!$&'()*+,/:;=?@~"))
