"""Time as files write it → a month, or why it is none.

Nothing is guessed: a date that doesn't exist is refused with what may be meant.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from lagesbild.statistikfil.tidmonster import (
    BARA_AR,
    BARA_MANAD,
    DAG_FORST,
    DAG_UTAN_AR,
    DAGAR,
    DAGNAMN,
    DELMONSTER,
    KLOCKA,
    MANADSMONSTER,
    MANADSNAMN,
    MELLAN,
    NOTTECKEN,
    ROMERSKA,
    SPANN,
    VECKA,
)
from lagesbild.statistikfil.tidord import FORSTA_AR, TidFel, Tidord, kort

EXCELS_NOLLDAG = date(1899, 12, 30)
_ORDENTLIGT = (
    "Skriv datumet som år-månad-dag, till exempel 2024-06-14, eller månaden som 2024-06"
)


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
    if traff := DAG_FORST.fullmatch(text):
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
    delar = [t.groups() for v in varden if (t := DAG_FORST.fullmatch(_platt(v)))]
    delar = [(int(a), int(b)) for a, tecken, b, _ in delar if tecken == "/"]
    return (
        bool(delar) and all(a <= 12 for a, _ in delar) and any(b > 12 for _, b in delar)
    )


def _platt(varde):
    text = " ".join(str(varde).casefold().split())
    text = NOTTECKEN.sub("", text).strip(" *'’")
    return DAGNAMN.sub("", KLOCKA.sub("", text))


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
    for monster, langd in DELMONSTER:
        if traff := monster.fullmatch(text):
            nr = ROMERSKA.get(traff["nr"]) or int(traff["nr"])
            if nr * langd > 12:
                raise TidFel(f"”{kort(text)}” finns inte: året har {12 // langd}.")
            return Tidord(_aret(traff["ar"]), (nr - 1) * langd + 1, langd)
    return None


def _vecka(text):
    for monster in VECKA:
        if traff := monster.fullmatch(text):
            grupper = traff.groupdict()
            ar = _aret(grupper["ar"] or grupper.get("kort"))
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
    for monster in MANADSMONSTER:
        if traff := monster.fullmatch(text):
            grupper = traff.groupdict()
            nr = MANADSNAMN.get(grupper.get("n")) or int(grupper["m"])
            if not 1 <= nr <= 12:
                if monster is MANADSMONSTER[2]:
                    continue  # eight digits cut short, or a day of six
                raise TidFel(f"Månad {nr} finns inte i ”{kort(text)}”. {_ORDENTLIGT}.")
            return Tidord(_aret(traff["ar"]), nr)
    if traff := SPANN.fullmatch(text):
        forst, sist = MANADSNAMN[traff["n"]], MANADSNAMN[traff["n2"]]
        return (
            Tidord(_aret(traff["ar"]), forst, sist - forst + 1)
            if sist > forst
            else None
        )
    if traff := BARA_MANAD.fullmatch(text):
        return Tidord(None, MANADSNAMN[traff["n"]])
    return None


def _ar(text):
    traff = BARA_AR.fullmatch(text)
    return Tidord(int(traff["ar"])) if traff else None


def _dag(text):
    for monster in DAGAR:
        if traff := monster.fullmatch(text):
            grupper = traff.groupdict()
            manad = MANADSNAMN.get(grupper.get("n")) or int(grupper["m"])
            return _provad(_aret(traff["ar"]), manad, int(traff["d"]), text)
    if re.fullmatch(r"\d{6}", text):
        return _sexsiffrig(text)
    return None


def _dag_utan_ar(text):
    """«14 juni»: the year stands elsewhere. A leap day is let through."""
    if not (traff := DAG_UTAN_AR.fullmatch(text)):
        return None
    manad, dag = MANADSNAMN[traff["n"]], int(traff["d"])
    if not 1 <= dag <= monthrange(2024, manad)[1]:
        raise TidFel(f"Dagen i ”{kort(text)}” finns inte. {_ORDENTLIGT}.")
    return Tidord(None, manad)


def _intervall(text):
    """«jan 2026–mar 2026», «2026-01-01 - 2026-03-31»: whole months of one year."""
    delar = MELLAN.split(text)
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
