"""Roles answer for activities; people hold roles for a time."""

from datetime import date, timedelta
from typing import NamedTuple

from django.db import models, transaction
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from vbeplan.organisation.models.medlemskap import NAMNDENS, Ratt
from vbeplan.organisation.models.namnd import Namnd
from vbeplan.organisation.models.spar import Spar
from vbeplan.text.svenska import MAX_NORM, i_svensk_ordning, normalisera

MAX_ROLLNAMN = 200
EN_DAG = timedelta(days=1)


class Period(NamedTuple):
    """Who had a role from the first day to the last; nobody when `namn` is ""."""

    namn: str
    fran: date
    till: date | None


class RollQuerySet(models.QuerySet):
    def for_user(self, user):
        """The roles of the boards that the user may read."""
        return self.i_bruk().filter(namnd__in=user.namnd_id(*NAMNDENS))

    def redigerbara(self, user):
        """The roles that the user, as their coordinator, may change."""
        return self.i_bruk().filter(namnd__in=user.namnd_id(Ratt.SAMORDNARE))

    def i_bruk(self):
        """Those that are not another role by now."""
        return self.filter(ersatt_av=None)

    def i_ordning(self):
        return self.order_by(i_svensk_ordning("namn"))


class RollManager(models.Manager.from_queryset(RollQuerySet)):
    def med_namn(self, namnd, namn):
        """Return the board's role of that name, made if it is new.

        Case and spacing don't make another role. One that has become another is that.
        """
        roll, _ = self.get_or_create(
            namnd=namnd,
            namn_norm=normalisera(namn),
            defaults={"namn": " ".join(namn.split())},
        )
        return roll.ersatt_av or roll

    def med_namnen(self, namnd, namn):
        """Return the board's roles of those names, as `med_namn`, by normalised name.

        They are held until the transaction ends, so that nobody removes one before what
        is to hang on it is there.
        """
        norm = {normalisera(n): n for n in namn}
        rader = self.filter(namnd=namnd, namn_norm__in=norm).order_by("pk")
        finns = {r.namn_norm: r for r in rader.select_for_update(no_key=True)}
        nya = {n: self.med_namn(namnd, norm[n]) for n in norm if n not in finns}
        return self.som_nu(finns) | nya

    def som_nu(self, roller):
        """Return {name: role} with those that have become another as that one."""
        ersatta = {r.ersatt_av_id for r in roller.values() if r.ersatt_av_id}
        nu = self.in_bulk(ersatta) if ersatta else {}
        return {namn: nu.get(r.ersatt_av_id, r) for namn, r in roller.items()}

    def las(self, pk):
        """Hold roles until the transaction ends; return those that are still there."""
        return list(self.filter(pk__in=pk).order_by("pk").select_for_update())


class Roll(models.Model):
    """A function in a board's organisation, never a person.

    `ersatt_av`: the role that this one has become. It is kept only because a decided
    plan has both on one activity; nothing else shows it.
    """

    namnd = models.ForeignKey(
        Namnd, models.CASCADE, related_name="roller", verbose_name="nämnd"
    )
    namn = models.CharField("namn", max_length=MAX_ROLLNAMN)
    namn_norm = models.CharField(max_length=MAX_NORM, editable=False)
    ersatt_av = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="ersatter",
        verbose_name="ersatt av",
    )

    objects = RollManager()

    class Meta:
        verbose_name, verbose_name_plural = "roll", "roller"
        ordering = ["namn_norm"]
        constraints = [
            models.UniqueConstraint(
                "namnd",
                "namn_norm",
                name="roll_en_gang",
                violation_error_message="Nämnden har redan en roll med det namnet.",
            )
        ]

    def __str__(self):
        return self.namn

    def save(self, **kwargs):
        self.namn_norm = normalisera(self.namn)
        super().save(**kwargs)

    def get_absolute_url(self):
        return reverse("roll_redigera", args=[self.pk])

    @transaction.atomic
    def ta_bort(self, *, av):
        """Remove the role; leaves a trace. Raises ProtectedError while it is used.

        Nothing happens when somebody has just removed it.
        """
        if not Roll.objects.las([self.pk]):
            return
        Spar.objects.skriv(
            Spar.Handling.BORTTAGEN, f"rollen {self}", av=av, namnd=self.namnd
        )
        self.delete()

    def clean(self):
        super().clean()
        self.namn_norm = normalisera(self.namn)

    def validate_constraints(self, exclude=None):
        # A form leaves out what it doesn't show; the name is checked all the same.
        super().validate_constraints(set(exclude or ()) - {"namnd", "namn_norm"})

    def nuvarande_innehav(self, idag=None):
        """Return who holds the role today, or None: the role is vacant."""
        idag = idag or timezone.localdate()
        return next((i for i in self.innehav.all() if i.galler(idag)), None)

    def perioder(self):
        """Return the role's holders and the vacancies between them, the newest first.

        A holder who has left and has no follower leaves a vacancy without an end.
        """
        perioder, forra = [], None
        for innehav in sorted(self.innehav.all(), key=lambda i: i.fran):
            if forra and forra.till and forra.till + EN_DAG < innehav.fran:
                sist = innehav.fran - EN_DAG
                perioder.append(Period("", forra.till + EN_DAG, sist))
            perioder.append(Period(innehav.namn, innehav.fran, innehav.till))
            forra = innehav
        if forra and forra.till:
            perioder.append(Period("", forra.till + EN_DAG, None))
        return perioder[::-1]


class Innehav(models.Model):
    """Who holds a role, from the first day to the last (both included)."""

    roll = models.ForeignKey(
        Roll, models.CASCADE, related_name="innehav", verbose_name="roll"
    )
    namn = models.CharField("namn", max_length=100)
    fran = models.DateField("från och med")
    till = models.DateField(
        "till och med", null=True, blank=True, help_text="Tomt så länge det gäller."
    )

    class Meta:
        verbose_name, verbose_name_plural = "innehav", "innehav"
        ordering = ["-fran"]
        constraints = [
            models.CheckConstraint(
                condition=Q(till__isnull=True) | Q(till__gte=F("fran")),
                name="innehav_slutar_efter_start",
                violation_error_message="Slutdatum ligger före startdatum.",
            )
        ]

    def __str__(self):
        return f"{self.namn} från {self.fran}"

    def galler(self, dag):
        return self.fran <= dag and (self.till is None or dag <= self.till)

    def krockar_med(self, annan):
        """Tell whether the two hold the role on the same day."""
        return (self.till is None or annan.fran <= self.till) and (
            annan.till is None or self.fran <= annan.till
        )
