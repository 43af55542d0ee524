"""Read: the newest version of each thing in a plan, now or at a moment."""

from django.db.models import Max

from aktiviteter.models import Version

Slag = Version.Slag


def senaste(plan, *, vid=None, fore=None, objekt=None):
    """Return the newest version of each thing, by (kind, id); one query.

    `vid` is the id of the deed to look just after, `fore` leaves out versions from that
    id on, and `objekt`, an iterable of (kind, id), leaves out every other thing.
    """
    rader = Version.objects.filter(andring__plan=plan)
    if vid is not None:
        rader = rader.filter(andring__lte=vid)
    if fore is not None:
        rader = rader.filter(pk__lt=fore)
    if objekt is not None:
        rader = rader.filter(objekt_id__in={pk for _, pk in objekt})
    return {(v.slag, v.objekt_id): v for v in sista(rader)}


def sista(rader):
    """Return only the newest of the versions of each thing, in no order."""
    sist = rader.order_by().values("slag", "objekt_id").annotate(sist=Max("pk"))
    return Version.objects.filter(pk__in=sist.values("sist")).order_by()


def namn_ur(slag, data):
    """Return what a version's content calls itself."""
    if slag == Slag.AVSNITT:
        return data["rubrik"]
    if slag == Slag.AKTIVITET:
        return f"{data['nummer']}. {data['titel']}"
    if slag == Slag.REVIDERING:
        return f"Beslutet om aktivitet {data['nummer']}"
    return "Titel och dokumentruta"
