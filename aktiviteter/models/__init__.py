"""What the room stores, one file per noun."""

from aktiviteter.models.aktivitet import Aktivitet
from aktiviteter.models.anmarkning import Anmarkning
from aktiviteter.models.ansvar import Ansvar
from aktiviteter.models.arshjul import Hjuldag, Hjullank, Hjulpunkt, Moment
from aktiviteter.models.avfardad import Avfardad
from aktiviteter.models.avsnitt import Avsnitt
from aktiviteter.models.behovssvar import Behovssvar
from aktiviteter.models.beslut import Beslut, Steg, Villkor
from aktiviteter.models.godtagande import Godtagande
from aktiviteter.models.handlingsplan import Handlingsplan, Planstatus
from aktiviteter.models.historia import Andring, Version
from aktiviteter.models.inlagd import Inlagd
from aktiviteter.models.inlasning import Inlasning
from aktiviteter.models.revidering import Revidering
from aktiviteter.models.samrad import Samrad, Yttrande
from aktiviteter.models.sokindex import (
    Aktivitetsfakta,
    Ordpar,
    Planord,
    Plats,
    Sokko,
    Sokord,
)
from aktiviteter.models.uppfoljning import Rapportlank, Tillfalle, Uppfoljning
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
    "Beslut",
    "Godtagande",
    "Handlingsplan",
    "Hjuldag",
    "Hjullank",
    "Hjulpunkt",
    "Inlagd",
    "Inlasning",
    "Moment",
    "NagonHannFore",
    "Ordpar",
    "Planord",
    "Planstatus",
    "Plats",
    "Rapportlank",
    "Revidering",
    "Samrad",
    "Sokko",
    "Sokord",
    "Steg",
    "Tillfalle",
    "Uppfoljning",
    "Version",
    "Villkor",
    "Yttrande",
]
