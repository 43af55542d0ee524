"""The tag tree as plain objects: read from a PDF, written back with its indexes.

ISO 32000-1, 14.7: structure elements hold other elements, numbered pieces of a page's
content (MCID) and references to annotations (OBJR). Writing makes all three indexes
anew: the parent tree, the annotations' StructParent and the tree of element names.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

MARKE = "/VBE"
SIDA = tuple[int, int]  # a page's object number and generation


@dataclass(frozen=True)
class Bit:
    """A numbered piece of one page's content."""

    sida: SIDA
    mcid: int


@dataclass(frozen=True)
class Lank:
    """A link annotation on one page."""

    sida: SIDA
    objekt: SIDA


@dataclass
class Element:
    """One structure element. `marke` says which HTML element it came from."""

    typ: str
    marke: dict[str, Any] = field(default_factory=dict)
    attribut: dict[str, Any] = field(default_factory=dict)  # in the table/list/layout
    agare: str = "Table"  # owner of the attributes
    alt: str = ""
    lang: str = ""
    id: str = ""
    barn: list["Element | Bit | Lank"] = field(default_factory=list)

    @property
    def tagg(self) -> str:
        """The HTML tag, with `::before` and the like; "" for an anonymous box."""
        return self.marke.get("tagg", "")

    def alla(self) -> Iterator["Element"]:
        """This element and everything below it, in reading order."""
        yield self
        for barn in self.barn:
            if isinstance(barn, Element):
                yield from barn.alla()

    def bitar(self) -> Iterator[Bit]:
        """Every piece of content in the element, in reading order."""
        for element in self.alla():
            yield from (barn for barn in element.barn if isinstance(barn, Bit))

    def sidor(self) -> set[SIDA]:
        """The pages that the element's content lies on."""
        return {bit.sida for bit in self.bitar()}


def las(pdf: pikepdf.Pdf) -> Element:
    """The document element of the PDF's tag tree."""
    return _las_element(pdf.Root.StructTreeRoot.K[0], None)


def innehall(rot: Element) -> set[Bit]:
    """All content that the tree holds."""
    return set(rot.bitar())


def _las_element(objekt: Any, sida: SIDA | None) -> Element:
    sida = objekt.Pg.objgen if "/Pg" in objekt else sida
    element = Element(str(objekt.S)[1:])
    if MARKE in objekt:
        element.marke = json.loads(str(objekt[MARKE]))
    if "/A" in objekt:
        element.agare = str(objekt.A.O)[1:]
        element.attribut = {k: v for k, v in objekt.A.items() if k != "/O"}
    element.alt = str(objekt.get("/Alt", ""))
    element.id = str(objekt.get("/ID", ""))
    barn = objekt.get("/K", [])
    for bit in barn if isinstance(barn, Array) else [barn]:
        if isinstance(bit, int):
            element.barn.append(Bit(sida, bit))
        elif bit.get("/Type") == Name.OBJR:
            element.barn.append(Lank(bit.Pg.objgen, bit.Obj.objgen))
        else:
            element.barn.append(_las_element(bit, sida))
    return element


def skriv(pdf: pikepdf.Pdf, rot: Element) -> None:
    """Replace the PDF's tag tree by this one."""
    _Skrivare(pdf).skriv(rot)


class _Skrivare:
    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.pdf = pdf
        self.sidor = {sida.objgen: sida.obj for sida in pdf.pages}
        self.hallare: dict[Bit, Any] = {}  # who holds each piece of content
        self.lankar: list[tuple[Any, Any]] = []  # annotation, its element
        self.namn: dict[str, Any] = {}

    def skriv(self, rot: Element) -> None:
        top = self.pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        top.K = Array([self._element(rot, top)])
        top.ParentTree = self.pdf.make_indirect(Dictionary(Nums=self._nummer()))
        top.ParentTreeNextKey = len(self.sidor) + len(self.lankar)
        if self.namn:
            top.IDTree = self._namntrad()
        self.pdf.Root.StructTreeRoot = top

    def _element(self, element: Element, foralder: Any) -> Any:
        ut = self.pdf.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name("/" + element.typ), P=foralder)
        )
        sida = next((bit.sida for bit in element.bitar()), None)
        if sida:
            ut.Pg = self.sidor[sida]
        if element.attribut:
            ut.A = Dictionary(O=Name("/" + element.agare), **_utan_snedstreck(element))
        if element.alt:
            ut.Alt = String(element.alt)
        if element.lang:
            ut.Lang = String(element.lang)
        if element.id:
            ut.ID = String(element.id)
            self.namn[element.id] = ut
        ut.K = Array([self._barn(barn, ut, sida) for barn in element.barn])
        return ut

    def _barn(self, barn: "Element | Bit | Lank", ut: Any, sida: SIDA | None) -> Any:
        if isinstance(barn, Element):
            return self._element(barn, ut)
        if isinstance(barn, Lank):
            annotering = self.pdf.get_object(barn.objekt)
            self.lankar.append((annotering, ut))
            return Dictionary(Type=Name.OBJR, Obj=annotering, Pg=self.sidor[barn.sida])
        self.hallare[barn] = ut
        if barn.sida == sida:
            return barn.mcid
        return Dictionary(Type=Name.MCR, Pg=self.sidor[barn.sida], MCID=barn.mcid)

    def _namntrad(self) -> Dictionary:
        ordnade = sorted(self.namn)
        par = [x for namn in ordnade for x in (String(namn), self.namn[namn])]
        granser = [String(ordnade[0]), String(ordnade[-1])]
        blad = Dictionary(Limits=Array(granser), Names=Array(par))
        return Dictionary(Kids=Array([self.pdf.make_indirect(blad)]))

    def _nummer(self) -> Array:
        """The parent tree: per page an array by MCID, then one entry per link."""
        nummer = Array()
        for i, (objgen, sida) in enumerate(self.sidor.items()):
            sida.StructParents = i
            egna = {b.mcid: ut for b, ut in self.hallare.items() if b.sida == objgen}
            rad = [egna.get(mcid) for mcid in range(max(egna, default=-1) + 1)]
            nummer.extend([i, self.pdf.make_indirect(Array(rad))])
        for i, (annotering, ut) in enumerate(self.lankar, start=len(self.sidor)):
            annotering.StructParent = i
            nummer.extend([i, ut])
        return nummer


def _utan_snedstreck(element: Element) -> dict[str, Any]:
    return {namn.removeprefix("/"): v for namn, v in element.attribut.items()}
