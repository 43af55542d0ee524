"""The yearly enkät: its questions in versions, who is asked, and what they answered.

Who has answered and what was answered stand in two tables with nothing in common: no
key, no time, no order (see blanketter/blandning.py).
"""

from uuid import uuid4

from django.db import models
from django.db.models import Q

from lagesbild.models.bild import Lagesbild
from lagesbild.models.enkatversion import Enkatversion
from vbeplan import nycklar
from vbeplan.nycklar.falt import KrypteradText
from vbeplan.organisation.models import Namnd, Ratt
from vbeplan.text.svenska import MAX_NORM, normalisera


class Grupp(models.TextChoices):
    """Whom one asks; the same words in every board, so that years can be compared."""

    EGEN = "egen", "Egna enheter"
    FORENING = "forening", "Föreningar"
    BOSTAD = "bostad", "Bostadsbolag"
    FORSAMLING = "forsamling", "Församlingar och trossamfund"
    STIFTELSE = "stiftelse", "Stiftelser"
    ANNAN = "annan", "Andra"


class RespondentQuerySet(models.QuerySet):
    def for_user(self, user):
        """The respondents of the boards she coordinates."""
        return self.filter(namnd__in=user.namnd_id(Ratt.SAMORDNARE))

    def redigerbara(self, user):
        return self.for_user(user)


class Respondent(models.Model):
    """An organisation that is asked: a unit, an association, a parish. No person."""

    namnd = models.ForeignKey(
        Namnd, models.CASCADE, related_name="respondenter", verbose_name="nämnd"
    )
    namn = models.CharField("namn", max_length=120)
    namn_norm = models.CharField(max_length=MAX_NORM, editable=False)
    grupp = models.CharField("grupp", max_length=12, choices=Grupp.choices)
    epost = models.EmailField("e-postadress", max_length=200, blank=True)
    enhet = models.ForeignKey(
        "blanketter.Enhet", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    till = models.DateField("med till", null=True, blank=True)

    objects = RespondentQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "respondent", "respondenter"
        ordering = ["namn_norm"]
        constraints = [
            models.UniqueConstraint(
                "namnd",
                "namn_norm",
                name="respondent_en_gang",
                violation_error_message="Det namnet finns redan i registret.",
            )
        ]

    def __str__(self):
        return self.namn

    def save(self, **kwargs):
        self.namn_norm = normalisera(self.namn)
        super().save(**kwargs)


class EnkatQuerySet(models.QuerySet):
    def for_user(self, user):
        return self.filter(lagesbild__namnd__in=user.namnd_id(Ratt.SAMORDNARE))

    def redigerbara(self, user):
        return self.for_user(user)


class Enkat(models.Model):
    """One board's enkät of one year to some groups.

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
    stanger = models.DateField("sista dag att svara", null=True, blank=True)
    status = models.CharField(
        "läge", max_length=7, choices=Status.choices, default=Status.UTKAST
    )
    oppen_lank = models.BooleanField("öppen länk", default=False)
    lank_nr = models.PositiveIntegerField(default=1, editable=False)
    nyckel = models.CharField(max_length=64, unique=True, null=True, editable=False)

    objects = EnkatQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "enkät", "enkäter"
        constraints = [
            models.CheckConstraint(
                condition=Q(status="utkast") | ~Q(stanger=None),
                name="oppen_enkat_har_sista_dag",
                violation_error_message="Skriv sista dag att svara.",
            )
        ]

    def __str__(self):
        return self.namn


class Inbjudan(models.Model):
    """That a respondent is asked, and if it has answered: neither when nor what."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    enkat = models.ForeignKey(Enkat, models.CASCADE, related_name="inbjudningar")
    respondent = models.ForeignKey(Respondent, models.PROTECT, related_name="+")
    lank_nr = models.PositiveIntegerField(default=1, editable=False)
    nyckel = models.CharField(max_length=64, unique=True, editable=False)
    skickad = models.DateField(null=True, editable=False)
    paminnd = models.DateField(null=True, editable=False)
    har_svarat = models.BooleanField(default=False, editable=False)

    class Meta:
        verbose_name, verbose_name_plural = "inbjudan", "inbjudningar"
        constraints = [
            models.UniqueConstraint("enkat", "respondent", name="inbjuden_en_gang")
        ]

    def __str__(self):
        return f"{self.respondent}, {self.enkat}"


class Enkatsvar(models.Model):
    """One answer. It knows its enkät and its group, and nothing else of who answered.

    `svar` is {question's code: code | [codes] | number}; texts lie encrypted in
    `texter` as JSON {question's code: words}.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    enkat = models.ForeignKey(Enkat, models.CASCADE, related_name="svaren")
    grupp = models.CharField(max_length=12, choices=Grupp.choices, blank=True)
    svar = models.JSONField()
    texter = KrypteradText(null=True)
    # Says that a form was sent twice; forgotten when it can't be sent any more.
    engangsnyckel = models.CharField(max_length=64, unique=True, null=True)

    class Meta:
        verbose_name, verbose_name_plural = "enkätsvar", "enkätsvar"
        ordering = ["pk"]  # random keys: no order to read back

    def __str__(self):
        return f"Svar på {self.enkat}"


def hasha_enkatnyckel(nyckel):
    """Return what is stored of a link's secret, however its case came through."""
    return nycklar.hmac("enkatnyckel", nyckel.strip().lower())
