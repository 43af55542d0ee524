"""What a column of an activity table holds, by its header's words or by its cells."""

import re

from aktiviteter.word.modell import Cell, Tabell

AKTIVITET, BESKRIVNING, ANSVARIG, MEDANSVARIG, SAMRAD, TID, START, SLUT, UPPF = (
    "aktivitet", "beskrivning", "ansvarig", "medansvarig", "samrad", "tid", "start",
    "slut", "uppfoljning",
)  # fmt: skip
NR, MAL, MALGRUPP, NIVA, OMRADE, STRATEGI, OVRIGT = (
    "nr", "mal", "malgrupp", "niva", "omrade", "strategi", "ovrigt",
)  # fmt: skip

# In order: the first that matches decides. Written for a header in lower case without
# punctuation at its ends.
_SLAG = [(re.compile(monster), slag) for monster, slag in [
    (r"(aktivitets?|åtgärds?|insats|löp)?-?\s*(nr|nummer|#|id)$|#$|no$", NR),
    (r"status|kommentar|resultat(?!mål)|utfall|anmärkning|kostnad|resurs|budget|prioritet"
     r"|finans", OVRIGT),
    (r"målgrupp|för vem|vilka (berörs|omfattas)|riktar sig till|deltagare$", MALGRUPP),
    (r"(förebyggande|preventions?)?nivå", NIVA),
    (r"strategiområde|strategins (del|område)|nationella strategin", STRATEGI),
    (r"(insats|åtgärds|fokus|utvecklings|mål|verksamhets|problem|prioriterat |arbets)?"
     r"(område|omr|kategori|tema)n?$|prioriterat område|fokusområde", OMRADE),
    (r"huvudansvar|ansvar|vem|utför|genomförs av|ägare$|aktivitetsägare|uppdragstagare"
     r"|(genomförande )?(aktör|funktion|part)(er)?$", ANSVARIG),
    (r"medansvar|delansvar|stödjande|övriga (ansvariga|aktörer)|bistår", MEDANSVARIG),
    (r"(i )?(samverkan|samråd|samarbete)|samverkans|samarbets|tillsammans med"
     r"|medverkande|deltagande|andra aktörer|involverade", SAMRAD),
    (r".*(uppfölj|följ\w*\b.*\bupp\b|redovisa|rapporter|utvärder|avstäm)", UPPF),
    (r"(års|effekt|del|resultat|huvud|aktivitets|process|inriktnings)?mål(et|en|sättning)?\b"
     r"|indikator|nyckeltal|mått|syfte|förväntad|önska[dt]|varför|målvärde", MAL),
    (r"start(datum|tid)?$|påbörja|från( och med)?$|fr\.?\s?o\.?\s?m\.?$", START),
    (r"slut(datum|tid)?$|t\.?\s?o\.?\s?m\.?$|till( och med)?$", SLUT),
    (r"tid|när|hur ofta|klar|färdig|senast|deadline|period|datum|år$|sluttid|slutför"
     r"|genomförs( när| senast)?$|genomförande(tid|period)|start (och|/) ?slut"
     r"|start-? ?/? ?slut", TID),
    (r"hur\b|genomförande|innehåll|tillvägagångssätt|beskrivning|metod|arbetssätt",
     BESKRIVNING),
    (r".*(aktivitet|åtgärd|insats(er)?\b|uppdrag|moment|uppgift|handling(ar)?\b)"
     r"|vad\b|delaktivitet|det här ska vi göra|detta gör vi|vi ska$", AKTIVITET),
]]  # fmt: skip
# The best word for the column that holds the activity itself, when several could.
_FORETRADE = ("aktivitet", "åtgärd", "insats", "vad", "")
LANGST_RUBRIK = 60
LETA_RADER = 4


def slag_for(rubrik: str) -> str:
    """The kind a header's words name, "" when they name none."""
    ord_ = re.sub(r"\(.*?\)|\b20\d\d\b", " ", rubrik.lower())
    ord_ = " ".join(ord_.split()).strip(" :;?.*•-–")
    # A figure that is no year, or words after a colon, belong to a cell, not a header.
    if not ord_ or len(ord_) > LANGST_RUBRIK or re.search(r"\d|:\s*\w", ord_):
        return ""
    return next((slag for monster, slag in _SLAG if monster.match(ord_)), "")


def rubrikrad(tabell: Tabell) -> int | None:
    """The index of the header row among the first rows, None when there is none."""
    for i, rad in enumerate(tabell.rader[:LETA_RADER]):
        if ar_rubrikrad(rad):
            return i
    return None


def ar_rubrikrad(rad: list[Cell]) -> bool:
    """Whether a row names the columns of an activity table."""
    texter = [c.text for c in rad if c.text]
    if len(texter) < 2 or any(len(t) > LANGST_RUBRIK for t in texter):
        return False
    slag = {slag_for(t) for t in texter} - {""}
    vem_nar = slag & {ANSVARIG, TID, START, SLUT, UPPF}
    if AKTIVITET in slag or BESKRIVNING in slag:
        return bool(vem_nar) or (AKTIVITET in slag and bool(slag & {MAL, MALGRUPP}))
    # «Område · Ansvarig · Tidplan»: the first column is the activity by another name.
    okanda = sum(not slag_for(t) for t in texter)
    return ANSVARIG in slag and bool(slag & {TID, START, SLUT}) and okanda <= 1


def slag_per_kolumn(rad: list[Cell]) -> list[str]:
    """The kind of each header cell; "" for an empty one, OVRIGT for an unknown."""
    slag = [slag_for(c.text) or (OVRIGT if c.text else "") for c in rad]
    return _en_aktivitet([c.text.lower() for c in rad], slag)


def _en_aktivitet(rubriker: list[str], slag: list[str]) -> list[str]:
    """Exactly one activity column; the others of that kind become something else."""
    valda = [i for i, s in enumerate(slag) if s == AKTIVITET]
    if not valda:
        for ersattare in (BESKRIVNING, OMRADE, MAL, OVRIGT):
            if ersattare in slag:
                slag[slag.index(ersattare)] = AKTIVITET
                break
        return slag
    bast = min(
        valda,
        key=lambda i: next(n for n, o in enumerate(_FORETRADE) if o in rubriker[i]),
    )
    for i in valda:
        if i != bast:
            slag[i] = OMRADE if i < bast and OMRADE not in slag else BESKRIVNING
    return slag


def slag_for_etiketter(etiketter: list[str], *, har_titel: bool) -> list[str]:
    """As slag_per_kolumn, for labels that stand below each other. With a title above
    them all, an activity label says more about it."""
    slag = [slag_for(e) or OVRIGT for e in etiketter]
    if har_titel:
        return [BESKRIVNING if s == AKTIVITET else s for s in slag]
    return _en_aktivitet([e.lower() for e in etiketter], slag)
