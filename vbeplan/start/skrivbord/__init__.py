"""Read: what waits on a user's desk, each thing with its reason and one link."""

from django.db.models import Count
from django.utils import timezone

from aktiviteter.models import Aktivitet, Handlingsplan
from vbeplan.organisation.models.medlemskap import NAMNDENS
from vbeplan.start.skrivbord.andra import (
    ansvarigas,
    centralas,
    forvaltarens,
    lasarens,
)
from vbeplan.start.skrivbord.bilden import (
    att_borja,
    bildernas,
    oppna_bilder,
    samordnades_bilder,
)
from vbeplan.start.skrivbord.blanketter import blanketternas, gallringens, reglernas
from vbeplan.start.skrivbord.kom_igang import kom_igang
from vbeplan.start.skrivbord.lagesbild import kallornas
from vbeplan.start.skrivbord.samordnare import samordnarens


def skrivbord(user, *, nu=None):
    """Return the start page's context for a user at a local time."""
    nu = nu or timezone.localtime()
    egna, delade = _egna(user), _delade(user)
    alla = samordnades_bilder(user)
    bilder = oppna_bilder(user, alla)
    poster = [
        *blanketternas(user),
        *gallringens(user, nu.date()),
        *(kallornas(user, nu.date()) if bilder else ()),
        *att_borja(user, egna, alla),
        *bildernas(bilder),
        *samordnarens(user, egna, nu.date()),
        *ansvarigas(user, nu.date()),
        *lasarens(user, egna),
        *centralas(delade),
        *forvaltarens(user),
        *reglernas(user),
    ]
    return {
        "halsning": f"{_halsning(nu.hour)}, {user.get_short_name()}",
        "ingress": _ingress(len(poster)),
        "poster": poster,
        "kom_igang": kom_igang(user),
        "sidokort": _sidokort((egna or delade)[:2]),
    }


def _egna(user):
    """The plans of the boards she works with, the newest first."""
    namnder = user.namnd_id(*NAMNDENS)
    return list(Handlingsplan.objects.filter(namnd__in=namnder).nyast_forst())


def _delade(user):
    """The newest plans that boards have shared, for the city's coordinator."""
    if not user.ar_central:
        return []
    return list(Handlingsplan.objects.filter(delad=True).nyast_forst()[:5])


def _halsning(timme):
    if 5 <= timme < 10:
        return "God morgon"
    return "God kväll" if timme >= 18 or timme < 5 else "Hej"


def _ingress(antal):
    if not antal:
        return "Inget väntar på dig just nu."
    return "En sak väntar på dig." if antal == 1 else f"{antal} saker väntar på dig."


def _sidokort(planer):
    antal = Aktivitet.objects.filter(plan__in=planer).order_by().values_list("plan")
    antal = dict(antal.annotate(Count("pk")))
    return [
        {
            "rubrik": f"Planen {plan.ar}",
            "status": plan.lage,
            "text": f"{plan.namnd}: {antal.get(plan.pk, 0)} aktiviteter",
            "url": plan.get_absolute_url(),
            "lanktext": "Öppna planen",
        }
        for plan in planer
    ]
