"""The kinds of Office file we read, as the user knows them, and how big they may be."""

import re
from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True)
class Filslag:
    """A kind of file and the words that tell a user what to do with a bad one."""

    program: str
    fil: str  # "en Word-fil"
    typ: str  # as the program's Save as names it
    gammal: str  # the old format's ending
    huvudtyp: re.Pattern
    del_: str  # "dokumentets text"
    dela: str  # what to do with one that is too large
    nytt: str  # what to do with one that no program has written
    hogst_uppackat: int = 20 * MIB

    @property
    def ingen(self):
        return f"ing{self.fil}"

    @property
    def spara_som(self):
        return (
            f"Öppna den i {self.program}, välj Spara som och filtypen {self.typ}, och "
            "ladda upp den nya filen."
        )

    @property
    def forsok_igen(self):
        return (
            f"Öppna filen i {self.program}, spara den på nytt och ladda upp den igen."
        )


def _huvudtyp(familj, slag):
    grund = r"application/vnd\.openxmlformats-officedocument\."
    return re.compile(rf"{grund}{familj}\.({slag})\.main\+xml")


WORD = Filslag(
    program="Word",
    fil="en Word-fil",
    typ="Word-dokument (.docx)",
    gammal=".doc",
    huvudtyp=_huvudtyp("wordprocessingml", "document|template"),
    del_="dokumentets text",
    dela="Dela upp dokumentet, eller kopiera texten till ett nytt Word-dokument, och "
    "försök igen.",
    nytt="Kopiera texten till ett nytt Word-dokument och ladda upp det.",
)
EXCEL = Filslag(
    program="Excel",
    fil="en Excel-fil",
    typ="Excel-arbetsbok (.xlsx)",
    gammal=".xls",
    huvudtyp=_huvudtyp("spreadsheetml", "sheet|template"),
    del_="arbetsbokens blad",
    dela="Ta bort det som inte är aktiviteter ur arbetsboken och försök igen.",
    nytt="Kopiera raderna till en arbetsbok som du hämtar här och ladda upp den.",
)
# 50 000 rows of a dozen columns are some 30 MiB of XML; read apart, with less memory
# than this in the child, and never as a tree.
STATISTIK = Filslag(
    program="Excel",
    fil="en Excel-fil",
    typ="Excel-arbetsbok (.xlsx)",
    gammal=".xls",
    huvudtyp=_huvudtyp("spreadsheetml", "sheet|template"),
    del_="arbetsbokens blad",
    dela="Dela upp filen, till exempel ett år i taget, och ladda upp delarna var för "
    "sig.",
    nytt="Kopiera raderna till en ny arbetsbok, spara och ladda upp den.",
    hogst_uppackat=100 * MIB,
)
