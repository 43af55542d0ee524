"""Boards, their parts, and their mark on the paper."""

from base64 import b64encode

from django.core.exceptions import ValidationError
from django.core.validators import (
    MaxValueValidator,
    MinValueValidator,
    RegexValidator,
)
from django.db import models, transaction
from django.db.models import ProtectedError, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format

from vbeplan.organisation.models.kommun import ar_farg
from vbeplan.organisation.models.medlemskap import NAMNDENS, Ratt
from vbeplan.text.svenska import MAX_NORM, i_svensk_ordning, normalisera
from vbeplan.text.upprakning import uppraknat

GODKANNER_INTE = (
    "När kommunstyrelsen eller kommunfullmäktige beslutar planen godkänner "
    "kommunstyrelsen den inte efteråt. Ta bort krysset, eller låt nämnden besluta."
)
BARA_AZ = "Bara a–z, siffror och bindestreck."
# Words that the addresses use themselves, where a board's short name could stand.
UPPTAGNA_ORD = {
    *("ny", "importera", "kapitel", "aktivitet", "anmarkning"),
    *("kvitto", "loften", "staden"),
    *("enkat", "enkater", "kalla", "kallor", "statistik", "respondenter"),
    *("iakttagelse", "standardkallor", "andras", "enkatfragor"),
    *("revidering", "samrad", "yttrande", "uppfoljning", "arshjul", "utgava"),
    "kontrollera",
}


class Beslutande(models.TextChoices):
    """The body that decides a plan; most municipalities have one plan for all."""

    NAMNDEN = "namnden", "Nämnden"
    KOMMUNSTYRELSEN = "kommunstyrelsen", "Kommunstyrelsen"
    FULLMAKTIGE = "fullmaktige", "Kommunfullmäktige"


class NamndQuerySet(models.QuerySet):
    def for_user(self, user):
        """The boards whose plans the user works with or reads."""
        return self.filter(pk__in=user.namnd_id(*NAMNDENS))

    def samordnade_av(self, user):
        """The boards that the user coordinates."""
        return self.filter(pk__in=user.namnd_id(Ratt.SAMORDNARE))

    def i_ordning(self):
        return self.order_by(i_svensk_ordning("namn"))

    def verksamma(self, idag=None):
        """Those that haven't ended: been merged, split or closed."""
        finns_inte = Q(upphor__lte=idag or timezone.localdate())
        return self.exclude(finns_inte)

    def med_namn(self, namn):
        """The boards whose name or short name is `namn`, however it is written."""
        sokt = normalisera(namn)
        return self.filter(models.Q(namn_norm=sokt) | models.Q(kort=sokt))


