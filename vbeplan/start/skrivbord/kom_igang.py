"""Read: what a new coordinator does first in a board, until it is done or put away."""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from blanketter.models import Enhet, Kontakt
from vbeplan.organisation.models import Namnd
from vbeplan.start.skrivbord.post import nya_samordnade, post


@dataclass(frozen=True)
class KomIgang:
    """The suggestions for one board, as `post` with `klart` too."""

    namnd: Namnd
    steg: list


def kom_igang(user):
    """Return the KomIgang of her first board that has some left, or None.

    The routine has contacts when the board or the city has any. Nobody but she knows
    whether the sheet hangs on the wall, so it goes with the list.
    """
    namnder = nya_samordnade(user)
    if not namnder:
        return None
    kontakter = Kontakt.objects.filter(Q(namnd=None) | Q(namnd=OuterRef("pk")))
    enheter = Enhet.objects.aktiva().filter(namnd=OuterRef("pk"))
    har = Namnd.objects.filter(pk__in=[n.pk for n in namnder]).order_by()
    har = har.annotate(kontakt=Exists(kontakter), enhet=Exists(enheter))
    har = {pk: ja for pk, *ja in har.values_list("pk", "kontakt", "enhet")}
    for namnd in namnder:
        kontakt, enhet = har[namnd.pk]
        if not (kontakt and enhet):
            return KomIgang(namnd, _stegen(namnd, kontakt=kontakt, enhet=enhet))
    return None


def _stegen(namnd, *, kontakt, enhet):
    return [
        post(
            "Se över rutinens kontakter",
            "Den som är orolig ska se vem man ringer, också på kvällen.",
            reverse("rutin_redigera", args=[namnd.kort]),
            "Öppna rutinen",
        )
        | {"klart": kontakt},
        post(
            "Lägg in enheterna",
            "Då kan skolor och andra arbetsplatser svara också när inget har hänt.",
            f"{reverse('enheter')}?namnd={namnd.kort}",
            "Öppna enheterna",
        )
        | {"klart": enhet},
        post(
            "Sätt upp anslaget i personalrummen",
            "På en sida: vad man gör, vem man ringer och en kod till blanketten.",
            reverse("rutin_utskrift", args=[namnd.kort]),
            "Öppna anslaget",
        )
        | {"klart": False},
    ]
