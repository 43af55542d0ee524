"""A text cut into words, each with what the judging of names asks about it."""

import re
from collections.abc import Mapping

from blanketter.avidentifiering.namn.efternamn import ar_svenskt_efternamn
from blanketter.avidentifiering.namn.funktionsord import FUNKTIONSORD
from blanketter.avidentifiering.namn.ordform import namnlikhet
from blanketter.avidentifiering.namn.ordlista import (
    EFTERNAMN,
    FORNAMN,
    FRAS,
    GRUPP,
    KAND,
    NAMN,
    ORD,
    ORT,
    VARIANT,
    ordlista,
)
from blanketter.avidentifiering.namn.sammansattning import ar_sammansatt
from blanketter.avidentifiering.namn.utan_marken import utan_marken

KORT_NAMN = 8
NAMNLIKT = 4.0
MAX_ORD = 30  # signs; a longer word is no name
_ORD = re.compile(r"[^\W_]+(?:(?:['-]|:(?=s(?!\w)))[^\W_]+)*")
_NY_MENING = re.compile(r"[.!?:\n•*>;]|(?:^|[\s(])[\"”“»(\[]+\Z|\s-\s\Z|/")
_FORKORTAT = re.compile(r"\.[ ]?\Z")
_ARTIKEL = re.compile(r"(?:al|el|as|ar|an|ad|at|az|ash|ul|ibn|bin|d|o)['-](?=[A-ZÅÄÖ])")
_RENT = frozenset((" ", "  ", "\n", "\t"))
GEMEN, VERSAL, VERSALER, BLANDAT, SIFFRA = range(5)


class Ord:
    """A word: where it stands, how it is written and what the lists say of it."""

    __slots__ = (
        "aldrig",
        "borjar",
        "end",
        "fore",
        "gemen",
        "genitiv",
        "sagt",
        "skrivet",
        "stam",
        "start",
        "text",
        "vanligt",
    )  # fmt: skip

    def __init__(self, text, start, fore, sagt):
        self.text, self.start, self.end = text, start, start + len(text)
        self.fore = fore  # what stands between this word and the one before
        self.gemen = self.stam = text.lower().replace("i̇", "i")
        self.genitiv = False
        self.skrivet = _skrivet(text)
        self.sagt = sagt
        self.vanligt = bool(sagt & ORD)
        self.borjar = False
        self.aldrig = self.gemen in FUNKTIONSORD or _bara_funktionsord(self.gemen)

    def ar(self, flagga: int) -> bool:
        """Whether the lists say `flagga` of the word."""
        return bool(self.sagt & flagga)

    @property
    def versal(self) -> bool:
        """Whether the word begins with a capital."""
        return self.skrivet in (VERSAL, VERSALER, BLANDAT)


def stycka(text: str, egna) -> list[Ord]:
    """Return the words of a text; `egna` as for `hitta_namn`."""
    lista = ordlista()
    ut = []
    slut = 0
    for traff in _ORD.finditer(text):
        start, end = traff.span()
        ett = Ord(traff[0], start, text[slut:start], 0)
        _las(ett, lista, egna)
        ett.borjar = _borjar_mening(ut, ett)
        ut.append(ett)
        slut = end
    return ut


def intill(mellan: str) -> bool:
    """Whether nothing but space stands between two words."""
    return mellan in _RENT


def _bara_funktionsord(ord_):
    return "-" in ord_ and all(del_ in FUNKTIONSORD for del_ in ord_.split("-"))


def _skrivet(text):
    if text.islower():
        return GEMEN
    text = _ARTIKEL.sub("", text.removesuffix(":s"))
    if not text[0].isalpha():
        return SIFFRA
    if text.isupper():
        return VERSALER
    if text[0].isupper():
        return VERSAL if text[1:].islower() or "-" in text else BLANDAT
    return BLANDAT if text[0].isupper() else GEMEN


def _borjar_mening(ut, ett):
    if not ut:
        return True
    if not _NY_MENING.search(ett.fore):
        return False
    forra = ut[-1]
    forkortat = len(forra.text) == 1 and forra.text.isupper()
    return not (forkortat and _FORKORTAT.fullmatch(ett.fore))


def _las(ett, lista, egna):
    if ett.aldrig:
        ett.vanligt, ett.sagt = True, lista[ett.gemen] & FRAS
        return
    if ett.end - ett.start > MAX_ORD or ett.skrivet == SIFFRA:
        ett.vanligt = True
        return
    ett.sagt = _slagupp(ett.gemen, lista, egna)
    ett.vanligt = bool(ett.sagt & ORD)
    if len(ett.gemen) > 3 and ett.gemen[-1] == "s":
        _las_genitiv(ett, lista, egna)
    if not ett.vanligt and not ett.sagt & ~VARIANT:
        ett.vanligt = ar_sammansatt(ett.gemen) and not _namnlikt(ett.gemen)
        if ett.vanligt and ett.skrivet == VERSAL and ar_svenskt_efternamn(ett.gemen):
            ett.sagt |= EFTERNAMN | VARIANT  # «Ullvall», though it is put together


def _namnlikt(ord_):
    return len(ord_) <= KORT_NAMN and namnlikhet(ord_) > NAMNLIKT


def _las_genitiv(ett, lista, egna):
    """Take the word for a genitive when what it is of is the better known name."""
    stam = ett.gemen[:-1].rstrip(":'")
    sagt = _slagupp(stam, lista, egna)
    if ":" not in ett.gemen and "'" not in ett.gemen[-2:]:
        if ett.sagt & FORNAMN and not (ett.sagt & VARIANT and not sagt & VARIANT):
            return
        if ett.sagt & NAMN and not sagt & FORNAMN:
            return
        if ett.sagt & (GRUPP | KAND | ORT) and not ett.sagt & NAMN:
            return
    if sagt & NAMN or (sagt and not ett.sagt):
        ett.sagt = sagt | ett.sagt & ORD
        ett.stam, ett.genitiv = stam, True
    ett.vanligt = ett.vanligt or bool(sagt & ORD)


def _slagupp(stam, lista, egna):
    sagt = lista[stam]
    if not sagt and not stam.isascii():
        sagt = lista[utan_marken(stam)]
    if "-" in stam or "'" in stam:
        sagt = _av_delar(stam, lista) or sagt
    return _med_egna(sagt, stam, egna) if stam in egna else sagt


def _med_egna(sagt, stam, egna):
    flagga = egna[stam] if isinstance(egna, Mapping) else NAMN
    if flagga & NAMN:
        return (sagt | flagga) & ~VARIANT
    return sagt & ~(NAMN | VARIANT) | flagga


def _av_delar(stam, lista):
    """What is said of a word of several parts: the last says what sort it is."""
    delar = [lista[del_] for del_ in stam.replace("'", "-").split("-") if del_]
    if not delar or not delar[-1] & NAMN:
        return 0
    alla = delar[-1] & (NAMN | VARIANT)
    if delar[-1] & ORD and not delar[0] & NAMN:
        alla |= ORD
    return alla
