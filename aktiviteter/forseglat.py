"""Read: a decided plan as it was decided, from its edition and nothing else.

What is sealed is written in `vbeplan.rapport`, which is above this room: here it is
reached through the plan's own row (`plan.utgavor`). A plan that is opened for a new
version is read as it stands, like any draft.
"""

import json
from dataclasses import dataclass, replace
from functools import lru_cache

from django.db.models import Q

from aktiviteter.andringar import Andringar, andringar
from aktiviteter.andringar.sammanfattning import (
    Sammanfattning,
    forslaget,
    sammanfattning,
)
from aktiviteter.models.aktivitet import Ansvarig
from aktiviteter.sammanstallning import PlanInnehall, plan_innehall
from aktiviteter.utbyte import plan_data
from lagesbild.som_json import fran_json, skrivet, till_json

FORMAT = "vbeplan-utgava/2"  # 2: what the board was shown of the changes, too
LASTA = 32  # editions that a process keeps read


@dataclass(frozen=True)
class Forseglat:
    """What an edition holds: what is drawn, and the plan in the exchange format.

    `andringar` and `sammanfattning` are what the board was shown of its changes; an
    edition of format 1 hasn't the second, nor the first.
    """

    innehall: PlanInnehall
    data: dict
    andringar: Andringar | None = None
    sammanfattning: Sammanfattning | None = None


def skriv_forseglat(plan, innehall, rader):
    """Return an edition's content as canonical JSON text.

    `innehall`: the plan's `PlanInnehall` with its mark; `rader`: the fingerprints of
    its rows, by which they are compared with it later.
    """
    skillnad = andringar(plan)
    return skrivet(
        {
            "format": FORMAT,
            "innehall": till_json(utan_brister(innehall)),
            "plan": plan_data(plan),
            "rader": rader,
            "andringar": till_json(skillnad),
            "sammanfattning": till_json(sammanfattning(plan, skillnad)),
        }
    )


def las_forseglat(text):
    """Return the `Forseglat` that `skriv_forseglat` wrote."""
    last = json.loads(text)
    return Forseglat(
        fran_json(PlanInnehall, last["innehall"]),
        last["plan"],
        fran_json(Andringar | None, last.get("andringar")),
        fran_json(Sammanfattning | None, last.get("sammanfattning")),
    )


def forseglat(plan):
    """Return a decided plan's `Forseglat`; None when it has no edition."""
    if not plan.ar_beslutad:
        return None
    utgava = _utgavor(plan)
    sigill = utgava.objects.planens(plan).values_list("sigill", flat=True)
    funnen = sigill.first()
    return _last(utgava, funnen) if funnen else None


def forseglad_rad(plan):
    """Return a plan's last edition's number, and if it is `publik`; None without."""
    rader = _utgavor(plan).objects.planens(plan).only("nummer")
    return rader.annotate(publik=Q(publicering__isnull=False)).first()


def planens_innehall(plan, *, med_utkast=False):
    """Return a plan's `PlanInnehall`: as decided, else as it is (`plan_innehall`)."""
    last = forseglat(plan)
    return last.innehall if last else plan_innehall(plan, med_utkast=med_utkast)


def planens_data(plan):
    """Return a plan in the exchange format: as decided, else as it is."""
    last = forseglat(plan)
    return last.data if last else plan_data(plan)


def planens_aktiviteter(plan):
    """Return a plan's activities as `med_ansvar` does, in the order of its tables.

    What is decided is locked, but for the names of roles: those are as decided.
    """
    rader = plan.aktiviteter.order_by("ordning", "pk").med_ansvar()
    if last := forseglat(plan):
        roller = {rad["nummer"]: rad["ansvariga"] for rad in last.data["aktiviteter"]}
        for rad in rader:
            ansvariga = roller.get(rad.nummer, ())
            rad.ansvariga = [Ansvarig(x["roll"], x["art"], None) for x in ansvariga]
    return rader


def planens_andringar(plan):
    """Return what has changed since the plan before: as decided, else as it is."""
    last = forseglat(plan)
    return last.andringar if last and last.sammanfattning else andringar(plan)


def planens_sammanfattning(plan):
    """Return the board's one page, its lists whole: as decided, else as it is.

    What was decided, and how it went on, is told as it stands now.
    """
    last = forseglat(plan)
    if not last or not last.sammanfattning:
        return sammanfattning(plan)
    rubrik, forslag = forslaget(plan)
    return replace(last.sammanfattning, forslag_rubrik=rubrik, forslag=forslag)


def utan_brister(innehall):
    """Return the content without remarks: they are about a draft."""
    return replace(
        innehall,
        avsnitt=tuple(
            replace(
                a, aktiviteter=tuple(replace(rad, brister=()) for rad in a.aktiviteter)
            )
            for a in innehall.avsnitt
        ),
    )


def _utgavor(plan):
    return type(plan).utgavor.rel.related_model


@lru_cache(LASTA)
def _last(utgava, sigill):
    return las_forseglat(utgava.objects.values_list("innehall").get(sigill=sigill)[0])
