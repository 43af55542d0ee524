"""The pages of letters, in every state that a letter can be in."""

from django.urls import reverse
from django.utils import timezone

from tests import bygge_brev
from vbeplan.organisation.models import Brev, Namnd

LANG = "Påminnelse om uppföljning av handlingsplanen mot våldsbejakande extremism"


def brevsidor(sida, samordnare, forvaltare):
    """Yield the list and one letter of each state."""
    ekhamra = Namnd.objects.get(kort="ekhamra")
    brev = [
        bygge_brev.uppgivet_brev(ekhamra, amne=LANG),
        bygge_brev.strandat_brev(ekhamra),
        bygge_brev.nytt_brev(ekhamra, till="x" * 60 + "@granby.example"),
        bygge_brev.nytt_brev(
            ekhamra, status=Brev.Status.SKICKAS, senast_forsok=timezone.now()
        ),
        bygge_brev.skickat_brev(ekhamra),
    ]
    for ett in brev:
        yield sida(samordnare, ett.get_absolute_url())
    yield sida(samordnare, brev[0].get_absolute_url(), {"till": "fel"})
    yield sida(samordnare, reverse("brevlada"))
    yield sida(forvaltare, reverse("brevlada"))
