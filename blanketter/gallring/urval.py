"""Which forms a rule is about, and those that a stop holds."""

from django.db.models import F, OuterRef, Subquery

from blanketter.models import (
    Blankett,
    Gallringsklass,
    Gallringsstopp,
    Maskering,
    Meddelande,
)


def poster(namnd, klass):
    """The board's forms with something left of the class, `raknas` its day."""
    rader = Blankett.objects.filter(namnd=namnd, gallrad=None).order_by()
    if klass.statusar:
        return rader.filter(status__in=klass.statusar).annotate(raknas=F("inkom"))
    if klass == Gallringsklass.DIALOG:
        delar = Meddelande.objects.filter(text__isnull=False)
    else:
        delar = Maskering.objects.all()
    sist = delar.filter(blankett=OuterRef("pk")).order_by("-dag").values("dag")[:1]
    # The first condition spares the database from asking for every form's last part.
    med = rader.filter(pk__in=delar.filter(blankett__namnd=namnd).values("blankett"))
    return med.annotate(raknas=Subquery(sist))


def forfaller(namnd, regel, dag):
    """Those whose period has ended before `dag`, whether they are held or not."""
    return poster(namnd, regel.klassen).filter(raknas__lte=regel.senaste(dag))


def utan_stopp(rader, namnd, klass, idag):
    """Leave out what a stop holds on the day."""
    if Gallringsstopp.objects.hela(namnd, klass, idag).exists():
        return rader.none()
    enstaka = Gallringsstopp.objects.galler(idag).filter(blankett__namnd=namnd)
    return rader.exclude(pk__in=enstaka.values("blankett"))
