"""The words of one time field, sent while somebody writes them."""

from django import forms

from vbeplan.tema.formular import RenText

MAX_TIDTEXT = 300


class TolkningForm(RenText, forms.Form):
    """What is sent alone: one of the two texts, and the check day as it stands."""

    tidplan_text = forms.CharField(max_length=MAX_TIDTEXT, required=False)
    uppfoljning_text = forms.CharField(max_length=MAX_TIDTEXT, required=False)
    avstamning = forms.DateField(required=False)

    def skrivet(self, falt):
        """Return the words of a field, None when it wasn't sent or is too long."""
        return self.cleaned_data.get(falt) if falt in self.data else None
