"""Which words of a plan are searched, and where they stand.

The index and the answer read the same pieces, so that what is found can be shown.
"""

import re
from html import unescape
from typing import NamedTuple

from aktiviteter.models import Aktivitet, Ansvar, Avsnitt, Handlingsplan
from vbeplan.tema.brodtext import FOTNOT, lyft_ur

_ISAR = re.compile(r"</?(?:li|ul|ol|p|h3)\b[^>]*>")
_TAGG = re.compile(r"<[^>]*>")


class Stycke(NamedTuple):
    """Words that stand together: a heading, a paragraph, a note, a cell."""

    text: str
    etikett: str = ""  # the label that the paper gives them
    rubrik: bool = False


def stycken(objekt):
    """Return the pieces of a plan, a chapter or an activity, its heading first.

    A plan has `namnd` loaded; an activity has its roles as `ansvariga`.
    """
    hur = {Handlingsplan: _planens, Avsnitt: _avsnittets, Aktivitet: _aktivitetens}
    return [s for s in hur[type(objekt)](objekt) if s.text]


def _planens(plan):
    return [
        Stycke(plan.titel_med_ar, rubrik=True),
        Stycke(str(plan.ar), "År", rubrik=True),
        Stycke(plan.namnd.namn, "Nämnd", rubrik=True),
        Stycke(plan.dnr, "Diarienummer"),
        Stycke(plan.dokumenttyp, "Dokumenttyp"),
        Stycke(plan.dokumentagare, "Dokumentägare"),
        Stycke(plan.budgetmal, "Mål i budgeten"),
        Stycke(plan.nasta_revidering, "Nästa revidering"),
    ]


def _avsnittets(avsnitt):
    return [Stycke(avsnitt.rubrik, rubrik=True), *_rik_text(avsnitt.text)]


def _aktivitetens(a):
    return [
        Stycke(a.titel, rubrik=True),
        *_rik_text(a.beskrivning),
        Stycke(a.mal, "Mål"),
        Stycke(a.malenhet, "Enhet"),
        Stycke(a.malgrupp, "Målgrupp"),
        Stycke(a.insatsomrade, "Insatsområde"),
        Stycke(a.get_niva_display(), "Nivå"),
        Stycke(a.get_strategiomrade_display(), "Nationell strategi"),
        Stycke(Ansvar.som_ord(a.ansvariga), "Ansvarig"),
        Stycke(a.tidplan.hanvisning or a.tidplan.text, "Tidplan"),
        Stycke(a.uppfoljning.hanvisning or a.uppfoljning.text, "Uppföljning"),
    ]


def _rik_text(html):
    """Each paragraph by itself, then the footnotes that were in it."""
    ut = []
    for block in html.split("\n"):
        text, noter = lyft_ur(block, str) if FOTNOT in block else (block, ())
        delar = [ordna(d) for d in _ISAR.split(text)]
        ut += [Stycke(d) for d in delar if d]
        ut += [Stycke(ordna(n), "Fotnot") for n in noter]
    return ut


def ordna(html):
    """Return the words of a piece of markup, spaces tidied."""
    return " ".join(unescape(_TAGG.sub("", html)).split())
