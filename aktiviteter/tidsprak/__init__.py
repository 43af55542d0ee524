"""The time and follow-up language: what coordinators write, as structured values."""

from .avstamning import foresla_avstamning
from .beskrivning import beskriv_tidplan, beskriv_uppfoljning
from .tidplan import tolka_tidplan
from .uppfoljning import tolka_uppfoljning
from .utbyte import avstamning_ur, fran_dict, som_dict
from .varden import (
    Aterkommer,
    Kanal,
    Precision,
    Rapport,
    Tidplan,
    Tidtyp,
    Uppfoljning,
)

__all__ = [
    "Aterkommer",
    "Kanal",
    "Precision",
    "Rapport",
    "Tidplan",
    "Tidtyp",
    "Uppfoljning",
    "avstamning_ur",
    "beskriv_tidplan",
    "beskriv_uppfoljning",
    "foresla_avstamning",
    "fran_dict",
    "som_dict",
    "tolka_tidplan",
    "tolka_uppfoljning",
]
