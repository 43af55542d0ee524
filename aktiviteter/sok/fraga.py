"""What somebody typed into the search field, as terms.

`samverkan skola` finds places with both words, `"lokal samordnare"` the words in that
order and form, `-skola` places without the word. Nothing that is typed is syntax of a
database: only words come out of here.
"""

import re
from typing import NamedTuple

from aktiviteter.sok.ord import STOPPORD, former
from vbeplan.text.svenska import tvatta

MEST_TECKEN = 200
MEST_ORD = 12
_DEL = re.compile(r'(-?)(?:["“”«»]([^"“”«»]*)(?:["“”«»]|$)|([^\s"“”«»]+))')


class Term(NamedTuple):
    """Words to look for; more than one, or `exakt`, stand as they are written."""

    ord: tuple[str, ...]
    exakt: bool = False
    sist: bool = False  # perhaps not typed to its end


class Fraga(NamedTuple):
    """A question: what must be there, what must not, and what was not looked for."""

    text: str
    termer: tuple[Term, ...] = ()
    utan: tuple[Term, ...] = ()
    stoppord: tuple[str, ...] = ()
    avkortad: bool = False

    @property
    def orden(self):
        return [o for term in self.termer for o in term.ord]


def las_fraga(text):
    """Return a `Fraga` of any text at all."""
    text = " ".join(tvatta(text or "").split())
    kort = text[:MEST_TECKEN]
    termer, utan = [], []
    for minus, fras, ord_ in _DEL.findall(kort):
        formerna = tuple(former(fras or ord_))
        if formerna:
            (utan if minus else termer).append(Term(formerna, exakt=bool(fras)))
    stoppord = [t.ord[0] for t in termer if _ar_stoppord(t)]
    termer = [t for t in termer if not _ar_stoppord(t)]
    avkortad = len(text) > MEST_TECKEN or len(termer) > MEST_ORD
    termer, utan = termer[:MEST_ORD], utan[:MEST_ORD]
    if termer and not termer[-1].exakt and not kort.endswith(('"', "”", "»")):
        termer[-1] = termer[-1]._replace(sist=True)
    return Fraga(
        kort, tuple(termer), tuple(utan), tuple(dict.fromkeys(stoppord)), avkortad
    )


def _ar_stoppord(term):
    return not term.exakt and len(term.ord) == 1 and term.ord[0] in STOPPORD
