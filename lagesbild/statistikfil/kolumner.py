"""The columns of a table, without those that may hold words about somebody.

What is dropped here is never stored and never leaves the child process.
"""

import re
from datetime import date

from lagesbild.statistikfil.ord import (
    ANTAL,
    ARENDE,
    FRITEXT,
    PERSON,
    ar_summa,
    rubrikroller,
)
from lagesbild.statistikfil.tal import ar_tallikt
from lagesbild.statistikfil.tid import ar_i_text, las_tid
from lagesbild.statistikfil.tidord import TidFel

PERSONMARKE = "#PERSONNUMMER"
MAX_ORD = 200  # characters of a category
MAX_OLIKA = 300  # categories: more than that is text
LANG_TEXT, MEDELLANG = 50, 25
_PERSONNUMMER = re.compile(r"(?<!\d)(?:19|20)?(\d{2})(\d{2})(\d{2})[-+ ]?(\d{4})(?!\d)")
_EPOST = re.compile(r"[\w.+-]+@[\w-]+\.\w+")
_NUMMER = re.compile(r"[A-ZÅÄÖa-zåäö/_-]{0,8}[ -]?\d[\d /:_-]*\w?")


def kolumnerna(rubriker, rader, avsnitt=None):
    """Return the columns: {"rubrik", "delar", "varden", "ix"} or {"rubrik", "slappt"}.

    `varden` are a column's different values, `ix` each row's place among them. `slappt`
    says why a column was not kept: "person", "fritext", "arende", with `dubbletter`,
    the number of cases that stand twice.
    """
    svar = []
    if avsnitt:
        svar.append(_avsnitt(avsnitt))
    namngivna = set()
    har_dagar = any(_ar_dagar(_spalt(rader, k)) for k in range(len(rubriker)))
    for kolumn, delar in enumerate(rubriker):
        spalt = _spalt(rader, kolumn)
        fyllda = [c for c in spalt if c != ""]
        if not fyllda and not delar:
            continue
        orsak = _ska_bort(delar, fyllda, lista=har_dagar)
        ett = _slappt(delar, fyllda, orsak) if orsak else _packad(delar, spalt)
        ett["rubrik"] = _eget_namn(ett["rubrik"] or _bokstav(kolumn), namngivna)
        ett["bokstav"] = _bokstav(kolumn)
        svar.append(ett)
    return svar


def _avsnitt(avsnitt):
    """The sections' headings as a column: years, when each names its own."""
    aren = {text: ar_i_text([text]) for text in set(avsnitt)}
    if all(aren.values()) and len(set(aren.values())) == len(aren):
        return _packad(["År"], [aren[text] for text in avsnitt])
    return _packad(["Avsnitt"], avsnitt)


def _spalt(rader, kolumn):
    return [rad[kolumn] if kolumn < len(rad) else "" for rad in rader]


def _eget_namn(rubrik, upptagna):
    namn, nr = rubrik, 2
    while namn in upptagna:
        namn, nr = f"{rubrik} ({nr})", nr + 1
    upptagna.add(namn)
    return namn


def _bokstav(kolumn):
    text, kolumn = "", kolumn + 1
    while kolumn:
        kolumn, rest = divmod(kolumn - 1, 26)
        text = chr(65 + rest) + text
    return f"Kolumn {text}"


def _rubrik(delar):
    return " / ".join(" ".join(_som_text(d).split()) for d in delar)[:120]


def _som_text(varde):
    return varde.isoformat() if isinstance(varde, date) else str(varde)


def _packad(delar, spalt):
    varden, plats, ix = [], {}, []
    for cell in spalt:
        nyckel = (cell.__class__, cell)
        if nyckel not in plats:
            plats[nyckel] = len(varden)
            varden.append(_renad(cell))
        ix.append(plats[nyckel])
    return {
        "rubrik": _rubrik(delar),
        "delar": [d if isinstance(d, (int, float)) else _som_text(d) for d in delar],
        "varden": varden,
        "ix": ix,
    }


