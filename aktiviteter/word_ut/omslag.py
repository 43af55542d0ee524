"""The cover: municipality and mark, title and year, the board's band, document box."""

import io
from datetime import date

from lxml import etree

from aktiviteter.models.handlingsplan import med_ar
from aktiviteter.word.egen import ord as namn
from aktiviteter.word_ut.xml import NS, Element, R, W, lopa, mm, stycke, varde, w

RUTANS_BREDDER = (mm(53), mm(113))
EMU_PER_MM = 36_000
BILD = (60, 20)  # the largest mark, in millimetres
LANG_LUFT = 1600  # above a long title, in twentieths of a point
KORT_NAMND = 58  # letters that the band holds on one line
VANLIGA_AR = range(1900, 2201)


def omslag(plan: dict, logotyp: tuple[str, bytes] | None, rid: str) -> list[Element]:
    """The cover's paragraphs and box; `rid` is the relation of the mark's picture."""
    kommun = [lopa(plan["kommun"])] if plan["kommun"] else []
    if logotyp:
        kommun.append(w("r", _bild(logotyp[1], rid, plan["kommun"])))
    grad = _grad(plan["titel"])
    luft = [w("spacing", after=LANG_LUFT)] if grad else []
    ut = [
        stycke(namn.KOMMUN, kommun, *luft),
        _stor(plan["titel"], "Title", grad),
    ]
    if med_ar(plan["titel"], plan["ar"]) != plan["titel"]:
        ut.append(_stor(str(plan["ar"]), namn.stil_id(namn.AR), grad))
    return [*ut, _band(plan["namnd"]), _ruta(plan)]


def _stor(text: str, stil: str, grad: int) -> Element:
    """A line of the title; `grad` in half points when it is not the style's."""
    if not grad:
        return stycke("", [lopa(text)], id_=stil)
    lopande = lopa(text, varde("sz", grad), varde("szCs", grad))
    return stycke("", [lopande], w("spacing", line=grad * 12), id_=stil)


def _grad(titel: str) -> int:
    """A smaller size for a title that would fill the page, 0 for the usual one."""
    if len(titel) <= 70:
        return 0
    return 56 if len(titel) <= 110 else 44


def _band(namnd: str) -> Element:
    if len(namnd) <= KORT_NAMND:
        return stycke(namn.NAMND, [lopa(namnd)])
    # On more than one line the words would begin at the edge of the page.
    return stycke(namn.NAMND, [lopa(namnd)], w("ind", left=0, right=0, firstLine=0))


def _ruta(plan: dict) -> Element:
    """The document box: a label and its words on each row."""
    rader = [(etikett, ord_) for etikett, ord_ in dokumentruta(plan) if ord_]
    tabell = w("tbl", _tblpr("VBEruta", RUTANS_BREDDER), _grid(RUTANS_BREDDER))
    for etikett, ord_ in rader:
        tabell.append(
            w(
                "tr",
                w("trPr", w("cantSplit")),
                _cell(RUTANS_BREDDER[0], stycke(namn.RUTA_ETIKETT, [lopa(etikett)])),
                _cell(RUTANS_BREDDER[1], stycke(namn.RUTA_VARDE, [lopa(ord_)])),
            )
        )
    return tabell


def dokumentruta(plan: dict) -> list[tuple[str, str]]:
    """The labels of the box and what they say, empty ones too."""
    fakta = {
        **plan["dokument"],
        "dnr": plan["dnr"],
        "datum": lang_dag(plan["datum"]),
        "giltig_till": lang_dag(plan["dokument"].get("giltig_till")),
        "": "" if plan["datum"] else "Utkast",
    }
    return [
        (etikett, fakta.get(nyckel) or "")
        for etikett, nyckel in namn.DOKUMENTRUTA.items()
    ]


def lang_dag(iso: str | None) -> str:
    """ "2025-04-24" → "24 april 2025"; a year nobody plans for stays as it is."""
    if not iso:
        return ""
    dag = date.fromisoformat(iso)
    if dag.year not in VANLIGA_AR:
        return iso
    return f"{dag.day} {namn.MANADER[dag.month - 1]} {dag.year}"


def _tblpr(stil: str, bredder: tuple[int, ...]) -> Element:
    return w(
        "tblPr",
        varde("tblStyle", stil),
        w("tblW", w=sum(bredder), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="0680", firstRow=0, lastRow=0, firstColumn=1, lastColumn=0,
          noHBand=1, noVBand=1),
    )  # fmt: skip


def _grid(bredder: tuple[int, ...]) -> Element:
    return w("tblGrid", *(w("gridCol", w=bredd) for bredd in bredder))


def _cell(bredd: int, *innehall: Element) -> Element:
    return w("tc", w("tcPr", w("tcW", w=bredd, type="dxa")), *innehall)


# ------------------------------------------------------------------------ the mark


def _bild(data: bytes, rid: str, kommun: str) -> Element:
    """The mark at the right margin, level with the municipality's name."""
    bredd, hojd = _matt(data)
    text = f"{kommun}s logotyp" if kommun else "Logotyp"
    bild = etree.fromstring(_BILD)
    for e in bild.iter(f"{{{NS['wp']}}}extent", f"{{{NS['a']}}}ext"):
        e.attrib.update({"cx": str(bredd), "cy": str(hojd)})
    for e in bild.iter(f"{{{NS['wp']}}}docPr", f"{{{NS['pic']}}}cNvPr"):
        e.attrib.update({"name": text, "descr": text})
    next(bild.iter(f"{{{NS['a']}}}blip")).set(f"{{{R}}}embed", rid)
    return bild


def _matt(data: bytes) -> tuple[int, int]:
    """Width and height in EMU, as large as fits and in the picture's own shape."""
    from PIL import Image

    with Image.open(io.BytesIO(data)) as bild:
        bredd, hojd = bild.size
    skala = min(BILD[0] / bredd, BILD[1] / hojd) * EMU_PER_MM
    return round(bredd * skala), round(hojd * skala)


_BILD = f"""<w:drawing xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="{NS["wp"]}"
 xmlns:a="{NS["a"]}" xmlns:pic="{NS["pic"]}">
<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1"
 behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">
<wp:simplePos x="0" y="0"/>
<wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>
<wp:positionV relativeFrom="page"><wp:posOffset>792000</wp:posOffset></wp:positionV>
<wp:extent/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>
<wp:docPr id="1"/><wp:cNvGraphicFramePr/>
<a:graphic><a:graphicData uri="{NS["pic"]}"><pic:pic>
<pic:nvPicPr><pic:cNvPr id="1"/><pic:cNvPicPr/></pic:nvPicPr>
<pic:blipFill><a:blip/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>
<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext/></a:xfrm>
<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>
</pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing>"""
