"""A plan of about twelve pages for the fictional Granby stad, in our own words.

The PDF tests and the bench set it: chapters on two levels, footnotes, links,
lists, five activity tables of which some run over a page break, and the long
compounds that a narrow column must carry. The words lie in exempel.json.
"""

import json
from datetime import date
from pathlib import Path

from aktiviteter.sammanstallning import AktivitetRad, AvsnittInnehall, PlanInnehall

ORD = json.loads(Path(__file__).with_name("exempel.json").read_text("utf-8"))
DOKUMENT = (
    ("Dokumenttyp", "Handlingsplan"),
    ("Dokumentägare", "Stadsdelsdirektör"),
    ("Gäller till och med", "30 april 2026"),
    ("Budgetmål", "Ekhamra är tryggt för alla"),
    ("Nästa revidering", "April 2026"),
)


def plan(**andrat) -> PlanInnehall:
    """The sample plan; keyword arguments replace fields of the whole."""
    falt = {
        "kommun": "Granby stad",
        "namnd": "Ekhamra stadsdelsnämnd",
        "ar": 2025,
        "titel": "Handlingsplan mot våldsbejakande extremism",
        "dnr": "EKH 2025/88-1.3",
        "datum": date(2025, 4, 24),
        "farg": "#0c4a57",
        "logotyp": "",
        "status": "Utkast",
        "dokument": DOKUMENT,
        "avsnitt": tuple(avsnitt(i) for i in range(len(ORD["avsnitt"]))),
    }
    return PlanInnehall(**{**falt, **andrat})


def avsnitt(index: int, **andrat) -> AvsnittInnehall:
    """One chapter of the sample, with its activities."""
    ord_ = ORD["avsnitt"][index]
    falt = {
        **ord_,
        "pk": index + 1,
        "niva": 2 if "." in ord_["nummer"] else 1,
        "ankare": f"avsnitt-{index + 1}",
        "aktiviteter": tuple(
            rad(i)
            for i, aktivitet in enumerate(ORD["aktiviteter"])
            if aktivitet["avsnitt"] == ord_["nummer"]
        ),
    }
    return AvsnittInnehall(**{**falt, **andrat})


def rad(index: int, **andrat) -> AktivitetRad:
    """One activity of the sample; they are numbered through the whole plan."""
    falt = {
        **ORD["aktiviteter"][index],
        "pk": index + 1,
        "nummer": index + 1,
        "insatsomrade": "",
        "strategiomrade": "",
        "ankare": f"aktivitet-{index + 1}",
    }
    del falt["avsnitt"]
    return AktivitetRad(**{**falt, **andrat})
