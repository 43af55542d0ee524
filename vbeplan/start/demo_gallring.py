"""The demo city's rules of retention, what they have removed, and a stop."""

from datetime import timedelta

from django.utils import timezone

from blanketter.gallring.forvarning import forvarna
from blanketter.gallring.korning import gallra
from blanketter.models import (
    Blankett,
    Forvarning,
    Gallringsprotokoll,
    Gallringsregel,
    Gallringsstopp,
)
from blanketter.models.gallringskorning import MINST_VARNAD
from vbeplan.organisation.models import Anvandare, Ratt

REGLER = (
    ("klassad", 15, "manader"),
    ("ej_vbe", 12, "manader"),
    ("dubblett", 30, "dagar"),
    ("atertagen", 30, "dagar"),
)
SKAL = "Begäran om utlämnande, dnr EKH 2026/45."


def ladda_gallring(namnder):
    """Write rules for the boards (by short name), which have their forms already."""
    idag = timezone.localdate()
    forvaltare = Anvandare.objects.forvaltare().first()
    for klass, antal, enhet in REGLER:
        Gallringsregel(
            klass=klass,
            antal=antal,
            enhet=enhet,
            dnr="KS 2026/311",
            paragraf="§ 87",
            beslutad=idag - timedelta(days=200),
        ).lagg_in(av=forvaltare)
    for namnd in namnder.values():
        forvarna(namnd, idag)
    # As if the first had been told of long ago: the double goes, the others soon.
    Forvarning.objects.update(dag=idag - MINST_VARNAD + timedelta(days=4))
    Forvarning.objects.filter(klass="dubblett").update(dag=idag - MINST_VARNAD)
    for namnd in namnder.values():
        gallra(namnd, idag)
    Gallringsprotokoll.objects.update(stadad=idag)
    if stoppas := Blankett.objects.filter(namnd=namnder["ekhamra"]).last():
        stopp = Gallringsstopp(namnd=stoppas.namnd, blankett=stoppas, skal=SKAL)
        stopp.lagg(av=_samordnare(stoppas.namnd))


def _samordnare(namnd):
    return Anvandare.objects.filter(
        medlemskap__namnd=namnd, medlemskap__ratt=Ratt.SAMORDNARE
    ).first()
