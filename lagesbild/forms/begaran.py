"""Requests for material: which sources, when they are to answer, and each letter."""

from django import forms
from django.utils import timezone

from lagesbild.brevtext import fyll_i
from lagesbild.models import Kalla
from vbeplan.organisation.forms.radbrev import RadbrevForm, SvarsdagForm
from vbeplan.tema.formular import Dag

# What came isn't asked for once more.
BEGARS = (Kalla.Status.EJ_BEGARD, Kalla.Status.BEGARD, Kalla.Status.UTEBLIVEN)
PAMINNELSE = """Hej!

Den {begard} bad vi om underlag till lägesbilden för {period}, med svar senast \
{svara senast}. Vi har inte fått något svar än.

Har ni inget att rapportera, svara gärna just det. Det är också ett svar. Skicka inga \
uppgifter om enskilda personer.

Hälsningar
Samordnaren i {nämnd}"""


class BegaranForm(SvarsdagForm):
    """Whom to ask; from the start those that have not been asked."""

    kalla = forms.ModelMultipleChoiceField(
        Kalla.objects.none(),
        label="Vilka ska få ett brev?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": "En av källorna har svarat eller saknar e-postadress. "
            "Välj bland dem som står här.",
        },
    )
    field_order = ["kalla", "svar_senast"]

    def __init__(self, data=None, *, lagesbild):
        super().__init__(data)
        kallor = lagesbild.kallor.begars().exclude(epost="").filter(status__in=BEGARS)
        self.fields["kalla"].queryset = kallor
        self.fields["kalla"].label_from_instance = _med_lage
        self.fields["kalla"].initial = [
            kalla.pk for kalla in kallor if kalla.status == Kalla.Status.EJ_BEGARD
        ]


def _med_lage(kalla):
    if kalla.status == Kalla.Status.EJ_BEGARD:
        return f"{kalla}, {kalla.epost}"
    return f"{kalla}, {kalla.epost} ({kalla.get_status_display().lower()})"


class BegardForm(SvarsdagForm):
    """Asked in another way than by mail: when, and when the answer is due."""

    begard = forms.DateField(label="Begärd den", widget=Dag())
    version = forms.IntegerField(widget=forms.HiddenInput)
    field_order = ["begard", "svar_senast", "version"]

    def __init__(self, data=None, *, kalla):
        super().__init__(data)
        self.fields["begard"].initial = timezone.localdate
        self.fields["version"].initial = kalla.version

    def clean_begard(self):
        dag = self.cleaned_data["begard"]
        if dag > timezone.localdate():
            raise forms.ValidationError("Dagen har inte varit än. Välj en tidigare.")
        return dag


def begaransbrev(lagesbild, kallor, svar_senast, data=None):
    """Return a `RadbrevForm` for each source, with the request's words filled in."""
    return [
        RadbrevForm(
            data,
            rad=kalla,
            amne=f"Underlag till lägesbild {lagesbild.ar}, {lagesbild.namnd}",
            text=begarans_text(lagesbild, kalla, svar_senast),
        )
        for kalla in kallor
    ]


def begarans_text(lagesbild, kalla, svar_senast):
    return fyll_i(kalla.begaran, lagesbild, svar_senast)


def paminnelsebrev(lagesbild, kallor, data=None):
    """Return a `RadbrevForm` for each source that is to be reminded."""
    return [
        RadbrevForm(
            data,
            rad=kalla,
            amne=f"Påminnelse: underlag till lägesbild {lagesbild.ar}, "
            f"{lagesbild.namnd}",
            text=_paminnelse(lagesbild, kalla),
        )
        for kalla in kallor
    ]


def _paminnelse(lagesbild, kalla):
    return fyll_i(PAMINNELSE, lagesbild, kalla.svar_senast, begard=kalla.begard)
