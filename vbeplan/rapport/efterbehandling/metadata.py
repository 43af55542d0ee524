"""Says in the file which standards it keeps, and gives links and bookmarks names.

PDF/A lets a file claim another standard only when the claim's schema is described in
the file itself (ISO 19005-2, 6.6.2.3.3), hence the extension schema for pdfuaid.
"""

from typing import Any

import pikepdf
from pikepdf import Name, String

from vbeplan.rapport.efterbehandling.trad import Element, Lank

MJUKT = "\N{SOFT HYPHEN}"
TILLAGG = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:language><rdf:Bag><rdf:li>sv</rdf:li></rdf:Bag></dc:language></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>"""  # noqa: E501 - a packet that other programs read line by line


def komplettera(pdf: pikepdf.Pdf) -> None:
    """Add the PDF/UA claim and the language; take soft hyphens out of bookmarks."""
    packe = pdf.Root.Metadata
    packe.write(packe.read_bytes().replace(b"</rdf:RDF>", TILLAGG, 1))
    pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
    if "/Outlines" in pdf.Root:
        pdf.Root.PageMode = Name.UseOutlines
        _rensa_bokmarken(pdf.Root.Outlines)


def jamna_inte_ut_bilder(pdf: pikepdf.Pdf) -> None:
    """Images without interpolation, which PDF/A forbids (ISO 19005-2, 6.2.8)."""
    for objekt in pdf.objects:
        if isinstance(objekt, pikepdf.Stream) and "/Interpolate" in objekt:
            del objekt["/Interpolate"]


def stada_typsnittsnamn(pdf: pikepdf.Pdf) -> None:
    """Font names without the comma that WeasyPrint leaves where a style would stand."""
    for objekt in pdf.objects:
        if not isinstance(objekt, pikepdf.Dictionary):
            continue
        for nyckel in ("/BaseFont", "/FontName"):
            if nyckel in objekt:
                objekt[nyckel] = Name(str(objekt[nyckel]).rstrip(","))


def namnge_lankar(pdf: pikepdf.Pdf, rot: Element) -> None:
    """Let each link annotation be called by its text; WeasyPrint gives its anchor."""
    for element in rot.alla():
        for barn in element.barn:
            if isinstance(barn, Lank):
                text = element.marke["text"].replace(MJUKT, "")
                pdf.get_object(barn.objekt).Contents = String(text)


def _rensa_bokmarken(gren: Any) -> None:
    blad = gren.get("/First")
    while blad is not None:
        blad.Title = String(str(blad.Title).replace(MJUKT, ""))
        _rensa_bokmarken(blad)
        blad = blad.get("/Next")
