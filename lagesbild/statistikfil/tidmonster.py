"""The patterns of how files write days, months and parts of a year; lower case."""

import re

MANADER = (
    ("jan", "januari", "january"),
    ("feb", "febr", "februari", "february"),
    ("mar", "mars", "march", "mrs"),
    ("apr", "april"),
    ("maj", "may"),
    ("jun", "juni", "june"),
    ("jul", "juli", "july"),
    ("aug", "augusti", "august"),
    ("sep", "sept", "september"),
    ("okt", "oktober", "oct", "october"),
    ("nov", "november"),
    ("dec", "december"),
)
MANADSNAMN = {ord_: nr for nr, alla in enumerate(MANADER, 1) for ord_ in alla}
NAMN = "|".join(sorted(MANADSNAMN, key=len, reverse=True))
ROMERSKA = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
DAGNAMN = re.compile(
    r"^(?:må|ti|on|to|fr|lö|sö|mån|tis|ons|tors?|fre|lör|sön)(?:dag(?:en)?)?"
    r"\.?,?\s+(?:den\s+)?|^den\s+"
)
KLOCKA = re.compile(
    r"[t ,]\s*(?:kl\.?\s*)?\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?"
    r"(?:z|\s*[ap]\.?m\.?|\s*(?:utc|gmt|cet|cest)?(?:[+-]\d{1,2}(?::?\d{2})?)?)?$"
)
# The mark of a note: «2024¹», «2024 1)», «2024*»
NOTTECKEN = re.compile(r"(?<=\w)(?:\s*[*†‡]+|\s*[¹²³⁰⁴-⁹]+[)⁾]?|\s+\d\))$")
S = r"[\s./\-–]*"
ARTAL = r"(?P<ar>(?:19|20)\d{2})"
KORT_AR = r"(?P<ar>(?:19|20)\d{2}|['’]?\d{2})"


def monster(*texter):
    return [re.compile(text) for text in texter]


DAGAR = monster(
    r"(?P<ar>\d{4})[-./–](?P<m>\d{1,2})[-./–](?P<d>\d{1,2})",
    r"(?P<ar>(?:19|20)\d{2})(?P<m>\d{2})(?P<d>\d{2})",
    rf"(?P<d>\d{{1,2}})[.:]?\s*[-/ ]?\s*(?P<n>{NAMN})\.?,?[\s\-/]+{KORT_AR}",
    rf"(?P<n>{NAMN})\.?\s+(?P<d>\d{{1,2}}),?\s+(?P<ar>\d{{4}})",
    rf"{ARTAL}[\s\-]+(?P<d>\d{{1,2}})[\s\-]+(?P<n>{NAMN})\.?",
)
DAG_FORST = re.compile(r"(\d{1,2})\s*([./-])\s*(\d{1,2})\s*[./ -]\s*((?:\d{2}){1,2})")
DAG_UTAN_AR = re.compile(rf"(?P<d>\d{{1,2}})[.:]?(?:e|a)?\s*(?P<n>{NAMN})\.?")
MELLAN = re.compile(r"\s*(?:--|–|—)\s*|\s+(?:-|till|t\.?\s?o\.?\s?m\.?)\s+")
MANADSMONSTER = monster(
    r"(?P<ar>(?:19|20)\d{2})[-./–: ]\s*(?P<m>\d{1,2})",
    r"(?P<m>\d{1,2})[-./– ](?P<ar>(?:19|20)\d{2})",
    r"(?P<ar>(?:19|20)\d{2})m?(?P<m>\d{2})",
    rf"(?P<n>{NAMN})\.?{S}{KORT_AR}",
    rf"{ARTAL}{S}(?P<n>{NAMN})\.?",
)
SPANN = re.compile(
    rf"(?P<n>{NAMN})\.?\s*(?:-|–|t\.?o\.?m\.?|till)\s*(?P<n2>{NAMN})\.?(?:{S}{KORT_AR})?"
)
BARA_MANAD = re.compile(rf"(?P<n>{NAMN})\.?")
DELAR = (  # part of a year: (words, months in each)
    (r"(?:kv(?:artal)?|q|k)\.?", 3),
    (r"(?:t|tertial|tert)\.?", 4),
    (r"(?:h|halvår|hå)\.?", 6),
)
DELMONSTER = [
    (re.compile(monster), langd)
    for ord_, langd in DELAR
    for monster in (
        rf"{ord_}{S}(?P<nr>iv|i{{1,3}}|[1-4])(?:{S}{KORT_AR})?",
        rf"{ARTAL}{S}{ord_}{S}(?P<nr>iv|i{{1,3}}|[1-4])",
        rf"(?P<nr>[1-4]):?(?:a|e)?\s*{ord_}(?:et)?(?:{S}{KORT_AR})?",
    )
]
# «v 9 - 10» is two weeks: a year of two digits needs a sign that says it is one.
VECKANS_AR = r"(?:[\s./,\-–]*(?P<ar>(?:19|20)\d{2})|(?:/|\s*['’])(?P<kort>\d{2}))"
VECKA = monster(
    rf"(?:vecka|week|v|w)\.?\s*(?P<v>\d{{1,2}})(?:{VECKANS_AR})?",
    rf"{ARTAL}{S}(?:vecka|v|w)\.?\s*(?P<v>\d{{1,2}})",
)
BARA_AR = re.compile(rf"(?:helår|år|hela)?\s*{ARTAL}")
