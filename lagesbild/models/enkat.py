"""One board's enkät of one year: whom it asks, until when, and what its letters say."""

from django.db import models, transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from lagesbild.models.bild import Lagesbild
from lagesbild.models.enkatversion import Enkatversion
from lagesbild.models.respondent import Grupp
from vbeplan import nycklar
from vbeplan.nycklar.lank import hemlig_lank
from vbeplan.organisation.models import Ratt, Spar

AMNE = "Enkät om våldsbejakande extremism"
BREV = (
    "Nämnden gör varje år en lägesbild av våldsbejakande extremism i området, som "
    "grund för planen för det förebyggande arbetet. Vi behöver er kunskap. Enkäten tar "
    "några minuter.\n\n"
    "Har ni inte sett något är det också ett viktigt svar."
)
PAMINNELSE = (
    "Vi har inte fått ert svar på enkäten än. Det tar några minuter, och varje svar "
    "gör lägesbilden säkrare. Har ni inte sett något är det också ett viktigt svar."
)

BILDEN_KLAR = "Lägesbilden är klar. Ta den tillbaka till utkast först."
LISTAN_BORTA = (
    "Listan över vilka som fick enkäten är gallrad, så ingen har en länk att svara "
    "med. Gör en ny enkät i stället."
)


class EnkatQuerySet(models.QuerySet):
    def for_user(self, user):
        return self.filter(lagesbild__namnd__in=user.namnd_id(Ratt.SAMORDNARE))

    def redigerbara(self, user):
        return self.for_user(user)

    def med_nyckel(self, nyckel):
        """Return the enkät whose open link ends with `nyckel`, else None."""
        rader = self.select_related("lagesbild__namnd")
        return rader.filter(nyckel=hasha_enkatnyckel(nyckel), oppen_lank=True).first()

    def forfallna(self):
        """Those that are open although their last day has passed."""
        idag = timezone.localdate()
        return self.filter(status=Enkat.Status.OPPEN, stanger__lt=idag)


class Enkat(models.Model):
    """One board's enkät of one year to some groups, or to whoever has the open link.

    When it opens its questions are frozen in `fragor` (the city's version and the
    board's own), and so is which groups are too small to be told apart.
    """

    class Status(models.TextChoices):
        UTKAST = "utkast", "Utkast"
        OPPEN = "oppen", "Öppen"
        STANGD = "stangd", "Stängd"

    lagesbild = models.ForeignKey(
        Lagesbild, models.PROTECT, related_name="enkater", verbose_name="lägesbild"
    )
    namn = models.CharField("namn", max_length=120, default="Enkät till egna enheter")
    version = models.ForeignKey(Enkatversion, models.PROTECT, related_name="+")
    egna_fragor = models.JSONField("egna frågor", default=list)
    fragor = models.JSONField(default=list, editable=False)  # frozen at opening
    grupper = models.JSONField("till vilka", default=list)  # codes of Grupp
    sammanforda = models.JSONField(default=list, editable=False)  # too small at opening
    omraknad = models.BooleanField(default=False, editable=False)  # see stang_enkat
    visat = models.JSONField(default=list, editable=False)  # see oppna_igen
    stanger = models.DateField("sista dag att svara", null=True, blank=True)
    status = models.CharField(
        "läge", max_length=7, choices=Status.choices, default=Status.UTKAST
    )
    oppen_lank = models.BooleanField("öppen länk", default=False)
    lank_nr = models.PositiveIntegerField(default=1, editable=False)
    nyckel = models.CharField(max_length=64, unique=True, null=True, editable=False)
    texter_gallrade = models.DateField(null=True, editable=False)
    lista_gallrad = models.DateField(null=True, editable=False)  # see enkatgallring
    amne = models.CharField("ämnesrad", max_length=120, default=AMNE)
    brev = models.TextField("brevet", max_length=3000, default=BREV)
    paminnelse = models.TextField("påminnelsen", max_length=3000, default=PAMINNELSE)
    avsandare = models.CharField("avsändare", max_length=120, blank=True)
    svar_till = models.EmailField("svar på brevet går till", max_length=200, blank=True)

    objects = EnkatQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "enkät", "enkäter"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(status="utkast") | ~Q(stanger=None),
                name="oppen_enkat_har_sista_dag",
                violation_error_message="Skriv sista dag att svara.",
            )
        ]

    def __str__(self):
        return self.namn

    def get_absolute_url(self):
        return reverse("enkat", args=[self.pk])

    @property
    def namnd(self):
        return self.lagesbild.namnd

    @property
    def ar_utkast(self):
        return self.status == self.Status.UTKAST

    @property
    def tar_emot(self):
        """Tell whether it can be answered today."""
        return self.status == self.Status.OPPEN and timezone.localdate() <= self.stanger

    @property
    def ar_forfallen(self):
        """Tell whether it is open although its last day has passed."""
        forbi = self.stanger is not None and self.stanger < timezone.localdate()
        return forbi and self.status == self.Status.OPPEN

    @property
    def hinder_for_ny_oppning(self):
        """Return why a closed one can't be opened again, "" when it can."""
        if self.lagesbild.ar_klar:
            return BILDEN_KLAR
        return LISTAN_BORTA if self.lista_gallrad else ""

    @property
    def gruppernas_namn(self):
        return [Grupp(kod).label for kod in self.grupper if kod in Grupp.values]

    @property
    def lanknyckel(self):
        """Return the secret of the open link, which is stored nowhere."""
        return hemlig_lank("enkatlank", f"oppen:{self.pk}:{self.lank_nr}")

    def lank(self):
        """Return the open link's address, without the host."""
        return reverse("enkat_oppen", args=[self.lanknyckel])

    def fornya_lank(self, *, av):
        """Give it a new open link; the old one stops working at once."""
        with transaction.atomic():
            self.lank_nr += 1
            self.nyckel = hasha_enkatnyckel(self.lanknyckel)
            self.save(update_fields=["lank_nr", "nyckel"])
            self.spar(Spar.Handling.ANDRAD, f"öppna länken till {self}", av)

    def spar(self, handling, vad, av):
        Spar.objects.skriv(handling, vad, av=av, namnd=self.namnd)


def hasha_enkatnyckel(nyckel):
    """Return what is stored of a link's secret, however its case came through."""
    return nycklar.hmac("enkatnyckel", nyckel.strip().lower())
