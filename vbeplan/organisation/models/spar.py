"""The trail of deeds: who did what with which object, and when. Never any text."""

from django.db import models
from django.db.models import Q

from vbeplan.organisation.models.medlemskap import Ratt


class SparQuerySet(models.QuerySet):
    def for_user(self, user):
        """The trail of the boards she coordinates; the city's for a förvaltare."""
        egna = Q(namnd__in=user.namnd_id(Ratt.SAMORDNARE))
        return self.filter(egna | Q(namnd=None) if user.ar_forvaltare else egna)


class SparManager(models.Manager.from_queryset(SparQuerySet)):
    def skriv(self, handling, objekt, *, av, namnd=None):
        """Note a deed. `objekt` is named, so the line stays true when it is gone.

        Without a board it is the city's: users, rights, boards, the municipality.
        """
        return self.create(
            handling=handling, objekt=str(objekt)[:200], av=av, namnd=namnd
        )


class Spar(models.Model):
    """One deed. The anonymous form leaves none."""

    class Handling(models.TextChoices):
        SKAPAD = "skapad", "skapade"
        ANDRAD = "andrad", "ändrade"
        IMPORTERAD = "importerad", "importerade"
        BORTTAGEN = "borttagen", "tog bort"
        DELAD = "delad", "delade med staden"
        DELNING_SLUT = "delning_slut", "slutade dela"
        SAMMANSLAGEN = "sammanslagen", "slog ihop rollen"
        NYTT_NAMN = "nytt_namn", "bytte namn på"
        INNEHAV = "innehav", "ändrade innehavare av"
        LAST = "last", "läste"
        KLASSAD = "klassad", "klassade"
        FRAGA = "fraga", "ställde en fråga om"
        MASKERAD = "maskerad", "maskerade i"
        AVMASKERAD = "avmaskerad", "tog bort maskering i"
        BORTREDIGERAD = "bortredigerad", "tog för gott bort text ur"
        UTLAMNAD = "utlamnad", "lämnade ut"
        EXPORTERAD = "exporterad", "exporterade"
        SKICKAD = "skickad", "skickade"
        FASTSTALLD = "faststalld", "fastställde"
        GALLRAD = "gallrad", "gallrade"
        GALLRINGSSTOPP = "gallringsstopp", "stoppade gallring av"
        STOPP_SLUT = "stopp_slut", "släppte gallringsstoppet för"
        VIDARE = "vidare", "förde vidare"
        TILLBAKA = "tillbaka", "tog tillbaka"
        BESLUTAD = "beslutad", "registrerade beslut om"
        FORSEGLAD = "forseglad", "förseglade"
        PUBLICERAD = "publicerad", "publicerade"
        AVPUBLICERAD = "avpublicerad", "slutade publicera"
        RAPPORTERAD = "rapporterad", "rapporterade"
        STANGD = "stangd", "stängde"
        OPPNAD = "oppnad", "öppnade"
        ERSATT = "ersatt", "ersatte"
        RATTAD = "rattad", "rättade uppgifter om"
        NY_VERSION = "ny_version", "började en ny version av"

    tid = models.DateTimeField("tid", auto_now_add=True)
    av = models.ForeignKey(
        "organisation.Anvandare", models.PROTECT, null=True, verbose_name="av"
    )
    handling = models.CharField(max_length=20, choices=Handling.choices)
    objekt = models.CharField("vad", max_length=200)
    namnd = models.ForeignKey(
        "organisation.Namnd",
        models.CASCADE,
        null=True,
        related_name="spar",
        verbose_name="nämnd",
    )

    objects = SparManager()

    class Meta:
        verbose_name, verbose_name_plural = "spår", "spår"
        ordering = ["-tid", "-pk"]

    def __str__(self):
        return f"{self.vem} {self.get_handling_display()} {self.objekt}"

    @property
    def vem(self):
        """Return who did it, in words; without a user a link or a command."""
        med_lank = self.handling == self.Handling.RAPPORTERAD
        return str(self.av or ("Rapportlänk" if med_lank else "Kommandoraden"))
