"""Mends the tag tree, one fault of WeasyPrint 70 after the other.

The order matters: first whole elements, then what they are, then where they stand,
last what is empty.
"""

from collections.abc import Callable

from pikepdf import Name

from vbeplan.rapport.efterbehandling.trad import Bit, Element, Lank

CALL, MARK = "span::footnote-call", "span::footnote-marker"
# Roles that mean something even when nothing is in them.
BEHALLS_TOMMA = {"TD", "TH", "LBody", "Document"}
PUNKT = 0.75  # points to a CSS pixel
SIDHOJD = 841.89  # A4, in points
SCOPE = {"row": Name.Row, "rowgroup": Name.Row}


class NotSaknas(Exception):  # noqa: N818 - Swedish names its errors otherwise
    """A note that is called but was never set: the layout found no room for it."""


def laga(rot: Element) -> None:
    """Mend the whole tree in place."""
    for steg in STEG:
        steg(rot)


def sammanfoga(rot: Element) -> None:
    """Join what page breaks cut: one table, one list, one paragraph per HTML element.

    A head that is repeated on the next page is left out, and so becomes decoration;
    cells that named it as their head name the first one.
    """
    bytta: dict[str, str] = {}
    _sammanfoga(rot, bytta)
    for cell in rot.alla():
        if "/Headers" in cell.attribut:
            namn = [str(rubrik) for rubrik in cell.attribut["/Headers"]]
            cell.attribut["/Headers"] = [bytta.get(n, n) for n in namn]


def _sammanfoga(element: Element, bytta: dict[str, str]) -> None:
    barn: list[Element | Bit | Lank] = []
    forsta: dict[tuple[int, str, str], Element] = {}
    for del_ in element.barn:
        if not isinstance(del_, Element) or not del_.marke:
            barn.append(del_)
            continue
        nyckel = (del_.marke["n"], del_.tagg, del_.typ)
        borjan = forsta.get(nyckel)
        if borjan is None or not _hor_ihop(borjan, del_, barn[-1]):
            forsta[nyckel] = del_
            barn.append(del_)
        elif del_.typ == "THead":
            bytta.update(_par(borjan, del_))
        else:
            borjan.barn += del_.barn
    element.barn = barn
    for del_ in barn:
        if isinstance(del_, Element):
            _sammanfoga(del_, bytta)


def _hor_ihop(borjan: Element, fortsattning: Element, narmast: object) -> bool:
    """The next line of the same inline element, or the same element on a new page."""
    return borjan is narmast or not borjan.sidor() & fortsattning.sidor()


def _par(forsta: Element, andra: Element) -> dict[str, str]:
    fran = (cell.id for cell in andra.alla() if cell.typ == "TH")
    till = (cell.id for cell in forsta.alla() if cell.typ == "TH")
    return dict(zip(fran, till, strict=True))


def ge_roller(rot: Element) -> None:
    """Name what WeasyPrint left unnamed: contents, notes, scopes, list numbering."""
    for element in list(rot.alla()):
        ROLLER.get(element.tagg.split("::")[0], _ingen)(element)
        element.lang = element.marke.get("lang", "")


def _ingen(element: Element) -> None:
    """An element that already has its role."""


def _roll_nav(element: Element) -> None:
    element.typ = "Sect"
    toc = {"L": "TOC", "LI": "TOCI", "LBody": "Reference"}
    for del_ in element.alla():
        del_.typ = toc.get(del_.typ, del_.typ)


def _roll_rubrikcell(element: Element) -> None:
    scope = SCOPE.get(element.marke.get("scope", ""), Name.Column)
    element.attribut["/Scope"] = scope


def _roll_lista(element: Element) -> None:
    if element.typ != "L":  # already a table of contents
        return
    nummer = Name.Decimal if element.tagg == "ol" else Name.Disc
    element.agare, element.attribut = "List", {"/ListNumbering": nummer}


def _roll_span(element: Element) -> None:
    if element.tagg == CALL:
        element.typ = "Reference"
    elif element.tagg == MARK:
        element.typ = "Lbl"
    elif element.tagg == "span" and _ar_fotnot(element):
        element.typ = "Note"
        element.id = f"fotnot-{element.marke['n']}"


ROLLER: dict[str, Callable[[Element], None]] = {
    "nav": _roll_nav,
    "th": _roll_rubrikcell,
    "ul": _roll_lista,
    "ol": _roll_lista,
    "span": _roll_span,
}


def _ar_fotnot(element: Element) -> bool:
    return "fotnot" in element.marke.get("class", "").split()


def flytta_noter(rot: Element) -> None:
    """Place each note right after its call, where a listener expects it.

    Raises NotSaknas when a call has no note.
    """
    noter: dict[int, Element] = {}
    for element in rot.alla():
        kvar = []
        for barn in element.barn:
            if isinstance(barn, Element) and barn.typ == "Note":
                _lagg_till(noter, barn)
            else:
                kvar.append(barn)
        element.barn = kvar
    for element in list(rot.alla()):
        for plats in range(len(element.barn) - 1, -1, -1):
            barn = element.barn[plats]
            if isinstance(barn, Element) and barn.tagg == CALL:
                if barn.marke["n"] not in noter:
                    raise NotSaknas
                element.barn.insert(plats + 1, noter.pop(barn.marke["n"]))


def _lagg_till(noter: dict[int, Element], not_: Element) -> None:
    """A long note goes on at the foot of the next page: one Note all the same."""
    if forsta := noter.get(not_.marke["n"]):
        forsta.barn += not_.barn
    else:
        noter[not_.marke["n"]] = not_


def rensa_lankar(rot: Element) -> None:
    """One reference per annotation, and only in the link itself."""
    for element in rot.alla():
        sedda: set[Lank] = set()
        kvar = []
        for barn in element.barn:
            if isinstance(barn, Lank):
                if element.typ != "Link" or barn in sedda:
                    continue
                sedda.add(barn)
            kvar.append(barn)
        element.barn = kvar


def platta_ut(element: Element) -> None:
    """Dissolve wrappers without meaning and drop what is empty, from the leaves up."""
    barn: list[Element | Bit | Lank] = []
    for del_ in element.barn:
        if not isinstance(del_, Element):
            barn.append(del_)
            continue
        platta_ut(del_)
        if del_.typ in ("Span", "NonStruct") and not (del_.lang or del_.alt):
            barn += del_.barn
        elif del_.typ == element.typ and del_.marke == element.marke:
            barn += del_.barn  # an anonymous box of the same HTML element
        elif del_.barn or del_.typ in BEHALLS_TOMMA:
            barn.append(del_)
    element.barn = barn


def vand_ramar(rot: Element) -> None:
    """Say where a picture stands in points from the page's foot, as PDF counts.

    WeasyPrint leaves the frame in CSS pixels from the top.
    """
    for element in rot.alla():
        if "/BBox" in element.attribut:
            x1, y1, x2, y2 = (float(v) * PUNKT for v in element.attribut["/BBox"])
            ram = (x1, SIDHOJD - y2, x2, SIDHOJD - y1)
            element.attribut["/BBox"] = [round(v, 2) for v in ram]


STEG = (sammanfoga, ge_roller, flytta_noter, rensa_lankar, platta_ut, vand_ramar)
