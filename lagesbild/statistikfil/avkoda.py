"""A text file's bytes → rows of cells, numbered as Excel numbers them."""

import csv
import io
from collections import Counter

from vbeplan.filer.fel import FilFel

MAX_RAD = 500_000  # characters in one line: a file without line breaks is no table
MAX_CELL = 32_767  # as in Excel
_BOM = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_ATTABITARS = ("cp1252", "cp850", "mac_roman")
_SVENSKA = set("åäöÅÄÖé")
TECKEN = ";\t,|"
SPARA_OM = (
    "Öppna filen i Excel, välj Spara som och filtypen CSV UTF-8 eller Excel-arbetsbok "
    "(.xlsx), och ladda upp den filen."
)


def las_text(data):
    """Return [[cell, …], …], the first being row 1. Raises FilFel."""
    # Files laid end to end keep their marks of beginning in the middle.
    text = avkoda(data).replace("\ufeff", "")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\x00" in text:
        raise FilFel(f"Det här är ingen textfil, även om den kan heta så. {SPARA_OM}")
    if max(map(len, text.split("\n"))) > MAX_RAD:
        raise FilFel(
            "Filen har en rad med mer än en halv miljon tecken och är ingen tabell. "
            f"{SPARA_OM}"
        )
    tecken, text = _angivet_tecken(text)
    tecken = tecken or _skiljetecken(text)
    rader = _dela(text, tecken)
    _granska_citat(rader, tecken, avslutad=text.rstrip().endswith('"'))
    return [[cell.strip() for cell in rad] for rad in rader]


def _granska_citat(rader, tecken, *, avslutad):
    """Refuse a file where a quotation mark that never ends has swallowed rows."""
    bredd = max(map(len, rader), default=0)
    for nr, rad in enumerate(rader, 1):
        sist = nr == len(rader) and not avslutad
        if any(_har_slukat(c, tecken, bredd, sist=sist) for c in rad if "\n" in c):
            raise FilFel(
                f"Rad {nr} i filen har ett citattecken som aldrig slutar, så att "
                "raderna under hamnar i samma cell. Rätta raden och ladda upp filen "
                "igen."
            )


def _har_slukat(cell, tecken, bredd, *, sist):
    """Whether lines of a cell are cut like rows; commas may stand in any text."""
    if sist and cell.count("\n") and tecken in cell:
        return True
    if tecken == "," or bredd < 3:
        return False
    return any(rad.count(tecken) == bredd - 1 for rad in cell.split("\n")[1:])


def avkoda(data):
    """Return the words of a file in Unicode or in any of three old alphabets.

    UTF-8 is sure when it holds; else the alphabet that gives most å, ä and ö.
    """
    for bom, kodning in _BOM:
        if data.startswith(bom):
            return data.decode(kodning, errors="replace").removeprefix("\ufeff")
    if utan_bom := _utf16_utan_bom(data):
        return data.decode(utan_bom, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        prov = {k: data.decode(k, errors="replace") for k in _ATTABITARS}
    return max(prov.values(), key=lambda text: sum(map(text.count, _SVENSKA)))


def _utf16_utan_bom(data):
    prov = data[:2000]
    if len(prov) > 3 and prov[1::2].count(0) > len(prov) * 0.3:
        return "utf-16-le"
    if len(prov) > 3 and prov[::2].count(0) > len(prov) * 0.3:
        return "utf-16-be"
    return ""


def _angivet_tecken(text):
    """Excel's own first line «sep=;» says the sign, and is no row."""
    forsta, _, resten = text.partition("\n")
    if forsta.strip().strip('"').casefold().startswith("sep="):
        return forsta.strip().strip('"')[4:5] or None, resten
    return None, text


def _skiljetecken(text):
    """The sign that cuts most rows into the same number of cells, two or more."""
    prov = "\n".join(text.split("\n", 300)[:300])

    def styrka(tecken):
        langder = Counter(len(rad) for rad in _dela(prov, tecken, noga=False) if rad)
        langder.pop(1, None)
        if not langder:
            return 0
        # By what the rows hold in all: titles above the table have fewer cells.
        langd, antal = max(langder.items(), key=lambda par: par[1] * (par[0] - 0.5))
        return antal * (langd - 0.5) * (0.6 if tecken in ",|" else 1)

    basta = max(TECKEN, key=styrka)
    return basta if styrka(basta) else ";"


def _dela(text, tecken, *, noga=True):
    csv.field_size_limit(MAX_CELL if noga else MAX_RAD)
    lasare = csv.reader(io.StringIO(text, newline=""), delimiter=tecken)
    try:
        return list(lasare)
    except csv.Error as fel:
        if not noga:
            return []
        raise FilFel(
            f"Rad {lasare.line_num} i filen har en cell som är längre än Excel "
            "tillåter. Ofta är det ett citattecken som aldrig slutar. Rätta raden och "
            "ladda upp filen igen."
        ) from fel