def _renad(cell):
    """A value as JSON holds it; one that points at a person only says that it did."""
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, str):
        cell = " ".join(cell.split())[:MAX_ORD]
        return PERSONMARKE if ar_personuppgift(cell) else cell
    return PERSONMARKE if ar_personuppgift(f"{cell:.0f}") else cell


def ar_personuppgift(text):
    """Return whether words hold a Swedish personal number or an address for mail."""
    if len(text) < 6:
        return False
    return _EPOST.search(text) is not None or any(
        _ar_personnummer(*traff.groups()) for traff in _PERSONNUMMER.finditer(text)
    )


def _ar_personnummer(ar, manad, dag, slut):
    if not (1 <= int(manad) <= 12 and 1 <= int(dag) % 60 <= 31):
        return False
    siffror = [int(t) * (2 - i % 2) for i, t in enumerate(ar + manad + dag + slut)]
    return sum(s // 10 + s % 10 for s in siffror) % 10 == 0


def _ar_dagar(spalt):
    """Whether a column holds days: then each row is a case."""
    prov = [c for c in spalt if c != ""][:50]
    dagar = sum(isinstance(c, date) or _ser_ut_som_dag(c) for c in prov)
    return len(prov) > 1 and dagar >= 0.6 * len(prov)


def _ser_ut_som_dag(cell):
    text = str(cell)
    if not 6 <= len(text) <= 30 or sum(map(str.isdigit, text)) < 5:
        return False
    return _ar_tid(cell) and not re.fullmatch(r"\d{4}\D?\d{2}", text)


def _ar_tid(cell):
    if isinstance(cell, date):
        return True
    try:
        las_tid(cell)
    except TidFel as fel:
        return "Menar du" in str(fel)
    return True


def _slappt(delar, fyllda, orsak):
    dubbla = len(fyllda) - len(set(map(str, fyllda))) if orsak == ARENDE else 0
    return {"rubrik": _rubrik(delar), "slappt": orsak, "dubbletter": dubbla}


def _ska_bort(delar, fyllda, *, lista):
    """Why a column must not be kept: PERSON, FRITEXT, ARENDE, or "" when it may be."""
    if not fyllda:
        return ""
    roller = rubrikroller(_rubrik(delar))
    prov = fyllda[:400]
    tal = sum(ar_tallikt(c) for c in prov) / len(prov)
    tider = sum(_ar_tid(c) for c in prov[:60]) / len(prov[:60])
    olika = len(set(map(str, fyllda)))
    langd = sum(len(str(c)) for c in prov) / len(prov)
    if PERSON in roller and not (tal > 0.8 and langd < 5):
        return PERSON
    if tider > 0.7 and roller[:1] != [ARENDE]:
        return ""
    if roller[:1] == [ARENDE] and ANTAL not in roller and olika > 0.5 * len(fyllda):
        return ARENDE
    if tal > 0.7:
        return ARENDE if roller[:1] == [ARENDE] and lista else ""
    return _som_ord(roller, fyllda, olika, langd, lista=lista)


def _som_ord(roller, fyllda, olika, langd, *, lista):
    """The same question of a column of words."""
    if sum(_EPOST.search(str(c)) is not None for c in fyllda[:50]) > 1:
        return PERSON
    if FRITEXT in roller and not (
        olika <= 20 and langd < 30 and olika * 3 < len(fyllda)
    ):
        return FRITEXT
    unika = olika > 0.9 * len(fyllda) and len(fyllda) > 5
    if (
        lista
        and unika
        and sum(_ar_nummer(c) for c in fyllda[:50]) > 0.8 * len(fyllda[:50])
    ):
        return ARENDE
    if langd > (LANG_TEXT if lista else 2 * LANG_TEXT) or olika > MAX_OLIKA:
        return FRITEXT
    if lista and langd > MEDELLANG and len(fyllda) >= 8 and olika > 0.5 * len(fyllda):
        return FRITEXT
    return ""


def _ar_nummer(cell):
    return bool(_NUMMER.fullmatch(str(cell))) or ar_summa(cell)
