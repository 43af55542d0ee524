"""A form that remembers which version of the row it was opened on.

Whoever saves second sees what the first saved beside what she wrote herself, and loses
nothing. The plan's forms do more (paragraph by paragraph), but lie above this room.
"""

from django import forms
from django.db import transaction

from vbeplan.organisation.models import Spar
from vbeplan.tema.formular import RenText
from vbeplan.text.jamfor import jamfor_ord

NAGON_HANN_FORE = (
    "Någon annan sparade medan du skrev. Det du skrev är inte sparat än, och står kvar "
    "här nedan. Jämför, ändra det du vill och spara igen."
)


class RaknadForm(RenText, forms.ModelForm):
    """`spara` refuses to write over what the user has not seen.

    After a refusal `annans` lists (label, the words that are saved now), what mine
    lacks marked. A form says which row is saved in `sparad()`, and what the trail calls
    it in `i_sparet()`.
    """

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    annans = ()

    def __init__(self, data=None, *args, instance, **kwargs):
        super().__init__(data, *args, instance=instance, **kwargs)
        self.initial["version"] = instance.version
        self.fanns = instance.pk is not None

    def sparad(self):
        """Return the row as it is saved now: something with the form's fields."""
        rader = type(self.instance).objects
        return rader.filter(pk=self.instance.pk).first() or type(self.instance)()

    def sparat_falt(self, nu, namn):
        """Return what the row that is saved now has in a field."""
        return getattr(nu, namn)

    def i_sparet(self):
        raise NotImplementedError

    def spara(self, *, av):
        """Save and return True; False when another came first."""
        with transaction.atomic():
            if self.instance.spara_over(self.cleaned_data["version"] or 0, av=av):
                handling = Spar.Handling.ANDRAD if self.fanns else Spar.Handling.SKAPAD
                namnd = self.instance.namnd
                Spar.objects.skriv(handling, self.i_sparet(), av=av, namnd=namnd)
                return True
        return self._efter_annan()

    def _efter_annan(self):
        """Show both, unless what this form would save is saved already."""
        nu = self.sparad()
        self.annans = [
            (falt.label, jamfor_ord(i_ord(mitt), i_ord(annans)) or "Tomt")
            for namn, falt in self.fields.items()
            if hasattr(nu, namn) and namn != "version"
            if (mitt := self.cleaned_data[namn])
            != (annans := self.sparat_falt(nu, namn))
        ]
        if not self.annans:
            return True
        self.add_error(None, NAGON_HANN_FORE)
        self.data["version"] = getattr(nu, "version", 0)
        return False


def i_ord(varde):
    if isinstance(varde, bool):
        return "Ja" if varde else "Nej"
    if isinstance(varde, list):
        return ", ".join(map(str, varde))
    return "" if varde is None else str(varde)
