"""Read: how far a plan's follow-up has come, in words."""

from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.formats import date_format

from aktiviteter.models import Tillfalle

INGEN = "Inget uppföljningstillfälle är öppnat än."
INTE_BESLUTAD = "Börjar när planen är beslutad."


@dataclass(frozen=True, slots=True)
class Uppfoljningslage:
    """The occasion that is open, or else the last; `i_ord` says how it stands.

    `klar` is None before there is any occasion. `forsenad`: its day has passed and
    something is missing.
    """

    tillfalle: Tillfalle | None
    rapporterade: int
    alla: int
    forsenad: bool
    klar: bool | None
    i_ord: str

    @property
    def kvar(self):
        return max(0, self.alla - self.rapporterade)


def med_antal(tillfallen):
    """Return occasions with how many activities are `rapporterade`."""
    skrivna = Count("uppfoljningar", filter=~Q(uppfoljningar__status=""))
    return tillfallen.annotate(rapporterade=skrivna)


def uppfoljningslaget(plan, idag=None):
    """Return the `Uppfoljningslage` of a plan; two queries."""
    tillfallen = list(med_antal(plan.tillfallen.all()))
    if not tillfallen:
        text = INGEN if plan.har_beslutats else INTE_BESLUTAD
        return Uppfoljningslage(None, 0, 0, False, None, text)
    oppna = [t for t in tillfallen if t.ar_oppet]
    tillfalle = oppna[0] if oppna else tillfallen[-1]
    return tillfallets_lage(tillfalle, plan.aktiviteter.count(), idag)


def tillfallets_lage(tillfalle, alla, idag=None):
    """Return how one occasion stands; it is read by `med_antal`."""
    antal = tillfalle.rapporterade
    if not tillfalle.ar_oppet:
        text = f"{tillfalle}: stängt, {antal} av {alla} rapporterade."
        return Uppfoljningslage(tillfalle, antal, alla, False, True, text)
    forbi = tillfalle.senast < (idag or timezone.localdate())
    kvar, dag = alla - antal, date_format(tillfalle.senast, "j F Y")
    if kvar <= 0:
        text = f"{tillfalle}: alla {alla} är rapporterade. Stäng tillfället."
    elif forbi:
        text = f"{tillfalle}: {kvar} av {alla} saknas, sista dag var {dag}."
    else:
        text = f"{tillfalle}: {antal} av {alla} rapporterade, senast {dag}."
    return Uppfoljningslage(tillfalle, antal, alla, forbi and kvar > 0, False, text)
