"""A draft → an activity as plan data: title, description, goal, roles."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from aktiviteter.word import kolumner as k
from aktiviteter.word.ansvar import I_SAMRAD_MED, MEDANSVARIG, ansvariga
from aktiviteter.word.brodtext import till_text
from aktiviteter.word.mal import NIVAER, maltal, ta_ut_mal
from aktiviteter.word.modell import Bit, Stycke
from aktiviteter.word.ord import Lagare
from aktiviteter.word.tabeller import Utkast

LANGST_TITEL = 200
KORT_TITEL = 120
_FORKORTNING = re.compile(
    r"(?:\b(?:t\.?ex|bl\.?a|m\.?m|o\.?s\.?v|d\.?v\.?s|ca|kl|nr|åk|resp|inkl|exkl|s\.?k|"
    r"f\.?d|e\.?d|ev|st|max|min|tel|jfr|fr\.?o\.?m|t\.?o\.?m|etc|tex|kap|sid|\w)\.)$",
    re.I,
)
_MENINGSSLUT = re.compile(r"[.!?][»”\"')]*\s+(?=[A-ZÅÄÖ])")
STRATEGI = {
    "förebygg": "forebygga",
    "förhindr": "forhindra",
    "skydd": "skydda",
    "hanter": "hantera",
}
# One of the four areas and nothing else: «FÖREBYGGA», «Område 2: Förhindra».
_STRATEGIOMRADE = re.compile(
    r"(?:(?:strategi|insats|fokus)?område\s*)?(?:[\dA-D]\s*[.):–-]?\s*)?[:–-]?\s*(?:att\s+)?"
    r"(förebygga|förhindra|skydda|hantera)\W*",
    re.I,
)


def strategiomrade(text: str) -> str:
    """The area of the national strategy that a heading names, "" for other words."""
    traff = _STRATEGIOMRADE.fullmatch(text.strip())
    return _strategi(traff[1]) if traff else ""


@dataclass(slots=True)
class Radtolkning:
    """An activity as plan data, with time and follow-up (and who) still as words."""

    data: dict
    tid: str
    uppfoljning: str
    nr: str
    ansvar: str = ""
    namn: list[str] = field(default_factory=list)
    redovisat: list[str] = field(default_factory=list)
    avkortad: bool = False


def tolka_rad(utkast: Utkast, lagare: Lagare, roller: Sequence[str]) -> Radtolkning:
    """One draft understood; nothing of it is left behind."""
    falt = utkast.falt
    titel, rest, avkortad = dela_titel(falt.get(k.AKTIVITET, []))
    rest, funnet, etiketter = ta_ut_mal(rest + falt.get(k.BESKRIVNING, []))

    def rad(slag: str) -> str:
        return lagare.foga(s.text for s in falt.get(slag, []))

    mal = [m for m in (rad(k.MAL), *funnet.mal) if m]
    niva, strategi = (
        NIVAER.get(rad(k.NIVA).lower(), funnet.niva),
        _strategi(rad(k.STRATEGI)),
    )
    if not NIVAER.get(rad(k.NIVA).lower()) and rad(k.NIVA):
        utkast.ovrigt.append(("Nivå", falt[k.NIVA]))
    if not strategi and rad(k.STRATEGI):
        utkast.ovrigt.append(("Strategiområde", falt[k.STRATEGI]))
    rest += _markta(utkast.ovrigt) + _noter(falt)
    vilka, namn = _ansvar(falt, roller)
    tal, enhet = maltal(mal[0]) if len(mal) == 1 else (None, "")
    omraden = [o for o in (utkast.omrade, rad(k.OMRADE)) if o]
    if not strategi:
        strategi = next(filter(None, map(strategiomrade, omraden)), "")
        omraden = [o for o in omraden if not strategiomrade(o)]
    data = {
        "titel": titel,
        "beskrivning": till_text(rest),
        "insatsomrade": " – ".join(dict.fromkeys(omraden)),
        "malgrupp": "; ".join(x for x in (rad(k.MALGRUPP), *funnet.malgrupp) if x),
        "niva": niva,
        "strategiomrade": strategi,
        "mal": "; ".join(mal),
        "maltal": tal,
        "malenhet": enhet,
        "ansvariga": vilka,
    }
    nr = rad(k.NR).strip(" .)")
    if nr and not nr.isdigit():
        data["beskrivning"] = "\n".join(
            x for x in (data["beskrivning"], till_text([_stycke(f"Nr: {nr}")])) if x
        )
    return Radtolkning(
        data=data,
        tid=_tid(rad(k.TID), rad(k.START), rad(k.SLUT)),
        uppfoljning=rad(k.UPPF),
        nr=nr,
        ansvar=rad(k.ANSVARIG),
        namn=namn,
        redovisat=[
            *etiketter,
            *namn,
            nr,
            *_ord_utanfor(falt),
            *map(rad, (k.NIVA, k.STRATEGI, k.OMRADE)),
            utkast.omrade,
        ],
        avkortad=avkortad,
    )


def dela_titel(stycken: list[Stycke]) -> tuple[str, list[Stycke], bool]:
    """Title, the paragraphs that describe, and whether the title had to be shortened.

    A bold beginning is the title; else a short first paragraph, or its first sentence.
    """
    if not stycken:
        return "", [], False
    forsta, rest = stycken[0], stycken[1:]
    raa = forsta.raa()
    for snitt in (fet_borjan(forsta), _snitt(raa)):
        if (
            snitt
            and len(raa[:snitt].split())
            and len(raa[:snitt].strip()) <= LANGST_TITEL
        ):
            titel = " ".join(raa[:snitt].split()).strip(" :–-")
            titel = titel if _FORKORTNING.search(titel) else titel.rstrip(".")
            return titel, [_utan_borjan(forsta.del_av(snitt)), *rest], False
    if len(forsta.text) <= LANGST_TITEL:
        return forsta.text, rest, False
    # No seam to cut at: the title is the beginning, and the whole text is kept below.
    ord_ = forsta.text[:KORT_TITEL].rsplit(" ", 1)[0].rstrip(" ,;:–-")
    return f"{ord_} …", stycken, True


def _utan_borjan(s: Stycke) -> Stycke:
    """What is left after a title, without the colon or dash between them."""
    skrap = re.match(r"[\s:–.-]+(?=\S)", s.raa())
    if skrap:
        s.utan(0, skrap.end())
    return s


def fet_borjan(s: Stycke) -> int:
    """Where the bold beginning ends when the rest is not bold, 0 otherwise."""
    if s.fet:
        return 0
    slut = 0
    for bit in s.bitar:
        if bit.text.strip() and not bit.fet:
            break
        slut += len(bit.text)
    bokstaver = sum(c.isalpha() for c in s.raa()[:slut])
    return slut if bokstaver >= 3 and slut < len(s.raa()) else 0


def _snitt(text: str) -> int:
    """Where a title ends in a long single paragraph, 0 when all of it is the title."""
    for traff in _MENINGSSLUT.finditer(text):
        fore = text[: traff.start() + 1]
        if not _FORKORTNING.search(fore):
            return traff.end() if len(fore) <= KORT_TITEL else 0
    kolon = re.search(r":\s+(?=\S)|\s+–\s+", text)
    if kolon and len(text) > KORT_TITEL and kolon.start() <= 80:
        return kolon.end()
    return 0


def _ansvar(falt: dict, roller: Sequence[str]) -> tuple[list[dict], list[str]]:
    """Roles of the three columns that can name them, in that order."""
    ut, namn = ansvariga([s.text for s in falt.get(k.ANSVARIG, [])], roller)
    for slag, art in ((k.MEDANSVARIG, MEDANSVARIG), (k.SAMRAD, I_SAMRAD_MED)):
        fler, namn_har = ansvariga([s.text for s in falt.get(slag, [])], roller, art)
        finns = {a["roll"].lower() for a in ut}
        ut += [a for a in fler if a["roll"].lower() not in finns]
        namn += namn_har
    return ut, namn


def _tid(tid: str, start: str, slut: str) -> str:
    spann = " – ".join(x for x in (start, slut) if x)
    if not start and slut:
        spann = slut if re.match(r"\D", slut) else f"t.o.m. {slut}"
    return "; ".join(x for x in (tid, spann) if x)


def _strategi(text: str) -> str:
    return next((v for n, v in STRATEGI.items() if text.lower().startswith(n)), "")


def _stycke(text: str) -> Stycke:
    return Stycke([Bit(text)])


def _markta(ovrigt: list[tuple[str, list[Stycke]]]) -> list[Stycke]:
    """Cells without a field of their own, with their column's name before them."""
    ut: list[Stycke] = []
    for etikett, stycken in ovrigt:
        etikett = etikett.rstrip(" :")
        if etikett and stycken and not stycken[0].lista:
            forst = stycken[0].del_av(0)
            forst.bitar.insert(0, Bit(f"{etikett}: "))
            ut += [forst, *stycken[1:]]
        else:
            ut += [*([_stycke(f"{etikett}:")] if etikett else []), *stycken]
    return ut


