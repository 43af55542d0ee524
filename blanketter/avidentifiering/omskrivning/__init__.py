"""Coarser wordings that fit where the find stands.

They never add a fact: a stage is in the class, a decade in the date, a role in the
word before the name. Each must read as a sentence; where none does, none is offered.
"""

from blanketter.avidentifiering.fynd import Forslag, Fynd
from blanketter.avidentifiering.omskrivning.adress import (
    om_adress,
    om_lagenhet,
    om_postnummer,
    om_regnr,
)
from blanketter.avidentifiering.omskrivning.fodelse import om_fodelsedatum
from blanketter.avidentifiering.omskrivning.klass import om_skolklass
from blanketter.avidentifiering.omskrivning.konton import om_konto, om_profil
from blanketter.avidentifiering.omskrivning.namn import om_namn
from blanketter.avidentifiering.omskrivning.nummer import om_nummer
from blanketter.avidentifiering.omskrivning.person import om_personnummer

_EGNA = {
    "adress": om_adress,
    "fodelsedatum": om_fodelsedatum,
    "konto_social": om_konto,
    "lagenhet": om_lagenhet,
    "namn": om_namn,
    "personnummer": om_personnummer,
    "postnummer": om_postnummer,
    "profil_url": om_profil,
    "regnr": om_regnr,
    "samordningsnummer": om_personnummer,
    "skolklass": om_skolklass,
}


def forslag(text: str, fynd: Fynd) -> list[Forslag]:
    """Return coarser wordings for a find in `text`, the best first, never none.

    A wording may replace more than the find. An empty one takes it away; it comes first
    where the find stands between commas or brackets and nobody will miss it.
    """
    return list(dict.fromkeys(_EGNA.get(fynd.typ, om_nummer)(text, fynd)))
