"""Words as the search compares them: NFC, small letters, no soft hyphens."""

import re
import unicodedata
from functools import lru_cache

from vbeplan.text.svenska import normalisera

LANGSTA_ORD = 80  # a longer run of letters is no word; its beginning is kept
# A soft hyphen or a zero-width sign may stand inside a word.
_ORD = re.compile(r"[^\W_]+(?:[\u00ad\u200b-\u200d\u2060\u0300-\u036f]+[^\W_]*)*")

# Too common to tell one place from another. Names of the field are never here.
STOPPORD = frozenset(
    "och i att en ett det den de som på av för med till är om har inte vid kan ska "
    "från eller sig så när var men efter under över även också hur vad vilka vilken "
    "vilket där då nu man vi ni han hon hen de dem deras sin sitt sina denna detta "
    "dessa genom mellan mot samt utan inom kring hos bland ur åt än ha vara blir bli "
    "blev ej the och/eller mer mycket andra annan annat alla allt varje både se du "
    "dig din ditt dina jag mig min mitt mina oss vår vårt våra er ert era".split()
)


def orden(text):
    """Return the words of plain text in order, as (form, start, end)."""
    return [(_form(t[0]), t.start(), t.end()) for t in _ORD.finditer(text)]


def former(text):
    """Return only the forms of a text's words, in order."""
    return [_form(ord_) for ord_ in _ORD.findall(text)]


# A city's plans say the same few thousand words over and over.
@lru_cache(maxsize=16384)
def _form(ord_):
    return normalisera(ord_)[:LANGSTA_ORD]


@lru_cache(maxsize=16384)
def platt(form):
    """Return a form without dots and accents: åtgärd → atgard, idé → ide."""
    delar = unicodedata.normalize("NFD", form)
    return "".join(t for t in delar if not unicodedata.combining(t))
