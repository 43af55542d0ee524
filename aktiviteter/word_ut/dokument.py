"""The whole document: from plan data to a finished package."""

from copy import deepcopy
from functools import cache
from pathlib import Path
from string import Template

from lxml import etree

from aktiviteter.word.egen import ord as namn
from aktiviteter.word_ut.bilaga import bilagans_delar, bilagerubrik
from aktiviteter.word_ut.bild import bildens_delar
from aktiviteter.word_ut.egenskaper import egenskaper
from aktiviteter.word_ut.innehall import bokmarke, innehallsforteckning
from aktiviteter.word_ut.omslag import omslag
from aktiviteter.word_ut.paket import ORDTYP, Paket, Relationer
from aktiviteter.word_ut.sidor import sektion, sidfot, sidhuvud
from aktiviteter.word_ut.tabell import aktivitetstabell, tabelltitel
from aktiviteter.word_ut.text import FORSTA_LISTA, Skrivare
from aktiviteter.word_ut.xml import Element, W, lopa, som_bytes, stycke, varde, w
from vbeplan.tema.farg import palett

ABSTRAKT = f"{{{W}}}abstractNumId"
DELAR = Path(__file__).with_name("delar")
KARNA = "application/vnd.openxmlformats-package.core-properties+xml"
APP = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
TEMA = "application/vnd.openxmlformats-officedocument.theme+xml"
KARNANS_SLAG = (
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
    "core-properties"
)


def skriv_word(
    plan: dict,
    *,
    farg: str = "",
    logotyp: tuple[str, bytes] | None = None,
    bilder: dict[int, tuple] | None = None,
    bilagor: tuple = (),
) -> bytes:
    """The plan (`utbyte.plan_data`) as a .docx; the same plan gives the same bytes.

    `farg` is the board's colour as #rrggbb, "" for the house's; `logotyp` its mark as
    (media type, bytes), `bilder` what the picture shows (sentences, `bild.Bildtabell`)
    by the chapter's place, `bilagor` the appendices (`aktiviteter.bilagor.Bilaga`).
    `aktiviteter.word.las_word` reads the file back, without picture and appendices.
    """
    return Dokument(plan, farg, logotyp, bilder or {}, bilagor).som_bytes()


