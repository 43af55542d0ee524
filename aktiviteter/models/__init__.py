"""What the room stores, one file per noun."""

from aktiviteter.models.aktivitet import Aktivitet, Ansvar
from aktiviteter.models.anmarkning import Anmarkning
from aktiviteter.models.avfardad import Avfardad
from aktiviteter.models.avsnitt import Avsnitt
from aktiviteter.models.behovssvar import Behovssvar
from aktiviteter.models.handlingsplan import Handlingsplan
from aktiviteter.models.historia import Andring, Version
from aktiviteter.models.inlagd import Inlagd
from aktiviteter.models.inlasning import Inlasning
from aktiviteter.models.sokindex import (
    Aktivitetsfakta,
    Ordpar,
    Planord,
    Plats,
    Sokko,
    Sokord,
)
from aktiviteter.models.versionerad import NagonHannFore

__all__ = [
    "Aktivitet",
    "Aktivitetsfakta",
    "Andring",
    "Anmarkning",
    "Ansvar",
    "Avfardad",
    "Avsnitt",
    "Behovssvar",
    "Handlingsplan",
    "Inlagd",
    "Inlasning",
    "NagonHannFore",
    "Ordpar",
    "Planord",
    "Plats",
    "Sokko",
    "Sokord",
    "Version",
]
