"""The words of the routine's steps, and whom to reach."""

from django import forms
from django.db import models

from blanketter.forms.raknad import RaknadForm
from blanketter.forms.utan_person import UtanPerson
from blanketter.models import Kontakt, Rutinsteg
from blanketter.models.rutin import ar_webbadress
from blanketter.rutin import AKUT, rutinen
from blanketter.rutin.las import TEXTER

FAST_NUMMER = "Numret är alltid 112 och kan inte ändras."


def _med_https(falt, **kwargs):
    """Take an address without a scheme for https, as browsers do."""
    if isinstance(falt, models.URLField):
        kwargs["assume_scheme"] = "https"
        kwargs["error_messages"] = {"invalid": ar_webbadress.message}
    return falt.formfield(**kwargs)


class RutinstegForm(UtanPerson, RaknadForm):
    """One step of a board's routine, or of the city's.

    The form begins with the words as they stand, whosever they are. As long as they are
    not changed the step goes on following them.
    """

    VAKTADE = ("fraga", "gor", "mer", "lanktext")

    class Meta:
        model = Rutinsteg
        fields = TEXTER
        widgets = {"mer": forms.Textarea(attrs={"rows": 4})}
        formfield_callback = _med_https

    def __init__(self, data=None, *, instance, steg=None):
        super().__init__(data, instance=instance)
        self.steg = steg
        if steg:
            self.initial |= {falt: steg[falt] for falt in TEXTER}
        if instance.kod == AKUT:
            self.fields["telefon"].disabled = True
            self.fields["telefon"].help_text = FAST_NUMMER

    def clean(self):
        data = super().clean()
        if data.get("lanktext") and not data.get("lank") and "lank" not in self.errors:
            self.add_error("lank", "Skriv länkens adress, eller ta bort dess text.")
        return data

    def sparad(self):
        return rutinen(self.instance.namnd).steget(self.instance.kod) or Rutinsteg()

    def i_sparet(self):
        return f"rutinen: {self.instance.fraga}"

    def spara(self, *, av):
        if self.steg and not set(TEXTER) & set(self.changed_data):
            return True
        return super().spara(av=av)

    def _efter_annan(self):
        sparat = super()._efter_annan()
        rad = Rutinsteg.objects.filter(
            namnd=self.instance.namnd, kod=self.instance.kod
        ).first()
        self.data["version"] = rad.version if rad else 0
        return sparat


class KontaktForm(UtanPerson, RaknadForm):
    """Whom to reach in a step: a function, with a number or an address."""

    VAKTADE = ("funktion", "epost", "tider")

    class Meta:
        model = Kontakt
        fields = ["kod", "funktion", "telefon", "epost", "tider", "jour"]

    def __init__(self, data=None, *, instance, rutin):
        super().__init__(data, instance=instance)
        self.fields["kod"] = forms.ChoiceField(
            label="Steg",
            choices=[(steg.kod, steg.fraga) for steg in rutin.alla],
            help_text="Den fråga i rutinen som kontakten hör till.",
        )
        self.order_fields(self.Meta.fields)

    def i_sparet(self):
        return f"kontakten {self.instance}"

    def spara(self, *, av):
        if not self.instance.pk:
            self.instance.stall_sist()
        return super().spara(av=av)