class Namnd(models.Model):
    """A political board with its administration: the owner of plans.

    `upphor`: the first day on which it is no more, None for most. It stays as the owner
    of what it has decided and received. `efterfoljare` are the boards that it became:
    one when it was merged, two when it was split, none when it was closed.
    """

    class Typ(models.TextChoices):
        STADSDELSNAMND = "stadsdelsnamnd", "Stadsdelsnämnd"
        FACKNAMND = "facknamnd", "Facknämnd"
        KOMMUNSTYRELSE = "kommunstyrelse", "Kommunstyrelse"

    namn = models.CharField("namn", max_length=120)
    namn_norm = models.CharField(max_length=MAX_NORM, unique=True, editable=False)
    kort = models.SlugField(
        "kortnamn i adressen",
        max_length=40,
        unique=True,
        help_text="Små bokstäver a–z, siffror och bindestreck, till exempel ekhamra.",
        validators=[RegexValidator(r"^[a-z0-9-]+$", BARA_AZ)],
        error_messages={"unique": "Det kortnamnet har en annan nämnd."},
    )
    typ = models.CharField(
        "typ", max_length=20, choices=Typ.choices, default=Typ.FACKNAMND
    )
    farg = models.CharField(
        "färg",
        max_length=7,
        default="#0c4a57",
        validators=[ar_farg],
        help_text="Bandet på planens framsida. # och sex tecken.",
    )

    beslutas_av = models.CharField(
        "planen beslutas av",
        max_length=20,
        choices=Beslutande.choices,
        default=Beslutande.NAMNDEN,
    )
    ks_godkanner = models.BooleanField(
        "kommunstyrelsen godkänner planen efter beslutet", default=True
    )
    revideras_vart = models.PositiveSmallIntegerField(
        "år mellan revideringarna",
        default=1,
        validators=[
            MinValueValidator(1, "Skriv ett tal från 1 till 4."),
            MaxValueValidator(4, "Skriv ett tal från 1 till 4."),
        ],
        help_text="1 om planen revideras varje år.",
    )
    sekreterare_epost = models.EmailField(
        "nämndsekreterarens e-post",
        blank=True,
        help_text="Helst en funktionsadress. Dit skickas den beslutade planen.",
    )
    upphor = models.DateField(
        "nämnden upphör",
        null=True,
        blank=True,
        help_text="Första dagen då nämnden inte finns längre. Tomt så länge den finns. "
        "Planer och blanketter som den har finns kvar.",
    )
    efterfoljare = models.ManyToManyField(
        "self",
        symmetrical=False,
        blank=True,
        related_name="foregangare",
        verbose_name="nämnder som tar över",
        help_text="En när nämnden slås ihop med en annan, flera när den delas. Den som "
        "söker den gamla nämnden visas dit.",
    )

    objects = NamndQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "nämnd", "nämnder"
        ordering = ["namn_norm"]

    def __str__(self):
        return self.namn

    def save(self, **kwargs):
        self.namn_norm = normalisera(self.namn)
        super().save(**kwargs)

    def get_absolute_url(self):
        return reverse("namnd", args=[self.kort])

    def har_upphort(self, idag=None):
        return bool(self.upphor) and self.upphor <= (idag or timezone.localdate())

    def blir(self):
        """Return itself and all that it has become, theirs too."""
        return self._slakten("foregangare__in")

    def var(self):
        """Return itself and all that have become it, theirs too."""
        return self._slakten("efterfoljare__in")

    def _slakten(self, vag):
        alla, kvar = {self}, [self]
        while kvar:
            nya = set(Namnd.objects.filter(**{vag: kvar})) - alla
            alla, kvar = alla | nya, list(nya)
        return alla

    def tar_over_efter(self, annan):
        """Tell whether it is the other board itself, or one that it has become."""
        return self in annan.blir()

    @property
    def slutet_i_ord(self):
        """Return when it ended, and what it became; "" while it goes on."""
        if not self.upphor:
            return ""
        blev = [str(n) for n in self.efterfoljare.i_ordning()]
        ord_ = "upphörde" if self.har_upphort() else "upphör"
        dag = date_format(self.upphor, "j F Y")
        slut = f"{self} {ord_} den {dag}."
        return f"{slut} {uppraknat(blev)} har tagit över." if blev else slut

    @property
    def beslutar_i_text(self):
        """The body that decides its plan, as a word within a sentence."""
        return self.get_beslutas_av_display().lower()

    @property
    def beslutande_organ(self):
        """The name of the body that decides its plan."""
        if self.beslutas_av == Beslutande.NAMNDEN:
            return self.namn
        return self.get_beslutas_av_display()

    def clean(self):
        super().clean()
        self.namn_norm = normalisera(self.namn)
        andra = Namnd.objects.exclude(pk=self.pk)
        if andra.filter(namn_norm=self.namn_norm).exists():
            raise ValidationError({"namn": "Det finns redan en nämnd med det namnet."})
        if self.ks_godkanner and self.beslutas_av != Beslutande.NAMNDEN:
            raise ValidationError({"ks_godkanner": GODKANNER_INTE})
        if self.kort in UPPTAGNA_ORD:
            raise ValidationError(
                {"kort": f"Ordet {self.kort} är upptaget. Välj ett annat."}
            )


class DelomradeQuerySet(models.QuerySet):
    def oppna(self):
        """Those that one can still report from."""
        return self.filter(stangt=None)


class Delomrade(models.Model):
    """A part of a district. Kept when districts merge, so that pictures stay apart.

    `fran`: the day from which it is one, None when it always was. Figures from before
    then stand on another base and are not compared. `stangt`: the day from which it is
    none any more; what came from it before then keeps its name.
    """

    namnd = models.ForeignKey(
        Namnd, models.CASCADE, related_name="delomraden", verbose_name="nämnd"
    )
    namn = models.CharField("namn", max_length=100)
    fran = models.DateField("från", null=True, blank=True, editable=False)
    stangt = models.DateField("stängt", null=True, blank=True, editable=False)

    objects = DelomradeQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "delområde", "delområden"
        ordering = ["namn"]
        constraints = [
            models.UniqueConstraint(
                "namnd",
                "namn",
                name="delomrade_en_gang",
                violation_error_message="Delområdet finns redan i nämnden.",
            )
        ]

    def __str__(self):
        return self.namn

    def ta_bort(self, idag):
        """Remove it, or close it from that day when forms or figures have come from it.

        Tells if it was closed. They keep it, and stand under it in the pictures.
        """
        try:
            with transaction.atomic():
                self.delete()
        except ProtectedError:
            self.stangt = idag
            self.save(update_fields=["stangt"])
            return True
        return False

    def kallas(self, namn, idag):
        """Stand under a name, and open: one closed earlier is a part from today."""
        if self.stangt not in (None, idag):
            self.fran = idag
        self.namn, self.stangt = namn, None
        self.save(update_fields=["namn", "fran", "stangt"])


class Logotyp(models.Model):
    """A board's mark, kept in the database so that a backup is one thing."""

    namnd = models.OneToOneField(Namnd, models.CASCADE, related_name="logotyp")
    bild = models.BinaryField("bild")
    typ = models.CharField(
        max_length=20, choices=[("image/png", "PNG"), ("image/jpeg", "JPEG")]
    )

    class Meta:
        verbose_name, verbose_name_plural = "logotyp", "logotyper"

    def __str__(self):
        return f"Logotyp för {self.namnd}"

    def som_data_uri(self):
        """Return the picture as a data: address, which page and PDF may both show."""
        return f"data:{self.typ};base64,{b64encode(bytes(self.bild)).decode()}"
