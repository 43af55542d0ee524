"""Read: a decided plan as it was decided, from its edition and nothing else.

What is sealed is written in `vbeplan.rapport`, which is above this room: here it is
reached through the plan's own row (`plan.utgavor`). A plan that is opened for a new
version is read as it stands, like any draft.
"""

import json
from dataclasses import dataclass, replace
from functools import lru_cache

from django.db.models import Q

from aktiviteter.sammanstallning import PlanInnehall, plan_innehall
from aktiviteter.utbyte import plan_data
from lagesbild.som_json import fran_json, skrivet, till_json

FORMAT = "vbeplan-utgava/1"
LASTA = 32  # editions that a process keeps read


@dataclass(frozen=True)
class Forseglat:
    """What an edition holds: what is drawn, and the plan in the exchange format."""

    innehall: PlanInnehall
    data: dict


def skriv_forseglat(innehall, data, rader):
    """Return an edition's content as canonical JSON text.

    `innehall`: `PlanInnehall` with its mark; `data`: `plan_data`; `rader`: the
    fingerprints of the plan's rows, by which they are compared with it later.
    """
    return skrivet(
        {
            "format": FORMAT,
            "innehall": till_json(utan_brister(innehall)),
            "plan": data,
            "rader": rader,
        }
    )


def las_forseglat(text):
    """Return the `Forseglat` that `skriv_forseglat` wrote."""
    last = json.loads(text)
    return Forseglat(fran_json(PlanInnehall, last["innehall"]), last["plan"])


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
