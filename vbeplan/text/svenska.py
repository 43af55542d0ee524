"""Swedish order and comparison, the same on SQLite and PostgreSQL."""

import re
import unicodedata
from functools import lru_cache

from django.db.models.functions import Collate

# PostgreSQL has this ICU collation; SQLite gets one of the same name below.
KOLLATION = "sv-SE-x-icu"
# A name of 200 signs may grow when it is made comparable: ß → ss, ΐ → three signs.
MAX_NORM = 600

_EFTER_Z = str.maketrans(
    {
        "å": "z\ue000",
        "ä": "z\ue001",
        "æ": "z\ue001",
        "ö": "z\ue002",
        "ø": "z\ue002",
        "ü": "y",  # Müller stands among My…, as in the telephone book
    }
)
# Kept: line feed and tab. Gone: other controls, surrogates, bidi overrides.
_OTRYCKBART = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)

_OSYNLIGT = re.compile("[\u00ad\u200b-\u200d\u2060]")  # soft hyphen, zero widths


def tvatta(text):
    """Return `text` in NFC without characters that no database or page can carry."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _OTRYCKBART.sub("", text))


def normalisera(text):
    """Return the form in which two spellings of one name are equal.

    Case, composed or combined accents, runs of space and what can't be seen do not
    matter; å, ä and ö do.
    """
    text = unicodedata.normalize("NFC", _OSYNLIGT.sub("", text))
    return " ".join(text.casefold().split())


# SQLite asks for the same few hundred names a dozen times per list.
@lru_cache(maxsize=4096)
def ordningsnyckel(text):
    """Return a sort key in Swedish order: … x y z å ä ö; é as e, ü as y."""
    text = normalisera(text).translate(_EFTER_Z)
    delar = unicodedata.normalize("NFD", text)
    return "".join(tecken for tecken in delar if not unicodedata.combining(tecken))


def i_svensk_ordning(falt):
    """Return an `order_by` expression that sorts `falt` as a Swede expects."""
    return Collate(falt, KOLLATION)


def _jamfor(a, b):
    na, nb = (ordningsnyckel(a), a), (ordningsnyckel(b), b)
    return (na > nb) - (na < nb)


def registrera_kollation(connection, **_):
    """Give a new SQLite connection the collation that PostgreSQL has by itself."""
    if connection.vendor == "sqlite":
        connection.connection.create_collation(KOLLATION, _jamfor)
