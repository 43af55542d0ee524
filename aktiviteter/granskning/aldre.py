"""Laws and authorities that others have taken the place of.

Told as advice, since a plan may speak of what was. Only what is sure to be replaced
stands here: the words, what came instead, and from which year.
"""

import re
from typing import NamedTuple

from aktiviteter.granskning.brist import brist


class Ersatt(NamedTuple):
    """Something replaced: a pattern, what it was called, what came instead, when."""

    monster: str
    namn: str
    nytt: str
    ar: int


OSL = "offentlighets- och sekretesslagen (2009:400)"
MUCF = "Myndigheten för ungdoms- och civilsamhällesfrågor"
ERSATTA = (
    Ersatt(r"\b2001:453\b", "Lag 2001:453", "socialtjänstlagen (2025:400)", 2025),
    Ersatt(r"\b1980:620\b", "Lag 1980:620", "socialtjänstlagen (2025:400)", 2025),
    Ersatt(r"\b1980:100\b", "Lag 1980:100", OSL, 2009),
    Ersatt(r"\b1991:900\b", "Lag 1991:900", "kommunallagen (2017:725)", 2018),
    Ersatt(r"\b1985:1100\b", "Lag 1985:1100", "skollagen (2010:800)", 2011),
    Ersatt(r"\b1986:223\b", "Lag 1986:223", "förvaltningslagen (2017:900)", 2018),
    Ersatt(r"\b1996:627\b", "Lag 1996:627", "säkerhetsskyddslagen (2018:585)", 2019),
    Ersatt(
        r"\b2003:148\b|\b2010:299\b|\b2002:444\b",
        "Lagen om terroristbrott",
        "terroristbrottslagen (2022:666)",
        2022,
    ),
    Ersatt(
        r"\b1982:763\b", "Lag 1982:763", "hälso- och sjukvårdslagen (2017:30)", 2017
    ),
    Ersatt(
        r"\b[Pp]ersonuppgiftslagen\b|\bPuL\b|\b1998:204\b",
        "Personuppgiftslagen",
        "dataskyddsförordningen",
        2018,
    ),
    Ersatt(
        r"\bDatainspektionen\b",
        "Datainspektionen",
        "Integritetsskyddsmyndigheten",
        2021,
    ),
    Ersatt(r"\bStatens medieråd\b", "Statens medieråd", "Mediemyndigheten", 2024),
    Ersatt(r"\bUngdomsstyrelsen\b", "Ungdomsstyrelsen", MUCF, 2014),
    Ersatt(r"\bRikspolisstyrelsen\b", "Rikspolisstyrelsen", "Polismyndigheten", 2015),
    Ersatt(
        r"\b[Ll]änspolismyndigheten\b",
        "Länspolismyndigheten",
        "Polismyndigheten",
        2015,
    ),
    Ersatt(
        r"\b[Ss]kr\.? ?(?:2011/12:44|2014/15:1[45]\d)\b",
        "Skrivelsen",
        "den nationella strategin, skr. 2023/24:56",
        2024,
    ),
)
_NAMN = re.compile("[DdRrSsUuLlPp](?:atai|ikspo|tatens|ngdoms|änspo|ersonuppg|uL)")
_ALLA = re.compile("|".join(e.monster for e in ERSATTA))
_DATID = re.compile(
    r"\b(?:var|hette|tidigare|dåvarande|förut|fanns|ersattes|tillkom|upphävd\w*|"
    r"\w+ades?|gav|gick|kom|tog)\b|\b(?:rapport|_)\b"
)


def granska(text, ar):
    """Yield advice on what a text names, for a plan for the year `ar`."""
    if _DATID.search(text):
        return
    for ersatt in ERSATTA:
        if ar >= ersatt.ar and (traff := re.search(ersatt.monster, text)):
            rad = (
                f"{ersatt.namn} har ersatts av {ersatt.nytt}. Kontrollera och byt, "
                "om det är den som menas."
            )
            yield brist("aldre_namn", rad, f"{traff[0]} {text}")


def kan_finnas(text):
    """Tell whether a text names anything that has been replaced."""
    return (":" in text or _NAMN.search(text)) and _ALLA.search(text) is not None
