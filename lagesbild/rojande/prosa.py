"""Prose that gives somebody away: a place named together with a small count.

The 2019 plan of one board named a care home and told of the one event there. The rules
see words, not meaning: they warn rather once too often, and never change a text.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

_TALORD = "noll en två tre fyra fem sex sju åtta nio tio elva tolv".split()
_OBESTAMT = [
    *"båda bägge enstaka enda ensam någon något".split(),
    *("ett par", "några få", "en handfull"),
]
_HANDELSE = (
    r"\w*händelse|\w*incident|fall|tillfälle|gång|\w*rapport|\w*anmäl(?:an|ning)|"
    r"\w*blankett|\w*iakttagelse|förekomst|\w*klott(?:e?r|ring)|\w*affisch|"
    r"\w*klistermärke|dekal|\w*flygblad|\w*symbol|\w*hot|\w*besök|värvning|rekrytering|"
    r"\w*uttalande|yttrande|\w*möte|manifestation|skadegörelse|propaganda|tagg|märke|"
    r"hakkors|banderoll|flagga?|slagord|bråk|överfall|kränkning|trakasseri"
)
# A person is counted as an event is, when the environment or the seeing is told of.
_PERSON = r"(?:person|individ|ungdom|elev|anhängare|sympatisör|medlem)"
_SEDD = r"(?=[^\n.]*\b(?:\w*miljön?|\w*extremis\w*|nazis\w*|sågs?|sett|setts|värva\w*))"
# One of its kind without a number: «the threat in …».
_DEN_ENDA = (
    r"händelsen|incidenten|hotet(?! (?:mot|från|av)\b)|flygbladet|klistermärket|"
    r"affischen|hakkorset|banderollen"
)
_ANDELSER = (
    r"(?:a|an|ans|ar|as|es|arna|arnas|e|en|ens|er|erna|ernas|et|ets|n|na|nas|ns|or|orna|"
    r"ornas|r|rna|rnas|s|t|ts|are|aren|ade|ades|at|ats|ingar|ingarna)?"
)
_NOMEN = rf"(?:{_HANDELSE}){_ANDELSER}"
_OFTA = r"(?! (?:om|per|i|varje) (?:året|år|termin|månad|vecka|dag))"
_MELLAN = r"(?:[ \u00a0]+\(?[\w-]+\)?){0,3}?[ \u00a0]+"
_MENING = re.compile(r"(?<=[.!?])(?<!\b[A-ZÅÄÖ]\.)[\"”)]*\s+(?=[\"”(]?[A-ZÅÄÖ\d])|\n+")
# What makes a small figure something else than a count of events.
_INTE_ANTAL = (
    r"(?![.,:/-]\d)(?![ \u00a0]*(?:%|procent|§|kr\b|kronor|år\b|enheter|januari|"
    r"februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december))"
)
_INTE_TID = r"(?![ \u00a0]+(?:dygn|dag|veck|månad|timm|minut|steg|skol|verksam|enhet))"
_INTE_FORE = (
    r"(?<![\d.,:/§-])(?<!kl\. )(?<!kl )(?<!kapitel )(?<!punkt )(?<!tabell )"
    r"(?<!årskurs )(?<!tertial )(?<!figur )(?<!bilaga )(?<!avsnitt )"
)


@dataclass(frozen=True)
class Varning:
    """A place at `start`–`slut` beside a small count, and what to do, in words.

    `handelse` is where the count or the event stands; all in code points.
    """

    start: int
    slut: int
    handelse: tuple[int, int]
    mening: str


class _Fynd(NamedTuple):
    start: int
    slut: int
    raknat: bool


def varna_prosa(
    text: str, *, platser: Iterable[str], sma: Iterable[str] = (), troskel: int = 5
) -> list[Varning]:
    """Return where a plain text names a place together with a small count of events.

    `platser`: names of sub-areas, kinds of place and units, in their basic form.
    `sma`: names of kinds of event and environments whose count is below `troskel`.
    They are found in every Swedish form, in one sentence or the next one of the same
    paragraph. One warning per place in the text, in the text's order.
    """
    if plats_re := _ord_re(platser):
        return list(_varningar(text, plats_re, _monster(sma, troskel)))
    return []


def _varningar(text, plats_re, monster):
    meningar = list(_meningar(text))
    for nr, mening in enumerate(meningar):
        grannar = [mening, *_grannar(meningar, nr)]
        for plats in plats_re.finditer(text, *mening[:2]):
            if fynd := _forsta(text, grannar, monster, plats.span()):
                yield _varning(text, plats, fynd)


def _meningar(text) -> Iterator[tuple[int, int, int]]:
    """Yield the sentences: start, end, and the number of the paragraph."""
    start, stycke = 0, 0
    for skarv in _MENING.finditer(text):
        yield start, skarv.start(), stycke
        start, stycke = skarv.end(), stycke + ("\n" in skarv.group())
    yield start, len(text), stycke


def _grannar(meningar, nr):
    """Return the sentences beside one that are in its paragraph, the next one first."""
    return [
        meningar[annan]
        for annan in (nr + 1, nr - 1)
        if 0 <= annan < len(meningar) and meningar[annan][2] == meningar[nr][2]
    ]


def _monster(sma, troskel):
    """Return the patterns of a small count, and of what is counted so few times."""
    tal = _TALORD[2:troskel]
    siffror = "|".join(str(n) for n in range(1, troskel))
    ord_ = rf"(?:{'|'.join(tal)}){_INTE_TID}|{'|'.join(_OBESTAMT)}"
    antal = rf"(?:{ord_}|{_INTE_FORE}(?:{siffror}){_INTE_ANTAL}{_INTE_TID})"
    monster = [
        (rf"\b(?:en|ett|{antal}){_MELLAN}{_NOMEN}\b{_OFTA}", True),
        (rf"\b{_NOMEN}(?:[ \u00a0:,]+[\w-]+){{0,5}}?[ \u00a0:,]+{antal}\b", True),
        (rf"\b(?:en|ett|{antal}){_MELLAN}{_PERSON}{_ANDELSER}\b{_SEDD}", True),
        (rf"\b(?:{_DEN_ENDA})\b", True),
        (r"\b(?:enstaka|en enda|ett enda|bara ett?|endast ett?)\b", True),
    ]
    ut = [(re.compile(ett, re.IGNORECASE), raknat) for ett, raknat in monster]
    sma_re = _ord_re(sma)
    return [*ut, (sma_re, False)] if sma_re else ut


def _forsta(text, meningar, monster, plats):
    """Return the first small count in the sentences that isn't the place itself."""
    for start, slut, _ in meningar:
        for ett, raknat in monster:
            for traff in ett.finditer(text, start, slut):
                if traff.start() < plats[0] or traff.end() > plats[1]:
                    return _Fynd(*traff.span(), raknat)
    return None


