"""Read: everything that the paper shows, as one frozen value."""

from dataclasses import replace

from aktiviteter.sammanstallning import plan_innehall


def rapportens_innehall(plan, *, med_utkast=False):
    """Return what a plan's page shows (`PlanInnehall`), with its board's mark.

    The mark is a picture of some size, which the page itself does not show.
    `med_utkast`: as for `plan_innehall`.
    """
    logotyp = getattr(plan.namnd, "logotyp", None)
    uri = logotyp.som_data_uri() if logotyp else ""
    return replace(plan_innehall(plan, med_utkast=med_utkast), logotyp=uri)
