"""Requests for material: which sources, when they are to answer, and each letter."""

from datetime import timedelta

from django import forms
from django.utils import timezone

from lagesbild.brevtext import fyll_i
from lagesbild.handlingar.skicka_begaran import Brev
from lagesbild.models import Kalla
from vbeplan.tema.formular import Dag, RenText

# What came isn't asked for once more.
BEGARS = (Kalla.Status.EJ_BEGARD, Kalla.Status.BEGARD, Kalla.Status.UTEBLIVEN)
SVARSTID = timedelta(days=28)
PAMINNELSE = """Hej!

Den {begard} bad vi om underlag till lägesbilden för {period}, med svar senast \
{svara senast}. Vi har inte fått något svar än.

Har ni inget att rapportera, svara gärna just det. Det är också ett svar. Skicka inga \
uppgifter om enskilda personer.

Hälsningar
Samordnaren i {nämnd}"""


class SvarsdagForm(RenText, forms.Form):
    """When the source is to answer; not a day that has been."""

    svar_senast = forms.DateField(label="Svar senast", widget=Dag())

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        dag = timezone.localdate() + SVARSTID
        self.fields["svar_senast"].initial = dag

    def clean_svar_senast(self):
        dag = self.cleaned_data["svar_senast"]
        if dag < timezone.localdate():
            raise forms.ValidationError("Dagen har redan varit. Välj en senare.")
        return dag


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


class BrevForm(RenText, forms.Form):
    """One letter, to be read and altered before it goes."""

    skicka = forms.BooleanField(label="Skicka brevet", required=False, initial=True)
    epost = forms.EmailField(label="Till", max_length=200)
    amne = forms.CharField(label="Ämne", max_length=150)
    text = forms.CharField(
        label="Brev", max_length=4000, widget=forms.Textarea(attrs={"rows": 14})
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data=None, *, kalla, amne, text):
        initial = {
            "epost": kalla.epost,
            "amne": amne,
            "text": text,
            "version": kalla.version,
        }
        super().__init__(data, prefix=f"brev{kalla.pk}", initial=initial)
        self.kalla = kalla

    @property
    def ska_skickas(self):
        return self.is_bound and bool(self["skicka"].value())

    def brev(self):
        """Return the letter that a valid form says."""
        data = self.cleaned_data
        return Brev(
            self.kalla, data["version"], data["epost"], data["amne"], data["text"]
        )

    def forsok_igen(self, version):
        """Let the letter be sent once more with the words that stand in it."""
        self.data = self.data.copy()
        self.data[self.add_prefix("version")] = version
        self.add_error(None, "Brevet gick inte att skicka. Texten står kvar.")


def begaransbrev(lagesbild, kallor, svar_senast, data=None):
    """Return a `BrevForm` for each source, with the request's words filled in."""
    return [
        BrevForm(
            data,
            kalla=kalla,
            amne=f"Underlag till lägesbild {lagesbild.ar}, {lagesbild.namnd}",
            text=begarans_text(lagesbild, kalla, svar_senast),
        )
        for kalla in kallor
    ]


def begarans_text(lagesbild, kalla, svar_senast):
    return fyll_i(kalla.begaran, lagesbild, svar_senast)


def paminnelsebrev(lagesbild, kallor, data=None):
    """Return a `BrevForm` for each source that is to be reminded."""
    return [
        BrevForm(
            data,
            kalla=kalla,
            amne=f"Påminnelse: underlag till lägesbild {lagesbild.ar}, "
            f"{lagesbild.namnd}",
            text=_paminnelse(lagesbild, kalla),
        )
        for kalla in kallor
    ]


def _paminnelse(lagesbild, kalla):
    return fyll_i(PAMINNELSE, lagesbild, kalla.svar_senast, begard=kalla.begard)
