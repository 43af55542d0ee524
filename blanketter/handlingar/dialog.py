"""Write in the dialogue about a form: each message once, and in no order that shows."""

from django.db import transaction
from django.utils import timezone

from blanketter.blandning import blanda
from blanketter.models import Blankett, Meddelande
from blanketter.models.meddelande import MEST_MEDDELANDEN
from vbeplan import nycklar
from vbeplan.organisation.models import Spar

ATERTAGEN = "Blanketten är återtagen, så det går inte att skriva mer om den."
GALLRAD = "Blankettens text är gallrad, så det går inte att skriva mer om den."
FULLT = "Det får inte plats fler meddelanden om den här blanketten."
ANNAT = (
    "Du har redan skickat en text från den här sidan, och den står här ovanför. Det du "
    "skrev nu är en annan text."
)
INGEN_FRAGA = "Det finns ingen fråga att svara på."


class GarInteAttSkriva(Exception):  # noqa: N818 — Swedish: it cannot be written
    """The dialogue takes no message; its text is a sentence that says why."""


class AnnatSkickat(GarInteAttSkriva):
    """With the same token another text has been stored; this one is not."""


def stalla_fraga(blankett, text, bevis, *, av):
    """Return the coordinator's question, stored; leaves a trace without its text.

    `bevis` is what her form's token says: sent twice it is one question. Raises
    GarInteAttSkriva; AnnatSkickat when it is not the same question.
    """
    with transaction.atomic():
        fraga, ny = _skriv(blankett, Meddelande.Fran.SAMORDNARE, text, bevis)
        if ny:
            Spar.objects.skriv(
                Spar.Handling.FRAGA, blankett, av=av, namnd=blankett.namnd
            )
    return fraga


def svara(blankett, text, bevis):
    """Return the writer's answer, stored; leaves no trace.

    `bevis` is what the form's token says: sent twice it is one answer. Raises
    GarInteAttSkriva; AnnatSkickat when it is not the same answer.
    """
    with transaction.atomic():
        return _skriv(blankett, Meddelande.Fran.SKRIBENT, text, bevis)[0]


def las_svar(blankett):
    """Note that the coordinator has opened the answers that there are."""
    blankett.meddelanden.nya_svar().update(last=True)


def hinder(blankett):
    """Return why nobody can write about the form, or ""."""
    if blankett.status == Blankett.Status.ATERTAGEN:
        return ATERTAGEN
    return GALLRAD if blankett.gallrad else ""


def _skriv(blankett, fran, text, bevis):
    nyckel = nycklar.hmac("meddelandebevis", f"{blankett.pk}:{fran}:{bevis}")
    blankett = Blankett.objects.select_for_update().get(pk=blankett.pk)
    if redan := blankett.meddelanden.filter(nyckel=nyckel).first():
        if redan.text != text:
            raise AnnatSkickat(ANNAT)
        return redan, False
    antal = blankett.meddelanden.count()
    _prova(blankett, fran, antal)
    idag = timezone.localdate()
    meddelande = Meddelande.objects.create(
        blankett=blankett,
        ordning=antal + 1,
        fran=fran,
        text=text,
        dag=idag,
        nyckel=nyckel,
        last=fran == Meddelande.Fran.SAMORDNARE,
    )
    blanda(meddelande, Meddelande.objects.filter(dag=idag))
    return meddelande, True


def _prova(blankett, fran, antal):
    if skal := hinder(blankett):
        raise GarInteAttSkriva(skal)
    if antal >= MEST_MEDDELANDEN:
        raise GarInteAttSkriva(FULLT)
    svarar = fran == Meddelande.Fran.SKRIBENT
    if svarar and not blankett.meddelanden.fragor().exists():
        raise GarInteAttSkriva(INGEN_FRAGA)
