"""The words of our own Word files: style names and labels, for writer and reader.

A style's name is what Word and LibreOffice keep through every save; its id is not.
"""

MARKE = "vbe "  # what the names of all our own styles begin with, in small letters

# Paragraph styles.
KOMMUN, AR, NAMND = "VBE kommun", "VBE år", "VBE nämnd"
RUTA_ETIKETT, RUTA_VARDE = "VBE ruta etikett", "VBE ruta värde"
HUVUD, AKTIVITET, FAKTA = "VBE tabellhuvud", "VBE aktivitet", "VBE fakta"
CELL, CELLRUBRIK, CELLISTA = "VBE celltext", "VBE cellrubrik", "VBE cellista"
INTERN = "VBE intern"
INTERN_TEXT = "För internt bruk. Står inte i den offentliga versionen."
TABELLTITEL, SLUT = "caption", "VBE slut"
# The picture's part of the file, which is drawn anew each time and never read back.
BILDTITEL, BILDHUVUD, BILDCELL = "VBE bildtitel", "VBE bildhuvud", "VBE bildcell"
BILDTEXT = "VBE bildtext"
# As little the appendices, which have headings of their own.
BILAGA, BILAGEDEL = "VBE bilaga", "VBE bilagedel"
_BILDENS = (BILDTITEL, BILDHUVUD, BILDCELL, BILDTEXT, BILAGA, BILAGEDEL)
BILDENS = {ord_.lower() for ord_ in _BILDENS}
# Character styles.
NUMMER, ETIKETT = "VBE nummer", "VBE etikett"

KOLUMNER = ("Aktivitet", "Ansvarig", "Tidplan", "Uppföljning")
AVSTAMNING = "Nästa avstämning"
ENHET = "Enhet"

# Label → key of the exchange format, in the order they are written.
AKTIVITETSFAKTA = {
    "Mål": "mal",
    "Måltal": "maltal",
    ENHET: "malenhet",
    "Målgrupp": "malgrupp",
    "Nivå": "niva",
    "Insatsområde": "insatsomrade",
    "Nationell strategi": "strategiomrade",
}
NIVAER = {
    "Universell": "universell",
    "Selektiv": "selektiv",
    "Indikerad": "indikerad",
}
STRATEGIOMRADEN = {
    "Förebygga": "forebygga",
    "Förhindra": "forhindra",
    "Skydda": "skydda",
    "Hantera": "hantera",
}
ARTER = {
    "Huvudansvarig": "huvudansvarig",
    "Medansvarig": "medansvarig",
    "I samråd med": "i_samrad_med",
}
DOKUMENTRUTA = {
    "Diarienummer": "dnr",
    "Datum": "datum",
    "Status": "",  # follows from the day, and is not read back
    "Gäller till": "giltig_till",
    "Dokumenttyp": "typ",
    "Dokumentägare": "agare",
    "Mål i budgeten": "budgetmal",
    "Nästa revidering": "nasta_revidering",
}
MANADER = (
    "januari februari mars april maj juni juli augusti september oktober november "
    "december"
).split()


def stil_id(namn: str) -> str:
    """The id of one of our styles in styles.xml: its name in bare a–z."""
    return namn.translate(str.maketrans("åäöÅÄÖ", "aaoAAO")).replace(" ", "")
