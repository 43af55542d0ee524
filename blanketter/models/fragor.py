"""The form's questions, in versions: what an old answer meant stays what it meant."""

from datetime import date

from django.conf import settings
from django.db import IntegrityError, models
from django.utils import timezone

from blanketter.standardfragor import STANDARD

# The questions whose answers are codes, in the form's order.
FRAGOR = ("slag", "miljo", "plats", "arbetsplats", "atgarder")
OKLART = "oklart"


class FrageversionManager(models.Manager):
    standard = STANDARD  # what ships; the enkät has its own

    def gallande(self, dag=None):
        """Return the version that a form of the day is filled in with.

        A new installation gets the standard questions the first time it is asked.
        """
        dag = dag or timezone.localdate()
        rader = self.filter(galler_fran__lte=dag).order_by("-galler_fran", "-nummer")
        return rader.first() or self._forsta()

    def _forsta(self):
        try:
            return self.get_or_create(
                nummer=1,
                defaults={"galler_fran": date(2020, 1, 1), "fragor": self.standard},
            )[0]
        except IntegrityError:  # another visitor was first
            return self.get(nummer=1)


class Frageversion(models.Model):
    """One version of the questions, never changed once it stands here.

    `fragor` is a dict: each of FRAGOR → {"fraga", "hjalp", "val": [{"kod", "text"}]},
    and "text" → {"fraga", "hjalp"}. A code means the same in every version; a choice
    that is retired is left out of the next one.
    """

    nummer = models.PositiveIntegerField("version", unique=True)
    galler_fran = models.DateField("gäller från")
    fragor = models.JSONField("frågor")
    faststalld_av = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    objects = FrageversionManager()

    class Meta:
        verbose_name, verbose_name_plural = "frågeversion", "frågeversioner"
        ordering = ["-nummer"]

    def __str__(self):
        return f"Version {self.nummer}"

    def val(self, fraga):
        """Return the question's choices as (code, words)."""
        return [(v["kod"], v["text"]) for v in self.fragor[fraga]["val"]]

    def ord_for(self, fraga, kod):
        """Return a code's words in this version; a code it lacks is its own word."""
        return dict(self.val(fraga)).get(kod, kod)

    def orden_for(self, fraga, koder):
        """Return the words of several codes, in the form's order."""
        return [text for kod, text in self.val(fraga) if kod in koder]