_RIKA = {k.AKTIVITET, k.BESKRIVNING}


def _noter(falt: dict[str, list[Stycke]]) -> list[Stycke]:
    """Footnotes of plain fields, which have no place for them, as own lines."""
    ut = []
    for slag, stycken in falt.items():
        # The title is plain too: its notes are those of the first paragraph.
        for s in stycken[:1] if slag in _RIKA else stycken:
            kvar = [b for b in s.bitar if b.fotnot is not None]
            if slag == k.BESKRIVNING or (slag == k.AKTIVITET and not _titel_har_not(s)):
                continue
            ut += [Stycke([Bit("Not: "), *b.fotnot]) for b in kvar]
    return ut


def _titel_har_not(s: Stycke) -> bool:
    """Whether the whole first paragraph became the title."""
    return not (fet_borjan(s) or _snitt(s.raa())) and len(s.text) <= LANGST_TITEL


def _ord_utanfor(falt: dict[str, list[Stycke]]) -> list[str]:
    """Connecting words that a field's structure now says instead."""
    text = " ".join(
        s.text
        for slag in (k.ANSVARIG, k.MEDANSVARIG, k.SAMRAD)
        for s in falt.get(slag, [])
    )
    return re.findall(
        r"\b(?:och|samt|i|nära|samråd|samverkan|samarbete|dialog|tillsammans|med|stöd|av"
        r"|från|ansvariga?|(?:huvud|med)ansvar(?:iga?)?|utförare|stöd(?:jande)?"
        r"|medverkande|samverkansparter?|sammankallande)\b",
        text,
        re.I,
    )
