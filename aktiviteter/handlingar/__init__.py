"""Deeds that write several models at once, one file per deed."""

from aktiviteter.handlingar.borja_revidering import borja_revidering
from aktiviteter.handlingar.flytta import OrdningAndrad, flytta, flytta_till
from aktiviteter.handlingar.importera import importera_plan, plan_finns
from aktiviteter.handlingar.koppla_aktivitet import koppla_aktivitet
from aktiviteter.handlingar.revidera import revidera
from aktiviteter.handlingar.roller import ryms_som_roll
from aktiviteter.handlingar.sla_samman_roller import (
    InnehavKrockar,
    ansvariga_efter,
    i_beslutade,
    innehav_efter,
    sla_samman_roller,
)
from aktiviteter.handlingar.standardkapitel import (
    STANDARDKAPITEL,
    borja_med_standardkapitel,
)
from aktiviteter.handlingar.ta_bort import (
    KanInteTasBort,
    ta_bort_aktivitet,
    ta_bort_avsnitt,
    ta_bort_plan,
)
from aktiviteter.handlingar.ta_upp_revidering import ta_upp_revidering
from aktiviteter.handlingar.tillbaka import GarInteTillbaka, angra, aterstall

__all__ = [
    "STANDARDKAPITEL",
    "GarInteTillbaka",
    "InnehavKrockar",
    "KanInteTasBort",
    "OrdningAndrad",
    "angra",
    "ansvariga_efter",
    "aterstall",
    "borja_med_standardkapitel",
    "borja_revidering",
    "flytta",
    "flytta_till",
    "i_beslutade",
    "importera_plan",
    "innehav_efter",
    "koppla_aktivitet",
    "plan_finns",
    "revidera",
    "ryms_som_roll",
    "sla_samman_roller",
    "ta_bort_aktivitet",
    "ta_bort_avsnitt",
    "ta_bort_plan",
    "ta_upp_revidering",
]
