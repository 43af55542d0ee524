"""What the minutes say of a decision, before the plan is sealed."""

import re

from django import forms
from django.utils import timezone

from aktiviteter.models import Beslut
from vbeplan.rapport.forsegling import Uppgifter
from vbeplan.tema.formular import Dag, RenText

INTE_AN = (
    "Dagen har inte varit än. Registrera beslutet när sammanträdet har varit, och "
    "kontrollera annars årtalet."
)
FOR_LANGE_SEDAN = (
    "Dagen är flera år före planens första år, {ar}. Kontrollera årtalet: det "
    "trycks i planen och förseglas."
)
FORE_FORRA = (
    "Dagen är före beslutet om den förra versionen, {dag}. Kontrollera årtalet."
)
AR_FORE = 2  # a plan is decided the year before it begins, sometimes the one before
_BARA_TAL = re.compile(r"§?\s*(\d+)")


class BeslutForm(RenText, forms.ModelForm):
    """The decision; `sett` is the fingerprint of the plan that was looked at."""

    sett = forms.CharField(widget=forms.HiddenInput)

    class Meta:
        model = Beslut
        fields = ["organ", "dag", "paragraf", "dnr"]
        widgets = {"dag": Dag()}
        labels = {"organ": "Beslutat av", "dag": "Beslutets dag"}
        help_texts = {
            "dag": "Den dag då sammanträdet var. Står sedan på framsidan.",
            "dnr": "Nämndens diarienummer för planen.",
        }

    def __init__(self, data=None, *, plan, sett):
        self.plan = plan
        self.forra_dagen = forra_dagen(plan, plan.omgang)
        dag = plan.sammantrade
        motet_var_forra = dag and self.forra_dagen and dag <= self.forra_dagen
        forslag = {
            "organ": plan.namnd.beslutande_organ,
            "dag": None if motet_var_forra else dag,
            "dnr": plan.dnr,
            "sett": sett,
        }
        super().__init__(data, initial=forslag)
        self.fields["paragraf"].required = True

    def clean_dag(self):
        dag = self.cleaned_data["dag"]
        if dag > timezone.localdate():
            raise forms.ValidationError(INTE_AN)
        if dag.year < self.plan.ar - AR_FORE:
            raise forms.ValidationError(FOR_LANGE_SEDAN.format(ar=self.plan.ar))
        if self.forra_dagen and dag < self.forra_dagen:
            raise forms.ValidationError(FORE_FORRA.format(dag=self.forra_dagen))
        return dag

    def clean_paragraf(self):
        """Return «47» and «§47» as «§ 47», and other words as they are."""
        paragraf = self.cleaned_data["paragraf"]
        traff = _BARA_TAL.fullmatch(paragraf)
        return f"§ {traff[1]}" if traff else paragraf

    @property
    def uppgifter(self):
        falt = ("organ", "dag", "paragraf", "dnr")
        return Uppgifter(**{namn: self.cleaned_data[namn] for namn in falt})

    def visa_nytt(self, sett):
        """Let what is typed be pressed once more, for the plan as it is now."""
        self.data = self.data.copy()
        self.data["sett"] = sett


def forra_dagen(plan, omgang):
    """Return when the version before one was decided; None for the first."""
    besluten = plan.besluten.gallande().filter(utfall=Beslut.Utfall.BESLUTAD)
    sist = besluten.filter(omgang__lt=omgang).order_by("omgang").last()
    return sist.dag if sist else None
