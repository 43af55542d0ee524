"""That a board's texts are looked through, and what has been told in advance."""

from datetime import timedelta
from uuid import uuid4

from django.db import models
from django.db.models import OuterRef, Subquery
from django.utils import timezone

from blanketter.gallring.tider import EN_DAG
from blanketter.models.blankett import Blankett
from blanketter.models.gallringsklass import Gallringsklass
from blanketter.models.gallringsregel import Gallringsregel
from vbeplan.organisation.models import Namnd, Ratt

VARNAS_FORE = timedelta(days=30)  # so long before its day a removal is told of
MINST_VARNAD = timedelta(days=14)
# A longer silence, or a clock that goes back, and what was told counts no more.
LANGSTA_TYSTNAD = timedelta(days=7)


def tidigast(forfaller, varnad):
    """Return the first day on which a text may go: its time is up, its board warned."""
    return max(forfaller + EN_DAG, varnad + MINST_VARNAD)


class GallringskorningManager(models.Manager):
    def las(self, namnd=None):
        """Hold a board's row, or all of them, until the transaction ends."""
        rader = self.select_for_update().order_by("pk")
        return list(rader.filter(namnd=namnd) if namnd else rader)


class Gallringskorning(models.Model):
    """The day a board's texts were last looked through, and the row that runs share."""

    namnd = models.OneToOneField(Namnd, models.CASCADE, related_name="+")
    senast = models.DateField("senast")

    objects = GallringskorningManager()

    class Meta:
        verbose_name, verbose_name_plural = "gallringskörning", "gallringskörningar"

    def __str__(self):
        return f"{self.namnd}, {self.senast}"

    @property
    def ar_sen(self):
        """Tell whether the daily run seems to be missing: two days without it."""
        return timezone.localdate() - self.senast > EN_DAG

    def ar_bruten(self, idag):
        """Tell whether what has been told counts no more on this day."""
        return not timedelta() <= idag - self.senast <= LANGSTA_TYSTNAD


class ForvarningQuerySet(models.QuerySet):
    def for_user(self, user):
        namnder = user.namnd_id(Ratt.SAMORDNARE)
        return self.filter(**{f"{self.model.NAMND}__in": namnder})

    def for_namnd(self, namnd):
        return self.filter(**{self.model.NAMND: namnd})

    def med_namnd(self):
        """Let each row know its board, as `i_namnd`.

        Of warnings there are few: a join would begin at the many records.
        """
        post, _, vidare = self.model.NAMND.partition("__")
        falt = self.model._meta.get_field(post).related_model.objects
        namnd = falt.filter(pk=OuterRef(post)).values(vidare)
        return self.order_by().annotate(i_namnd=Subquery(namnd[:1]))

    def mogna(self, dag):
        """Those that on the day have stood long enough and whose time is up."""
        return self.filter(forfaller__lt=dag, dag__lte=dag - MINST_VARNAD)


class Forvarningsrad(models.Model):
    """It has been told, since `dag`, that a text will go once `forfaller` has passed.

    Nothing is removed without this row. It says what desk and digest show, so that it
    was told is true. A new rule or a new day of expiry is told of from its own day.
    A subclass says in `POST` which of its fields is the record, in `NAMND` the way to
    the record's board.
    """

    POST, NAMND = "", ""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    klass = models.CharField(max_length=20, choices=Gallringsklass.choices)
    regel = models.ForeignKey(Gallringsregel, models.CASCADE, related_name="+")
    forfaller = models.DateField("sparas till och med")
    dag = models.DateField("förvarnad")

    objects = ForvarningQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self):
        return f"{self.get_klass_display()}: {self.post}"

    @property
    def post(self):
        """Return the record that the words are in."""
        return getattr(self, self.POST)

    @property
    def tidigast(self):
        return tidigast(self.forfaller, self.dag)


class Forvarning(Forvarningsrad):
    """That a form's text will go."""

    POST, NAMND = "blankett", "blankett__namnd"

    blankett = models.ForeignKey(
        Blankett, models.CASCADE, related_name="forvarningar", verbose_name="blankett"
    )

    class Meta:
        verbose_name, verbose_name_plural = "förvarning", "förvarningar"
        constraints = [
            models.UniqueConstraint("blankett", "klass", name="en_forvarning")
        ]
