"""Granskning: what a plan lacks, or says that can't be true, read from it as it is.

Pure functions over `PlanInnehall` and its rows; nothing here is stored, so a remark
goes away when its place is mended. What is stored is what an import noted
(`models.Anmarkning`) and who has put a remark away (`models.Avfardad`).

rad: one activity · kapitel, rubriker: chapters · stycke, skrivfel, platshallare, datum,
ar, hanvisning, lankar, aldre, upprepning: the words, found in `stycken` · helhet: all
activities at once · behov: what the picture calls for · text: one text read once, kept
by its words · plan: all of it
brist: the kinds, their weight and their words · samling: as the margin shows them
"""

from aktiviteter.granskning.behov import Behovsrad
from aktiviteter.granskning.brist import Brist, nyckel
from aktiviteter.granskning.plan import granska, granska_behov, granska_bild
from aktiviteter.granskning.rad import brister
from aktiviteter.granskning.samling import Samling, samla
from aktiviteter.granskning.slagen import SLAGEN, Vikt

__all__ = [
    "PLANENS_EGNA",
    "SLAGEN",
    "Behovsrad",
    "Brist",
    "Samling",
    "Vikt",
    "brister",
    "granska",
    "granska_behov",
    "granska_bild",
    "nyckel",
    "samla",
    "ser_sjalv",
]

# Kinds of an import's remarks that are read from the plan as soon as it is there.
_RADENS = {
    "ogiltig_hanvisning",
    "omojligt_datum",
    "oklar_tid",
    "oklar_uppfoljning",
    "utan_avstamning",
    "utan_ansvarig",
    "utan_tidplan",
    "utan_uppfoljning",
}
PLANENS_EGNA = {
    "allt_lopande",
    "borjar_med_skiljetecken",
    "inga_aktiviteter",
    "kapitel_utan_aktiviteter",
    "upprepad_mening",
}


def ser_sjalv(slag, *, pa_rad):
    """Tell whether an import's remark is one that is read from the plan itself.

    `pa_rad` is whether it is about an activity. Such a remark is not stored: it would
    stay when its place is mended.
    """
    return slag in PLANENS_EGNA or (pa_rad and slag in _RADENS)
