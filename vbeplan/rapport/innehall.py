"""Read: everything that the paper shows, as one frozen value."""

from dataclasses import replace

from aktiviteter.forseglat import forseglat
from aktiviteter.sammanstallning import plan_innehall


def rapportens_innehall(plan, *, med_utkast=False):
    """Return what a plan's page shows (`PlanInnehall`), with its board's mark.

    The mark is a picture of some size, which the page itself does not show. A decided
    plan is as it was decided. `med_utkast`: as for `plan_innehall`.
    """
    last = forseglat(plan)
    return last.innehall if last else levande_innehall(plan, med_utkast=med_utkast)


def levande_innehall(plan, *, med_utkast=False):
    """Return the same as the plan is now, decided or not."""
    logotyp = getattr(plan.namnd, "logotyp", None)
    uri = logotyp.som_data_uri() if logotyp else ""
    return replace(plan_innehall(plan, med_utkast=med_utkast), logotyp=uri)
