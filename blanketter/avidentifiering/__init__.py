"""The identity guard: finds what in a text may point out a person.

`hitta` finds, `forklaring` says why in one sentence, `forslag` gives coarser wordings
and `PLATSHALLARE` what stands in the place of what was redacted. No Django in here.
"""

from blanketter.avidentifiering.formuleringar import PLATSHALLARE, forklaring
from blanketter.avidentifiering.fynd import OSAKER, SAKER, TYPER, Forslag, Fynd
from blanketter.avidentifiering.omskrivning import forslag
from blanketter.avidentifiering.vakt import hitta

__all__ = [
    "OSAKER",
    "PLATSHALLARE",
    "SAKER",
    "TYPER",
    "Forslag",
    "Fynd",
    "forklaring",
    "forslag",
    "hitta",
]
