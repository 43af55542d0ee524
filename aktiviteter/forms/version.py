"""A form that remembers which version of the row it was opened on."""

from django import forms

from aktiviteter.models import NagonHannFore
from vbeplan.tema.formular import RenText


class VersionForm(RenText, forms.ModelForm):
    """Its `spara` refuses to overwrite what the user has not seen.

    After a refusal the form holds her text, `annans` the row as the other left it, and
    a second save is a choice made with both in view.
    """

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    annans = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["version"] = self.instance.version

    def spara(self, *, av):
        """Save and return True; on a clash add the error and return False."""
        oppnad = self.cleaned_data.get("version")
        try:
            self.instance.spara_over(oppnad or 0, av=av)
        except NagonHannFore:
            self._visa_annans(av)
            return False
        return True

    def _visa_annans(self, av):
        self.annans = type(self.instance)._base_manager.get(pk=self.instance.pk)
        self.data = self.data.copy()
        self.data[self.add_prefix("version")] = self.annans.version
        self.add_error(
            None,
            f"{self._vem_sparade(av)} Din text står kvar men är inte sparad. Jämför "
            "med den sparade texten under formuläret, ta med det du vill ha kvar och "
            "spara igen.",
        )

    def _vem_sparade(self, av):
        vem = self.annans.andrad_av
        if vem == av:
            return "Du har redan sparat från en annan flik, eller tryckt två gånger."
        return f"{vem or 'Någon annan'} sparade medan du skrev."
