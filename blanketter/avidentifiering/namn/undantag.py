"""Words that are part of something else than a person: places, groups, known people."""

import re

from blanketter.avidentifiering.namn import institution
from blanketter.avidentifiering.namn import ledtradar as l
from blanketter.avidentifiering.namn.ordlista import (
    EFTERNAMN,
    ENGELSKA,
    FRAS,
    GRUPP,
    KAND,
    NAMN,
    ORT,
    ordlista,
)
from blanketter.avidentifiering.namn.ordstycken import GEMEN, Ord
from blanketter.avidentifiering.namn.predikat import om_person

LANGSTA_FRAS = 5  # words
LANGSTA_INSTITUTION = 3
_INTILL = frozenset((" ", "  ", "-", "'", ":", ". ", ".", "\n", " & ", "/"))
_EFTER_TITEL = frozenset((" ", ' "', " ”"))
_SKARVAR = re.compile("[-:'.]")
_HELGON = frozenset(("s:t", "st", "s:ta", "sankt", "sankta", "s:t:"))


def undantag(orden: list[Ord]) -> set[int]:
    """Return the places of words that name no private person."""
    ut: set[int] = set()
    for plats, ett in enumerate(orden):
        if plats not in ut and (ett.sagt & FRAS or ett.genitiv or _ar_skarvat(ett)):
            ut.update(_fras(orden, plats))
        if ett.aldrig:
            ut.add(plats)
            if ett.versal:
                ut.update(_efter_titel(orden, plats))
        elif ett.versal and plats not in ut:
            ut.update(_institution(orden, plats))
            ut.update(_kungar(orden, plats))
            ut.update(_uppkallad(orden, plats))
            ut.update(_efter_titel(orden, plats))
            ut.update(_doman(orden, plats))
    return ut | _gudar(orden)


def _ar_skarvat(ett):
    return not ett.text.isalpha()


def _doman(orden, plats):
    """Return the place of «Ask» in «Ask.fm»."""
    if plats + 1 == len(orden):
        return ()
    nasta = orden[plats + 1]
    ar = nasta.fore == "." and nasta.skrivet == GEMEN and len(nasta.text) < 4
    return (plats,) if ar else ()


def _efter_titel(orden, plats):
    """Return the places of «Ulf Kristersson» after «Statsminister», of a title."""
    if not plats or orden[plats].fore not in _EFTER_TITEL:
        return ()
    titel = orden[plats - 1].gemen
    hov = titel in l.HOVORD
    if not (hov or l.ar_sakord(titel)):
        return ()
    sist = plats
    langst = min(plats + LANGSTA_FRAS, len(orden)) - 1
    while sist < langst and orden[sist + 1].versal and _ihop(orden, sist):
        sist += 1
    return range(plats, sist + 1) if hov or sist > plats else ()


def _ihop(orden, plats):
    return not orden[plats].genitiv and orden[plats + 1].fore == " "


def _uppkallad(orden, plats):
    """Return the places of «Elon Musk-affischer», called after someone known."""
    ett = orden[plats]
    forst, streck, sist = ett.text.rpartition("-")
    if not (streck and sist[:1].islower()) or forst.isupper():
        return ()
    forsta, langst = plats, max(plats - LANGSTA_INSTITUTION, 0)
    while forsta > langst and orden[forsta].fore == " " and orden[forsta - 1].versal:
        forsta -= 1
    return range(forsta, plats + 1)


def _fras(orden, plats):
    """Return the places of the longest phrase that begins here and is no name."""
    lista = ordlista()
    fras, basta = "", ()
    for nasta in range(plats, min(plats + LANGSTA_FRAS, len(orden))):
        ett = orden[nasta]
        if nasta > plats and ett.fore not in _INTILL:
            break
        hel = fras + _SKARVAR.sub(" ", ett.gemen)
        if " " in hel:
            kort = hel.removesuffix("s").rstrip()
            hittat = lista[hel] | lista[kort] | _utan_uppkallat(fras, ett, lista)
            if hittat & (ORT | GRUPP | KAND):
                basta = range(plats, nasta + 1)
        fras = hel + " "
    return _med_engelska(orden, basta)


def _utan_uppkallat(fras, ett, lista):
    """Return what is said of «Emil i Lönneberga», met as «Emil i Lönneberga-pjäsen»."""
    forst, streck, _ = ett.gemen.rpartition("-")
    return lista[fras + _SKARVAR.sub(" ", forst)] if fras and streck else 0


def _kungar(orden, plats):
    """Return the places of «Karl XII:s»."""
    if plats + 1 == len(orden) or orden[plats + 1].fore != " ":
        return ()
    siffra = orden[plats + 1].text.removesuffix(":s").removesuffix("s")
    return (plats, plats + 1) if _ROMERSK.fullmatch(siffra) else ()


_ROMERSK = re.compile(r"(?=..)(?:X{0,2})(?:IX|IV|V?I{0,3})")


def _gudar(orden):
    """Return the places of gods: told together, or written on something."""
    platser = [p for p, ett in enumerate(orden) if ett.stam in l.GUDAR and ett.versal]
    flera = len({orden[plats].stam for plats in platser}) > 1
    if flera and _gor(orden, platser[-1] + 1):
        return set()
    return {
        plats
        for plats in platser
        if (flera or _ar_inskrift(orden, plats)) and not _gor(orden, plats + 1)
    }


def _gor(orden, plats):
    """Whether what stands here is said of persons: «slogs», «har samma kläder»."""
    har = plats < len(orden) and orden[plats].gemen in ("har", "hade", "ska", "vill")
    return har or om_person(orden, plats)


def _ar_inskrift(orden, plats):
    """Whether the word is written on something: «stod X på jackan»."""
    if plats and orden[plats - 1].gemen in l.INSKRIFT:
        return True
    sist = plats + 2
    pa_nagot = sist < len(orden) and orden[plats + 1].gemen == "på"
    return pa_nagot and bool(l.BAR.match(orden[sist].gemen))


def _med_engelska(orden, fras):
    """Take in «Day» after «Martin Luther King»."""
    slut = fras[-1] + 1 if fras else len(orden)
    if slut < len(orden) and orden[slut].versal and orden[slut].sagt & ENGELSKA:
        return range(fras[0], slut + 1) if orden[slut].fore == " " else fras
    return fras


def _institution(orden, plats):
    """Return the places of «Sofia församling», «Erik Dahlbergsskolan», «S:t Görans»."""
    ett = orden[plats]
    if l.ar_roll(ett.gemen):
        return ()
    if ett.gemen in _HELGON and plats + 1 < len(orden) and orden[plats + 1].versal:
        return (plats, plats + 1)
    led = plats
    while led + 1 < len(orden) and led - plats < LANGSTA_INSTITUTION:
        nasta = orden[led + 1]
        if nasta.fore not in (" ", "  "):
            return ()
        if _ar_institution(orden, plats, led, nasta):
            return range(plats, led + 2)
        if not nasta.versal:
            return ()
        led += 1
    return ()


def _ar_institution(orden, plats, led, nasta):
    ord_ = nasta.gemen
    if nasta.versal and not nasta.sagt & NAMN and institution.SAKSLUT.fullmatch(ord_):
        return True
    if ord_ not in institution.INSTITUTION or len(ord_) == 1:
        return False
    if nasta.versal and nasta.ar(EFTERNAMN):
        return False  # «Karin Lund»
    sista = orden[led]
    if sista.genitiv and led == plats and nasta.skrivet == GEMEN:
        return ord_ in institution.BARA_BYGGNAD
    return True
