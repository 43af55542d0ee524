"""The inside of a paragraph: runs, links, notes, fields, pictures and comments."""

import unicodedata
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from lxml import etree

from aktiviteter.word.falt import lank_i
from aktiviteter.word.modell import SIDBRYTNING, Bit, Block, Fynd, Stycke
from aktiviteter.word.paket import R_ID, W
from aktiviteter.word.stilar import Stil, heltal, sant

if TYPE_CHECKING:
    from aktiviteter.word.lasare import Lasare

ADRESSER = ("http://", "https://", "mailto:", "tel:")
# Soft hyphen, zero-width marks and byte-order mark carry no text.
_BORT = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_BYT = {0x2011: "-", 0xA0: " ", 0x202F: " ", 0x2007: " ", 0x2028: "\n", 0x2029: "\n"}
_PUNKT = "•"
_HOPPA = {
    "pPr", "rPr", "sdtPr", "sdtEndPr", "proofErr", "bookmarkStart", "bookmarkEnd",
    "lastRenderedPageBreak", "delText", "delInstrText", "fldData", "footnoteRef",
    "endnoteRef", "annotationRef", "separator", "continuationSeparator",
    "commentRangeStart", "commentRangeEnd", "ffData", "smartTagPr", "customXmlPr", "rt",
    "softHyphen",
}  # fmt: skip


def rena(text: str) -> str:
    """Soft hyphens away, hard spaces and hyphens made plain, accents composed."""
    return unicodedata.normalize("NFC", text.translate(_BORT).translate(_BYT))


def ordagrant(text: str) -> str:
    """The text of our own files: as it stands but for the soft hyphens put there."""
    return unicodedata.normalize("NFC", text.replace("\N{SOFT HYPHEN}", ""))


def lokalt(e: etree._Element) -> str:
    """An element's name without its namespace."""
    return e.tag.rpartition("}")[2]


def alternativ(e: etree._Element) -> etree._Element:
    """Of an AlternateContent the choice, or the fallback when the choice is bare."""
    val = [x for x in e if lokalt(x) in ("Choice", "Fallback")]
    return next(
        (x for x in val if x.find(f".//{W}t") is not None), val[0] if val else e
    )


@dataclass(frozen=True, slots=True)
class Utseende:
    """How a run looks. `fet` and `kursiv` are what the run adds to its paragraph."""

    fet: bool = False
    kursiv: bool = False
    versal: bool = False
    understruken: bool = False
    dold: bool = False
    storlek: int = 0
    lank: str = ""
    stil: str = ""


