"""Letters to those who are asked: by when they are to answer, and each one's words."""

from datetime import timedelta

from django import forms
from django.utils import timezone

from vbeplan.organisation.radbrev import Radbrev
from vbeplan.tema.formular import Dag, RenText

SVARSTID = timedelta(days=28)
LORDAG = 5


class SvarsdagForm(RenText, forms.Form):
    """When they are to answer; not a day that has been."""

    svar_senast = forms.DateField(label="Svar senast", widget=Dag())

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["svar_senast"].initial = _vardag(timezone.localdate() + SVARSTID)

    def clean_svar_senast(self):
        dag = self.cleaned_data["svar_senast"]
        if dag < timezone.localdate():
            raise forms.ValidationError("Dagen har redan varit. Välj en senare.")
        return dag


def _vardag(dag):
    """Return the day, or the Monday after it: nobody answers at the weekend."""
    return dag + timedelta(7 - dag.weekday() if dag.weekday() >= LORDAG else 0)


class RadbrevForm(RenText, forms.Form):
    """One letter, to be read and altered before it goes."""

    skicka = forms.BooleanField(label="Skicka brevet", required=False, initial=True)
    epost = forms.EmailField(label="Till", max_length=200)
    amne = forms.CharField(label="Ämne", max_length=150)
    text = forms.CharField(
        label="Brev", max_length=4000, widget=forms.Textarea(attrs={"rows": 14})
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data=None, *, rad, amne, text):
        initial = {
            "epost": rad.epost,
            "amne": amne,
            "text": text,
            "version": rad.version,
        }
        super().__init__(data, prefix=f"brev{rad.pk}", initial=initial)
        self.rad = rad

    @property
    def ska_skickas(self):
        return self.is_bound and bool(self["skicka"].value())

    def brev(self):
        """Return the letter that a valid form says."""
        data = self.cleaned_data
        return Radbrev(
            self.rad, data["version"], data["epost"], data["amne"], data["text"]
        )
