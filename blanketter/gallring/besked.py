"""Read: for how long one form's text is kept, and what holds it, for those who ask."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils import timezone

from blanketter.models import (
    Forvarning,
    Gallringsklass,
    Gallringsregel,
    Gallringsstopp,
)
from blanketter.models.gallringskorning import tidigast

KLASSEN = {status: klass for klass in Gallringsklass for status in klass.statusar}


@dataclass(frozen=True)
class Besked:
    """`regel`: the rule that the form's text falls under; `dag`: the first day on which
    it may go, None without one; `stopp`: what holds it; `fler`: what else of the form
    has been told of (Forvarning of the dialogue, of masked words)."""

    regel: Gallringsregel | None
    dag: date | None
    forvarnad: bool
    stopp: list[Gallringsstopp]
    fler: list[Forvarning]


def beskedet(blankett):
    """Return the Besked of a form whose text is left; three questions."""
    idag, klass = timezone.localdate(), KLASSEN.get(blankett.status)
    regel = Gallringsregel.objects.per_klass(blankett.namnd).get(klass)
    varningar = list(blankett.forvarningar.select_related("regel").order_by("klass"))
    egen = next((v for v in varningar if v.klass == klass and v.regel == regel), None)
    return Besked(
        regel=regel,
        dag=regel and _dag(regel, blankett.inkom, egen, idag),
        forvarnad=egen is not None,
        stopp=list(_stoppen(blankett, klass, idag)),
        fler=[v for v in varningar if v.klass != klass],
    )


def gallras_dag(blankett):
    """Return the first day on which a rule may remove the form's text, or None."""
    if blankett.gallrad or not (klass := KLASSEN.get(blankett.status)):
        return None
    regel = Gallringsregel.objects.per_klass(blankett.namnd).get(klass)
    varning = regel and blankett.forvarningar.filter(klass=klass, regel=regel).first()
    return regel and _dag(regel, blankett.inkom, varning, timezone.localdate())


def gallras_nar_den_ar_bedomd(blankett):
    """Tell whether the board has a rule for the text, once the form is classed."""
    if blankett.gallrad or blankett.status in KLASSEN:
        return False
    regler = Gallringsregel.objects.per_klass(blankett.namnd)
    return Gallringsklass.KLASSAD in regler


def _dag(regel, inkom, varning, idag):
    varnad = varning.dag if varning else idag
    return max(tidigast(regel.slutdag(inkom), varnad), idag)


def _stoppen(blankett, klass, idag):
    alla = Gallringsstopp.objects.galler(idag).for_namnd(blankett.namnd)
    hela = Q(blankett=None, klass__in=["", klass or ""])
    return alla.filter(Q(blankett=blankett) | hela).select_related("namnd", "blankett")
