"""A list of units, pasted out of a spreadsheet or read from a CSV file."""

import csv
import io
import re
from dataclasses import dataclass, field
from itertools import chain

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from blanketter.models import Enhet
from vbeplan.text.svenska import normalisera

KOLUMNER = "Namn; slags arbetsplats; delområde; e-postadress"
MEST_RADER = 500
INGEN_EPOST = "”%s” är ingen e-postadress. Rätta den, eller lämna den tom."
_I_CITAT = re.compile(r'"[^"]*("|$)')
_RUBRIKER = {"namn", "enhet", "enhetens namn"}


@dataclass
class Rad:
    """One line: its number, the unit that it would be, the words for its kind, what is
    wrong with it and what may be.
    """

    nr: int
    enhet: Enhet
    ord: str
    fel: list[str] = field(default_factory=list)
    varning: str = ""


def avkoda(byte):
    """Return a file's text; Excel saves CSV in Windows' own letters."""
    for kodning in ("utf-8-sig", "cp1252"):
        try:
            return byte.decode(kodning)
        except UnicodeDecodeError:
            continue
    return byte.decode("latin-1")


def las_lista(text, namnd, slag, *, fran):
    """Return a list of `Rad` for the lines of a text, none of them saved.

    A heading is left out. `slag` are the kinds of workplaces as (code, words), `fran`
    is the day that every unit is asked from.
    """
    koder = _ord_till_kod(slag)
    delar = {normalisera(d.namn): d for d in namnd.delomraden.oppna()}
    finns = set(namnd.enheter.values_list("namn_norm", flat=True))
    rader = []
    for nr, celler in cellerna(text, _RUBRIKER, 4):
        rad = _rad(nr, celler, namnd, koder, delar)
        rad.enhet.fran = fran
        _prova_namn(rad, finns)
        rader.append(rad)
    return rader


def cellerna(text, rubriker, antal):
    """Yield (number, cells) of each row that says something, so many cells of each.

    The first row is left out when its first word is one of `rubriker`, normalised.
    """
    for nr, celler in enumerate(_uppdelade(text), start=1):
        celler = [" ".join(cell.split()) for cell in celler]
        ar_rubrik = nr == 1 and normalisera(celler[0] if celler else "") in rubriker
        if any(celler) and not ar_rubrik:
            yield nr, (celler + [""] * antal)[:antal]


def _uppdelade(text):
    """Split each row by its own sign: lists are pasted together from several places.

    A cell within quotes goes on over as many lines as it has.
    """
    rader, tecken = iter(io.StringIO(text, newline="")), ","
    for rad in rader:
        tecken = _skiljetecken(rad, tecken)
        yield next(csv.reader(chain([rad], rader), delimiter=tecken))


def _skiljetecken(rad, forra):
    """Return the row's sign, else that of the row before.

    A comma may stand in a cell, a tab hardly ever.
    """
    utom_citat = _I_CITAT.sub("", rad)
    return next((tecken for tecken in "\t;," if tecken in utom_citat), forra)


def _rad(nr, celler, namnd, koder, delar):
    namn, arbetsplats, del_, epost = celler
    rad = Rad(nr, Enhet(namnd=namnd, namn=namn[:120], epost=epost), arbetsplats)
    rad.enhet.arbetsplats = koder.get(normalisera(arbetsplats), "")
    rad.enhet.delomrade = delar.get(normalisera(del_))
    if len(namn) > 120:
        rad.fel.append("Namnet är längre än 120 tecken. Korta det.")
    if not rad.enhet.arbetsplats:
        rad.fel.append(_okant("arbetsplats", arbetsplats))
    if del_ and not rad.enhet.delomrade:
        rad.fel.append(_inget_delomrade(del_, delar.values()))
    if epost and not ar_epost(epost):
        rad.fel.append(INGEN_EPOST % epost)
    return rad


def _okant(vad, ord_):
    if ord_:
        return f"”{ord_}” är inget av slagen av {vad}. De står under listan."
    return f"Slag av {vad} saknas. Skriv det efter namnet."


def _inget_delomrade(ord_, delar):
    finns = ", ".join(d.namn for d in delar)
    rad = f"Nämnden har {finns}." if finns else "Nämnden har inga delområden."
    return f"”{ord_}” är inget delområde i nämnden. {rad}"


def _prova_namn(rad, finns):
    norm = normalisera(rad.enhet.namn)
    if not norm:
        rad.fel.append("Namnet saknas. Skriv det först på raden.")
    elif norm in finns:
        rad.fel.append("Nämnden har redan en enhet med det namnet. Ta bort raden.")
    finns.add(norm)


def _ord_till_kod(slag):
    """Return code by each way to write a kind: code, words, each word for itself."""
    koder = {}
    for kod, text in slag:
        for ett in (kod, text, *text.replace(" eller ", ", ").split(", ")):
            koder.setdefault(normalisera(ett), kod)
    return koder


def ar_epost(text):
    """Tell whether a word is an e-mail address that the registers hold."""
    try:
        validate_email(text)
    except ValidationError:
        return False
    return len(text) <= 200
