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

# Signs on each side of a find that its wording looks at; else the time would grow with
# the square of a text full of finds.
_OMKRING = 200


def forslag(text: str, fynd: Fynd) -> list[Forslag]:
    """Return coarser wordings for a find in `text`, the best first, never none.

    A wording may replace more than the find. An empty one takes it away; it comes first
    where the find stands between commas or brackets and nobody will miss it.
    """
    bort = max(0, fynd.start - _OMKRING)
    nara = text[bort : fynd.end + _OMKRING]
    har = fynd._replace(start=fynd.start - bort, end=fynd.end - bort)
    ord_ = dict.fromkeys(_EGNA.get(fynd.typ, om_nummer)(nara, har))
    return [Forslag(ett.start + bort, ett.end + bort, ett.text) for ett in ord_]
