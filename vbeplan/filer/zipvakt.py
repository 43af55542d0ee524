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
from vbeplan.filer.filslag import EXCEL, MIB, WORD, Filslag
from vbeplan.filer.xmlvakt import tolka_xml

HOGST_POSTER = 500
HOGST_FORHALLANDE = 100
# A long table of equal rows packs 200:1 and is still honest; under this size no ratio
# can do harm, so the ratio is asked only of the whole file and only above it.
FORHALLANDE_FRAN = 12 * MIB
METODER = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
KRYPTERAD = 0x1

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
INNEHALLSTYPER = "[Content_Types].xml"
ODS = b"application/vnd.oasis.opendocument.spreadsheet"
ODS_FORTECKNING = "META-INF/manifest.xml"
ANDRA_TYPER = {
    "wordprocessingml": "en Word-fil",
    "spreadsheetml": "en Excel-fil",
    "presentationml": "en PowerPoint-fil",
}


def oppna_docx(data: bytes) -> tuple[zipfile.ZipFile, str]:
    """The opened zip and the name of the part that holds the document's text.

    In: the whole file as bytes. Raises FilFel for everything that is not an honest
    .docx; nothing but the list of content types has been unpacked then.
    """
    return _oppna(data, WORD)


def granska_xlsx(data: bytes, slag: Filslag = EXCEL) -> None:
    """Raises FilFel for everything that is not an honest .xlsx, as oppna_docx does."""
    _oppna(data, slag)[0].close()


def ar_ods(data: bytes) -> bool:
    """Return whether the file says, where its format has it first, that it is .ods."""
    return data.startswith(b"PK\x03\x04") and ODS in data[:120]


def granska_ods(data: bytes, slag: Filslag) -> None:
    """Raises FilFel for everything that is not an honest .ods."""
    try:
        arkiv = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as fel:
        raise FilFel(
            f"Filen är trasig eller kom inte fram hel. {slag.forsok_igen}"
        ) from fel
    with arkiv:
        _granska_katalog(arkiv.infolist(), slag)
        if b"encryption-data" in (las_post(arkiv, ODS_FORTECKNING, slag) or b""):
            raise FilFel(
                "Filen är låst med lösenord. Ta bort lösenordet, spara och försök igen."
            )


def _oppna(data: bytes, slag: Filslag) -> tuple[zipfile.ZipFile, str]:
    _kanna_igen(data, slag)
    try:
        arkiv = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as fel:
        raise FilFel(
            f"Filen är trasig eller kom inte fram hel. {slag.forsok_igen}"
        ) from fel
    _granska_katalog(arkiv.infolist(), slag)
    return arkiv, _huvuddel(arkiv, slag)


def las_post(arkiv: zipfile.ZipFile, namn: str, slag: Filslag = WORD) -> bytes | None:
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
            f"Filen är trasig: delen {namn} går inte att packa upp. {slag.forsok_igen}"
        ) from fel
    if len(data) != post.file_size:
        raise FilFel(f"Filen är trasig: en del är avklippt. {slag.forsok_igen}")
    return data


def _kanna_igen(data: bytes, slag: Filslag) -> None:
    """Names what the file is when it is no zip, by its first bytes."""
    if not data:
        raise FilFel(
            "Filen är tom (0 byte). Kontrollera att rätt fil är vald och att den är "
            "sparad, och ladda upp den igen."
        )
    if data.startswith(OLE):
        raise FilFel(_ole(data, slag))
    if data.startswith(b"%PDF"):
        raise FilFel(
            f"Det här är en PDF. Ladda upp {slag.fil}. Finns bara PDF:en: öppna den i "
            f"{slag.program} och spara den som {slag.typ}."
        )
    if data.lstrip()[:5] == b"{\\rtf":
        raise FilFel(f"Det här är en RTF-fil med annat namn. {slag.spara_som}")
    if not data.startswith(b"PK\x03\x04"):
        raise FilFel(
            f"Det här är {slag.ingen}, även om den kan heta så. {slag.spara_som}"
        )


