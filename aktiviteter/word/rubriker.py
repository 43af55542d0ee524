"""Which paragraphs are headings, and of which level: by style, else by their looks.

Levels come out as 1 and 2 (chapters) and 3 (a heading in the text). Coordinators often
type a number, make the line bold or larger and leave the style as it was; such lines
are ranked by number («2.1» is level 2) and else by size, capitals, weight, underline.
"""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from aktiviteter.word.faktarader import ar_faktarad
from aktiviteter.word.modell import Block, Stycke

LANGST = 120
FLEST_ORD = 16
LANGST_MED_STIL = 250
_TITELORD = re.compile(r"\b\w*(plan|program|strategi|riktlinjer?)\b", re.I)
_PLANTITEL = re.compile(r"plan(?:en)?\b.*\b(?:mot|för)\b|våldsbejakande", re.I)
_NUMMER = re.compile(
    r"\s*(?:"
    r"(?:kapitel|kap\.|avsnitt|del)\s+\d{1,2}\s*[.:–-]?\s+"
    r"|(\d{1,2}(?:\.\d{1,2}){1,4})[.):]?\s*[–-]?\s*(?=[^\W\d_])"
    r"|(\d{1,2})[.):]\s*[–-]?\s*(?=[^\W\d_])"
    r"|(\d{1,2})[ \t]+[–-]?\s*(?=[A-ZÅÄÖÉ])"
    r"|(?:[IVX]{1,4}|[A-H])[.)]\s+(?=\S)"
    r")",
    re.I,
)


def nummer_i(text: str) -> tuple[int, int, int]:
    """A typed chapter number: (its length, its depth, its last figure); zeros if none.

    «2.1 Ansvar» → (4, 2, 1); «2025 års mål» has none.
    """
    traff = _NUMMER.match(text)
    if traff is None or (traff[3] and not text[traff.end()].isupper()):
        return 0, 0, 0
    siffror = traff[1] or traff[2] or traff[3] or ""
    delar = siffror.split(".") if siffror else ["0"]
    return traff.end(), len(delar), int(delar[-1])


_AKTIVITETSNUMMER = re.compile(
    r"\s*(?:aktivitet|åtgärd|insats)\s*(?:nr\.?\s*)?(\d{1,3})\s*[.:–-]\s*(?=\S)", re.I
)


def aktivitetsnummer(text: str) -> tuple[int, int]:
    """(its length, the number) of «Åtgärd 3: …» or «3. …»; zeros if none. The length
    alone of a chapter's number: «3.2 …»."""
    if traff := _AKTIVITETSNUMMER.match(text):
        return traff.end(), int(traff[1])
    langd, djup, tal = nummer_i(text)
    return langd, tal if djup == 1 else 0


@dataclass(frozen=True, slots=True, order=True)
class Utseende:
    """What makes a line stand out, in order of weight."""

    storlek: int
    versal: bool
    fet: bool
    understruken: bool


def satt_rubriker(block: list[Block]) -> str:
    """Sets `niva` 0–3 on every paragraph. Returns "stil", "utseende" or ""."""
    stycken = [b for b in block if isinstance(b, Stycke)]
    for s in stycken:
        if s.niva and (s.tomt or len(s.text) > LANGST_MED_STIL):
            s.niva = 0
    med_stil = [s for s in stycken if s.niva]
    if len(med_stil) >= 2:
        _rangordna(med_stil, block)
        _mellanrubriker(block)
        return "stil"
    _av_utseende(block)
    return "utseende" if any(s.niva for s in stycken) else ""


def _rangordna(rubriker: list[Stycke], block: list[Block]) -> None:
    """The top level in use becomes 1; a first heading that is the title, none."""
    forst = rubriker[0]
    ensam = sum(s.niva <= forst.niva for s in rubriker) == 1
    if (
        (ensam or _bara_titel(rubriker, block))
        and _TITELORD.search(forst.text)
        and not nummer_i(forst.text)[0]
    ):
        forst.niva, forst.roll = 0, "titel"
        rubriker = rubriker[1:]
    overst = min(s.niva for s in rubriker)
    for s in rubriker:
        s.niva = min(3, s.niva - overst + 1)


def _bara_titel(rubriker: list[Stycke], block: list[Block]) -> bool:
    """Whether the first heading has nothing but cover lines under it."""
    if rubriker[0].niva != rubriker[1].niva:
        return False
    i, j = (next(n for n, b in enumerate(block) if b is s) for s in rubriker[:2])
    return _PLANTITEL.search(rubriker[0].text) is not None and all(
        isinstance(b, Stycke) and (b.tomt or b.toc or ar_faktarad(b.text))
        for b in [*block[:i], *block[i + 1 : j]]
    )


