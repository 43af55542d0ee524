"""Labels with values in running text: «Ansvarig: Rektor», «(Ansvar: X, klart: 2025)».

Which words are labels is what kolumner.py knows as column headers.
"""

import re
from dataclasses import dataclass

from aktiviteter.word import kolumner as k
from aktiviteter.word.modell import Stycke

VEM_NAR = frozenset({k.ANSVARIG, k.TID, k.START, k.SLUT, k.UPPF})
FALT = VEM_NAR | {
    k.AKTIVITET, k.BESKRIVNING, k.MEDANSVARIG, k.SAMRAD, k.MAL, k.MALGRUPP, k.NIVA,
    k.OMRADE, k.STRATEGI, k.OVRIGT,
}  # fmt: skip
LANGST_ETIKETT = 40
FLEST_ORD = 5
_LANGST = 2_000
_RAD = re.compile(r"\s*(?P<namn>[^\W\d_][^:\n\t]{1,45}?)\s*(?::\s*|\t\s*)")
_INUTI = re.compile(
    r"(?:^|(?P<skilje>[(.;,|\n]|\s[–-](?=\s)|\t))\s*"
    r"(?P<namn>[^\W\d_][\w åäöÅÄÖ/-]{1,38}?)\s*:\s*(?=\S)"
)


@dataclass(frozen=True, slots=True)
class Etikett:
    """A label in a paragraph: its kind and words, where it and its value start."""

    slag: str
    namn: str
    start: int
    varde: int


def slag_for_ord(namn: str) -> str:
    """The kind that a label's words name, "" when they are none."""
    if len(namn) > LANGST_ETIKETT or len(namn.split()) > FLEST_ORD:
        return ""
    slag = k.slag_for(namn)
    return slag if slag in FALT else ""


def etikett_forst(s: Stycke) -> Etikett | None:
    """The label a paragraph begins with: before a colon, or bold before a tab."""
    raa = s.raa()
    traff = _RAD.match(raa)
    if traff is None or s.lista == "ol":
        return None
    if "\t" in traff[0] and ":" not in traff[0] and not (s.bitar and s.bitar[0].fet):
        return None
    slag = slag_for_ord(traff["namn"])
    return Etikett(slag, traff["namn"].strip(), 0, traff.end()) if slag else None


def etiketter_i(s: Stycke) -> list[Etikett]:
    """All the labels inside a paragraph of several, in order."""
    raa = s.raa()
    if len(raa) > _LANGST or ":" not in raa:
        return []
    ut = []
    for traff in _INUTI.finditer(raa):
        slag = slag_for_ord(traff["namn"])
        if slag:
            start = traff.start("skilje") if traff["skilje"] else traff.start()
            start += traff["skilje"] == "."  # the sentence before keeps its full stop
            ut.append(Etikett(slag, traff["namn"].strip(), start, traff.end()))
    return ut


def varden(s: Stycke, etiketter: list[Etikett]) -> list[tuple[str, str, Stycke]]:
    """[(kind, label, value)] of a paragraph cut at its labels."""
    raa = s.raa()
    ut = []
    for e, nasta in zip(etiketter, [*etiketter[1:], None], strict=True):
        slut = nasta.start if nasta else len(raa)
        varde = raa[e.varde : slut].rstrip(" ,;.|\n\t–-")
        # The parenthesis that held the labels ends with the last of them.
        if varde.count(")") > varde.count("("):
            varde = varde.rstrip(" ).")
        ut.append((e.slag, e.namn, s.del_av(e.varde, e.varde + len(varde))))
    return ut
