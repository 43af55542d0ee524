"""Words that were written in a row while somebody else removed it."""

from django.http import Http404

from aktiviteter.models import Aktivitet, Avsnitt, Version
from aktiviteter.models.historia import SLAG
from vbeplan.organisation.behorighet import redigerbar


def finns_eller_borttaget(request, rader, pk):
    """Return the row that the user may change; else 404.

    A form that was sent to a removed one gets a new row of the same plan, not saved,
    whose `borttagen` is the deed that removed the old: nothing typed is lost.
    """
    try:
        return redigerbar(rader, request.user, pk=pk)
    except Http404:
        ny = request.method == "POST" and _ny(request.user, rader.model, pk)
        if not ny:
            raise
        return ny


def _ny(user, modell, pk):
    versioner = Version.objects.redigerbara(user).filter(
        slag=SLAG[modell._meta.model_name], objekt_id=pk, borttagen=True
    )
    version = versioner.select_related("andring__plan__namnd", "andring__av").first()
    if version is None:
        return None
    plan = version.andring.plan
    if modell is Avsnitt:
        ny = Avsnitt(plan=plan, rubrik=version.innehall["rubrik"])
    else:
        ny = _ny_aktivitet(plan, version.innehall)
    if ny:
        ny.borttagen = version.andring
    return ny


def _ny_aktivitet(plan, innehall):
    """Return a new activity where the old one stood, or where there is a chapter."""
    finns = {a.pk: a for a in plan.avsnitt.i_lasordning()}
    avsnitt = finns.get(innehall["avsnitt_id"]) or next(iter(finns.values()), None)
    titel = innehall["titel"]
    return avsnitt and Aktivitet(plan=plan, avsnitt=avsnitt, titel=titel)
