"""XML from outside: no document type, no entities, no network, no huge trees."""

from lxml import etree

from vbeplan.filer.fel import FilFel

FORSOK_IGEN = "Öppna filen i Word, spara den på nytt och ladda upp den igen."


def tolka_xml(data: bytes, namn: str) -> etree._Element:
    """The root element. `namn` names the part in the message. Raises FilFel.

    A document type is refused outright (OWASP XXE cheat sheet): Word never writes
    one, and without it there are no entities to resolve or to blow up.
    """
    # A parser of its own each time: lxml's parsers are not shared between threads.
    tolk = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=False,
    )
    try:
        rot = etree.fromstring(data, tolk)
    except (etree.XMLSyntaxError, ValueError) as fel:
        if "entity" in str(fel).lower() or "dtd" in str(fel).lower():
            raise FilFel(_otillaten()) from fel
        raise FilFel(
            f"Filen är trasig: {namn} går inte att läsa. {FORSOK_IGEN}"
        ) from fel
    info = rot.getroottree().docinfo
    if info.doctype or info.internalDTD is not None:
        raise FilFel(_otillaten())
    return rot


def _otillaten() -> str:
    return (
        "Filen innehåller en dokumenttyp eller entiteter som Word aldrig skriver, och "
        "läses därför inte. Kopiera texten till ett nytt Word-dokument och ladda upp "
        "det."
    )
