"""Builds decided plans for tests, through the real deed."""

from datetime import date

from aktiviteter.models import Handlingsplan, Planstatus
from tests import bygge
from vbeplan.rapport.forsegling import Uppgifter
from vbeplan.rapport.handlingar.besluta import besluta, sett_nu
from vbeplan.rapport.models import Utgava


def nya_uppgifter(**andra):
    """Return what the minutes say of a decision."""
    falt = {
        "organ": "Ekhamra stadsdelsnämnd",
        "dag": date(2026, 11, 12),
        "paragraf": "§ 47",
        "dnr": "EKH 2026/47",
    }
    return Uppgifter(**falt | andra)


def plan_hos_namnden(namnd, ar=bygge.AR, **falt):
    """Return a plan that waits for its board's decision."""
    plan = bygge.ny_plan(namnd, ar, **falt)
    return till_namnden(plan)


def till_namnden(plan):
    """Put a plan before its board, past the gate."""
    plan.status = Planstatus.TILL_NAMND
    Handlingsplan.objects.filter(pk=plan.pk).update(status=plan.status)
    return plan


def snabbt_forseglad(namnd, ar, *, delad=False):
    """Return the edition of a decided plan past the deed: no file is set, no seal fits.

    For tests that ask only who may reach it.
    """
    plan = Handlingsplan.objects.create(namnd=namnd, ar=ar, delad=delad)
    fakta = {"organ": str(namnd), "dag": date(2020, 5, 4), "paragraf": "§ 1"}
    plan.besluten.create(utfall="beslutad", **fakta)
    nyckel = f"{namnd.kort} {ar}"
    utgava = Utgava.objects.create(
        plan=plan,
        namnd=namnd,
        nummer=ar,
        innehall="{}",
        pdf=b"%PDF",
        fingeravtryck=nyckel,
        sigill=nyckel,
        **fakta,
    )
    Handlingsplan.objects.filter(pk=plan.pk).update(status=Planstatus.BESLUTAD)
    return utgava


def beslutad_plan(plan, *, av=None, **uppgifter):
    """Decide a plan that waits, and return its edition."""
    return besluta(plan, nya_uppgifter(**uppgifter), sett=sett_nu(plan), av=av)
