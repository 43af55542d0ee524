"""A chapter's activity table: a repeated head, one activity a row."""

from decimal import Decimal

from aktiviteter.word.egen import ord as namn
from aktiviteter.word_ut.text import CELLEN, Skrivare
from aktiviteter.word_ut.xml import MJUKT, Element, lopa, stycke, varde, w
from vbeplan.text.avstavning import avstava

BREDDER = (4329, 2070, 1318, 1694)  # 46, 22, 14 and 18 % of the text's 166 mm
RYMS = 1500  # letters in a cell, about half a page: a longer row may be parted
_ART = {art: etikett for etikett, art in namn.ARTER.items()}
_OMVANT = {
    "niva": {varde: ord_ for ord_, varde in namn.NIVAER.items()},
    "strategiomrade": {varde: ord_ for ord_, varde in namn.STRATEGIOMRADEN.items()},
}


def tabelltitel(nummer: str, rubrik: str, antal: int) -> Element:
    """The caption: how many activities, and of what chapter."""
    enhet = "aktivitet" if antal == 1 else "aktiviteter"
    return stycke("", [lopa(f"{nummer} {rubrik}: {antal} {enhet}")], id_="Caption")


def aktivitetstabell(rader: list[dict], skrivare: Skrivare, titel: str) -> Element:
    """The table; `titel` is what a screen reader calls it."""
    tabell = w(
        "tbl",
        w(
            "tblPr",
            varde("tblStyle", "VBEtabell"),
            w("tblW", w=sum(BREDDER), type="dxa"),
            w("tblLayout", type="fixed"),
            w("tblLook", val="0620", firstRow=1, lastRow=0, firstColumn=0,
              lastColumn=0, noHBand=1, noVBand=1),
            varde("tblCaption", titel),
        ),
        w("tblGrid", *(w("gridCol", w=bredd) for bredd in BREDDER)),
        _huvud(),
    )  # fmt: skip
    tabell.extend(_rad(rad, skrivare) for rad in rader)
    return tabell


def _huvud() -> Element:
    celler = [[stycke(namn.HUVUD, [lopa(ord_)])] for ord_ in namn.KOLUMNER]
    return _tr([w("cantSplit"), w("tblHeader")], celler)


def _rad(a: dict, skrivare: Skrivare) -> Element:
    celler = [
        [_titel(a), *skrivare.skriv(a["beskrivning"], CELLEN), *_fakta(a)],
        [_ansvarig(x) for x in a["ansvariga"]],
        _tidplan(a["tidplan"]),
        _ord(_visat(a["uppfoljning"])),
    ]
    ryms = len(a["beskrivning"]) + len(a["mal"]) < RYMS
    return _tr([w("cantSplit")] if ryms else [], celler)


def _tr(egenskaper: list[Element], celler: list[list[Element]]) -> Element:
    rad = w("tr")
    if egenskaper:
        rad.append(w("trPr", *egenskaper))
    for bredd, innehall in zip(BREDDER, celler, strict=True):
        tc = w("tc", w("tcPr", w("tcW", w=bredd, type="dxa")))
        tc.extend(innehall or [stycke(namn.CELL)])
        rad.append(tc)
    return rad


def _titel(a: dict) -> Element:
    nummer = lopa(f"{a['nummer']} ", varde("rStyle", namn.stil_id(namn.NUMMER)))
    return stycke(namn.AKTIVITET, [nummer, lopa(a["titel"])])


def _fakta(a: dict) -> list[Element]:
    """What is filled in beside the columns, a line each."""
    ord_ = {nyckel: _faktaord(a, nyckel) for nyckel in namn.AKTIVITETSFAKTA.values()}
    enhet = ord_["malenhet"]
    # «95 procent», but a unit that begins with a digit would become part of the number.
    if ord_["maltal"] and enhet and not enhet[0].isdigit():
        ord_["maltal"], ord_["malenhet"] = f"{ord_['maltal']} {enhet}", ""
    return [
        fakta(etikett, ord_[nyckel])
        for etikett, nyckel in namn.AKTIVITETSFAKTA.items()
        if ord_[nyckel]
    ]


def _faktaord(a: dict, nyckel: str) -> str:
    if nyckel == "maltal":
        return tal_i_ord(a["maltal"])
    return _OMVANT.get(nyckel, {}).get(a[nyckel], a[nyckel])


def tal_i_ord(tal: float | None) -> str:
    """12500.5 → "12 500,5", the groups kept together by no-break spaces."""
    if tal is None:
        return ""
    ord_ = f"{Decimal(str(tal)):,f}".replace(",", "\N{NO-BREAK SPACE}")
    heltal, _, rest = ord_.partition(".")
    return f"{heltal},{rest}" if rest.strip("0") else heltal


def fakta(etikett: str, ord_: str) -> Element:
    """A labelled line of a cell."""
    return stycke(namn.FAKTA, [_etikett(f"{etikett}:"), lopa(f" {ord_}")])


def _etikett(text: str) -> Element:
    return lopa(text, varde("rStyle", namn.stil_id(namn.ETIKETT)))


def _ansvarig(x: dict) -> Element:
    """A role on a line of its own; the first kind of responsibility needs no label."""
    etikett, roll = _ART[x["art"]], x["roll"]
    liknar = roll.casefold().startswith(tuple(e.casefold() for e in namn.ARTER))
    if x["art"] == "huvudansvarig" and not liknar:
        return stycke(namn.CELL, [lopa(avstava(roll))])
    return stycke(namn.CELL, [_etikett(f"{etikett}:"), lopa(avstava(f" {roll}"))])


def _tidplan(tid: dict) -> list[Element]:
    ut = _ord(_visat(tid))
    if tid.get("avstamning"):
        etikett = namn.AVSTAMNING.replace("stäm", f"{MJUKT}stäm")
        ut.append(fakta(etikett, tid["avstamning"]))
    return ut


def _visat(tid: dict) -> str:
    # «Se ovan» is printed as what it points at: rows may have changed places.
    return tid.get("hanvisning") or tid["text"]


def _ord(text: str) -> list[Element]:
    # Word hyphenates by itself, LibreOffice only where it has a Swedish dictionary.
    return [stycke(namn.CELL, [lopa(avstava(text))])] if text else []
