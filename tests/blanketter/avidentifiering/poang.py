"""How well a guard marks what identifies someone, counted over a corpus with an answer.

The rules are those of the judge outside the house, written here so that the house can
hold itself to them: a gold span is found when marks of any type cover at least half of
it, a mark is right when it touches a gold span, and one that touches only a neutral
span (where two careful readers would disagree) counts as neither.
"""

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

HAR = Path(__file__).parent
KORPUSAR = ("utveckling", "undanhallen")


def korpus(namn):
    """The texts of one corpus, as [{id, text, spans, neutral}], in file order."""
    rader = (HAR / f"{namn}.jsonl").read_text(encoding="utf-8").splitlines()
    return [{"neutral": [], **json.loads(rad)} for rad in rader]


@dataclass
class Poang:
    """Counts over one corpus; every share lies between 0 and 1."""

    facit: Counter = field(default_factory=Counter)  # gold spans per type
    funna: Counter = field(default_factory=Counter)  # of those, found
    ratta: int = 0  # marks that touch gold
    falska: int = 0  # marks that touch nothing
    tecken: int = 0  # marked characters outside neutral spans
    ratta_tecken: int = 0  # of those, gold
    rena: int = 0  # texts without gold
    larm: int = 0  # of those, with a false mark
    utpekande: int = 0  # texts with gold
    tysta: int = 0  # of those, without any right mark

    @property
    def recall(self):
        return self.funna.total() / self.facit.total()

    @property
    def precision(self):
        return self.ratta / (self.ratta + self.falska)

    @property
    def f1(self):
        return 2 * self.precision * self.recall / (self.precision + self.recall)

    @property
    def teckenprecision(self):
        return self.ratta_tecken / self.tecken

    @property
    def falsklarm(self):
        return self.larm / self.rena

    @property
    def tystnad(self):
        return self.tysta / self.utpekande

    def av(self, *typer):
        """Share of the gold spans of these types that were found."""
        return sum(self.funna[typ] for typ in typer) / sum(
            self.facit[typ] for typ in typer
        )


def rakna(texter, hitta):
    """Count what `hitta(text)`, an iterable of marks with start and end, finds."""
    poang = Poang()
    for text in texter:
        markta = [(fynd.start, fynd.end) for fynd in hitta(text["text"])]
        _rakna_facit(poang, text["spans"], markta)
        ratta, falska = _rakna_fynd(poang, text, markta)
        _rakna_text(poang, bool(text["spans"]), ratta, falska)
    return poang


def _rakna_facit(poang, facit, markta):
    tecken = _tecken(markta)
    for ska in facit:
        plats = set(range(ska["start"], ska["end"]))
        poang.facit[ska["type"]] += 1
        poang.funna[ska["type"]] += 2 * len(plats & tecken) >= len(plats)


def _rakna_fynd(poang, text, markta):
    guld, neutralt = (
        _tecken((del_["start"], del_["end"]) for del_ in text[nyckel])
        for nyckel in ("spans", "neutral")
    )
    ratta = falska = 0
    for fynd in markta:
        plats = _tecken([fynd])
        if plats & guld:
            ratta += 1
        elif not plats & neutralt:
            falska += 1
    tecken = _tecken(markta)
    poang.ratta += ratta
    poang.falska += falska
    poang.tecken += len(tecken - neutralt)
    poang.ratta_tecken += len(tecken & guld)
    return ratta, falska


def _rakna_text(poang, utpekande, ratta, falska):
    if utpekande:
        poang.utpekande += 1
        poang.tysta += not ratta
    else:
        poang.rena += 1
        poang.larm += bool(falska)


def _tecken(delar):
    return {plats for start, end in delar for plats in range(start, end)}
