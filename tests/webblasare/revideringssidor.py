"""The revision: nothing to revise, on its way, proposed, refused, and locked."""

from datetime import date

from django.urls import reverse

from aktiviteter.handlingar import borja_revidering, revidera
from aktiviteter.models import Handlingsplan, Planstatus
from vbeplan.organisation.models import Anvandare


def revideringssidor(sida, samordnare, granne):
    """Yield the page in each state; begins the board's plans for 2051 and 2052.

    The `granne` coordinates a board whose plan was made beside last year's.
    """
    av = Anvandare.objects.get(epost=samordnare)
    forra = Handlingsplan.objects.get(namnd__kort="ekhamra", ar=2027)
    ny = _begunnen(forra, 2051, av)
    last = _begunnen(forra, 2052, av)
    Handlingsplan.objects.filter(pk=last.pk).update(status=Planstatus.TILL_NAMND)
    adress = _adress(ny)
    kvar = ny.revideringar.kvar().first()
    yield sida(samordnare, adress)
    yield sida(samordnare, adress + "?visa=kvar&behall=alla")
    yield sida(samordnare, adress, {f"rad-{kvar.pk}-skal": "å" * 1001})
    yield sida(samordnare, _adress(last))
    yield sida(samordnare, _adress(forra))
    yield sida(granne, reverse("plan_revidering", args=["sjovik", 2027]))


def _begunnen(forra, ar, av):
    """Return a plan with a result, choices, and one that the plan speaks against."""
    ny = forra.namnd.planer.create(ar=ar, titel=forra.titel)
    borja_revidering(ny, forra)
    rader = list(ny.revideringar.order_by("nummer")[:5])
    tillfalle = forra.tillfallen.create(ar=ar, period="vb", senast=date(ar, 1, 15))
    tillfalle.uppfoljningar.create(
        aktivitet=rader[0].forlaga, status="pagar", resultat="Två träffar hållna."
    )
    val = [("behall", ""), ("andra", "Ny målgrupp."), ("avsluta", "Ingen kom.")]
    par = zip(rader, val, strict=False)
    revidera(ny, {rad.pk: (*ett, rad.version) for rad, ett in par}, av=av)
    ny.aktiviteter.filter(nummer=rader[3].nummer).delete()
    return ny


def _adress(plan):
    return reverse("plan_revidering", args=[plan.namnd.kort, plan.ar])
