"""Marked HTML (`vbeplan.text.jamfor`) as runs of words, for paper and for JSON."""

import re
from html import unescape

from aktiviteter.andringar.varden import Ordpar
from aktiviteter.bilagor.bilaga import BORTA, NYTT, Lopa
from vbeplan.text.jamfor import STYCKETECKEN

_BITAR = re.compile(r"<[^<>]*>|[^<]+")
_SLAG = {"<ins>": NYTT, "<del>": BORTA, "</ins>": "", "</del>": ""}
_TECKEN = {"</p>": "\n", "</h3>": "\n", "<li>": "\n• "}
_FOTNOT = {'<span class="fotnot">': " [Not: ", "</span>": "]"}


def lopor(markerat):
    """Return marked HTML, rich or plain, as a tuple of `Lopa`.

    A point and a paragraph begin a new line, a note stands in brackets where its mark
    would, and links are their words. The signs of a point or a note that is all new, or
    all gone, are so too.
    """
    ut, punkt, not_ = [], [], []
    slag = ""
    for bit in _BITAR.findall(markerat):
        if bit in _SLAG:
            slag = _SLAG[bit]
        elif bit in _TECKEN:
            _satt_slag(ut, punkt)
            punkt = [len(ut)] if bit == "<li>" else []
            ut.append(Lopa(_TECKEN[bit]))
        elif bit in _FOTNOT:
            not_.append(len(ut))
            ut.append(Lopa(_FOTNOT[bit]))
            if bit == "</span>":
                _satt_slag(ut, not_)
                not_ = []
        elif bit[0] != "<":
            ut.append(Lopa(unescape(bit).replace(STYCKETECKEN.text, ""), slag))
    _satt_slag(ut, punkt)
    return _hopdragna(ut)


def _satt_slag(ut, tecken):
    """Give signs, by their places, the kind of all words after the first of them."""
    if not tecken:
        return
    slagen = {
        slag
        for plats, (text, slag) in enumerate(ut[tecken[0] :], tecken[0])
        if text.strip() and plats not in tecken
    }
    if len(slagen) == 1:
        (slag,) = slagen
        for plats in tecken:
            ut[plats] = ut[plats]._replace(slag=slag)


def _hopdragna(lopor):
    """Return runs joined with their like, without blank lines first and last."""
    ut = []
    for text, slag in lopor:
        if ut and ut[-1].slag == slag:
            ut[-1] = Lopa(ut[-1].text + text, slag)
        else:
            ut.append(Lopa(text, slag))
    if ut:
        ut[0] = Lopa(ut[0].text.lstrip(), ut[0].slag)
        ut[-1] = Lopa(ut[-1].text.rstrip(), ut[-1].slag)
    return tuple(lopa for lopa in ut if lopa.text)


def faltets_par(falt):
    """Return a `Faltpar` of the history as `Ordpar`; rich text as one."""
    if falt.block:
        text = "".join(block.markerat for block in falt.block if block.slag != "lika")
        return Ordpar(falt.etikett, lopor(text))
    return Ordpar(falt.etikett, lopor(falt.markerat))


def blockens_par(block):
    """Return those of a chapter's `Blockpar` that differ, as `Ordpar`."""
    return tuple(
        Ordpar("", lopor(ett.markerat), ett.slag, ett.flyttat)
        for ett in block
        if ett.slag != "lika" and ett.markerat
    )
