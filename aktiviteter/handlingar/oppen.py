"""Holds a plan open while something that hangs on it is written."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from aktiviteter.models import Handlingsplan


def hall_oppen(plan):
    """Hold the plan's row until the transaction ends.

    Raises PermissionDenied with the reason when it has been locked, and Http404 when
    it is gone: the pages of both give back what was written.
    """
    rader = Handlingsplan.objects.select_for_update(no_key=True).only("status")
    nu = rader.filter(pk=plan.pk).first()
    if nu is None:
        raise Http404
    if nu.las_skal:
        raise PermissionDenied(nu.las_skal)
