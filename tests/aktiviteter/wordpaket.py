"""Looks inside a .docx: is it a package that Word opens without a word of complaint?"""

import io
import posixpath
import zipfile
from collections import Counter
from tempfile import NamedTemporaryFile

from lxml import etree
from openxml_audit import OpenXmlValidator

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def delar(data):
    """Return every part of the package as name → bytes, each name once."""
    with zipfile.ZipFile(io.BytesIO(data)) as arkiv:
        namn = arkiv.namelist()
        assert len(set(namn)) == len(namn)
        assert arkiv.testzip() is None
        return {n: arkiv.read(n) for n in namn}


def rot(data, del_="word/document.xml"):
    return etree.fromstring(delar(data)[del_])


def granska_paket(data):
    """Assert all that a reader of the package relies on; return its parts as trees."""
    alla = delar(data)
    trad = {
        n: etree.fromstring(d) for n, d in alla.items() if n.endswith((".xml", ".rels"))
    }
    _innehallstyper(trad["[Content_Types].xml"], set(alla))
    for namn, relationer in trad.items():
        if namn.endswith(".rels"):
            _relationer(namn, relationer, trad, set(alla))
    kropp = trad["word/document.xml"]
    _id(kropp, trad)
    _stilar(trad)
    _celler(kropp)
    return trad


def granska_mot_schemat(data):
    """Assert that the file follows the schemas of Word 2019; takes half a second."""
    with NamedTemporaryFile(suffix=".docx") as fil:
        fil.write(data)
        fil.flush()
        fel = OpenXmlValidator().validate(fil.name).errors
    assert not fel, [(e.part_uri, e.description) for e in fel]


def _innehallstyper(typer, namn):
    andelser = {e.get("Extension") for e in typer if e.get("Extension")}
    egna = [e.get("PartName")[1:] for e in typer if e.get("PartName")]
    assert set(egna) <= namn
    assert len(set(egna)) == len(egna)
    assert all(n in egna or n.rpartition(".")[2] in andelser for n in namn)


def _relationer(namn, relationer, trad, alla):
    mapp, fil = posixpath.split(namn)
    mapp = posixpath.dirname(mapp)
    finns = [e.get("Id") for e in relationer.iter(RELATION)]
    assert len(set(finns)) == len(finns)
    for e in relationer.iter(RELATION):
        if e.get("TargetMode") != "External":
            assert posixpath.normpath(posixpath.join(mapp, e.get("Target"))) in alla
    kalla = trad.get(posixpath.join(mapp, fil.removesuffix(".rels")))
    if kalla is None:
        return
    pekare = {v for e in kalla.iter() for k, v in e.attrib.items() if k.startswith(RID)}
    assert pekare <= set(finns)


def _id(kropp, trad):
    bokmarken = [
        (e.get(f"{W}id"), e.get(f"{W}name")) for e in kropp.iter(f"{W}bookmarkStart")
    ]
    for varden in zip(*bokmarken, strict=True):
        assert len(set(varden)) == len(varden)
    ankare = {e.get(f"{W}anchor") for e in kropp.iter(f"{W}hyperlink")} - {None}
    assert ankare <= {namn for _, namn in bokmarken}
    noter = Counter(e.get(f"{W}id") for e in trad["word/footnotes.xml"])
    hanvisade = Counter(e.get(f"{W}id") for e in kropp.iter(f"{W}footnoteReference"))
    assert set(noter.values()) == {1}
    assert Counter(set(noter) - {"-1", "0"}) == hanvisade
    numrering = trad["word/numbering.xml"]
    abstrakta = [e.get(f"{W}abstractNumId") for e in numrering.iter(f"{W}abstractNum")]
    nummer = [e.get(f"{W}numId") for e in numrering.iter(f"{W}num")]
    assert len(set(abstrakta)) == len(abstrakta)
    assert len(set(nummer)) == len(nummer)
    assert {
        e.get(f"{W}val") for e in numrering.iterfind(f"{W}num/{W}abstractNumId")
    } <= set(abstrakta)
    assert {e.get(f"{W}val") for e in kropp.iter(f"{W}numId")} <= set(nummer)


def _stilar(trad):
    stilar = [e.get(f"{W}styleId") for e in trad["word/styles.xml"].iter(f"{W}style")]
    assert len(set(stilar)) == len(stilar)
    for del_ in trad.values():
        for slag in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"):
            assert {e.get(f"{W}val") for e in del_.iter(f"{W}{slag}")} <= set(stilar)


def _celler(kropp):
    for tc in kropp.iter(f"{W}tc"):
        assert tc[-1].tag == f"{W}p"
    for tr in kropp.iter(f"{W}tr"):
        tabell = tr.getparent()
        assert len(tr.findall(f"{W}tc")) == len(tabell.find(f"{W}tblGrid"))
    kropp = kropp[0]
    assert kropp[-1].tag == f"{W}sectPr"
    assert kropp[-2].tag != f"{W}tbl"
