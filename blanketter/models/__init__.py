"""What the room stores, one file per noun."""

from blanketter.models.blankett import Blankett
from blanketter.models.brevforvarning import Brevforvarning
from blanketter.models.enhet import Enhet, Enhetssvar
from blanketter.models.fragor import Frageversion
from blanketter.models.fragutkast import Fragutkast
from blanketter.models.gallringsklass import Gallringsklass
from blanketter.models.gallringskorning import Forvarning, Gallringskorning
from blanketter.models.gallringsprotokoll import Gallringsprotokoll
from blanketter.models.gallringsregel import Gallringsregel
from blanketter.models.gallringsstopp import Gallringsstopp
from blanketter.models.maskering import Maskering
from blanketter.models.meddelande import Meddelande
from blanketter.models.namnlista import Namnlista
from blanketter.models.rapportperiod import Periodtyp, Rapportering, Rapportperiod
from blanketter.models.rutin import Kontakt, Rutinsteg, Rutinval
from blanketter.models.utskick import UtanSammandrag, Utskick

__all__ = [
    "Blankett",
    "Brevforvarning",
    "Enhet",
    "Enhetssvar",
    "Forvarning",
    "Frageversion",
    "Fragutkast",
    "Gallringsklass",
    "Gallringskorning",
    "Gallringsprotokoll",
    "Gallringsregel",
    "Gallringsstopp",
    "Kontakt",
    "Maskering",
    "Meddelande",
    "Namnlista",
    "Periodtyp",
    "Rapportering",
    "Rapportperiod",
    "Rutinsteg",
    "Rutinval",
    "UtanSammandrag",
    "Utskick",
]
