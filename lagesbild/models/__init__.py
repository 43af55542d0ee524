"""What the room stores, one file per noun."""

from lagesbild.models.bild import Frysning, Lagesbild
from lagesbild.models.enkat import (
    AnnatResultat,
    Enkat,
    Enkatsvar,
    Enkatversion,
    Grupp,
    Inbjudan,
    Respondent,
)
from lagesbild.models.iakttagelse import Iakttagelse
from lagesbild.models.kalla import Kalla, Kallart, Kallfil, Standardkalla
from lagesbild.models.statistik import (
    Manadstal,
    Oversattning,
    Serie,
    Statistikfil,
    Statistikimport,
)

__all__ = [
    "AnnatResultat",
    "Enkat",
    "Enkatsvar",
    "Enkatversion",
    "Frysning",
    "Grupp",
    "Iakttagelse",
    "Inbjudan",
    "Kalla",
    "Kallart",
    "Kallfil",
    "Lagesbild",
    "Manadstal",
    "Oversattning",
    "Respondent",
    "Serie",
    "Standardkalla",
    "Statistikfil",
    "Statistikimport",
]
