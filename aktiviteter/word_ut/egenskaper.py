"""The file's own properties: title, board as author, language. No person's name."""

from lxml import etree

from aktiviteter.models.handlingsplan import med_ar
from vbeplan.text.svenska import tvatta

CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DC = "http://purl.org/dc/elements/1.1/"
DCTERMS = "http://purl.org/dc/terms/"
XSI = "http://www.w3.org/2001/XMLSchema-instance"


def egenskaper(plan: dict) -> bytes:
    """docProps/core.xml. The cover's day is the file's: same plan, same bytes."""
    rot = etree.Element(
        f"{{{CP}}}coreProperties",
        nsmap={"cp": CP, "dc": DC, "dcterms": DCTERMS, "xsi": XSI},
    )
    av = ", ".join(filter(None, (plan["namnd"], plan["kommun"])))
    for ns, namn, ord_ in (
        (DC, "title", f"{med_ar(plan['titel'], plan['ar'])} – {plan['namnd']}"),
        (DC, "subject", plan["dokument"].get("typ") or ""),
        (DC, "creator", av),
        (CP, "lastModifiedBy", av),
        (DC, "language", "sv-SE"),
    ):
        if ord_:
            etree.SubElement(rot, f"{{{ns}}}{namn}").text = tvatta(ord_)
    if plan["datum"]:
        for namn in ("created", "modified"):
            e = etree.SubElement(rot, f"{{{DCTERMS}}}{namn}")
            e.set(f"{{{XSI}}}type", "dcterms:W3CDTF")
            e.text = f"{plan['datum']}T00:00:00Z"
    return etree.tostring(rot, xml_declaration=True, encoding="UTF-8", standalone=True)
