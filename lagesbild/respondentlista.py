"""A list of respondents, pasted out of a spreadsheet or read from a CSV file."""

from dataclasses import dataclass, field

from blanketter.enhetslista import INGEN_EPOST, ar_epost, cellerna
from lagesbild.models import Grupp, Respondent
from vbeplan.text.svenska import normalisera

KOLUMNER = "Namn; grupp; e-postadress"
_RUBRIKER = {"namn", "respondent", "organisation"}
# How people call a group, beside the words that the page uses.
_KALLAS = {
    "enhet": Grupp.EGEN, "egen enhet": Grupp.EGEN, "egna enheter": Grupp.EGEN,
    "förening": Grupp.FORENING, "idrottsförening": Grupp.FORENING,
    "bostadsbolag": Grupp.BOSTAD, "bostad": Grupp.BOSTAD,
    "församling": Grupp.FORSAMLING, "församlingar": Grupp.FORSAMLING,
    "trossamfund": Grupp.FORSAMLING, "stiftelse": Grupp.STIFTELSE,
    "annan": Grupp.ANNAN, "andra": Grupp.ANNAN,
}  # fmt: skip


@dataclass
class Rad:
    """One line: its number, the respondent that it would be, its words for the group,
    what is wrong with it and what may be.
    """

    nr: int
    respondent: Respondent
    ord: str
    fel: list[str] = field(default_factory=list)
    varning: str = ""


def las_lista(text, namnd):
    """Return a list of `Rad` for the lines of a text, none of them saved."""
    koder = _KALLAS | {normalisera(g.label): g for g in Grupp}
    finns = set(namnd.respondenter.values_list("namn_norm", flat=True))
    i_listan = set()
    rader = []
    for nr, celler in cellerna(text, _RUBRIKER, 3):
        rad = _rad(nr, celler, namnd, koder)
        _prova_namn(rad, finns, i_listan)
        rader.append(rad)
    return rader


def _rad(nr, celler, namnd, koder):
    namn, grupp, epost = _i_ordning(*celler)
    rad = Rad(nr, Respondent(namnd=namnd, namn=namn[:120], epost=epost), grupp)
    rad.respondent.grupp = koder.get(normalisera(grupp), "")
    if len(namn) > 120:
        rad.fel.append("Namnet är längre än 120 tecken. Korta det.")
    if not rad.respondent.grupp:
        rad.fel.append(_okand(grupp))
    if epost and not ar_epost(epost):
        rad.fel.append(INGEN_EPOST % epost)
    return rad


def _i_ordning(namn, grupp, epost):
    """Return the cells with the address last: many lists have it before the group."""
    if "@" in grupp and "@" not in epost:
        return namn, epost, grupp
    return namn, grupp, epost


def _okand(ord_):
    if ord_:
        return f"”{ord_}” är ingen av grupperna. De står under listan."
    return "Gruppen saknas. Skriv den efter namnet."


def _prova_namn(rad, finns, i_listan):
    norm = normalisera(rad.respondent.namn)
    if not norm:
        rad.fel.append("Namnet saknas. Skriv det först på raden.")
    elif norm in finns:
        rad.fel.append("Det namnet finns redan i registret. Ta bort raden.")
    elif norm in i_listan:
        rad.fel.append("Det namnet står redan längre upp. Ta bort den ena raden.")
    i_listan.add(norm)
