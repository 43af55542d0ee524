"""Time as files write it → a month, or why it is none.

Nothing is guessed: a date that doesn't exist is refused with what may be meant.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

MANAD, AR = "manad", "ar"  # as Manadstal.Precision
FORSTA_AR = 1990
EXCELS_NOLLDAG = date(1899, 12, 30)
_MANADER = (
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
MANADSNAMN = {ord_: nr for nr, alla in enumerate(_MANADER, 1) for ord_ in alla}
_NAMN = "|".join(sorted(MANADSNAMN, key=len, reverse=True))
_ROMERSKA = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_DAGNAMN = re.compile(
    r"^(?:må|ti|on|to|fr|lö|sö|mån|tis|ons|tors?|fre|lör|sön)(?:dag(?:en)?)?"
    r"\.?,?\s+(?:den\s+)?|^den\s+"
)
_KLOCKA = re.compile(
    r"[t ,]\s*(?:kl\.?\s*)?\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?"
    r"(?:z|\s*(?:utc|gmt|cet|cest)?(?:[+-]\d{1,2}(?::?\d{2})?)?)?$"
)
_S = r"[\s./\-–]*"
_ARTAL = r"(?P<ar>(?:19|20)\d{2})"
_KORT_AR = r"(?P<ar>(?:19|20)\d{2}|['’]?\d{2})"


def _monster(*texter):
    return [re.compile(text) for text in texter]


_DAGAR = _monster(
    r"(?P<ar>\d{4})[-./–](?P<m>\d{1,2})[-./–](?P<d>\d{1,2})",
    r"(?P<ar>(?:19|20)\d{2})(?P<m>\d{2})(?P<d>\d{2})",
    rf"(?P<d>\d{{1,2}})[.:]?\s*[-/ ]?\s*(?P<n>{_NAMN})\.?,?[\s\-/]+{_KORT_AR}",
    rf"(?P<n>{_NAMN})\.?\s+(?P<d>\d{{1,2}}),?\s+(?P<ar>\d{{4}})",
    rf"{_ARTAL}[\s\-]+(?P<d>\d{{1,2}})[\s\-]+(?P<n>{_NAMN})\.?",
)
_DAG_FORST = re.compile(r"(\d{1,2})\s*([./-])\s*(\d{1,2})\s*[./ -]\s*((?:\d{2}){1,2})")
_DAG_UTAN_AR = re.compile(rf"(?P<d>\d{{1,2}})[.:]?(?:e|a)?\s*(?P<n>{_NAMN})\.?")
_MELLAN = re.compile(r"\s*(?:--|–|—)\s*|\s+(?:-|till|t\.?\s?o\.?\s?m\.?)\s+")
_MANADSMONSTER = _monster(
    r"(?P<ar>(?:19|20)\d{2})[-./–: ]\s*(?P<m>\d{1,2})",
    r"(?P<m>\d{1,2})[-./– ](?P<ar>(?:19|20)\d{2})",
    r"(?P<ar>(?:19|20)\d{2})m?(?P<m>\d{2})",
    rf"(?P<n>{_NAMN})\.?{_S}{_KORT_AR}",
    rf"{_ARTAL}{_S}(?P<n>{_NAMN})\.?",
)
_SPANN = re.compile(
    rf"(?P<n>{_NAMN})\.?\s*(?:-|–|t\.?o\.?m\.?|till)\s*(?P<n2>{_NAMN})\.?(?:{_S}{_KORT_AR})?"
)
_BARA_MANAD = re.compile(rf"(?P<n>{_NAMN})\.?")
_DELAR = (  # part of a year: (words, months in each)
    (r"(?:kv(?:artal)?|q|k)\.?", 3),
    (r"(?:t|tertial|tert)\.?", 4),
    (r"(?:h|halvår|hå)\.?", 6),
)
_DELMONSTER = [
    (re.compile(monster), langd)
    for ord_, langd in _DELAR
    for monster in (
        rf"{ord_}{_S}(?P<nr>iv|i{{1,3}}|[1-4])(?:{_S}{_KORT_AR})?",
        rf"{_ARTAL}{_S}{ord_}{_S}(?P<nr>iv|i{{1,3}}|[1-4])",
        rf"(?P<nr>[1-4]):?(?:a|e)?\s*{ord_}(?:et)?(?:{_S}{_KORT_AR})?",
    )
]
_VECKA = _monster(
    rf"(?:vecka|week|v|w)\.?\s*(?P<v>\d{{1,2}})(?:{_S}{_KORT_AR})?",
    rf"{_ARTAL}{_S}(?:vecka|v|w)\.?\s*(?P<v>\d{{1,2}})",
)
_BARA_AR = re.compile(rf"(?:helår|år|hela)?\s*{_ARTAL}")
_ORDENTLIGT = (
    "Skriv datumet som år-månad-dag, till exempel 2024-06-14, eller månaden som 2024-06"
)


class TidFel(ValueError):  # noqa: N818 — «fel» is Swedish for error
    """Words that say no time; the text is Swedish and says what to do."""


@dataclass(frozen=True, order=True)
class Tid:
    """The first day of a month (or of what `langd` months it starts) and how exact."""

    manad: date
    langd: int = 1

    @property
    def precision(self):
        """As Manadstal.Precision: a month, a year, or how many months it is."""
        return {1: MANAD, 12: AR}.get(self.langd, str(self.langd))

    @property
    def sista(self):
        """The first day of its last month."""
        nr = self.manad.month - 1 + self.langd - 1
        return date(self.manad.year + nr // 12, nr % 12 + 1, 1)


@dataclass(frozen=True)
class Tidord:
    """What words say of time: any of year and part of the year, either may lack."""

    ar: int | None
    manad: int | None = None
    langd: int = 1

    def tid(self, ar=None):
        """Return the Tid, in the year `ar` when the words name none."""
        aret = self.ar or ar
        if aret is None:
            raise TidFel("Året framgår inte. Välj vilket år filen gäller.")
        if self.manad is None:
            return Tid(date(aret, 1, 1), 12)
        return Tid(date(aret, self.manad, 1), self.langd)


def las_tid(varde, *, manad_forst=False):
    """Return the Tidord of a cell: a number of Excel's days, or words.

    `manad_forst` reads 06/14/2024 as Americans write it. Raises TidFel.
    """
    if isinstance(varde, (int, float)) and not isinstance(varde, bool):
        return _ur_tal(varde)
    text = _platt(varde)
    for las in (_del_av_ar, _vecka, _manad, _ar, _dag, _dag_utan_ar, _intervall):
        if svar := las(text):
            return svar
    if traff := _DAG_FORST.fullmatch(text):
        return _dag_forst(traff, manad_forst)
    raise TidFel(f"”{kort(varde)}” är inget datum. {_ORDENTLIGT}.")


def las_rubriktid(text):
    """Return the Tidord of a heading, None for one that says none; never raises."""
    try:
        return las_tid(text)
    except TidFel:
        return None


def ser_amerikanskt_ut(varden):
    """Return whether dates with slashes can only have the month first."""
    delar = [t.groups() for v in varden if (t := _DAG_FORST.fullmatch(_platt(v)))]
    delar = [(int(a), int(b)) for a, tecken, b, _ in delar if tecken == "/"]
    return (
        bool(delar) and all(a <= 12 for a, _ in delar) and any(b > 12 for _, b in delar)
    )


def kort(varde):
    text = str(varde)
    return text if len(text) <= 40 else f"{text[:39]}…"


def _platt(varde):
    text = " ".join(str(varde).casefold().split()).strip(" *'’")
    return _DAGNAMN.sub("", _KLOCKA.sub("", text))


def _ur_tal(tal):
    """A year, a year and month, a day of eight digits, or Excel's number of days."""
    if float(tal).is_integer():
        text = f"{tal:.0f}"
        if FORSTA_AR <= tal <= 2100:
            return Tidord(int(tal))
        if len(text) in (6, 8) and text[:2] in ("19", "20"):
            return las_tid(text)
        if len(text) == 6:
            return _sexsiffrig(text)
    if 32_000 <= tal <= 73_000:
        dag = EXCELS_NOLLDAG + timedelta(days=int(tal))
        return Tidord(dag.year, dag.month)
    raise TidFel(f"”{tal:g}” är inget datum. {_ORDENTLIGT}.")


