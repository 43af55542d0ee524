"""Walks the document part: from XML to paragraphs and tables in reading order.

Unknown wrappers are opened, not skipped: what Word shows is kept. Deleted text, hidden
text and unfilled placeholders are left out and named in a remark.
"""

from collections.abc import Iterator

from lxml import etree

from aktiviteter.word.falt import Faltlage
from aktiviteter.word.inrader import Inrader, Utseende, alternativ, lokalt, rena
from aktiviteter.word.modell import SIDBRYTNING, Bit, Block, Cell, Fynd, Stycke, Tabell
from aktiviteter.word.paket import R_ID, Paket, W
from aktiviteter.word.stilar import Numrering, Stil, Stilar, heltal, sant

_OMSLAG = {"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"}
_HOPPA = {
    "sectPr", "tblPr", "tblGrid", "tcPr", "trPr", "sdtPr", "sdtEndPr", "tblPrEx",
    "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "proofErr",
}  # fmt: skip
_SOM_STYCKE = {"oMathPara", "oMath", "r", "hyperlink", "fldSimple"}
_DIAGRAM_DATA = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_DIAGRAM_DM = R_ID.replace("}id", "}dm")


class Lasare:
    """Reads one document. `andringar` counts tracked changes met on the way.

    `ordagrant` for files that we wrote ourselves: no character is made plainer.
    """

    def __init__(self, paket: Paket, *, ordagrant: bool = False):
        self.paket = paket
        self.ordagrant = ordagrant
        self.stilar = Stilar(paket.stilar)
        self.numrering = Numrering(paket.numrering)
        self.falt = Faltlage(paket.kropp)
        self.relationer = paket.relationer
        self.andringar = 0
        self._noter = {
            s: _efter_id(paket.noter(f"{s}s")) for s in ("footnote", "endnote")
        }
        self._kommentarer = _efter_id(paket.kommentarer)
        self._sammanfoga: Stycke | None = None

    def kropp(self) -> list[Block]:
        """The whole body."""
        return self.block(self.paket.kropp)

    def huvud_och_fot(self) -> list[Stycke]:
        """The paragraphs of headers and footers."""
        ut: list[Stycke] = []
        for rot in self.paket.huvud_och_fot():
            self.falt = Faltlage(rot)
            for e in rot.iter(f"{W}p"):
                ut.extend(b for b in self._stycke(e) if isinstance(b, Stycke))
        return [s for s in ut if not s.tomt]

    def block(self, foralder: etree._Element) -> list[Block]:
        """The paragraphs and tables directly in a body, cell, note or text box."""
        ut: list[Block] = []
        for e in foralder:
            ut.extend(self._ett_block(e))
        return ut

    def _ett_block(self, e: etree._Element) -> list[Block]:
        namn = lokalt(e)
        if namn in _HOPPA:
            return []
        if namn == "p" or namn in _SOM_STYCKE:
            return self._stycke(e)
        if namn == "tbl":
            return [self._tabell(e)]
        if namn in ("del", "moveFrom", "ins", "moveTo"):
            self.andringar += 1
            return [] if namn in ("del", "moveFrom") else self.block(e)
        if namn == "altChunk":
            return [Stycke(fynd=[Fynd("olast_del", "")])]
        return self.block(alternativ(e) if namn == "AlternateContent" else e)

    def _tabell(self, tbl: etree._Element) -> Tabell:
        rader = []
        for tr in _under(tbl, "tr"):
            if tr.find(f"{W}trPr/{W}del") is not None:
                self.andringar += 1
            else:
                rader.append(self._rad(tr))
        return Tabell(
            rader, max((c.kol + c.bredd for r in rader for c in r), default=0)
        )

    def _rad(self, tr: etree._Element) -> list[Cell]:
        fore = tr.find(f"{W}trPr/{W}gridBefore")
        kol = 0 if fore is None else heltal(fore.get(f"{W}val", ""))
        celler = []
        for tc in _under(tr, "tc"):
            span = tc.find(f"{W}tcPr/{W}gridSpan")
            bredd = 1 if span is None else heltal(span.get(f"{W}val", ""), 1)
            # Word itself allows 63 columns; a forged span must not cost memory.
            bredd = min(max(1, bredd), 63)
            sam = tc.find(f"{W}tcPr/{W}vMerge")
            fortsatt = sam is not None and sam.get(f"{W}val", "continue") == "continue"
            celler.append(Cell(self.block(tc), kol, bredd, fortsatt))
            kol += bredd
        return celler

    def _stycke(self, p: etree._Element) -> list[Block]:
        """The paragraph, then the blocks of the text boxes anchored in it."""
        ppr = p.find(f"{W}pPr")
        stil = self._stil(ppr)
        samlare = Inrader(self, stil)
        syn = Utseende(versal=stil.versal, dold=stil.dold, storlek=self._storlek(stil))
        for e in p if lokalt(p) == "p" else (p,):
            samlare.las(e, syn)
        stycke = samlare.fardigt(self._ramar(ppr, stil))
        if ppr is not None and sant(ppr.find(f"{W}pageBreakBefore")) and stycke.bitar:
            stycke.bitar.insert(0, Bit(SIDBRYTNING))
        return self._sammanfogat(ppr, stycke) + samlare.inuti

    def _sammanfogat(self, ppr: etree._Element | None, stycke: Stycke) -> list[Block]:
        """A paragraph whose end mark is deleted goes on in the next one."""
        if self._sammanfoga is not None:
            fore, self._sammanfoga = self._sammanfoga, None
            fore.bitar.extend(stycke.bitar)
            fore.fynd.extend(stycke.fynd)
            stycke = fore
        if ppr is not None and ppr.find(f"{W}rPr/{W}del") is not None:
            self.andringar += 1
            # The last paragraph of a cell has nothing after it to join.
            nasta = ppr.getparent().getnext()
            if nasta is not None and lokalt(nasta) == "p":
                self._sammanfoga = stycke
                return []
        return [stycke]

    def _stil(self, ppr: etree._Element | None) -> Stil:
        val = None if ppr is None else ppr.find(f"{W}pStyle")
        return self.stilar[
            self.stilar.standard if val is None else val.get(f"{W}val", "")
        ]

    def _storlek(self, stil: Stil) -> int:
        return stil.storlek or self.stilar.storlek

    def _ramar(self, ppr: etree._Element | None, stil: Stil) -> Stycke:
        """A paragraph with only what its properties and style say."""
        lista, listniva, listnr = self._lista(ppr, stil)
        ut = None if ppr is None else ppr.find(f"{W}outlineLvl")
        niva = stil.niva
        if ut is not None and not stil.roll:
            egen = heltal(ut.get(f"{W}val", ""), 9)
            niva = egen + 1 if egen < 9 else 0
        return Stycke(
            stil=stil.namn,
            roll=stil.roll,
            niva=niva,
            lista="" if niva else lista,
            listniva=listniva,
            listnr=listnr,
        )

    def _lista(self, ppr: etree._Element | None, stil: Stil) -> tuple[str, int, str]:
        num = None if ppr is None else ppr.find(f"{W}numPr")
        num_id, ilvl = stil.num_id, stil.ilvl
        if num is not None:
            egen, egen_niva = num.find(f"{W}numId"), num.find(f"{W}ilvl")
            if egen is not None:
                num_id = egen.get(f"{W}val", "")
            if egen_niva is not None:
                ilvl = heltal(egen_niva.get(f"{W}val", ""))
        return self.numrering.slag(num_id, ilvl), min(ilvl, 8), num_id

    # ------------------------------------------------- what a paragraph points at

    def not_bitar(self, slag: str, id_: str) -> list[Bit]:
        """The pieces of a note, its paragraphs joined by spaces."""
        e = self._noter[slag].get(id_)
        if e is None:
            return []
        sparat = self.relationer, self.falt
        self.relationer = self.paket.relationer_for(f"{slag}s")
        self.falt = Faltlage(e)
        bitar: list[Bit] = []
        for block in self.block(e):
            if isinstance(block, Stycke) and not block.tomt:
                bitar += [Bit(" ")] * bool(bitar) + block.bitar
        self.relationer, self.falt = sparat
        # A note's own note mark would nest; only its text is kept.
        return [b for b in bitar if b.fotnot is None]

    def kommentar(self, id_: str) -> str:
        """A comment's text on one line."""
        e = self._kommentarer.get(id_)
        if e is None:
            return ""
        return " ".join(rena(" ".join(e.itertext(f"{W}t"))).split())

    def diagramtext(self, drawing: etree._Element) -> list[str]:
        """The words in the boxes of a SmartArt flow chart, in the file's order."""
        rel = next(drawing.iter(_DIAGRAM_DATA), None)
        rot = None if rel is None else self.paket.del_for(rel.get(_DIAGRAM_DM, ""))
        if rot is None:
            return []
        rutor = (
            "".join(x.text or "" for x in e.iter() if lokalt(x) == "t")
            for e in rot.iter()
            if lokalt(e) == "p"
        )
        return [t for ruta in rutor if (t := rena(ruta).strip())]


def _under(e: etree._Element, namn: str) -> Iterator[etree._Element]:
    """The w:tr of a table or w:tc of a row, also inside content controls."""
    for barn in e:
        if lokalt(barn) == namn:
            yield barn
        elif lokalt(barn) in _OMSLAG:
            yield from _under(barn, namn)


def _efter_id(rot: etree._Element | None) -> dict[str, etree._Element]:
    """Notes or comments by id; the separators Word keeps there have a type."""
    return {
        e.get(f"{W}id", ""): e
        for e in (rot if rot is not None else ())
        if e.get(f"{W}type") in (None, "normal")
    }
