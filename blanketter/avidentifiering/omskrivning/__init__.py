"""Coarser wordings that fit where the find stands.

They never add a fact: a stage is in the class, a decade in the date, a role in the
word before the name.
"""

from blanketter.avidentifiering.fynd import Forslag, Fynd
from blanketter.avidentifiering.omskrivning.fodelse import om_fodelsedatum
from blanketter.avidentifiering.omskrivning.klass import om_skolklass
from blanketter.avidentifiering.omskrivning.konton import om_konto, om_profil
from blanketter.avidentifiering.omskrivning.namn import om_namn
from blanketter.avidentifiering.omskrivning.nummer import (
    om_adress,
    om_nummer,
    om_postnummer,
)
from blanketter.avidentifiering.omskrivning.plats import ar_inskott, bort

_EGNA = {
    "adress": om_adress,
    "fodelsedatum": om_fodelsedatum,
    "konto_social": om_konto,
    "namn": om_namn,
    "postnummer": om_postnummer,
    "profil_url": om_profil,
    "skolklass": om_skolklass,
}

_NUMMER = frozenset(
    ("personnummer", "samordningsnummer", "telefon", "epost", "arende", "postnummer")
)


def forslag(text: str, fynd: Fynd) -> list[Forslag]:
    """Return coarser wordings for a find in `text`, the best first, never none.

    A wording may replace more than the find. An empty one takes it away; it comes first
    where the find stands between commas or brackets and nobody will miss it.
    """
    alla = list(_EGNA.get(fynd.typ, om_nummer)(text, fynd))
    if ar_inskott(text, fynd):
        alla.insert(0, bort(text, fynd))
    elif not alla or fynd.typ in _NUMMER:
        alla.append(bort(text, fynd))
    return list(dict.fromkeys(alla))
