"""Which roles to offer while somebody types one in an activity."""

from typing import NamedTuple

from django.db.models import Count, Exists, F, OuterRef, Q, Subquery
from django.utils import timezone

from aktiviteter.handlingar import ryms_som_roll
from vbeplan.organisation.models import Innehav, Roll
from vbeplan.organisation.rollnamn import ar_lika, traffgrad
from vbeplan.text.svenska import normalisera, ordningsnyckel

MAX_FORSLAG = 8


class Forslag(NamedTuple):
    """What one typed name leads to.

    `roller` have `innehavare` (today's), `har_haft` (anybody ever: without both it is
    not known who has the role) and `antal`, their rows in the plan ·
    `fler`: how many more there are · `ny`: the name as a new role, or "" ·
    `lika`: the existing roles that the new name is perhaps another spelling of
    """

    roller: list
    fler: int
    ny: str
    lika: list


def rollforslag(plan, user, skrivet):
    """Return the roles of the plan's board that answer what is typed. One query."""
    skrivet = " ".join(skrivet.split())
    roller = [(traffgrad(skrivet, r.namn), r) for r in _roller(plan, user)]
    finns = any(r.namn_norm == normalisera(skrivet) for _, r in roller)
    ny = "" if finns or not ryms_som_roll(skrivet) else skrivet
    lika = [r for _, r in roller if ny and ar_lika(ny, r.namn)]
    traffar = [(-1 if r in lika else grad, r) for grad, r in roller]
    traffar = [(grad, r) for grad, r in traffar if grad is not None]
    traffar.sort(key=lambda x: (x[0], ordningsnyckel(x[1].namn)))
    valda = [r for _, r in traffar[:MAX_FORSLAG]]
    return Forslag(valda, len(traffar) - len(valda), ny, lika)


def liknande_roller(namnd, namn):
    """Return (new name, existing name) of the names that are nearly a role's."""
    finns = dict(namnd.roller.i_bruk().values_list("namn_norm", "namn"))
    nya = [n for n in namn if normalisera(n) not in finns]
    return [
        (ny, gammal) for ny in nya for gammal in finns.values() if ar_lika(ny, gammal)
    ]


def _roller(plan, user):
    idag = timezone.localdate()
    alla = Innehav.objects.filter(roll=OuterRef("pk")).order_by(F("fran").desc())
    nu = alla.filter(Q(till=None) | Q(till__gte=idag), fran__lte=idag)
    return (
        Roll.objects.for_user(user)
        .filter(namnd=plan.namnd_id)
        .annotate(
            antal=Count("ansvar", filter=Q(ansvar__aktivitet__plan=plan)),
            innehavare=Subquery(nu.values("namn")[:1]),
            har_haft=Exists(alla),
        )
        .order_by()
    )
