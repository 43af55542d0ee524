"""Decides what becomes of last year's activities in this year's plan."""

from django.db import transaction

from aktiviteter.handlingar.ta_bort import ta_bort_rader
from aktiviteter.handlingar.tillbaka import gor
from aktiviteter.historia.las import borttagna
from aktiviteter.historia.skriv import (
    Handling,
    las_planen,
    ny_andring,
    skriv_versioner,
)
from aktiviteter.historia.tillbaka import Slag, aterkomst
from aktiviteter.revideringen import motsager


@transaction.atomic
def revidera(plan, val, *, av):
    """Write decisions and let the plan follow them, as one deed that can be undone.

    `val` is {a Revidering's id: (choice, reason, the version that was seen)}. What is
    finished or ended goes out of the plan; what stays after all comes back as it was,
    where it stood. A row that somebody else has decided since is left as it is.

    Returns (the `Andring` or None, the ids of those left).
    """
    las_planen(plan)
    rader = plan.revideringar.in_bulk(val)
    finns = set(plan.aktiviteter.order_by().values_list("nummer", flat=True))
    krockar, nya = set(), []
    for pk, rad in rader.items():
        vill, skal, sedd = val[pk]
        ar_sa = not motsager(vill, rad.nummer in finns)
        if (rad.val, rad.skal) == (vill, skal) and ar_sa:
            continue
        if rad.version != sedd:
            krockar.add(pk)
            continue
        rad.val, rad.skal = vill, skal
        nya.append(rad)
    return (_skriv(plan, nya, av) if nya else None), krockar


def _skriv(plan, rader, av):
    rader.sort(key=lambda rad: rad.nummer)
    andring = ny_andring(Handling.ANDRAD, plan, _vad(rader), av=av)
    for rad in rader:
        rad.spara_over(rad.version, av=av)
    skriv_versioner(andring, rader)
    ut = [rad.nummer for rad in rader if not rad.ar_kvar_i_planen]
    kvar = [rad.nummer for rad in rader if rad.ar_kvar_i_planen]
    tillbaka, bort = _hamta(andring, kvar), _ta_ut(andring, ut)
    if tillbaka or bort:
        skriv_versioner(andring, ordning=True)
    plan.innehall_andrat()
    return andring


def _vad(rader):
    if len(rader) == 1:
        return f"beslutet om aktivitet {rader[0].nummer}"
    nummer = ", ".join(str(rad.nummer) for rad in rader)
    return f"besluten om aktiviteterna {nummer}"


def _ta_ut(andring, nummer):
    rader = andring.plan.aktiviteter.filter(nummer__in=nummer)
    if not rader:
        return False
    ta_bort_rader(andring, aktiviteter=list(rader))
    return True


def _hamta(andring, nummer):
    """Fetch back those of these numbers that are out of the plan."""
    borta = [
        version
        for version in borttagna(andring.plan)
        if version.slag == Slag.AKTIVITET and version.innehall["nummer"] in nummer
    ]
    return bool(borta) and gor(aterkomst(andring.plan, borta), andring)
