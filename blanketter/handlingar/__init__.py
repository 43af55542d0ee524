"""Deeds that write several rows, one file each."""

from blanketter.handlingar.dialog import (
    AnnatSkickat,
    GarInteAttSkriva,
    las_svar,
    stalla_fraga,
    svara,
)
from blanketter.handlingar.svara_for_enhet import svara_for_enhet
from blanketter.handlingar.ta_emot import ta_emot
from blanketter.handlingar.ta_tillbaka import ta_tillbaka

__all__ = [
    "AnnatSkickat",
    "GarInteAttSkriva",
    "las_svar",
    "stalla_fraga",
    "svara",
    "svara_for_enhet",
    "ta_emot",
    "ta_tillbaka",
]