def _sexsiffrig(text):
    return _provad(2000 + int(text[:2]), int(text[2:4]), int(text[4:]), text)


def _del_av_ar(text):
    for monster, langd in _DELMONSTER:
        if traff := monster.fullmatch(text):
            nr = _ROMERSKA.get(traff["nr"]) or int(traff["nr"])
            if nr * langd > 12:
                raise TidFel(f"”{kort(text)}” finns inte: året har {12 // langd}.")
            return Tidord(_aret(traff["ar"]), (nr - 1) * langd + 1, langd)
    return None


def _vecka(text):
    for monster in _VECKA:
        if traff := monster.fullmatch(text):
            ar = _aret(traff["ar"])
            if ar is None:
                return None
            return _veckans_manad(ar, int(traff["v"]))
    return None


def _veckans_manad(ar, vecka):
    """A week belongs to the month of its Thursday, as ISO 8601 has it for years."""
    try:
        torsdag = date.fromisocalendar(ar, vecka, 4)
    except ValueError as fel:
        raise TidFel(f"Vecka {vecka} finns inte {ar}. Rätta veckans nummer.") from fel
    return Tidord(torsdag.year, torsdag.month)


def las_vecka(varde, ar):
    """Return the Tidord of a week's number, with or without its own year."""
    text = _platt(varde)
    if not text.removesuffix(".0").isdigit():
        return (
            las_tid(varde)
            if not re.fullmatch(r"v\w*\.?\s*\d{1,2}", text)
            else (_veckans_manad(_kravt(ar), int(re.sub(r"\D", "", text))))
        )
    return _veckans_manad(_kravt(ar), int(float(text)))


def _kravt(ar):
    if ar is None:
        raise TidFel("Året framgår inte. Välj vilket år filen gäller.")
    return ar


