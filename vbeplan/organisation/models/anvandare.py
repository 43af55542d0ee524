"""People who sign in. Reporters never do."""

from functools import cached_property

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

from vbeplan.organisation.models.medlemskap import Ratt


class AnvandareManager(BaseUserManager):
    def create_user(self, epost, password=None, **falt):
        """Return a saved user; without a password she sets one by a mailed link."""
        anvandare = self.model(epost=self.normalize_email(epost).lower(), **falt)
        anvandare.set_password(password)
        anvandare.save(using=self._db)
        return anvandare

    def create_superuser(self, epost, password=None, **falt):
        """Return a user who is the city's förvaltare (there is no other superuser)."""
        anvandare = self.create_user(epost, password, **falt)
        anvandare.medlemskap.create(ratt=Ratt.FORVALTARE)
        return anvandare

    def forvaltare(self):
        """Those who run the installation and can sign in."""
        return self.filter(is_active=True, medlemskap__ratt=Ratt.FORVALTARE)

    def som_vill_ha_veckobrev(self):
        """Those who can sign in, have something to do here and want the weekly mail."""
        har_ratt = self.filter(is_active=True, veckobrev=True, medlemskap__isnull=False)
        return har_ratt.distinct().order_by("pk")

    def get_by_natural_key(self, epost):
        return self.get(epost__iexact=epost)


class Anvandare(AbstractBaseUser):
    """A person with a sign-in. What she may do stands in her `Medlemskap`."""

    epost = models.EmailField(
        "e-postadress",
        max_length=200,
        unique=True,
        error_messages={"unique": "Den e-postadressen finns redan."},
    )
    namn = models.CharField("namn", max_length=100)
    is_active = models.BooleanField(
        "får logga in",
        default=True,
        help_text="Ta bort bocken när personen slutar. Det hon har gjort finns kvar.",
    )

    veckobrev = models.BooleanField(default=True, editable=False)

    objects = AnvandareManager()
    USERNAME_FIELD = EMAIL_FIELD = "epost"
    REQUIRED_FIELDS = ["namn"]

    class Meta:
        verbose_name, verbose_name_plural = "användare", "användare"

    def __str__(self):
        return self.namn or self.epost

    def save(self, **kwargs):
        self.epost = self.epost.lower()  # one person, however she writes her address
        super().save(**kwargs)

    def get_full_name(self):
        return self.namn

    def get_short_name(self):
        return self.namn.split(" ")[0]

    @property
    def initialer(self):
        delar = self.namn.split()
        return "".join(d[0] for d in (delar[:1] + delar[1:][-1:])).upper() or "?"

    @cached_property
    def medlemskapen(self):
        """Every membership with its board, read once per request."""
        return tuple(self.medlemskap.select_related("namnd"))

    def namnd_id(self, *ratter):
        """Return the ids of the boards where she has one of the rights."""
        return {m.namnd_id for m in self.medlemskapen if m.ratt in ratter} - {None}

    def har_ratt(self, *ratter, namnd=None):
        """Tell whether she has one of the rights in the board, or in the city."""
        sokt = namnd and namnd.pk
        return any(m.ratt in ratter and m.namnd_id == sokt for m in self.medlemskapen)

    @property
    def ar_forvaltare(self):
        return self.har_ratt(Ratt.FORVALTARE)

    @property
    def ar_central(self):
        return self.har_ratt(Ratt.CENTRAL)
