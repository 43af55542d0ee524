"""Names in a text: the lists say which words may be names, the context decides."""

from blanketter.avidentifiering.namn.hitta_namn import hitta_namn
from blanketter.avidentifiering.namn.ordlista import (
    EFTERNAMN,
    FORNAMN,
    NAMN,
    ORT,
    ordlista,
)
from blanketter.avidentifiering.namn.ordlista import GRUPP as INGET_NAMN

__all__ = [
    "EFTERNAMN",
    "FORNAMN",
    "INGET_NAMN",
    "NAMN",
    "ORT",
    "hitta_namn",
    "ordlista",
]