def _manad(text):
    for monster in _MANADSMONSTER:
        if traff := monster.fullmatch(text):
            grupper = traff.groupdict()
            nr = MANADSNAMN.get(grupper.get("n")) or int(grupper["m"])
            if not 1 <= nr <= 12:
                if monster is _MANADSMONSTER[2]:
                    continue  # eight digits cut short, or a day of six
                raise TidFel(f"Månad {nr} finns inte i ”{kort(text)}”. {_ORDENTLIGT}.")
            return Tidord(_aret(traff["ar"]), nr)
    if traff := _SPANN.fullmatch(text):
        forst, sist = MANADSNAMN[traff["n"]], MANADSNAMN[traff["n2"]]
        return (
            Tidord(_aret(traff["ar"]), forst, sist - forst + 1)
            if sist > forst
            else None
        )
    if traff := _BARA_MANAD.fullmatch(text):
        return Tidord(None, MANADSNAMN[traff["n"]])
    return None


def _ar(text):
    traff = _BARA_AR.fullmatch(text)
    return Tidord(int(traff["ar"])) if traff else None


def _dag(text):
    for monster in _DAGAR:
        if traff := monster.fullmatch(text):
            grupper = traff.groupdict()
            manad = MANADSNAMN.get(grupper.get("n")) or int(grupper["m"])
            return _provad(_aret(traff["ar"]), manad, int(traff["d"]), text)
    if re.fullmatch(r"\d{6}", text):
        return _sexsiffrig(text)
    return None


def _dag_utan_ar(text):
    """«14 juni»: the year stands elsewhere. A leap day is let through."""
    if not (traff := _DAG_UTAN_AR.fullmatch(text)):
        return None
    manad, dag = MANADSNAMN[traff["n"]], int(traff["d"])
    if not 1 <= dag <= monthrange(2024, manad)[1]:
        raise TidFel(f"Dagen i ”{kort(text)}” finns inte. {_ORDENTLIGT}.")
    return Tidord(None, manad)


def _intervall(text):
    """«jan 2026–mar 2026», «2026-01-01 - 2026-03-31»: whole months of one year."""
    delar = _MELLAN.split(text)
    if len(delar) != 2:
        return None
    forst, sist = map(las_rubriktid, delar)
    if not (forst and sist and forst.ar and sist.ar and forst.manad and sist.manad):
        return None
    if forst.ar != sist.ar:
        raise TidFel(
            f"”{kort(text)}” går över ett årsskifte. Dela upp raden på åren i filen."
        )
    langd = sist.manad + sist.langd - forst.manad
    if langd < 1:
        raise TidFel(f"”{kort(text)}” slutar innan det börjar. {_ORDENTLIGT}.")
    _kraver_hela(delar, text, langd)
    return Tidord(forst.ar, forst.manad, langd)


def _kraver_hela(delar, text, langd):
    """A span of days within a month is in that month; else months must be whole."""
    dagar = [re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", d) for d in delar]
    if langd == 1 or not all(dagar):
        return
    ar, manad, sista = map(int, dagar[1].groups())
    if int(dagar[0][3]) != 1 or sista != monthrange(ar, manad)[1]:
        raise TidFel(
            f"”{kort(text)}” är inga hela månader. Dela upp raden månad för månad i "
            "filen."
        )


def _dag_forst(traff, manad_forst):
    forsta, _, andra, ar = traff.groups()
    dag, manad = int(forsta), int(andra)
    if manad_forst:
        dag, manad = manad, dag
    return _provad(_aret(ar), manad, dag, traff[0])


def _provad(ar, manad, dag, text):
    if 1 <= manad <= 12 and 1 <= dag <= monthrange(ar, manad)[1]:
        return Tidord(ar, manad)
    raise TidFel(_omojligt(ar, manad, dag, text))


def _omojligt(ar, manad, dag, text):
    if manad > 12 and 1 <= dag <= 12 and manad <= monthrange(ar, dag)[1]:
        menar = f"Menar du {ar}-{dag:02}-{manad:02}?"
        return f"Månad {manad} finns inte i ”{kort(text)}”. {menar}"
    if 1 <= manad <= 12 and dag > 0:
        sista = monthrange(ar, manad)[1]
        menar = f"Månaden har {sista} dagar. Menar du {ar}-{manad:02}-{sista}?"
        return f"Dagen i ”{kort(text)}” finns inte. {menar}"
    return f"”{kort(text)}” finns inte i kalendern. {_ORDENTLIGT}."


def _aret(text):
    if not text:
        return None
    tal = int(text.lstrip("'’"))
    return tal if tal > 99 else 2000 + tal


def ar_i_text(texter):
    """Return the only year that titles speak of, None when there is none or several.

    The day a report was drawn is not the year it is about, so whole dates don't count.
    """
    for text in texter:
        utan_dag = re.sub(
            r"\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./ ]\d{2,4}|\b20\d{6}\b",
            " ",
            str(text),
        )
        ar = {
            int(a) for a in re.findall(r"(?<!\d)(?:19[89]|20[0-4])\d(?!\d)", utan_dag)
        }
        if len(ar) == 1:
            return ar.pop()
    return None