def _varning(text, plats, fynd):
    vad = text[fynd.start : fynd.slut]
    forst = f"”{plats.group()}” nämns tillsammans med ”{vad}”"
    if not fynd.raknat:
        forst += ", som förekommit få gånger"
    return Varning(
        *plats.span(),
        (fynd.start, fynd.slut),
        f"{forst}. Så få händelser på en plats kan peka ut någon. Skriv platsen mer "
        "allmänt eller ta bort antalet.",
    )


def _ord_re(namn):
    """Return a pattern of the names in every form; None when there are none."""
    delar = sorted({_form(ett) for ett in namn if ett.strip()}, key=len, reverse=True)
    return re.compile("|".join(delar), re.IGNORECASE) if delar else None


def _form(namn):
    """Return a pattern of one name: its words with endings, as last part of compounds.

    A word in lower case is a kind of thing: skola is found in grundskolorna too. One
    with a capital is a name: Sätra in Sätraområdet, and Norra Sätra as N. Sätra.
    """
    orden = namn.split()
    ar_sak = namn == namn.lower()
    forled = r"\w*" if ar_sak and len(orden[0]) > 4 else ""
    efterled = r"(?:-?\w+)?" if not ar_sak and len(orden[-1]) > 4 else ""
    forst = [_forkortat(ett) for ett in orden[:-1]]
    former = r"[\s-]+".join([*forst, _bojt(orden[-1])])
    return rf"\b{forled}{former}{efterled}\b"


def _forkortat(ett):
    """Return a pattern of a word before others, which may stand as a capital alone."""
    hela = _bojt(ett)
    return rf"(?:{hela}|{re.escape(ett[0])}\.)" if ett[0].isupper() else hela


def _bojt(ett):
    if ett.endswith("um"):  # gymnasium, gymnasiet
        return f"{re.escape(ett[:-2])}(?:um)?{_ANDELSER}"
    if ett.endswith(("er", "el", "en")) and len(ett) > 4:  # klotter, klottret
        return f"{re.escape(ett[:-2])}e?{ett[-1]}{_ANDELSER}"
    stam = ett[:-1] if len(ett) > 3 and ett[-1] in "ae" else ett
    dubbel = f"{stam[-1]}?" if stam[-1:] in "mn" else ""  # hem, hemmet
    return f"{re.escape(stam)}{dubbel}{_ANDELSER}"
