"""The one access module: loading and the right to see are one step.

Every model that belongs to a board answers `objects.for_user(user)` (may read) and
`objects.redigerbara(user)` (may change). Views load through the two functions here.
"""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404

from vbeplan.organisation.models import Ratt


def lasbar(rader, user, **sokt):
    """Return the one row of a queryset that the user may read; else 404.

    A foreign object and one that doesn't exist give the same answer.
    """
    return get_object_or_404(rader.for_user(user), **sokt)


def redigerbar(rader, user, **sokt):
    """Return the one row that the user may change.

    404 when she may not even see it, 403 when she may read it but not change it. A row
    that is locked tells why itself (`las_skal`), and the page of the 403 says it.
    """
    if rad := rader.redigerbara(user).filter(**sokt).first():
        return rad
    rad = lasbar(rader, user, **sokt)
    if getattr(rad, "las_skal", "") and rad.samordnas_av(user):
        raise PermissionDenied(rad.las_skal)
    raise PermissionDenied


def samordnad(rader, user, **sokt):
    """Return the one row of a board that the user coordinates, locked or not.

    For deeds that leave its words alone: sharing, deciding, following up.
    """
    if rad := rader.samordnade(user).filter(**sokt).first():
        return rad
    lasbar(rader, user, **sokt)
    raise PermissionDenied


def krav_ratt(user, namnd, *ratter):
    """Let through who has one of the rights in the board; 403 for others.

    For a right beside that of reading the object, which is loaded first.
    """
    if not user.har_ratt(*ratter, namnd=namnd):
        raise PermissionDenied


def bara(*ratter):
    """Let through users with one of the rights, in any board or in the city.

    Others get 404: the page belongs to somebody else's work.
    """

    def dekorera(vy):
        @wraps(vy)
        def vakt(request, *args, **kwargs):
            if not any(m.ratt in ratter for m in request.user.medlemskapen):
                raise Http404
            return vy(request, *args, **kwargs)

        return vakt

    return dekorera


bara_forvaltare = bara(Ratt.FORVALTARE)
bara_central = bara(Ratt.CENTRAL)
bara_samordnare = bara(Ratt.SAMORDNARE)
