"""Looks at a zip file's directory before anything in it is unpacked.

Limits as in OWASP ASVS 5 §5.2 (file upload): number of entries, unpacked size, ratio,
names, encryption, macros, and that the file is the kind it says it is.
"""

import io
import posixpath
import re
import zipfile
import zlib

from vbeplan.filer.fel import FilFel
from vbeplan.filer.xmlvakt import tolka_xml

MIB = 1024 * 1024
HOGST_POSTER = 500
HOGST_UPPACKAT = 20 * MIB
HOGST_FORHALLANDE = 100
# A long table of equal rows packs 200:1 and is still honest; under this size no ratio
# can do harm, so the ratio is asked only of the whole file and only above it.
FORHALLANDE_FRAN = 12 * MIB
METODER = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
KRYPTERAD = 0x1

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SPARA_SOM_DOCX = (
    "Öppna den i Word, välj Spara som och filtypen Word-dokument (.docx), "
    "och ladda upp den nya filen."
)
FORSOK_IGEN = "Öppna filen i Word, spara den på nytt och ladda upp den igen."

INNEHALLSTYPER = "[Content_Types].xml"
WORDTYP = re.compile(
    r"application/vnd\.openxmlformats-officedocument\.wordprocessingml"
    r"\.(document|template)\.main\+xml"
)
ANDRA_TYPER = {
    "spreadsheetml": "en Excel-fil",
    "presentationml": "en PowerPoint-fil",
}


def oppna_docx(data: bytes) -> tuple[zipfile.ZipFile, str]:
    """The opened zip and the name of the part that holds the document's text.

    In: the whole file as bytes. Raises FilFel for everything that is not an honest
    .docx; nothing but the list of content types has been unpacked then.
    """
    _kanna_igen(data)
    try:
        arkiv = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as fel:
        raise FilFel("Filen är trasig eller kom inte fram hel. " + FORSOK_IGEN) from fel
    _granska_katalog(arkiv.infolist())
    return arkiv, _dokumentdel(arkiv)


def las_post(arkiv: zipfile.ZipFile, namn: str) -> bytes | None:
    """One entry unpacked, None when it is missing. FilFel when it lies or is broken."""
    try:
        post = arkiv.getinfo(namn)
    except KeyError:
        return None
    try:
        with arkiv.open(post) as fil:
            data = fil.read(post.file_size + 1)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as fel:
        raise FilFel(
            f"Filen är trasig: delen {namn} går inte att packa upp. " + FORSOK_IGEN
        ) from fel
    if len(data) != post.file_size:
        raise FilFel("Filen är trasig: en del är avklippt. " + FORSOK_IGEN)
    return data


def _kanna_igen(data: bytes) -> None:
    """Names what the file is when it is no zip, by its first bytes."""
    if not data:
        raise FilFel(
            "Filen är tom (0 byte). Kontrollera att rätt fil är vald och att den är "
            "sparad, och ladda upp den igen."
        )
    if data.startswith(OLE):
        raise FilFel(_ole(data))
    if data.startswith(b"%PDF"):
        raise FilFel(
            "Det här är en PDF. Ladda upp planen som Word-fil (.docx). Finns bara "
            "PDF:en: öppna den i Word och spara den som Word-dokument (.docx)."
        )
    if data.lstrip()[:5] == b"{\\rtf":
        raise FilFel("Det här är en RTF-fil med annat namn. " + SPARA_SOM_DOCX)
    if not data.startswith(b"PK\x03\x04"):
        raise FilFel(
            "Det här är ingen Word-fil, även om den kan heta så. " + SPARA_SOM_DOCX
        )


