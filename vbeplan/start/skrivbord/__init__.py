"""Read: what waits on a user's desk, each thing with its reason and one link."""

from django.utils import timezone

from aktiviteter.arshjul import hjulen
from vbeplan.start.skrivbord.andra import (
    ansvarigas,
    centralas,
    forvaltarens,
    lasarens,
)
from vbeplan.start.skrivbord.aret import (
    arets,
    bildernas_dagar,
    oregistrerade,
    villkorens,
)
from vbeplan.start.skrivbord.bilden import (
    att_borja,
    bildernas,
    oppna_bilder,
    samordnades_bilder,
)
from vbeplan.start.skrivbord.blanketter import blanketternas, gallringens, reglernas
from vbeplan.start.skrivbord.breven import brevens
from vbeplan.start.skrivbord.kom_igang import kom_igang
from vbeplan.start.skrivbord.lagesbild import kallornas
from vbeplan.start.skrivbord.planerna import aktuella, delade, egna
from vbeplan.start.skrivbord.post import bradskande_forst, datum
from vbeplan.start.skrivbord.samordnare import samordnarens
from vbeplan.start.skrivbord.sidokort import sidokort
from vbeplan.start.skrivbord.uppfoljningar import (
    ansvarigas_uppfoljning,
    samordnarens_uppfoljning,
)

MOTE_FORE = 120  # days before the board's meeting that the desk counts them


def skrivbord(user, *, nu=None):
    """Return the start page's context for a user at a local time."""
    nu = nu or timezone.localtime()
    idag = nu.date()
    planer, stadens = egna(user, idag), delade(user)
    arets_planer, visade = aktuella(user, planer), (planer or stadens)[:2]
    hjul = hjulen({*arets_planer, *planer[:2]}, idag) if planer else {}
    bilder = samordnades_bilder(user, idag)
    oppna = oppna_bilder(user, bilder)
    poster = [
        *brevens(user, idag),
        *blanketternas(user),
        *gallringens(user, idag),
        *kallornas(bilder, idag),
        *att_borja(user, planer, bilder),
        *bildernas(oppna, bildernas_dagar(arets_planer, hjul), idag),
        *arets(arets_planer, hjul, oppna, idag),
        *villkorens(user, planer),
        *oregistrerade(user, planer, idag),
        *samordnarens_uppfoljning(user, idag),
        *ansvarigas_uppfoljning(user, idag),
        *samordnarens(user, planer, idag),
        *ansvarigas(user, idag),
        *lasarens(user, planer),
        *centralas(user, stadens),
        *forvaltarens(user),
        *reglernas(user),
    ]
    return {
        "halsning": f"{_halsning(nu.hour)}, {user.get_short_name()}",
        "ingress": _ingress(poster, arets_planer, idag),
        "poster": bradskande_forst(poster, idag),
        "kom_igang": kom_igang(user),
        "sidokort": sidokort(visade, hjul, idag),
    }


def _halsning(timme):
    if 5 <= timme < 10:
        return "God morgon"
    return "God kväll" if timme >= 18 or timme < 5 else "Hej"


def _ingress(poster, planer, idag):
    """Say how many things wait, and when the nearest board decides on a plan."""
    antal = sum(1 for rad in poster if rad["i_brev"])
    if antal:
        sak = "En sak" if antal == 1 else f"{antal} saker"
        vantar = f"{sak} väntar på dig."
    elif poster:
        vantar = "Inget väntar på dig just nu, men här finns något att läsa."
    else:
        vantar = "Inget väntar på dig just nu."
    return f"{vantar} {_motet(planer, idag)}".strip()


def _motet(planer, idag):
    moten = [
        (plan.sammantrade, plan)
        for plan in planer
        if not plan.ar_beslutad
        and plan.sammantrade
        and 0 <= (plan.sammantrade - idag).days <= MOTE_FORE
    ]
    if not moten:
        return ""
    dag, plan = min(moten, key=lambda mote: mote[0])
    kvar = (dag - idag).days
    langt = {0: "det är i dag", 1: "det är i morgon"}.get(kvar, f"om {kvar} dagar")
    return f"{plan.namnd} beslutar om planen den {datum(dag, idag)}: {langt}."
