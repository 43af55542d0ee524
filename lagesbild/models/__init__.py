"""What the room stores, one file per noun."""

from lagesbild.models.annat_resultat import AnnatResultat
from lagesbild.models.bild import Frysning, Lagesbild
from lagesbild.models.bildtext import Bilddel, Textversion
from lagesbild.models.enkat import Enkat
from lagesbild.models.enkatforvarning import Enkatforvarning
from lagesbild.models.enkatversion import Enkatutkast, Enkatversion
from lagesbild.models.iakttagelse import Iakttagelse
from lagesbild.models.inbjudan import Enkatsvar, Inbjudan
from lagesbild.models.kalla import Kalla, Kallart, Kallfil, Standardkalla
from lagesbild.models.respondent import Grupp, Respondent
from lagesbild.models.statistik import (
    Manadstal,
    Oversattning,
    Serie,
    Statistikfil,
    Statistikimport,
)

__all__ = [
    "AnnatResultat",
    "Bilddel",
    "Enkat",
    "Enkatforvarning",
    "Enkatsvar",
    "Enkatutkast",
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
    "Textversion",
]
