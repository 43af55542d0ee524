"""Which questions an enkät asks, and of whom."""

from lagesbild.models import Enkat, Enkatversion


def enkatversion_gallande(dag=None):
    """Return the city's questions (Enkatversion) of a day, today when none is given."""
    return Enkatversion.objects.gallande(dag)


def fragor_for(enkat, grupp=""):
    """Return the questions of an enkät as one list of dicts, see Enkatversion.

    A draft has the city's version and its own; one that was opened has what was frozen
    then, whatever has been decided since. With `grupp` only those that it is asked,
    without only those that any of the enkät's groups is.
    """
    fragor = enkat.fragor
    if enkat.status == Enkat.Status.UTKAST:
        fragor = [*enkat.version.fragor, *enkat.egna_fragor]
    grupper = {grupp} if grupp else set(enkat.grupper)
    return [f for f in fragor if stalls_till(f, grupper)]


def stalls_till(fraga, grupper):
    """Tell whether a question is for any of the groups; one without groups is for all.

    An enkät that hasn't chosen whom it goes to has all questions.
    """
    egna = set(fraga.get("grupper", ()))
    return not egna or not grupper or bool(egna & set(grupper))
