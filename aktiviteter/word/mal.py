"""Goals and target groups written inside an activity's text, taken to their fields."""

import re
from dataclasses import dataclass, field

from aktiviteter.word.modell import Stycke

_ETIKETT = re.compile(
    r"(?:(?<=^)|(?<=[.;!?]\s)|(?<=[.;!?]\n))\s*"
    r"(?P<etikett>(?P<mal>(?:års|effekt|del|resultat|aktivitets|process)?mål(?:sättning)?"
    r"|förväntat resultat|indikator)"
    r"|(?P<malgrupp>målgrupp(?:er)?)"
    r"|(?P<niva>(?:förebyggande|preventions)?nivå))\s*(?:för\s+)?(?P<ar>(?:år\s+)?20\d\d)?"
    r"\s*:\s*",
    re.I,
)
_TAL = re.compile(
    r"(?<![\w.,/–-])(\d{1,3}(?: \d{3})+|\d+)(?:,(\d+))?"
    r"\s*(%|procent\b|(?:[^\W\d_]|-)+)?"
    r"(?:\s+((?:[^\W\d_]|-)+))?(?![\w/–]*\d)"
)
_FORE_ENHET = {
    "nya", "olika", "unika", "stora", "små", "fler", "st", "stycken", "av", "lokala",
    "interna", "externa", "öppna", "gemensamma", "kommunala", "digitala", "fysiska",
}  # fmt: skip
_INGEN_ENHET = {
    "år",
    "och",
    "till",
    "i",
    "per",
    "ska",
    "är",
    "under",
    "från",
    "åringar",
}
_ALDER = re.compile(
    r"\b\d{1,2}\s*[–-]\s*\d{1,2}\s*(?:år|åringar)?\b|\bårskurs(?:erna)?\s+[\d–,\soch-]+"
    r"|\båk\.?\s*\d|\b\d+\s*(?:år|-åringar)\b",
    re.I,
)
_MALNUMMER = re.compile(r"^\s*\w*mål\s+\d+\s*[.:–-]", re.I)
NIVAER = {
    "universell": "universell", "universella": "universell", "generell": "universell",
    "selektiv": "selektiv", "selektiva": "selektiv", "indikerad": "indikerad",
    "indikerade": "indikerad", "primär": "universell", "sekundär": "selektiv",
    "tertiär": "indikerad",
}  # fmt: skip


@dataclass(slots=True)
class Malfalt:
    """What was found; `mal` words, `malgrupp` words, `niva` as stored."""

    mal: list[str] = field(default_factory=list)
    malgrupp: list[str] = field(default_factory=list)
    niva: str = ""


def ta_ut_mal(stycken: list[Stycke]) -> tuple[list[Stycke], Malfalt, list[str]]:
    """The paragraphs without goal and target-group lines, what those said, labels used.

    A line with a footnote, and a second level, stay where they are.
    """
    ut: list[Stycke] = []
    falt = Malfalt()
    etiketter: list[str] = []
    for s in stycken:
        raa = s.raa()
        traffar = list(_ETIKETT.finditer(raa))
        if not traffar or any(b.fotnot is not None for b in s.bitar):
            ut.append(s)
            continue
        fore = s.del_av(0, traffar[0].start())
        kvar = [] if fore.tomt else [fore]
        for traff, nasta in zip(traffar, [*traffar[1:], None], strict=True):
            slut = nasta.start() if nasta else len(raa)
            varde = " ".join(raa[traff.end() : slut].split()).rstrip(".")
            if varde and _lagg(falt, traff, varde):
                etiketter.append(traff["etikett"] + " " + (traff["ar"] or ""))
            else:
                kvar.append(s.del_av(traff.start(), slut))
        if kvar:
            kvar[0].fynd = s.fynd
        ut.extend(kvar)
    return ut, falt, etiketter


def _lagg(falt: Malfalt, traff: re.Match, varde: str) -> bool:
    if traff["malgrupp"]:
        falt.malgrupp.append(varde)
    elif traff["mal"]:
        falt.mal.append(varde)
    else:
        niva = NIVAER.get(varde.lower(), "")
        if not niva or falt.niva:
            return False
        falt.niva = niva
    return True


def maltal(mal: str) -> tuple[float | int | None, str]:
    """The number and unit of a goal when there is exactly one: «400 ungdomar …».

    Years and ages are no goals. Two numbers are too uncertain for one field.
    """
    rest = _ALDER.sub(" ", _MALNUMMER.sub("", mal))
    tal = [
        t
        for t in _TAL.finditer(rest)
        if not (re.fullmatch(r"(?:19|20)\d\d", t[1]) and not t[2])
    ]
    if len(tal) != 1:
        return None, ""
    traff = tal[0]
    varde = float(f"{traff[1].replace(' ', '')}.{traff[2] or 0}")
    enhet = traff[3] or ""
    if enhet == "%":
        enhet = "procent"
    if enhet.lower() in _FORE_ENHET and traff[4]:
        enhet = (
            f"{enhet} {traff[4]}" if enhet not in ("st", "av", "stycken") else traff[4]
        )
    ensamt = rest.strip() == traff[0].strip()
    if (not enhet and not ensamt) or enhet.lower() in _INGEN_ENHET:
        return None, ""
    return int(varde) if varde.is_integer() else varde, enhet
