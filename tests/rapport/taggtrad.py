"""Reads a finished PDF as a listener's program does: its tag tree and its text.

Independent of the code under test: everything is read back from the bytes.
"""

import io
from dataclasses import dataclass, field
from functools import cached_property

import pikepdf
import pypdf


@dataclass
class Tagg:
    """One structure element: role, attributes, pages and children."""

    roll: str
    objekt: pikepdf.Dictionary
    sidor: set[int] = field(default_factory=set)
    mcid: list[tuple[int, int]] = field(default_factory=list)
    barn: list["Tagg"] = field(default_factory=list)
    ordning: list[object] = field(default_factory=list)

    def alla(self):
        yield self
        for barn in self.barn:
            yield from barn.alla()


class LastPdf:
    """The finished file, with the questions that the tests ask of it."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.pdf = pikepdf.open(io.BytesIO(data))
        self.sidnummer = {s.objgen: n for n, s in enumerate(self.pdf.pages, start=1)}

    @cached_property
    def rot(self) -> Tagg:
        return self._las(self.pdf.Root.StructTreeRoot.K[0], None)

    def med_roll(self, *roller: str) -> list[Tagg]:
        return [tagg for tagg in self.rot.alla() if tagg.roll in roller]

    def antal(self, roll: str) -> int:
        return len(self.med_roll(roll))

    def lankar(self) -> list[pikepdf.Dictionary]:
        return [a for s in self.pdf.pages for a in s.obj.get("/Annots", [])]

    def bokmarken(self) -> list[str]:
        titlar = []

        def ga(gren):
            blad = gren.get("/First")
            while blad is not None:
                titlar.append(str(blad.Title))
                ga(blad)
                blad = blad.get("/Next")

        ga(self.pdf.Root.Outlines)
        return titlar

    def typsnitt(self) -> set[str]:
        """Names of all embedded fonts, without the subset's six letters."""
        return {
            str(objekt.FontName)[1:].split("+")[-1]
            for objekt in self.pdf.objects
            if isinstance(objekt, pikepdf.Dictionary)
            and objekt.get("/Type") == pikepdf.Name.FontDescriptor
        }

    def text(self, sida: int) -> str:
        return pypdf.PdfReader(io.BytesIO(self.data)).pages[sida - 1].extract_text()

    def markt_innehall(self) -> set[tuple[int, int]]:
        """(page, MCID) of all content that the pages mark as belonging to the tree."""
        funna = set()
        for nummer, sida in enumerate(self.pdf.pages, start=1):
            for rad in pikepdf.parse_content_stream(sida, "BDC"):
                egenskaper = rad.operands[1]
                if "/MCID" in egenskaper:
                    funna.add((nummer, int(egenskaper.MCID)))
        return funna

    def _las(self, objekt, sida) -> Tagg:
        if "/Pg" in objekt:
            sida = self.sidnummer[objekt.Pg.objgen]
        tagg = Tagg(str(objekt.S)[1:], objekt)
        for bit in objekt.get("/K", []):
            if isinstance(bit, int):
                tagg.mcid.append((sida, bit))
            elif bit.get("/Type") == pikepdf.Name.MCR:
                tagg.mcid.append((self.sidnummer[bit.Pg.objgen], int(bit.MCID)))
            elif bit.get("/Type") != pikepdf.Name.OBJR:
                barn = self._las(bit, sida)
                tagg.barn.append(barn)
                tagg.ordning.append(barn)
                continue
            tagg.ordning.append(bit)
        tagg.sidor = {s for s, _ in tagg.mcid}.union(*(b.sidor for b in tagg.barn))
        return tagg
