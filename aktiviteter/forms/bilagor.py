"""Which of a plan's appendices are printed."""

from django import forms

from aktiviteter.bilagor.planens import BILAGORNA
from aktiviteter.models import Handlingsplan


class BilagorForm(forms.ModelForm):
    """One box for each appendix; `spara` is the plan's own verb."""

    class Meta:
        model = Handlingsplan
        fields = list(BILAGORNA)

    def spara(self, *, av):
        """Save; False when the plan has been locked since the page was opened."""
        return self.instance.valj_bilagor(self.cleaned_data, av=av)
