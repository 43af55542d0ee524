"""One row of an activity table of ours → an activity, word for word.

A row that was added by hand has no number and perhaps no styles: then a label counts
wherever it stands, and roles are parted as in anybody's Word plan.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from aktiviteter.word.ansvar import ansvariga
from aktiviteter.word.egen import ord as namn
from aktiviteter.word.egen.framsida import dag
from aktiviteter.word.egen.text import noter, rik_text
from aktiviteter.word.modell import Bit, Cell, Stycke
from aktiviteter.word.rader import Radtolkning, dela_titel

LANGST = {"mal": 500, "malgrupp": 200, "insatsomrade": 100, "malenhet": 40}
LANGST_TITEL = 200
_FAKTA = {e.casefold(): nyckel for e, nyckel in namn.AKTIVITETSFAKTA.items()}
_ARTER = {e.casefold(): art for e, art in namn.ARTER.items()}
_VAL = {
    "niva": {e.casefold(): v for e, v in namn.NIVAER.items()},
    "strategiomrade": {e.casefold(): v for e, v in namn.STRATEGIOMRADEN.items()},
}
_TAL = re.compile(r"(-?(?:\d{1,3}(?:\s\d{3})+|\d+)(?:[,.]\d{1,2})?)(?![\d,.])\s*(.*)")
_NUMMER = re.compile(r"\s*(\d{1,7})[.)]?\s*")


@dataclass
class Egenrad:
    """A row understood. `oklart`: (label, words) that no field could hold."""

    data: dict
    nummer: int | None = None
    tid: str = ""
    uppfoljning: str = ""
    avstamning: str = ""
    avkortad: bool = False
    namn: list[str] = field(default_factory=list)
    oklart: list[tuple[str, str]] = field(default_factory=list)
    text: list[Stycke] = field(default_factory=list)

    def tolkning(self) -> Radtolkning:
        """As the rows of other Word plans, whose times are read the same way."""
        nr = "" if self.nummer is None else str(self.nummer)
        return Radtolkning(self.data, self.tid, self.uppfoljning, nr)


def las_rad(celler: dict[str, Cell], roller: Sequence[str]) -> Egenrad:
    """The activity in a row's cells, by the words at the head of their columns."""
    stycken = {kolumn: cell.stycken for kolumn, cell in celler.items()}
    aktivitet, ansvarig, tidplan, uppfoljning = (
        stycken.pop(kolumn.casefold(), []) for kolumn in namn.KOLUMNER
    )
    rad = Egenrad(_tom())
    _aktivitet(rad, aktivitet)
    _ansvar(rad, ansvarig, roller)
    _tidplan(rad, tidplan)
    rad.uppfoljning = _ord(uppfoljning)
    rad.text += noter([*ansvarig, *tidplan, *uppfoljning])
    for kolumn, egna in stycken.items():
        _behall(rad, kolumn.capitalize(), egna)
    rad.data["beskrivning"] = rik_text(rad.text)
    return rad


def _tom() -> dict:
    return {
        "titel": "", "beskrivning": "", "insatsomrade": "", "malgrupp": "", "niva": "",
        "strategiomrade": "", "mal": "", "maltal": None, "malenhet": "",
        "ansvariga": [],
    }  # fmt: skip


def _ord(stycken: list[Stycke]) -> str:
    return " ".join(s.text for s in stycken)


def _behall(rad: Egenrad, etikett: str, stycken: list[Stycke]) -> None:
    """Words without a field, kept in the description under their label."""
    if not stycken:
        return
    rad.oklart.append((etikett, _ord(stycken)))
    rad.text.append(Stycke([Bit(f"{etikett}: "), *stycken[0].bitar]))
    rad.text += stycken[1:]


# ------------------------------------------------------------------ the first column


