"""The year wheel: its days counted backwards from the meeting, as list, ring and feed.

All reads. What a board does with a day is in `aktiviteter.handlingar.arshjul`.
"""

from aktiviteter.arshjul.gjort import med_gjort
from aktiviteter.arshjul.hjul import Dag, Hjul, Lage, hjulen, hjulet, planens_dag
from aktiviteter.arshjul.mall import stadens_punkter
from aktiviteter.arshjul.rakning import raknade_dagar

__all__ = [
    "Dag",
    "Hjul",
    "Lage",
    "hjulen",
    "hjulet",
    "med_gjort",
    "planens_dag",
    "raknade_dagar",
    "stadens_punkter",
]
