"""A plan as Word has it on disk: the demo's plan as WordprocessingML, for the bench.

Word cuts a paragraph into many runs, each with its language and revision mark, and
that is what a reader has to get through; so this file does the same.
"""

import re
import zipfile
from html import unescape
from io import BytesIO
from xml.sax.saxutils import escape

from vbeplan.text.block import delar

OPC = "http://schemas.openxmlformats.org/package/2006"
OOXML = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYP = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HUVUD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
DELAR = ("document", "styles", "numbering", "footnotes")
ORD_PER_BIT = 4
KOLUMNER = ("Aktivitet", "Ansvarig", "Tidplan", "Uppföljning")
STILAR = (
    '<w:style w:type="paragraph" w:styleId="Rubrik"><w:name w:val="Title"/></w:style>'
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="Rubrik{n}"><w:name '
        f'w:val="heading {n}"/><w:pPr><w:outlineLvl w:val="{n - 1}"/></w:pPr></w:style>'
        for n in (1, 2)
    )
)
NUMRERING = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
    '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
_NOT = re.compile(r'<span class="fotnot">(.*?)</span>')
_STYCKE = re.compile(r"<(?:p|li|h3)>(.*?)(?=</?(?:p|li|h3|ul|ol)>)")
_TAGG = re.compile(r"<[^>]*>")


def som_docx(plan):
    """Return the bytes of a .docx that holds a plan in the exchange format."""
    bygge = _Bygge()
    kropp = bygge.plan(plan)
    innehall = {
        "document": f"<w:body>{kropp}</w:body>",
        "styles": STILAR,
        "numbering": NUMRERING,
        "footnotes": "".join(bygge.noter),
    }
    fil = BytesIO()
    with zipfile.ZipFile(fil, "w", zipfile.ZIP_DEFLATED) as paket:
        paket.writestr("[Content_Types].xml", HUVUD + _typer())
        paket.writestr("_rels/.rels", HUVUD + _relationer("officeDocument", "document"))
        relationer = _relationer(*(x for del_ in DELAR[1:] for x in (del_, del_)))
        paket.writestr("word/_rels/document.xml.rels", HUVUD + relationer)
        for del_, xml in innehall.items():
            paket.writestr(f"word/{del_}.xml", HUVUD + _rot(del_, xml))
    return fil.getvalue()


def _rot(del_, xml):
    return f"<w:{del_} {W}>{xml}</w:{del_}>"


def _typer():
    delar_ = "".join(
        f'<Override PartName="/word/{d}.xml" ContentType="{TYP}.{_typ(d)}+xml"/>'
        for d in DELAR
    )
    return (
        f'<Types xmlns="{OPC}/content-types"><Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{delar_}</Types>"
    )


def _typ(del_):
    return "document.main" if del_ == "document" else del_


def _relationer(*par):
    """Relationships of alternating kinds and parts; the root's lie one folder up."""
    mapp = "word/" if par[1] == "document" else ""
    rader = "".join(
        f'<Relationship Id="rId{i}" Type="{OOXML}/{slag}" Target="{mapp}{del_}.xml"/>'
        for i, (slag, del_) in enumerate(zip(par[::2], par[1::2], strict=True), 1)
    )
    return f'<Relationships xmlns="{OPC}/relationships">{rader}</Relationships>'


class _Bygge:
    """Writes paragraphs and tables, and gathers the footnotes on the way."""

    def __init__(self):
        self.noter = []
        self.antal = 0  # of runs: Word's revision marks look different all the time

    def plan(self, plan):
        framsida = [
            self.p(plan["titel"], "Rubrik"),
            self.p(plan["namnd"]),
            self.p(str(plan["ar"])),
            self.p(f"Diarienummer: {plan['dnr']}"),
        ]
        kapitel = [
            self.kapitel(a, [x for x in plan["aktiviteter"] if x["avsnitt_nr"] == nr])
            for nr, a in enumerate(plan["avsnitt"])
        ]
        return "".join(framsida + kapitel)

    def kapitel(self, avsnitt, aktiviteter):
        rubrik = self.p(avsnitt["rubrik"], f"Rubrik{avsnitt['niva']}")
        return rubrik + self.text(avsnitt["text"]) + self.tabell(aktiviteter)

    def text(self, text):
        """Write stored rich text; list items become bulleted paragraphs."""
        return "".join(
            self.p(stycke, lista=block.startswith(("<ul", "<ol")))
            for block in delar(text)
            for stycke in _STYCKE.findall(block)
        )

    def tabell(self, aktiviteter):
        if not aktiviteter:
            return ""
        huvud = self.rad([self.p(namn) for namn in KOLUMNER])
        return f"<w:tbl>{huvud}{''.join(map(self.aktivitet, aktiviteter))}</w:tbl>"

    def aktivitet(self, a):
        ansvariga = " och ".join(x["roll"] for x in a["ansvariga"])
        return self.rad(
            [
                self.p(a["titel"]) + self.text(a["beskrivning"]),
                self.p(ansvariga),
                self.p(a["tidplan"]["text"]),
                self.p(a["uppfoljning"]["text"]),
            ]
        )

    def rad(self, celler):
        return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in celler)}</w:tr>"

    def p(self, html, stil="", *, lista=False):
        """Write one paragraph of a block's inner HTML, footnotes and all."""
        ppr = f'<w:pStyle w:val="{stil}"/>' if stil else ""
        if lista:
            ppr += '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        text, *resten = _NOT.split(html)
        bitar = self.bitar(text)
        for fotnot, text in zip(resten[::2], resten[1::2], strict=True):
            bitar += self.fotnot(fotnot) + self.bitar(text)
        return f"<w:p><w:pPr>{ppr}</w:pPr>{bitar}</w:p>"

    def fotnot(self, html):
        nr = len(self.noter) + 1
        self.noter.append(f'<w:footnote w:id="{nr}">{self.p(html)}</w:footnote>')
        return f'<w:r><w:footnoteReference w:id="{nr}"/></w:r>'

    def bitar(self, html):
        """Write words as runs of four, as spell-checking and editing leave them."""
        ord_ = re.findall(r"\S+\s*|\s+", unescape(_TAGG.sub("", html)))
        return "".join(
            self.bit("".join(ord_[i : i + ORD_PER_BIT]))
            for i in range(0, len(ord_), ORD_PER_BIT)
        )

    def bit(self, text):
        self.antal += 1
        return (
            f'<w:r w:rsidRPr="00{self.antal:06X}"><w:rPr><w:rFonts w:ascii="Calibri" '
            'w:hAnsi="Calibri" w:cs="Calibri"/><w:lang w:val="sv-SE"/></w:rPr>'
            f'<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
            '<w:proofErr w:type="spellStart"/>'
        )
