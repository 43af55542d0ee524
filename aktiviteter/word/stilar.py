"""Styles and numbering resolved: what a paragraph's style and list say it is.

ECMA-376 part 1: §17.7.2 (style hierarchy), §17.7.3 (toggle properties), §17.9
(numbering). Word writes built-in style names in English in the file whatever language
it runs in; other programs and templates do not, so names are matched in several.
"""

import re
from dataclasses import dataclass

from lxml import etree

from aktiviteter.word.paket import W

_RUBRIK = re.compile(
    r"(?:heading|rubrik|überschrift|ueberschrift|titre|otsikko|overskrift|"
    r"título|titolo|kop|nagłówek|fyrirsögn)\s*[-_]?\s*([1-9])\b"
)
_TOC = re.compile(
    r"(?:toc|innehåll|verzeichnis|inhaltsverzeichnis|sisluet|indholdsfortegnelse|"
    r"innehållsförteckning)\s*\d"
)
_TOCRUBRIK = re.compile(r"toc heading|innehållsförteckning(srubrik)?$|innehållsrubrik")
_TITEL = {"title", "titel", "dokumenttitel", "otsikko", "huvudrubrik", "omslagsrubrik"}
_UNDERTITEL = {
    "subtitle",
    "underrubrik",
    "undertitel",
    "alaotsikko",
    "omslag underrubrik",
}
PAVERKAR = ("b", "i", "caps", "vanish")
BRODTEXT = 9


@dataclass(frozen=True, slots=True)
class Stil:
    """A style with what it inherits. None where neither it nor its ancestors say."""

    namn: str = ""
    roll: str = ""
    niva: int = 0
    fet: bool = False
    kursiv: bool = False
    versal: bool = False
    dold: bool = False
    storlek: int = 0
    understruken: bool = False
    num_id: str = ""
    ilvl: int = 0


def sant(e: etree._Element | None) -> bool | None:
    """A toggle element's value; None when it is not there."""
    if e is None:
        return None
    return e.get(f"{W}val", "true") not in ("0", "false", "off", "none")


class Stilar:
    """Style id → Stil, resolved along basedOn once each."""

    def __init__(self, rot: etree._Element | None):
        self._element: dict[str, etree._Element] = {}
        self._klara: dict[str, Stil] = {}
        self.standard = ""
        self.storlek = 22
        if rot is None:
            return
        storlek = rot.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}sz")
        self.storlek = _heltal(storlek, 20)
        for e in rot.iterfind(f"{W}style"):
            self._element[e.get(f"{W}styleId", "")] = e
            if e.get(f"{W}type") == "paragraph" and sant_attr(e, "default"):
                self.standard = e.get(f"{W}styleId", "")

    def __getitem__(self, stil_id: str) -> Stil:
        if stil_id not in self._klara:
            self._klara[stil_id] = self._los(stil_id)
        return self._klara[stil_id]

    def _kedja(self, stil_id: str) -> list[etree._Element]:
        """The style and its ancestors, nearest first; a circle ends the chain."""
        ut: list[etree._Element] = []
        while stil_id in self._element and self._element[stil_id] not in ut:
            ut.append(self._element[stil_id])
            arv = ut[-1].find(f"{W}basedOn")
            stil_id = "" if arv is None else arv.get(f"{W}val", "")
        return ut

    def _los(self, stil_id: str) -> Stil:
        kedja = self._kedja(stil_id)
        namn = [_namn(e) or stil_id.lower() for e in kedja] or [stil_id.lower()]
        roll = _roll(namn)
        num = _forsta(kedja, f"{W}pPr/{W}numPr")
        return Stil(
            namn=namn[0],
            roll=roll,
            niva=0 if roll else _niva(kedja, [*namn, stil_id.lower()]),
            fet=bool(sant(_forsta(kedja, f"{W}rPr/{W}b"))),
            kursiv=bool(sant(_forsta(kedja, f"{W}rPr/{W}i"))),
            versal=bool(sant(_forsta(kedja, f"{W}rPr/{W}caps"))),
            dold=bool(sant(_forsta(kedja, f"{W}rPr/{W}vanish"))),
            storlek=_heltal(_forsta(kedja, f"{W}rPr/{W}sz"), 0),
            understruken=bool(sant(_forsta(kedja, f"{W}rPr/{W}u"))),
            num_id=_varde(num, "numId"),
            ilvl=heltal(_varde(num, "ilvl")),
        )


