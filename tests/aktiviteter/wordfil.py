"""Writes the Word files that the import tests read, as raw WordprocessingML."""

import io
import zipfile
from xml.sax.saxutils import escape

from aktiviteter.word import las_word

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NS = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
HUVUD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
TYP = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NUMRERING = (
    '<w:abstractNum w:abstractNumId="1">'
    '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="2">'
    '<w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
)


def stil(stil_id: str, namn: str, *, arv: str = "", niva: int | None = None) -> str:
    """A paragraph style; `niva` is its outline level counted from 0."""
    bas = f'<w:basedOn w:val="{arv}"/>' if arv else ""
    ut = "" if niva is None else f'<w:pPr><w:outlineLvl w:val="{niva}"/></w:pPr>'
    return (
        f'<w:style w:type="paragraph" w:styleId="{stil_id}">'
        f'<w:name w:val="{namn}"/>{bas}{ut}</w:style>'
    )


SVENSKA_STILAR = (
    stil("Rubrik1", "heading 1", niva=0)
    + stil("Rubrik2", "heading 2", niva=1)
    + stil("Rubrik3", "heading 3", niva=2)
    + stil("Rubrik", "Title")
    + stil("Underrubrik", "Subtitle")
    + stil("Innehll1", "toc 1")
    + stil("Innehllsfrteckningsrubrik", "TOC Heading", arv="Rubrik1")
)


def r(text: str, *, fet=False, kursiv=False, storlek=0) -> str:
    """A run; \\n is a line break, \\t a tab."""
    pr = "<w:b/>" * fet + "<w:i/>" * kursiv
    pr += f'<w:sz w:val="{storlek}"/>' if storlek else ""
    delar = []
    for i, rad in enumerate(text.split("\n")):
        tabbar = '</w:t><w:tab/><w:t xml:space="preserve">'.join(
            escape(x) for x in rad.split("\t")
        )
        delar.append(f'{"<w:br/>" * (i > 0)}<w:t xml:space="preserve">{tabbar}</w:t>')
    return f"<w:r><w:rPr>{pr}</w:rPr>{''.join(delar)}</w:r>"


def p(text: str = "", *, stil="", num=0, ilvl=0, inre="", **look) -> str:
    """A paragraph of one run, or of `inre`; `num` 1 is bullets, 2 numbers."""
    pr = f'<w:pStyle w:val="{stil}"/>' if stil else ""
    if num:
        pr += f'<w:numPr><w:ilvl w:val="{ilvl}"/><w:numId w:val="{num}"/></w:numPr>'
    return f"<w:p><w:pPr>{pr}</w:pPr>{inre or (r(text, **look) if text else '')}</w:p>"


def tc(innehall, *, span=1, sam="") -> str:
    """A cell of text, of several lines (list), or of XML; `sam` is vMerge's value."""
    if isinstance(innehall, list):
        xml = "".join(x if x.startswith("<w:") else p(x) for x in innehall)
    else:
        xml = innehall if innehall.startswith("<w:") else p(innehall)
    pr = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    pr += f'<w:vMerge w:val="{sam}"/>' if sam else ""
    return f"<w:tc><w:tcPr>{pr}</w:tcPr>{xml or '<w:p/>'}</w:tc>"


def tabell(*rader) -> str:
    """Rows of cells; a row that is a str is XML, a cell that starts with <w:tc is."""
    ut = []
    for rad in rader:
        if isinstance(rad, str):
            ut.append(rad)
            continue
        celler = (
            c if isinstance(c, str) and c.startswith("<w:tc>") else tc(c) for c in rad
        )
        ut.append(f"<w:tr>{''.join(celler)}</w:tr>")
    return f"<w:tbl>{''.join(ut)}</w:tbl>"


def sammanslagen(text: str, bredd: int) -> str:
    """A row of one cell over the whole width."""
    return f"<w:tr>{tc(text, span=bredd)}</w:tr>"


def fotnot(nr: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{nr}"/></w:r>'


def docx(
    *kropp: str,
    stilar: str = SVENSKA_STILAR,
    fotnoter: dict[int, str] | None = None,
    kommentarer: dict[int, str] | None = None,
    lankar: dict[str, str] | None = None,
    sidhuvud: str = "",
    delar: dict[str, str | bytes] | None = None,
    dokument: str | None = None,
    typ: str = f"{TYP}.document.main+xml",
) -> bytes:
    """A whole .docx. `delar` adds or replaces parts, `dokument` the document part."""
    rel = {
        "styles": ("styles.xml", f"<w:styles {NS}>{stilar}</w:styles>"),
        "numbering": ("numbering.xml", f"<w:numbering {NS}>{NUMRERING}</w:numbering>"),
    }
    if fotnoter:
        xml = "".join(
            f'<w:footnote w:id="{n}">{p(t)}</w:footnote>' for n, t in fotnoter.items()
        )
        rel["footnotes"] = ("footnotes.xml", f"<w:footnotes {NS}>{xml}</w:footnotes>")
    if kommentarer:
        xml = "".join(
            f'<w:comment w:id="{n}">{p(t)}</w:comment>' for n, t in kommentarer.items()
        )
        rel["comments"] = ("comments.xml", f"<w:comments {NS}>{xml}</w:comments>")
    if sidhuvud:
        rel["header"] = ("header1.xml", f"<w:hdr {NS}>{sidhuvud}</w:hdr>")
    rels = "".join(
        f'<Relationship Id="d{i}" Type="{R}/{slag}" Target="{namn}"/>'
        for i, (slag, (namn, _)) in enumerate(rel.items())
    ) + "".join(
        f'<Relationship Id="{i}" Type="{R}/hyperlink" Target="{escape(mal)}" '
        'TargetMode="External"/>'
        for i, mal in (lankar or {}).items()
    )
    filer: dict[str, str | bytes] = {
        "[Content_Types].xml": f"{HUVUD}<Types xmlns="
        '"http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{typ}"/></Types>',
        "word/document.xml": dokument
        or f"{HUVUD}<w:document {NS}><w:body>{''.join(kropp)}</w:body></w:document>",
        "word/_rels/document.xml.rels": f"{HUVUD}<Relationships xmlns="
        '"http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{rels}</Relationships>",
        **{f"word/{namn}": HUVUD + xml for namn, xml in rel.values()},
        **(delar or {}),
    }
    return zippa(filer)


def zippa(filer: dict[str, str | bytes]) -> bytes:
    ut = io.BytesIO()
    with zipfile.ZipFile(ut, "w", zipfile.ZIP_DEFLATED) as arkiv:
        for namn, innehall in filer.items():
            arkiv.writestr(namn, innehall)
    return ut.getvalue()


def las(*kropp: str, ar: int | None = 2025, roller=(), **val) -> dict:
    """The plan data of a document with this body."""
    return las_word(docx(*kropp, **val), ar=ar, roller=roller)


def rubriker(plan: dict) -> list[tuple[int, str]]:
    return [(a["niva"], a["rubrik"]) for a in plan["avsnitt"]]


def slag(plan: dict) -> set[str]:
    return {a["slag"] for a in plan["anmarkningar"]}


def vem(aktivitet: dict) -> list[tuple[str, str]]:
    return [(a["roll"], a["art"]) for a in aktivitet["ansvariga"]]