def _ole(data: bytes, slag: Filslag) -> str:
    """The old binary format, or an encrypted file: both lie in an OLE container."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return (
            f"Filen är skyddad med lösenord. Öppna den i {slag.program}, välj Arkiv, "
            "Info, Skydda, Kryptera med lösenord, ta bort lösenordet, spara och ladda "
            "upp filen igen."
        )
    gammalt = f"{slag.program}s gamla format ({slag.gammal})"
    return f"Det här är en fil i {gammalt}. {slag.spara_som}"


def _granska_katalog(poster: list[zipfile.ZipInfo], slag: Filslag) -> None:
    """Every check that the directory alone can answer."""
    namn = [p.filename for p in poster]
    if len(namn) > HOGST_POSTER or len(set(namn)) != len(namn):
        raise FilFel(
            f"Filen innehåller {len(namn)} delar; högst {HOGST_POSTER} olika går att "
            f"läsa. {slag.nytt}"
        )
    if any(_farligt_namn(n) for n in namn):
        raise FilFel(
            "Filen innehåller delar med otillåtna namn och är inte sparad av "
            f"{slag.program}. {slag.nytt}"
        )
    if any(p.flag_bits & KRYPTERAD for p in poster):
        raise FilFel(
            "Filen är låst med lösenord. Ta bort lösenordet, spara och försök igen."
        )
    if any(p.compress_type not in METODER for p in poster):
        raise FilFel(
            f"Filen är packad på ett sätt som {slag.program} inte gör. "
            f"{slag.forsok_igen}"
        )
    if any("vbaproject" in n.lower() or "vbadata" in n.lower() for n in namn):
        raise FilFel(_makron(slag))
    _granska_storlek(poster, slag)


def _farligt_namn(namn: str) -> bool:
    platt = namn.replace("\\", "/")
    return (
        platt.startswith("/")
        or ".." in platt.split("/")
        or re.match(r"[A-Za-z]:", platt) is not None
        or "\x00" in namn
    )


def _makron(slag: Filslag) -> str:
    return (
        f"Filen innehåller makron och läses därför inte. Öppna den i {slag.program}, "
        f"välj Spara som och filtypen {slag.typ} utan makron, och ladda upp den filen."
    )


def _granska_storlek(poster: list[zipfile.ZipInfo], slag: Filslag) -> None:
    uppackat = sum(p.file_size for p in poster)
    packat = max(1, sum(p.compress_size for p in poster))
    if uppackat > slag.hogst_uppackat:
        bilder = sum(p.file_size for p in poster if "/media/" in p.filename)
        rad = (
            f"Det mesta är bilder: ta bort dem eller välj Komprimera bilder i "
            f"{slag.program}, spara och försök igen."
            if bilder > uppackat / 2
            else slag.nytt
        )
        raise FilFel(
            f"Filen blir {uppackat // MIB} MiB när den packas upp; högst "
            f"{slag.hogst_uppackat // MIB} MiB går att läsa. {rad}"
        )
    if uppackat > FORHALLANDE_FRAN and uppackat / packat > HOGST_FORHALLANDE:
        raise FilFel(
            "Filen är packad hårdare än en plan brukar vara: "
            f"{packat // 1024} KiB blir {uppackat // MIB} MiB. Ta bort mycket långa "
            f"tabeller, eller gör så här: {slag.nytt}"
        )


def _huvuddel(arkiv: zipfile.ZipFile, slag: Filslag) -> str:
    """The main part's name by the list of content types."""
    lista = las_post(arkiv, INNEHALLSTYPER, slag)
    if lista is None:
        raise FilFel(_fel_slag(arkiv, slag))
    rot = tolka_xml(lista, "innehållslistan")
    typer = [(e.get("PartName", ""), e.get("ContentType", "")) for e in rot]
    if any("macroenabled" in typ.lower() for _, typ in typer):
        raise FilFel(_makron(slag))
    for del_, typ in typer:
        if slag.huvudtyp.fullmatch(typ):
            namn = posixpath.normpath(del_.lstrip("/") or "word/document.xml")
            if namn in arkiv.namelist():
                return namn
            raise FilFel(f"Filen är trasig: {slag.del_} saknas. {slag.forsok_igen}")
    alla = " ".join(typ for _, typ in typer)
    for marke, annat in ANDRA_TYPER.items():
        if marke in alla:
            raise FilFel(f"Det här är {annat}. Ladda upp {slag.fil}.")
    raise FilFel(f"Filen saknar {slag.del_}. {slag.spara_som}")


def _fel_slag(arkiv: zipfile.ZipFile, slag: Filslag) -> str:
    sort = las_post(arkiv, "mimetype", slag) or b""
    if sort.startswith(b"application/vnd.oasis.opendocument."):
        return (
            f"Det här är en OpenDocument-fil. Öppna den i {slag.program} eller "
            f"LibreOffice, spara den som {slag.typ} och ladda upp den filen."
        )
    return f"Det här är en zip-fil men {slag.ingen}. {slag.spara_som}"
