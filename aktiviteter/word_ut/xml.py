"""WordprocessingML elements as one-liners: `w("p", w("r", ...))`, runs, paragraphs."""

from collections.abc import Iterable

from lxml import etree

from aktiviteter.word.egen.ord import stil_id
from vbeplan.text.svenska import tvatta

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NS = {
    "w": W,
    "r": R,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
BLANKSTEG = "{http://www.w3.org/XML/1998/namespace}space"
TWIP_PER_MM = 1440 / 25.4
MJUKT = "\N{SOFT HYPHEN}"

Element = etree._Element


def w(namn: str, *barn: Element, **attribut: object) -> Element:
    """An element of the w namespace; attributes are of the same namespace."""
    e = etree.Element(f"{{{W}}}{namn}", nsmap=NS)
    for nyckel, varde in attribut.items():
        e.set(f"{{{W}}}{nyckel}", str(varde))
    e.extend(barn)
    return e


def varde(namn: str, val: object) -> Element:
    """`<w:namn w:val="…"/>`, the commonest of all."""
    return w(namn, val=val)


def stycke(
    stil: str, inre: Iterable[Element] = (), *egenskaper: Element, id_: str = ""
) -> Element:
    """A paragraph in the style of that name; `egenskaper` follow in schema order."""
    ppr = w("pPr", varde("pStyle", id_ or stil_id(stil)), *egenskaper)
    return w("p", ppr, *inre)


def lopa(text: str, *egenskaper: Element) -> Element:
    """A run with the text as it stands: soft hyphens as Word's own, spaces kept."""
    r = w("r")
    if egenskaper:
        r.append(w("rPr", *egenskaper))
    for i, del_ in enumerate(tvatta(text).split(MJUKT)):
        if i:
            r.append(w("softHyphen"))
        if del_:
            r.append(_t(del_))
    return r


def _t(text: str) -> Element:
    t = w("t")
    t.text = text
    if text != text.strip() or "  " in text:
        t.set(BLANKSTEG, "preserve")
    return t


def tabb() -> Element:
    return w("r", w("tab"))


def falt(instruktion: str, visat: str) -> list[Element]:
    """A field with the result that stands until somebody updates it."""
    kod = w("instrText")
    kod.text = f" {instruktion} "
    kod.set(BLANKSTEG, "preserve")
    return [
        w("r", w("fldChar", fldCharType="begin")),
        w("r", kod),
        w("r", w("fldChar", fldCharType="separate")),
        *([lopa(visat)] if visat else []),
        w("r", w("fldChar", fldCharType="end")),
    ]


def mm(langd: float) -> int:
    """Millimetres in twentieths of a point, Word's unit."""
    return round(langd * TWIP_PER_MM)


def som_bytes(rot: Element) -> bytes:
    etree.cleanup_namespaces(rot, keep_ns_prefixes=["w", "r"])
    return etree.tostring(rot, xml_declaration=True, encoding="UTF-8", standalone=True)
