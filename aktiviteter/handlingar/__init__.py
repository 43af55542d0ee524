"""Deeds that write several models at once, one file per deed."""

from aktiviteter.handlingar.flytta import OrdningAndrad, flytta, flytta_till
from aktiviteter.handlingar.importera import importera_plan, plan_finns
from aktiviteter.handlingar.kopia import borja_med_kopia
from aktiviteter.handlingar.roller import ryms_som_roll
from aktiviteter.handlingar.sla_samman_roller import (
    InnehavKrockar,
    ansvariga_efter,
    innehav_efter,
    sla_samman_roller,
)
from aktiviteter.handlingar.standardkapitel import (
    STANDARDKAPITEL,
    borja_med_standardkapitel,
)
from aktiviteter.handlingar.ta_bort import (
    ta_bort_aktivitet,
    ta_bort_avsnitt,
    ta_bort_plan,
)
from aktiviteter.handlingar.tillbaka import GarInteTillbaka, angra, aterstall

__all__ = [
    "STANDARDKAPITEL",
    "GarInteTillbaka",
    "InnehavKrockar",
    "OrdningAndrad",
    "angra",
    "ansvariga_efter",
    "aterstall",
    "borja_med_kopia",
    "borja_med_standardkapitel",
    "flytta",
    "flytta_till",
    "importera_plan",
    "innehav_efter",
    "plan_finns",
    "ryms_som_roll",
    "sla_samman_roller",
    "ta_bort_aktivitet",
    "ta_bort_avsnitt",
    "ta_bort_plan",
]