def sant_attr(e: etree._Element, namn: str) -> bool:
    return e.get(f"{W}{namn}", "0") in ("1", "true", "on")


def _namn(e: etree._Element) -> str:
    namn = e.find(f"{W}name")
    return "" if namn is None else namn.get(f"{W}val", "").lower()


def _forsta(kedja: list[etree._Element], vag: str) -> etree._Element | None:
    return next((f for e in kedja if (f := e.find(vag)) is not None), None)


def heltal(varde: str, annars: int = 0) -> int:
    return int(varde) if varde.isdigit() else annars


def _heltal(e: etree._Element | None, annars: int) -> int:
    return annars if e is None else heltal(e.get(f"{W}val", ""), annars)


def _varde(e: etree._Element | None, namn: str) -> str:
    barn = None if e is None else e.find(f"{W}{namn}")
    return "" if barn is None else barn.get(f"{W}val", "")


def _roll(namn: list[str]) -> str:
    """The nearest style decides, then its ancestors."""
    for n in namn:
        if _TOCRUBRIK.search(n):
            return "tocrubrik"
        if _TOC.match(n) or n == "table of figures":
            return "toc"
        if _RUBRIK.search(n):
            return ""
        if n in _TITEL:
            return "titel"
        if n in _UNDERTITEL:
            return "undertitel"
    return ""


def _niva(kedja: list[etree._Element], namn: list[str]) -> int:
    """Heading level 1–9 by outline level or name, 0 for body text."""
    ut = _forsta(kedja, f"{W}pPr/{W}outlineLvl")
    if ut is not None:
        niva = _heltal(ut, BRODTEXT)
        return 0 if niva >= BRODTEXT else niva + 1
    traff = next((t for n in namn if (t := _RUBRIK.search(n))), None)
    return int(traff[1]) if traff else 0


class Numrering:
    """(numId, ilvl) → "ul", "ol" or ""."""

    def __init__(self, rot: etree._Element | None):
        self._abstrakt: dict[str, etree._Element] = {}
        self._num: dict[str, etree._Element] = {}
        self._lank: dict[str, str] = {}
        for e in rot if rot is not None else ():
            if e.tag == f"{W}abstractNum":
                self._abstrakt[e.get(f"{W}abstractNumId", "")] = e
                stil = _varde(e, "styleLink")
                if stil:
                    self._lank[stil] = e.get(f"{W}abstractNumId", "")
            elif e.tag == f"{W}num":
                self._num[e.get(f"{W}numId", "")] = e

    def slag(self, num_id: str, ilvl: int) -> str:
        """What a list level is; an unknown list counts as bullets."""
        if num_id in ("", "0"):
            return ""
        niva = self._niva(num_id, ilvl)
        if niva is None:
            return "ul"
        format_ = _varde(niva, "numFmt") or "decimal"
        if format_ == "none":
            return ""
        return "ul" if format_ == "bullet" else "ol"

    def _niva(self, num_id: str, ilvl: int) -> etree._Element | None:
        num = self._num.get(num_id)
        if num is None:
            return None
        for byte in num.iterfind(f"{W}lvlOverride"):
            if byte.get(f"{W}ilvl") == str(ilvl) and byte.find(f"{W}lvl") is not None:
                return byte.find(f"{W}lvl")
        abstrakt = self._abstrakt.get(_varde(num, "abstractNumId"))
        if abstrakt is not None and _varde(abstrakt, "numStyleLink"):
            lank = self._lank.get(_varde(abstrakt, "numStyleLink"), "")
            abstrakt = self._abstrakt.get(lank, abstrakt)
        for niva in abstrakt.iterfind(f"{W}lvl") if abstrakt is not None else ():
            if niva.get(f"{W}ilvl") == str(ilvl):
                return niva
        return None
