"""What the room stores, one file per noun."""

from aktiviteter.models.aktivitet import Aktivitet, Ansvar
from aktiviteter.models.anmarkning import Anmarkning
from aktiviteter.models.avsnitt import Avsnitt
from aktiviteter.models.handlingsplan import Handlingsplan
from aktiviteter.models.historia import Andring, Version
from aktiviteter.models.inlasning import Inlasning
from aktiviteter.models.versionerad import NagonHannFore

__all__ = [
    "Aktivitet",
    "Andring",
    "Anmarkning",
    "Ansvar",
    "Avsnitt",
    "Handlingsplan",
    "Inlasning",
    "NagonHannFore",
    "Version",
]