def _ole(data: bytes) -> str:
    """Old binary Word, or an encrypted docx: both lie in an OLE container."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return (
            "Filen är skyddad med lösenord. Öppna den i Word, välj Arkiv, Info, "
            "Skydda dokument, Kryptera med lösenord, ta bort lösenordet, spara och "
            "ladda upp filen igen."
        )
    return "Det här är en fil i Words gamla format (.doc). " + SPARA_SOM_DOCX


def _granska_katalog(poster: list[zipfile.ZipInfo]) -> None:
    """Every check that the directory alone can answer."""
    namn = [p.filename for p in poster]
    if len(namn) > HOGST_POSTER or len(set(namn)) != len(namn):
        raise FilFel(
            f"Filen innehåller {len(namn)} delar; högst {HOGST_POSTER} olika går att "
            "läsa. Kopiera texten till ett nytt Word-dokument och ladda upp det."
        )
    if any(_farligt_namn(n) for n in namn):
        raise FilFel(
            "Filen innehåller delar med otillåtna namn och är inte sparad av Word. "
            "Kopiera texten till ett nytt Word-dokument och ladda upp det."
        )
    if any(p.flag_bits & KRYPTERAD for p in poster):
        raise FilFel(
            "Filen är låst med lösenord. Ta bort lösenordet, spara och försök igen."
        )
    if any(p.compress_type not in METODER for p in poster):
        raise FilFel("Filen är packad på ett sätt som Word inte gör. " + FORSOK_IGEN)
    if any("vbaproject" in n.lower() or "vbadata" in n.lower() for n in namn):
        raise FilFel(_makron())
    _granska_storlek(poster)


def _farligt_namn(namn: str) -> bool:
    platt = namn.replace("\\", "/")
    return (
        platt.startswith("/")
        or ".." in platt.split("/")
        or re.match(r"[A-Za-z]:", platt) is not None
        or "\x00" in namn
    )


def _makron() -> str:
    return (
        "Filen innehåller makron och läses därför inte. Öppna den i Word, välj Spara "
        "som och filtypen Word-dokument (.docx) utan makron, och ladda upp den filen."
    )


def _granska_storlek(poster: list[zipfile.ZipInfo]) -> None:
    uppackat = sum(p.file_size for p in poster)
    packat = max(1, sum(p.compress_size for p in poster))
    if uppackat > HOGST_UPPACKAT:
        bilder = sum(p.file_size for p in poster if "/media/" in p.filename)
        rad = (
            "Det mesta är bilder: ta bort dem eller välj Komprimera bilder i Word, "
            "spara och försök igen."
            if bilder > uppackat / 2
            else "Kopiera texten till ett nytt Word-dokument och ladda upp det."
        )
        raise FilFel(
            f"Filen blir {uppackat // MIB} MiB när den packas upp; högst "
            f"{HOGST_UPPACKAT // MIB} MiB går att läsa. {rad}"
        )
    if uppackat > FORHALLANDE_FRAN and uppackat / packat > HOGST_FORHALLANDE:
        raise FilFel(
            "Filen är packad hårdare än en plan brukar vara: "
            f"{packat // 1024} KiB blir {uppackat // MIB} MiB. Ta bort mycket långa "
            "tabeller, eller kopiera texten till ett nytt Word-dokument och ladda upp "
            "det."
        )


def _dokumentdel(arkiv: zipfile.ZipFile) -> str:
    """The main part's name by the list of content types."""
    lista = las_post(arkiv, INNEHALLSTYPER)
    if lista is None:
        raise FilFel(_fel_slag(arkiv))
    rot = tolka_xml(lista, "innehållslistan")
    typer = [(e.get("PartName", ""), e.get("ContentType", "")) for e in rot]
    if any("macroenabled" in typ.lower() for _, typ in typer):
        raise FilFel(_makron())
    for del_, typ in typer:
        if WORDTYP.fullmatch(typ):
            namn = posixpath.normpath(del_.lstrip("/") or "word/document.xml")
            if namn in arkiv.namelist():
                return namn
            raise FilFel("Filen är trasig: dokumentets text saknas. " + FORSOK_IGEN)
    alla = " ".join(typ for _, typ in typer)
    for marke, slag in ANDRA_TYPER.items():
        if marke in alla:
            raise FilFel(f"Det här är {slag}. Ladda upp planen som Word-fil (.docx).")
    raise FilFel("Filen saknar en Word-text. " + SPARA_SOM_DOCX)


def _fel_slag(arkiv: zipfile.ZipFile) -> str:
    if las_post(arkiv, "mimetype") == b"application/vnd.oasis.opendocument.text":
        return (
            "Det här är en OpenDocument-fil (.odt). Öppna den i Word eller "
            "LibreOffice, spara den som Word-dokument (.docx) och ladda upp den filen."
        )
    return "Det här är en zip-fil men ingen Word-fil. " + SPARA_SOM_DOCX
