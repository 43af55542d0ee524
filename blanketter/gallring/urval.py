"""Which records a rule is about, and those that a stop holds."""

from blanketter.gallring.slag import slaget
from blanketter.models import Forvarning, Gallringsstopp


def forfaller(namnd, regel, dag):
    """Those whose period has ended before `dag`, whether they are held or not."""
    rader = slaget(regel.klass).poster(namnd, regel.klassen)
    return rader.filter(raknas__lte=regel.senaste(dag))


def utan_stopp(rader, namnd, klass, idag):
    """Leave out what a stop holds on the day."""
    if Gallringsstopp.objects.hela(namnd, klass, idag).exists():
        return rader.none()
    if slaget(klass).post != Forvarning.POST:  # only a form has stops of its own
        return rader
    enstaka = Gallringsstopp.objects.galler(idag).filter(blankett__namnd=namnd)
    return rader.exclude(pk__in=enstaka.values("blankett"))
