"""Read: everything that the paper shows, as one frozen value."""

from dataclasses import replace

from aktiviteter.bilagor.planens import planens_bilagor
from aktiviteter.forseglat import forseglat
from aktiviteter.sammanstallning import plan_innehall


def rapportens_innehall(plan, *, med_utkast=False, med_bilagor=True):
    """Return what a plan's page shows (`PlanInnehall`), with its board's mark.

    The mark is a picture of some size, which the page itself does not show; the
    appendices are read out of two whole plans. A decided plan is as it was decided.
    `med_utkast`: as for `plan_innehall`. Not `med_bilagor` for who doesn't work for
    the board: until the plan is decided they tell what is the board's own.
    """
    last = forseglat(plan)
    if last:
        return last.innehall
    return levande_innehall(plan, med_utkast=med_utkast, med_bilagor=med_bilagor)


def levande_innehall(plan, *, med_utkast=False, med_bilagor=True):
    """Return the same as the plan is now, decided or not."""
    logotyp = getattr(plan.namnd, "logotyp", None)
    return replace(
        plan_innehall(plan, med_utkast=med_utkast),
        logotyp=logotyp.som_data_uri() if logotyp else "",
        bilagor=planens_bilagor(plan) if med_bilagor else (),
    )