def _aktivitet(rad: Egenrad, stycken: list[Stycke]) -> None:
    titel = next((s for s in stycken if s.stil == namn.AKTIVITET.lower()), None)
    if titel is None:
        titel = next((s for s in stycken if not s.lista and not _ar_fakta(s)), None)
    if titel is not None:
        _titel(rad, titel)
    for s in stycken:
        if s is titel:
            continue
        if _ar_fakta(s) or (rad.nummer is None and _etikett(s, _FAKTA)[0]):
            _fakta(rad, s)
        else:
            rad.text.append(s)


def _ar_fakta(s: Stycke) -> bool:
    return s.stil == namn.FAKTA.lower()


def _titel(rad: Egenrad, s: Stycke) -> None:
    marke = namn.NUMMER.lower()
    nummer = "".join(b.text for b in s.bitar if b.stil == marke)
    if traff := _NUMMER.match(nummer):
        rad.nummer = int(traff[1]) or None
        s.utan(0, s.raa().index(traff[1]) + len(traff[0].lstrip()))
    rad.text += noter([s])
    rad.data["titel"] = s.text
    if len(s.text) > LANGST_TITEL:
        rad.data["titel"], rest, rad.avkortad = dela_titel([s])
        rad.text += rest


def _etikett(s: Stycke, etiketter: dict[str, str]) -> tuple[str, str]:
    """(the key that a line's label stands for, the words after it), else ("", "")."""
    etikett, kolon, ord_ = s.text.partition(":")
    nyckel = etiketter.get(etikett.strip().casefold(), "") if kolon else ""
    return (nyckel, ord_.strip()) if nyckel else ("", "")


def _fakta(rad: Egenrad, s: Stycke) -> None:
    nyckel, ord_ = _etikett(s, _FAKTA)
    if nyckel and _satt(rad.data, nyckel, ord_):
        rad.text += noter([s])
        return
    rad.text.append(s)
    if ord_ or not nyckel:
        rad.oklart.append((s.text.partition(":")[0], s.text))


def _satt(data: dict, nyckel: str, ord_: str) -> bool:
    """Fill a field; False when it is filled or cannot hold the words."""
    if data[nyckel] not in ("", None) or not ord_:
        return False
    if nyckel == "maltal":
        return _satt_tal(data, ord_)
    if nyckel in _VAL:
        data[nyckel] = _VAL[nyckel].get(ord_.casefold(), "")
        return bool(data[nyckel])
    if len(ord_) > LANGST[nyckel]:
        return False
    data[nyckel] = ord_
    return True


def _satt_tal(data: dict, ord_: str) -> bool:
    traff = _TAL.fullmatch(ord_)
    if not traff or len(traff[2]) > LANGST["malenhet"]:
        return False
    tal = float(re.sub(r"\s", "", traff[1]).replace(",", "."))
    if abs(tal) >= 10**10:
        return False
    data["maltal"] = int(tal) if tal == int(tal) else tal
    data["malenhet"] = traff[2].strip() or data["malenhet"]
    return True


# ---------------------------------------------------------------- the other columns


def _ansvar(rad: Egenrad, stycken: list[Stycke], roller: Sequence[str]) -> None:
    """A role a line, after its kind of responsibility unless that is the main."""
    if rad.nummer is None and not any(_etikett(s, _ARTER)[0] for s in stycken):
        rad.data["ansvariga"], rad.namn = ansvariga([s.text for s in stycken], roller)
        return
    for s in stycken:
        art, roll = _etikett(s, _ARTER)
        if roll or not art:
            rad.data["ansvariga"].append(
                {"roll": roll or s.text, "art": art or "huvudansvarig"}
            )


def _tidplan(rad: Egenrad, stycken: list[Stycke]) -> None:
    ord_ = []
    for s in stycken:
        etikett, _, dagen = s.text.partition(":")
        if _ar_fakta(s) and etikett.casefold() == namn.AVSTAMNING.casefold():
            if rad.avstamning or not dag(dagen):
                _behall(rad, "Tidplan", [s])
            rad.avstamning = rad.avstamning or dag(dagen)
        else:
            ord_.append(s)
    rad.tid = _ord(ord_)