@dataclass(slots=True)
class Inrader:
    """Collects one paragraph's pieces. `inuti`: the blocks of its text boxes."""

    hus: "Lasare"
    stil: Stil
    bitar: list[Bit] = field(default_factory=list)
    fynd: list[Fynd] = field(default_factory=list)
    inuti: list[Block] = field(default_factory=list)
    _toc: int = 0
    _matt: Counter = field(default_factory=Counter)
    _storlekar: Counter = field(default_factory=Counter)

    def las(self, e: etree._Element, syn: Utseende) -> None:
        """One element inside a paragraph; unknown wrappers are opened."""
        namn = lokalt(e)
        if namn in _HOPPA:
            return
        metod = getattr(self, f"_{namn}", None)
        if metod is None:
            self._barn(e, syn)
        else:
            metod(e, syn)

    def _barn(self, e: etree._Element, syn: Utseende) -> None:
        for barn in e:
            self.las(barn, syn)

    # ---------------------------------------------------------------- text

    def _r(self, e: etree._Element, syn: Utseende) -> None:
        self._barn(e, self._utseende(e.find(f"{W}rPr"), syn))

    def _t(self, e: etree._Element, syn: Utseende) -> None:
        self._text(e.text or "", syn)

    def _tab(self, e: etree._Element, syn: Utseende) -> None:
        self._text("\t", syn)

    _ptab = _tab

    def _br(self, e: etree._Element, syn: Utseende) -> None:
        sida = e.get(f"{W}type") in ("page", "column")
        self._text(SIDBRYTNING if sida else "\n", syn)

    def _cr(self, e: etree._Element, syn: Utseende) -> None:
        self._text("\n", syn)

    def _noBreakHyphen(self, e: etree._Element, syn: Utseende) -> None:  # noqa: N802 — Word's name
        self._text("\N{NON-BREAKING HYPHEN}", syn)

    def _sym(self, e: etree._Element, syn: Utseende) -> None:
        # Symbol fonts map their signs into the private area; most are bullets.
        kod = e.get(f"{W}char", "")
        try:
            tecken = chr(int(kod, 16))
        except ValueError:
            return
        self._text(_PUNKT if "\ue000" <= tecken <= "\uf8ff" else tecken, syn)

    def _text(self, text: str, syn: Utseende) -> None:
        falt = self.hus.falt
        text = ordagrant(text) if self.hus.ordagrant else rena(text)
        if not text or not falt.syns:
            return
        if syn.dold:
            self.fynd.append(Fynd("dold_text", text))
            return
        n = len(text.strip())
        if falt.i_innehall:
            self._toc += n
        self._matt.update(
            alla=n, fet=n * (syn.fet or self.stil.fet), versal=n * syn.versal,
            understruken=n * syn.understruken,
        )  # fmt: skip
        self._storlekar[syn.storlek] += n
        lank = syn.lank or falt.lank
        lank = lank if lank.lower().startswith(ADRESSER) else ""
        fore = self.bitar[-1] if self.bitar else None
        ny = Bit(text, syn.fet, syn.kursiv, lank, stil=syn.stil)
        if fore and fore.fotnot is None and replace(fore, text=text) == ny:
            fore.text += text
        else:
            self.bitar.append(ny)

    def _utseende(self, rpr: etree._Element | None, syn: Utseende) -> Utseende:
        """Direct formatting over character style over paragraph style (§17.7.3)."""
        if rpr is None:
            return syn
        rstil = rpr.find(f"{W}rStyle")
        ts = self.hus.stilar[rstil.get(f"{W}val", "")] if rstil is not None else Stil()

        def vippa(namn: str, nu: bool, stil: bool, arv: bool) -> bool:
            egen = sant(rpr.find(f"{W}{namn}"))
            # What the paragraph's style already says is its look, not emphasis.
            arv = arv and not self.hus.ordagrant
            return (nu or stil) if egen is None else egen and not arv

        storlek = rpr.find(f"{W}sz")
        u = sant(rpr.find(f"{W}u"))
        return Utseende(
            fet=vippa("b", syn.fet, ts.fet, self.stil.fet),
            kursiv=vippa("i", syn.kursiv, ts.kursiv, self.stil.kursiv),
            versal=vippa("caps", syn.versal, ts.versal, False),
            understruken=syn.understruken if u is None else u,
            dold=vippa("vanish", syn.dold, ts.dold, False),
            storlek=(
                heltal(storlek.get(f"{W}val", ""))
                if storlek is not None
                else ts.storlek or syn.storlek
            ),
            lank=syn.lank,
            stil=ts.namn if self.hus.ordagrant else "",
        )

    # ------------------------------------------------------ links, notes, fields

    def _hyperlink(self, e: etree._Element, syn: Utseende) -> None:
        _, mal, utanfor = self.hus.relationer.get(e.get(R_ID, ""), ("", "", False))
        self._barn(e, replace(syn, lank=mal if utanfor else ""))

    def _fldSimple(self, e: etree._Element, syn: Utseende) -> None:  # noqa: N802 — Word's name
        instruktion = e.get(f"{W}instr", "")
        namn = (instruktion.split() or [""])[0].upper()
        if namn not in ("PAGE", "NUMPAGES", "PAGEREF", "SECTIONPAGES", "TOC"):
            self._barn(e, replace(syn, lank=lank_i(instruktion) or syn.lank))

    def _fldChar(self, e: etree._Element, syn: Utseende) -> None:  # noqa: N802 — Word's name
        self.hus.falt.tecken(e)

    def _instrText(self, e: etree._Element, syn: Utseende) -> None:  # noqa: N802 — Word's name
        self.hus.falt.instruktion(e.text or "")

    def _footnoteReference(self, e: etree._Element, syn: Utseende) -> None:  # noqa: N802
        self._not(e, "footnote")

    def _endnoteReference(self, e: etree._Element, syn: Utseende) -> None:  # noqa: N802
        self._not(e, "endnote")

    def _not(self, e: etree._Element, slag: str) -> None:
        bitar = self.hus.not_bitar(slag, e.get(f"{W}id", ""))
        if bitar:
            self.bitar.append(Bit("", fotnot=bitar))

    def _commentReference(self, e: etree._Element, syn: Utseende) -> None:  # noqa: N802
        text = self.hus.kommentar(e.get(f"{W}id", ""))
        if text:
            self.fynd.append(Fynd("kommentar", text))

    # -------------------------------------------------- changes, boxes, pictures

    def _del(self, e: etree._Element, syn: Utseende) -> None:
        self.hus.andringar += 1

    _moveFrom = _del  # noqa: N815 — Word's name

    def _ins(self, e: etree._Element, syn: Utseende) -> None:
        self.hus.andringar += 1
        self._barn(e, syn)

    _moveTo = _ins  # noqa: N815 — Word's name

    def _sdt(self, e: etree._Element, syn: Utseende) -> None:
        if sant(e.find(f"{W}sdtPr/{W}showingPlcHdr")):
            text = rena("".join(t.text or "" for t in e.iter(f"{W}t"))).strip()
            self.fynd.append(Fynd("platshallare", text))
            return
        self._barn(e, syn)

    def _AlternateContent(self, e: etree._Element, syn: Utseende) -> None:  # noqa: N802
        self._barn(alternativ(e), syn)

    def _drawing(self, e: etree._Element, syn: Utseende) -> None:
        rutor = list(e.iter(f"{W}txbxContent"))
        if rutor:
            self._rutor(rutor)
            return
        diagram = self.hus.diagramtext(e)
        if diagram:
            self.fynd.append(Fynd("diagram", ""))
            self.inuti.extend(Stycke([Bit(t)], lista="ul") for t in diagram)
            return
        beskrivning = next(
            (x.get("descr") or x.get("title") or "" for x in e.iter()
             if lokalt(x) == "docPr"), "",
        )  # fmt: skip
        self.fynd.append(Fynd("bild", rena(beskrivning).strip()))

    def _pict(self, e: etree._Element, syn: Utseende) -> None:
        rutor = list(e.iter(f"{W}txbxContent"))
        if rutor:
            self._rutor(rutor)
        elif any(lokalt(x) == "imagedata" for x in e.iter()):
            self.fynd.append(Fynd("bild", ""))

    def _rutor(self, rutor: list[etree._Element]) -> None:
        # A text box inside a text box is read with the outer one.
        inre = {x for r in rutor for x in r.iter(f"{W}txbxContent") if x is not r}
        for ruta in rutor:
            if ruta not in inre:
                self.inuti.extend(self.hus.block(ruta))
        self.fynd.append(Fynd("textruta", ""))

    def _object(self, e: etree._Element, syn: Utseende) -> None:
        self.fynd.append(Fynd("bild", "inbäddat objekt"))

    def _oMath(self, e: etree._Element, syn: Utseende) -> None:  # noqa: N802 — Word's name
        text = "".join(x.text or "" for x in e.iter() if lokalt(x) == "t")
        self._text(text, syn)
        self.fynd.append(Fynd("formel", text.strip()))

    # ------------------------------------------------------------------- result

    def fardigt(self, stycke: Stycke) -> Stycke:
        """`stycke` filled with what was collected and how most of it looks."""
        stycke.bitar, stycke.fynd = self.bitar, self.fynd
        alla = self._matt["alla"]
        stycke.toc = self.stil.roll == "toc" or self._toc * 2 > alla > 0
        if alla:
            stycke.storlek = self._storlekar.most_common(1)[0][0]
            stycke.fet = self._matt["fet"] >= 0.95 * alla
            stycke.versal = self._matt["versal"] >= 0.95 * alla or stycke.text.isupper()
            stycke.understruken = self._matt["understruken"] >= 0.95 * alla
        return stycke
