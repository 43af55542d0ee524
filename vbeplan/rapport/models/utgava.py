"""A decided plan as the board saw it, sealed."""

from functools import cached_property

from django.db import models, transaction
from django.utils import timezone

from aktiviteter.models import Handlingsplan
from vbeplan.organisation.models import Namnd, Ratt, Spar
from vbeplan.organisation.models.medlemskap import NAMNDENS
from vbeplan.rapport.forsegling import Uppgifter, i_grupper
from vbeplan.text.svenska import i_svensk_ordning


class UtgavaQuerySet(models.QuerySet):
    def for_user(self, user):
        """Her own boards', and for the city those that are public or shared."""
        egna = self.filter(namnd__in=user.namnd_id(*NAMNDENS))
        if user.ar_central:
            return egna | self.filter(plan__delad=True) | self.publika()
        return egna

    def redigerbara(self, user):
        """Those that the user may publish; nobody may change one."""
        return self.filter(namnd__in=user.namnd_id(Ratt.SAMORDNARE))

    def publika(self):
        """Those that anybody may read."""
        return self.filter(publicering__isnull=False)

    def utan_filerna(self):
        """Without the bytes, for lists."""
        return self.defer("innehall", "pdf", "publik_pdf")

    def nyast_forst(self):
        return self.select_related("plan", "namnd").order_by(
            "-plan__ar", "-omgang", i_svensk_ordning("namnd__namn")
        )

    def planens(self, plan):
        """Those of a plan, the version that was decided last first."""
        return self.filter(plan=plan.pk).order_by("-omgang")

    def med_pateckningar(self):
        """With what is added to them: corrections, that a new version is begun."""
        return self.prefetch_related("rattelser", "oppningar")


class Utgava(models.Model):
    """One decided plan: its whole content, its PDF and the seal over both.

    Written once in the transaction of the decision and never changed (see
    utgavelas.py). It repeats the facts of the decision instead of pointing at them,
    so that it tells the whole truth alone.

    `innehall` is the canonical JSON of everything that page and paper are drawn from.
    `fingeravtryck` is what the last page prints: sha256 over `forra`, `nummer`, the
    decision's facts and the content's sha256. `sigill` is sha256 over that, the sha256
    of the PDFs and when it was sealed; the next edition of the board has it as its
    `forra`. So no edition can be changed, left out or put in between without the chain
    breaking.

    `nummer` is its place in the board's chain, `omgang` which version of the plan's
    year it is: a plan that is decided anew (see `Oppning`) has one edition more, and
    the one before is replaced. What was typed wrong about the decision is put right
    beside it (see `Rattelse`): `gallande` are the facts that hold.
    """

    plan = models.ForeignKey(
        Handlingsplan, models.PROTECT, related_name="utgavor", verbose_name="plan"
    )
    namnd = models.ForeignKey(
        Namnd, models.PROTECT, related_name="utgavor", verbose_name="nämnd"
    )
    nummer = models.PositiveIntegerField("utgåva")
    omgang = models.PositiveSmallIntegerField("version", default=1)
    organ = models.CharField("beslutad av", max_length=120)
    dag = models.DateField("beslutad")
    paragraf = models.CharField("paragraf", max_length=20, blank=True)
    dnr = models.CharField("diarienummer", max_length=60, blank=True)
    skapad = models.DateTimeField("förseglad", default=timezone.now)
    innehall = models.TextField("innehåll")
    innehall_sha256 = models.CharField(max_length=64)
    pdf = models.BinaryField("PDF")
    pdf_sha256 = models.CharField(max_length=64, db_index=True)
    publik_pdf = models.BinaryField("PDF utan interna delar", null=True)
    publik_sha256 = models.CharField(max_length=64, blank=True, db_index=True)
    forra = models.CharField("förra utgåvans sigill", max_length=64, blank=True)
    fingeravtryck = models.CharField("fingeravtryck", max_length=64, unique=True)
    sigill = models.CharField("sigill", max_length=64, unique=True)

    nyss = False  # sealed by the deed that has just returned it

    objects = UtgavaQuerySet.as_manager()

    class Meta:
        verbose_name, verbose_name_plural = "utgåva", "utgåvor"
        ordering = ["namnd", "nummer"]
        constraints = [
            models.UniqueConstraint(
                "namnd", "nummer", name="utgava_en_gang_per_nummer"
            ),
            models.UniqueConstraint(
                "plan", "omgang", name="utgava_en_gang_per_version"
            ),
        ]

    def __str__(self):
        return f"{self.plan}, utgåva {self.nummer}"

    @property
    def titel(self):
        """Return the plan's title with its year; which version, after the first."""
        version = f", version {self.omgang}" if self.omgang > 1 else ""
        return f"{self.plan.titel_med_ar}{version}"

    @property
    def uppgifter(self):
        """Return the facts that the last page prints."""
        return Uppgifter(self.organ, self.dag, self.paragraf, self.dnr)

    @cached_property
    def rattelserna(self):
        """Return its corrections, the first first."""
        return sorted(self.rattelser.all(), key=lambda rad: rad.nummer)

    @cached_property
    def oppningarna(self):
        """Return the notes of its plan being opened, the first first."""
        return sorted(self.oppningar.all(), key=lambda rad: rad.nummer)

    @property
    def oppnad(self):
        """Return the note that a new version is begun, unless it is laid down."""
        sist = self.oppningarna[-1] if self.oppningarna else None
        return sist if sist and not sist.nedlagd else None

    @property
    def gallande(self):
        """Return the facts that hold: the last correction's, else those printed."""
        return self.rattelserna[-1].uppgifter if self.rattelserna else self.uppgifter

    @property
    def rattat(self):
        """Return (correction, [(what, what it said, what it is)]) of each."""
        fore, ut = self.uppgifter, []
        for rad in self.rattelserna:
            ut.append((rad, fore.skillnad(rad.uppgifter)))
            fore = rad.uppgifter
        return ut

    @property
    def ar_publik(self):
        return getattr(self, "publicering", None) is not None

    @property
    def har_interna_delar(self):
        return bool(self.publik_sha256)

    @property
    def avtryck_i_grupper(self):
        return i_grupper(self.fingeravtryck)

    @transaction.atomic
    def publicera(self, publik, *, av):
        """Let anybody read it, or no longer; leaves a trace."""
        if publik:
            _, nytt = Publicering.objects.get_or_create(utgava=self)
        else:
            nytt, _ = Publicering.objects.filter(utgava=self).delete()
        if nytt:
            gjort = Spar.Handling
            deed = gjort.PUBLICERAD if publik else gjort.AVPUBLICERAD
            Spar.objects.skriv(deed, self, av=av, namnd=self.namnd)


class Publicering(models.Model):
    """That a board lets anybody read an edition on its public page, since when."""

    utgava = models.OneToOneField(
        Utgava, models.PROTECT, related_name="publicering", verbose_name="utgåva"
    )
    sedan = models.DateField("publicerad", default=timezone.localdate)

    class Meta:
        verbose_name, verbose_name_plural = "publicering", "publiceringar"

    def __str__(self):
        return f"{self.utgava}, publicerad {self.sedan}"
