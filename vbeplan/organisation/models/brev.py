"""Letters that wait to be sent, and what became of them."""

from datetime import timedelta
from uuid import uuid4

from django.conf import settings
from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from vbeplan.nycklar.falt import KrypteradText
from vbeplan.organisation.models.medlemskap import Ratt
from vbeplan.organisation.models.spar import Spar

# A process sends one letter in seconds. Who took it this long ago was stopped.
STRANDAR_EFTER = timedelta(minutes=15)
INGEN_ADRESS = "Det är ingen e-postadress."


class BrevQuerySet(models.QuerySet):
    def for_user(self, user):
        """The letters of the boards she coordinates; the city's for a förvaltare."""
        egna = Q(namnd__in=user.namnd_id(Ratt.SAMORDNARE))
        return self.filter(egna | Q(namnd=None) if user.ar_forvaltare else egna)

    redigerbara = for_user

    def vantar(self):
        return self.filter(status=Brev.Status.VANTAR)

    def kvar(self):
        """Those that have not gone and that nobody has thrown away."""
        return self.exclude(status__in=[Brev.Status.SKICKAT, Brev.Status.SLANGT])

    def avslutade(self):
        """Those that have gone or were thrown away: nobody has anything to do."""
        return self.filter(status__in=[Brev.Status.SKICKAT, Brev.Status.SLANGT])

    def strandade(self):
        """Those that may have gone: the sender was stopped, or the server fell silent.

        A claim from the time to come is of before the clock was set back.
        """
        nu = timezone.now()
        gammalt = Q(senast_forsok__lt=nu - STRANDAR_EFTER)
        omojligt = Q(senast_forsok__gt=nu + STRANDAR_EFTER)
        stoppat = Q(status=Brev.Status.SKICKAS) & (gammalt | omojligt)
        return self.filter(stoppat | Q(status=Brev.Status.OSAKERT))

    def uppgivna(self):
        """Those that are not tried any more."""
        return self.filter(status=Brev.Status.UPPGIVET)

    def gar_att_prova(self):
        """Those given up that have somewhere to go: another try may help."""
        return self.uppgivna().exclude(fel=INGEN_ADRESS).exclude(till="")

    def vilande(self):
        """Those that have not gone and that no process has just now."""
        kvar = self.kvar()
        return kvar.exclude(status=Brev.Status.SKICKAS) | kvar.strandade()

    def med_nyckel(self, borjan):
        """Those whose key begins so."""
        return self.filter(nyckel__startswith=borjan)


class Brev(models.Model):
    """One letter. It is put here in the deed's own transaction and sent afterwards.

    A mail server that is down loses nothing: the letter waits and is tried again.
    `nyckel` makes it once: the same letter put twice is one. The text may hold a
    personal link, so it lies encrypted and is emptied when it has gone. `kvitto` is
    what the trail then says of it, nothing when it is empty. With `gloms` not even the
    row is left: that it went is noted elsewhere, or by nobody.
    """

    # Letters to a user herself: they go to her account's address and to no other.
    PERSONLIGA = ("veckobrev", "sammandrag", "nytt lösenord")

    class Status(models.TextChoices):
        VANTAR = "vantar", "Väntar"
        SKICKAS = "skickas", "Skickas"
        SKICKAT = "skickat", "Skickat"
        OSAKERT = "osakert", "Kan ha gått"
        UPPGIVET = "uppgivet", "Gick inte att skicka"
        SLANGT = "slangt", "Slängt"

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    nyckel = models.CharField(max_length=200, unique=True)
    namnd = models.ForeignKey(
        "organisation.Namnd", models.CASCADE, null=True, related_name="breven"
    )
    slag = models.CharField("slag", max_length=30)
    till = models.EmailField("till")
    svar_till = models.EmailField("svar till", blank=True)
    amne = models.CharField("ämne", max_length=200)
    lagt_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    kvitto = models.CharField(max_length=200, blank=True)
    text = KrypteradText("text", null=True)
    bilaga = models.BinaryField(null=True)
    bilaga_namn = models.CharField(max_length=200, blank=True)
    status = models.CharField(
        "läge", max_length=8, choices=Status.choices, default=Status.VANTAR
    )
    lagt = models.DateTimeField("lagt", default=timezone.now)
    skickat = models.DateTimeField("skickat", null=True)
    forsok = models.PositiveSmallIntegerField("försök", default=0)
    senast_forsok = models.DateTimeField(null=True)
    fel = models.CharField("fel", max_length=200, blank=True)
    gloms = models.BooleanField(default=False)
    gallrat = models.DateField(null=True)

    objects = BrevQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "brev", "brev"
        ordering = ["lagt"]
        indexes = [
            # Years of letters that have gone stand beside the few that wait.
            models.Index(
                "namnd",
                condition=~Q(status="skickat"),
                name="brev_kvar",
            )
        ]

    def __str__(self):
        return f"{self.amne or self.slag} till {self.till}"

    def get_absolute_url(self):
        return reverse("brevlada_brev", args=[self.pk])

    @property
    def kan_ha_gatt(self):
        """Whether nobody knows if it went: see `BrevQuerySet.strandade`."""
        if self.status != self.Status.SKICKAS:
            return self.status == self.Status.OSAKERT
        return abs(timezone.now() - self.senast_forsok) > STRANDAR_EFTER

    @property
    def lage(self):
        """Return its standing in words."""
        osakert = self.Status.OSAKERT
        return osakert.label if self.kan_ha_gatt else self.get_status_display()

    @property
    def ar_personligt(self):
        return self.slag in self.PERSONLIGA

    def forsok_igen(self, till):
        """Let it be sent anew to the address; tells whether it still was to be sent.

        Not while another process has it. It has its days of trying before it again.
        """
        till = self.till if self.ar_personligt else till
        nytt = {"status": self.Status.VANTAR, "till": till, "lagt": timezone.now()}
        return bool(self._vilande().update(**nytt, forsok=0, fel=""))

    def slang(self, *, av):
        """Never send it; nothing of its text is left. Leaves a trace."""
        with transaction.atomic():
            slangt = {"status": self.Status.SLANGT, "fel": ""}
            if self._vilande().update(**slangt, text=None, bilaga=None):
                gjort = Spar.Handling.BORTTAGEN
                Spar.objects.skriv(gjort, f"brevet {self}", av=av, namnd=self.namnd)

    def glom_orden(self, idag):
        """Let it tell only that it went, what it was about, to which function, when."""
        self.gallrat, self.nyckel = idag, f"gallrat:{self.pk}"
        self.amne = self.svar_till = self.bilaga_namn = self.kvitto = self.fel = ""
        self.text = self.bilaga = self.lagt_av = None
        self.save()

    def _vilande(self):
        return Brev.objects.vilande().filter(pk=self.pk)