def _mellanrubriker(block: list[Block]) -> None:
    """Bold short lines among styled headings become headings in the text."""
    borjat = False
    for s, nasta in zip(block, [*block, None][1:], strict=True):
        if not isinstance(s, Stycke):
            continue
        borjat = borjat or s.niva > 0
        foljs = nasta is not None and not (isinstance(nasta, Stycke) and nasta.fet)
        if borjat and not s.niva and s.fet and foljs and _kan_vara_rubrik(s):
            s.niva = 3


def _kan_vara_rubrik(s: Stycke) -> bool:
    text = s.text
    return (
        0 < len(text) <= LANGST
        and len(text.split()) <= FLEST_ORD
        and not (s.toc or s.roll or s.lista == "ul")
        and text[-1] not in ".,;:!"
        and (text[0].isupper() or text[0].isdigit())
        and any(c.isalpha() for c in text)
    )


def _av_utseende(block: list[Block]) -> None:
    brod = _brodstorlek(block)

    def syn(s: Stycke) -> Utseende:
        storlek = s.storlek if s.storlek >= brod + 2 else brod
        return Utseende(storlek, s.versal, s.fet, s.understruken)

    slat = Utseende(brod, False, False, False)
    mojliga = [s for s in block if isinstance(s, Stycke) and _kan_vara_rubrik(s)]
    rubriker = [s for s in mojliga if syn(s) > slat]
    if not any(nummer_i(s.text)[0] for s in rubriker):
        numrerade = _numrerade_slata(block, mojliga)
        valda = {id(s) for s in [*rubriker, *numrerade]}
        rubriker = [s for s in mojliga if id(s) in valda]
    rubriker = _efter_framsidan(block, rubriker, syn)
    nivaer = _nivaer(rubriker, syn)
    for s, niva in zip(rubriker, nivaer, strict=True):
        s.niva, s.lista = min(3, niva), ""


def _brodstorlek(block: list[Block]) -> int:
    """The size most of the running text has."""
    langd: Counter[int] = Counter()
    for s in block:
        if isinstance(s, Stycke) and not s.fet:
            langd[s.storlek] += len(s.text)
    return langd.most_common(1)[0][0] if langd else 22


def _numrerade_slata(block: list[Block], mojliga: list[Stycke]) -> list[Stycke]:
    """Plain lines «1. Inledning», «2. Lägesbild» with text between: chapters."""
    numrerade = [s for s in mojliga if nummer_i(s.text)[0]]
    if len(numrerade) < 2:
        return []
    fyllda = [b for b in block if not (isinstance(b, Stycke) and b.tomt)]
    egna = {id(s) for s in numrerade}
    foljda = sum(id(a) in egna and id(b) not in egna for a, b in pairwise(fyllda))
    ett = [nummer_i(s.text)[2] for s in numrerade if nummer_i(s.text)[1] == 1]
    i_foljd = ett == list(range(1, len(ett) + 1))
    return numrerade if i_foljd and foljda >= 0.7 * len(numrerade) else []


def _efter_framsidan(
    block: list[Block], rubriker: list[Stycke], syn: Callable[[Stycke], Utseende]
) -> list[Stycke]:
    """The headings without the title lines of the cover."""
    kvar = list(rubriker)
    for b in block:
        if not kvar:
            break
        if b is not kvar[0]:
            # Running text or a table: the cover is over.
            if not isinstance(b, Stycke) or (len(b.text) > 80 and b.text[-1] == "."):
                break
            continue
        numrerad = nummer_i(b.text)[0] > 0
        storst = all(syn(b) > syn(s) for s in kvar[1:]) and len(kvar) > 1
        if numrerad or not (storst or ar_faktarad(b.text) or _ar_titel(b, rubriker)):
            break
        if storst or _ar_titel(b, rubriker):
            b.roll = b.roll or "titel"
        kvar.pop(0)
    return kvar


def _ar_titel(s: Stycke, rubriker: list[Stycke]) -> bool:
    return s is rubriker[0] and _TITELORD.search(s.text) is not None


def _nivaer(rubriker: list[Stycke], syn: Callable[[Stycke], Utseende]) -> list[int]:
    if not rubriker:
        return []
    djup = {id(s): nummer_i(s.text)[1] for s in rubriker if nummer_i(s.text)[0]}
    if not djup:
        # The first chapter is of the top level, so nothing after it can be above it.
        ordning = sorted(
            {min(syn(s), syn(rubriker[0])) for s in rubriker}, reverse=True
        )
        return [ordning.index(min(syn(s), syn(rubriker[0]))) + 1 for s in rubriker]
    av_syn: dict[Utseende, int] = {}
    for s in rubriker:
        if id(s) in djup:
            av_syn[syn(s)] = min(djup[id(s)], av_syn.get(syn(s), 9))
    ut = []
    for s in rubriker:
        storre = [n for u, n in av_syn.items() if u > syn(s)]
        ut.append(djup.get(id(s)) or av_syn.get(syn(s)) or max(storre, default=0) + 1)
    return ut
