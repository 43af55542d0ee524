"""Where in the plan something is put, and what the user saw there when she put it."""

from django import forms
from django.core.exceptions import ValidationError

from aktiviteter.handlingar import OrdningAndrad, flytta_till

OTYDLIGT = "Det gick inte att förstå vart den skulle. Ladda om sidan och försök igen."
BORTTAGEN = "Den har tagits bort av någon annan, så den gick inte att flytta."
ANNAN_ORDNING = (
    "Någon annan ändrade ordningen samtidigt, så inget flyttades. Så här står det nu. "
    "Flytta igen om det behövs."
)


class OrdnaForm(forms.Form):
    """`vad` is "avsnitt-12" or "aktivitet-31"; `till` a chapter's id or empty.

    `plats` counts from 0, empty is last. `sedda` are the ids that stood there, parted
    by commas; left out where nobody saw them (the form page's list of chapters).
    """

    vad = forms.RegexField(r"^(avsnitt|aktivitet)-\d{1,18}$")
    till = forms.IntegerField(required=False, min_value=1, max_value=10**18)
    plats = forms.IntegerField(required=False, min_value=0, max_value=10_000)
    sedda = forms.RegexField(r"^\d{1,18}(,\d{1,18})*$|^-$", required=False)

    def __init__(self, *args, plan, **kwargs):
        super().__init__(*args, **kwargs)
        self.plan = plan
        self.ett = None

    def clean(self):
        data = super().clean()
        if self.errors:
            raise ValidationError(OTYDLIGT)
        slag, _, pk = data["vad"].partition("-")
        rader = self.plan.avsnitt if slag == "avsnitt" else self.plan.aktiviteter
        self.ett = rader.filter(pk=pk).first()
        if self.ett is None:
            raise ValidationError(BORTTAGEN)
        self.ett.plan = self.plan
        till = data["till"]
        self.kapitel = self.plan.avsnitt.filter(pk=till).first() if till else None
        if not self.kapitel and (till or slag == "aktivitet"):
            raise ValidationError(ANNAN_ORDNING if till else OTYDLIGT)
        return data

    def flytta(self, *, av):
        """Move; return (place, of how many, `Andring`), or None and say why here."""
        data = self.cleaned_data
        try:
            return flytta_till(
                self.ett, self.kapitel, data["plats"], sedda=self._sedda(), av=av
            )
        except OrdningAndrad:
            self.add_error(None, ANNAN_ORDNING)
        except type(self.ett).DoesNotExist:
            self.add_error(None, BORTTAGEN)
        except ValidationError as fel:
            self.add_error(None, fel.messages)
        return None

    def _sedda(self):
        """Return the ids; "-" is an empty place, and nothing that nobody looked."""
        ord_ = self.cleaned_data["sedda"]
        if not ord_:
            return None
        return [] if ord_ == "-" else [int(pk) for pk in ord_.split(",")]