class Dokument:
    """A package that is being written; `_kropp` says what stands in it."""

    def __init__(
        self,
        plan: dict,
        farg: str,
        logotyp: tuple[str, bytes] | None,
        bilder: dict[int, tuple],
        bilagor: tuple,
    ):
        self.plan, self.logotyp, self.bilder = plan, logotyp, bilder
        self.bilagor = bilagor
        self.farger = {
            nyckel.rpartition("-")[2]: varde[1:].upper()
            for nyckel, varde in palett(farg).items()
        }
        self.relationer = Relationer()
        self.skrivare = Skrivare(self.relationer)
        self.paket = Paket()

    def som_bytes(self) -> bytes:
        rot = Relationer()
        self._del(rot, "officeDocument", "word/document.xml", b"", "document.main")
        self.paket.lagg("docProps/core.xml", egenskaper(self.plan), KARNA)
        rot.till(KARNANS_SLAG, "docProps/core.xml")
        self.paket.lagg("docProps/app.xml", _fil("app.xml"), APP)
        rot.till("extended-properties", "docProps/app.xml")
        self.paket.lagg("_rels/.rels", rot.som_xml())
        self.paket.delar["word/document.xml"] = som_bytes(self._dokument())
        self._delar()
        return self.paket.som_zip()

    def _del(
        self, relationer: Relationer, slag: str, namn_: str, data: bytes, typ: str
    ) -> str:
        self.paket.lagg(namn_, data, f"{ORDTYP}{typ}+xml")
        mal = namn_ if relationer is not self.relationer else namn_[len("word/") :]
        return relationer.till(slag, mal)

    def _ord_del(self, slag: str, data: bytes) -> str:
        """A part beside the document's, with its relation."""
        return self._del(self.relationer, slag, f"word/{slag}.xml", data, slag)

    # ------------------------------------------------------------------ the text

    def _kropp(self) -> Element:
        kropp = w("body", *omslag(self.plan, self.logotyp, self._logotypens_id()))
        avsnitt = self.plan["avsnitt"]
        if avsnitt:
            nummer = numrerade(avsnitt)
            kropp.append(innehallsforteckning(avsnitt, nummer, self._bilagerubriker()))
            for i in range(len(avsnitt)):
                kropp.extend(self._avsnitt(i, nummer[i]))
        for i, rubrik in enumerate(self._bilagerubriker()):
            inre = _bokmarkt(len(avsnitt) + i, rubrik)
            kropp.append(stycke(namn.BILAGA, inre))
            kropp.extend(bilagans_delar(self.bilagor[i]))
        return kropp

    def _dokument(self) -> Element:
        kropp = self._kropp()
        if kropp[-1].tag == w("tbl").tag:  # Word wants a paragraph after a table
            kropp.append(stycke(namn.SLUT))
        huvud = self._ord_del("header", som_bytes(sidhuvud(self.plan)))
        fot = self._ord_del("footer", som_bytes(sidfot(self.plan)))
        kropp.append(sektion(huvud, fot))
        return w("document", kropp)

    def _avsnitt(self, i: int, nummer: str):
        a = self.plan["avsnitt"][i]
        yield self._rubrik(i, a)
        if a.get("intern"):
            yield stycke(namn.INTERN, [lopa(namn.INTERN_TEXT)])
        yield from self.skrivare.skriv(a["text"])
        yield from bildens_delar(self.bilder.get(i, ()))
        rader = [x for x in self.plan["aktiviteter"] if x["avsnitt_nr"] == i]
        if rader:
            yield tabelltitel(nummer, a["rubrik"], len(rader))
            yield aktivitetstabell(rader, self.skrivare, a["rubrik"])

    def _bilagerubriker(self) -> list[str]:
        return [bilagerubrik(nr, b) for nr, b in enumerate(self.bilagor, 1)]

    def _rubrik(self, i: int, a: dict) -> Element:
        inre = _bokmarkt(i, a["rubrik"])
        ny_sida = [] if i else [w("pageBreakBefore"), w("spacing", before=0)]
        return stycke("", inre, *ny_sida, id_=f"Heading{a['niva']}")

    def _logotypens_id(self) -> str:
        if not self.logotyp:
            return ""
        fil = f"media/logotyp.{self.logotyp[0].rpartition('/')[2]}"
        self.paket.lagg(f"word/{fil}", self.logotyp[1])
        return self.relationer.till("image", fil)

    # -------------------------------------------------------- what stands beside it

    def _delar(self) -> None:
        self._ord_del("styles", self._fargad("styles.xml"))
        self._ord_del("numbering", self._numrering())
        self._ord_del("settings", _fil("settings.xml"))
        self._ord_del("fontTable", _fil("fontTable.xml"))
        self.paket.lagg("word/theme/theme1.xml", self._fargad("theme.xml"), TEMA)
        self.relationer.till("theme", "theme/theme1.xml")
        noter = etree.fromstring(_fil("footnotes.xml"))
        noter.extend(self.skrivare.noter)
        self._ord_del("footnotes", som_bytes(noter))
        if self.skrivare.notlankar.poster:
            lankar = self.skrivare.notlankar.som_xml()
            self.paket.lagg("word/_rels/footnotes.xml.rels", lankar)
        self.paket.lagg("word/_rels/document.xml.rels", self.relationer.som_xml())

    def _numrering(self) -> bytes:
        """The headings' numbering, then one for each list.

        Each list has a definition of its own, and so begins at 1: LibreOffice parts
        the items of lists that share one.
        """
        rot = etree.fromstring(self._fargad("numbering.xml"))
        forlagor = list(rot.iter(f"{{{W}}}abstractNum"))
        sist = forlagor[-1]
        for nr, forlaga in enumerate(self.skrivare.listor, FORSTA_LISTA):
            egen = deepcopy(forlagor[forlaga])
            egen.set(ABSTRAKT, str(len(forlagor) + nr))
            sist.addnext(egen)
            sist = egen
            lank = varde("abstractNumId", egen.get(ABSTRAKT))
            rot.append(w("num", lank, numId=nr))
        return som_bytes(rot)

    def _fargad(self, fil: str) -> bytes:
        return Template(_fil(fil).decode()).substitute(self.farger).encode()


def numrerade(avsnitt: list[dict]) -> list[str]:
    """The chapters' numbers in reading order: 1, 1.1, 1.2, 2 …, as Word counts them."""
    ut, kapitel, del_ = [], 0, 0
    for a in avsnitt:
        if a["niva"] == 1:
            kapitel, del_ = kapitel + 1, 0
            ut.append(str(kapitel))
        else:
            del_ += 1
            ut.append(f"{kapitel}.{del_}")
    return ut


def _bokmarkt(i: int, rubrik: str) -> list[Element]:
    return [
        w("bookmarkStart", id=i, name=bokmarke(i)),
        lopa(rubrik),
        w("bookmarkEnd", id=i),
    ]


@cache
def _fil(fil: str) -> bytes:
    return (DELAR / fil).read_bytes()
