"""What the room stores, one file per noun."""

from vbeplan.organisation.models.anvandare import Anvandare
from vbeplan.organisation.models.brev import Brev
from vbeplan.organisation.models.kommun import Kommun
from vbeplan.organisation.models.medlemskap import Medlemskap, Ratt
from vbeplan.organisation.models.namnd import Delomrade, Logotyp, Namnd
from vbeplan.organisation.models.roll import Innehav, Roll
from vbeplan.organisation.models.spar import Spar

__all__ = [
    "Anvandare",
    "Brev",
    "Delomrade",
    "Innehav",
    "Kommun",
    "Logotyp",
    "Medlemskap",
    "Namnd",
    "Ratt",
    "Roll",
    "Spar",
]
