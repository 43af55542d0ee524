"""What the guard finds: a span of the text, what it is and how sure that is."""

from typing import NamedTuple

SAKER = "saker"  # must be rewritten
OSAKER = "osaker"  # may stay once the writer says that it points nobody out

# The first of two equally long finds in one place gives the place its kind.
TYPER = (
    "profil_url",
    "epost",
    "personnummer",
    "samordningsnummer",
    "ip",
    "adress",
    "telefon",
    "bankkonto",
    "arende",
    "fodelsedatum",
    "lagenhet",
    "postnummer",
    "regnr",
    "konto_social",
    "skolklass",
    "namn",
)
RANG = {typ: plats for plats, typ in enumerate(TYPER)}


class Fynd(NamedTuple):
    """A find: `text[start:end]`, counted in code points, is of the kind `typ`."""

    start: int
    end: int
    typ: str
    visshet: str


class Forslag(NamedTuple):
    """A coarser wording: put `text` in place of `text[start:end]`."""

    start: int
    end: int
    text: str
