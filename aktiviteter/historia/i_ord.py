"""A version's content in the words of the page, and two of them compared."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from aktiviteter.historia.tillbaka import RIKA
from aktiviteter.models import Aktivitet, Ansvar, Revidering, Version
from vbeplan.text.jamfor import Blockpar, jamfor_block, jamfor_ord

Slag = Version.Slag
ETIKETTER = {
    "titel": "Titel",
    "ar": "År",
    "dnr": "Diarienummer",
    "datum": "Datum på framsidan",
    "giltig_till": "Gäller till",
    "dokumenttyp": "Dokumenttyp",
    "dokumentagare": "Dokumentägare",
    "budgetmal": "Mål i budgeten",
    "nasta_revidering": "Nästa revidering",
    "rubrik": "Rubrik",
    "text": "Text",
    "kapitel": "Ligger i kapitel",
    "beskrivning": "Beskrivning",
    "ansvariga": "Ansvarig",
    "iakttagelser": "Svarar mot",
    "tidplan": "Tidplan",
    "avstamning": "Nästa avstämning",
    "uppfoljning": "Uppföljning",
    "mal": "Mål",
    "maltal": "Måltal",
    "malgrupp": "Målgrupp",
    "niva": "Nivå",
    "insatsomrade": "Insatsområde",
    "strategiomrade": "Område i den nationella strategin",
    "val": "Beslut",
    "skal": "Skäl",
    "intern": "Bara för internt bruk",
}
VAL = {
    "niva": dict(Aktivitet.Niva.choices),
    "strategiomrade": dict(Aktivitet.Strategiomrade.choices),
    "val": dict(Revidering.Val.choices),
    "intern": {True: "Ja"},
}
PLATS = {"overordnat_id", "avsnitt_id"}
SVAR = "iakttagelser"
EJ_I_ORD = {"nummer", "malenhet", "anmarkningar", "text_ar"}


@dataclass(frozen=True, slots=True)
class Faltpar:
    """A field that differs: its label, and what differs, words or blocks."""

    falt: str
    etikett: str
    markerat: SafeString | str = ""
    block: tuple[Blockpar, ...] = ()


def i_ord(data, *, kapitel=None, roller=None, iakttagelser=None):
    """Return a version's content as {field: words}, in the order of the page.

    Rich text stays as it is. `kapitel` gives a chapter's heading by its id; without it
    the place is left out. `roller` gives a role's name today by its id: a role with a
    new name is no change of the activity. `iakttagelser` gives a finding's words today
    by its id; without it what the activity answers is left out.
    """
    ut = {}
    for falt in data:
        if falt in EJ_I_ORD or (falt in PLATS and kapitel is None):
            continue
        if falt == SVAR:
            if iakttagelser is not None:
                ut[falt] = _svaren(data[falt], iakttagelser)
            continue
        namn = "kapitel" if falt in PLATS else falt
        ut[namn] = _ord(falt, data, kapitel, roller or {})
    return {falt: ut[falt] for falt in ETIKETTER if falt in ut}


def _svaren(iakttagelser, namn):
    return "; ".join(namn.get(pk, "en borttagen iakttagelse") for pk in iakttagelser)


def _ord(falt, data, kapitel, roller):
    varde = data[falt]
    if falt in PLATS:
        return kapitel.get(varde, "")
    if falt == "ansvariga":
        return ", ".join(
            _ansvarig(roller.get(pk, namn), art) for namn, art, pk in varde
        )
    if falt in ("tidplan", "uppfoljning"):
        return varde.get("hanvisning") or varde["text"]
    if falt == "maltal":
        tal = (varde or "").rstrip("0").rstrip(".") if "." in (varde or "") else varde
        return f"{tal or ''} {data['malenhet']}".replace(".", ",").strip()
    if falt in VAL:
        return VAL[falt].get(varde, "")
    return "" if varde is None else str(varde)


def _ansvarig(namn, art):
    if art == Ansvar.Art.HUVUDANSVARIG:
        return namn
    return f"{namn} ({Ansvar.Art(art).label.lower()})"


def jamfor_falt(fore, efter):
    """Return a `Faltpar` for each field that differs between two `i_ord`; {} is none.

    Empty on the one side stands for a field that the thing has not got there.
    """
    namn = [falt for falt in ETIKETTER if falt in fore or falt in efter]
    return tuple(
        _par(falt, fore.get(falt, ""), efter.get(falt, ""))
        for falt in namn
        if fore.get(falt, "") != efter.get(falt, "")
    )


def _par(falt, fore, efter):
    if falt in RIKA:
        return Faltpar(falt, ETIKETTER[falt], block=tuple(jamfor_block(fore, efter)))
    return Faltpar(falt, ETIKETTER[falt], markerat=jamfor_ord(fore, efter))
