"""A part of a received text that is hidden from most readers."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils import timezone

from blanketter.models.blankett import Blankett
from blanketter.models.meddelande import Meddelande


class Maskering(models.Model):
    """A span of a form's or a message's text that is shown as black; reversible.

    `start` and `slut` count code points, the end not included. The text itself is as
    it was: what is to go for good is redacted (handlingar/bortredigera.py).
    """

    class Typ(models.TextChoices):
        PERSONNUMMER = "personnummer", "Personnummer"
        SAMORDNINGSNUMMER = "samordningsnummer", "Samordningsnummer"
        NAMN = "namn", "Namn"
        TELEFON = "telefon", "Telefonnummer"
        EPOST = "epost", "E-postadress"
        ADRESS = "adress", "Adress"
        LAGENHET = "lagenhet", "Lägenhet"
        POSTNUMMER = "postnummer", "Postnummer"
        REGNR = "regnr", "Registreringsnummer"
        KONTO_SOCIAL = "konto_social", "Konto i sociala medier"
        PROFIL_URL = "profil_url", "Länk till någons profil"
        FODELSEDATUM = "fodelsedatum", "Födelsedatum"
        IP = "ip", "Ip-adress"
        ARENDE = "arende", "Ärendenummer"
        BANKKONTO = "bankkonto", "Bankkonto"
        SKOLKLASS = "skolklass", "Skolklass"
        ANNAT = "annat", "Annat som pekar ut någon"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    blankett = models.ForeignKey(
        Blankett, models.CASCADE, related_name="maskeringar", verbose_name="blankett"
    )
    meddelande = models.ForeignKey(
        Meddelande,
        models.CASCADE,
        null=True,
        related_name="maskeringar",
        verbose_name="meddelande",
    )
    start = models.PositiveIntegerField("från tecken")
    slut = models.PositiveIntegerField("till tecken")
    typ = models.CharField(
        "vad det är", max_length=20, choices=Typ.choices, default=Typ.ANNAT
    )
    av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="av"
    )
    dag = models.DateField("dag", default=timezone.localdate)

    class Meta:
        verbose_name, verbose_name_plural = "maskering", "maskeringar"
        ordering = ["start"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(slut__gt=models.F("start")),
                name="maskering_har_langd",
            )
        ]

    def __str__(self):
        return f"{self.get_typ_display()} i {self.blankett}"
