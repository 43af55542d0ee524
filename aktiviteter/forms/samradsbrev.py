"""Letters to those who are asked: whom, by when, and each letter's words."""

from django import forms
from django.utils import timezone
from django.utils.formats import date_format

from aktiviteter.models import Samrad
from vbeplan.organisation.forms.radbrev import RadbrevForm, SvarsdagForm

MED, UTAN = "med", "utan"
FRAGA = """Hej!

{namnd} har skrivit ett utkast till {titel} och vill veta vad ni tycker om det. \
{utkastet}

Svara på det här brevet senast den {dag}. Skriv gärna vilket kapitel eller vilken \
aktivitet varje synpunkt gäller. Har ni inga synpunkter, svara gärna just det. Det är \
också ett svar.

Ert svar blir en allmän handling. Skicka inga uppgifter om enskilda personer. \
Synpunkterna kan skrivas ut i planen tillsammans med våra svar.

Hälsningar
Samordnaren i {namnd}"""
BIFOGAT = "Utkastet följer med som Word-fil."
PA_ANNAT_SATT = "Utkastet får ni på annat sätt."
PAMINNELSE = """Hej!

Den {fragad} bad vi om era synpunkter på {titel}, med svar senast den {dag}. Vi har \
inte fått något svar än.

Har ni inga synpunkter, svara gärna just det. Det är också ett svar. Skicka inga \
uppgifter om enskilda personer.

Hälsningar
Samordnaren i {namnd}"""


class FragaForm(SvarsdagForm):
    """Whom to ask; from the start those that have not been asked."""

    samrad = forms.ModelMultipleChoiceField(
        Samrad.objects.none(),
        label="Vilka ska få ett brev?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "invalid_choice": "En av dem har svarat eller saknar e-postadress. Välj "
            "bland dem som står här.",
        },
    )
    utkastet = forms.ChoiceField(
        label="Utkastet",
        choices=[
            (MED, "Skicka med det som Word-fil"),
            (UTAN, "Skicka inte med det, de får det på annat sätt"),
        ],
        widget=forms.RadioSelect,
        help_text="Den som får filen läser hela utkastet, utom kapitel för internt "
        "bruk och en lägesbild som inte är publicerad.",
    )
    field_order = ["samrad", "svar_senast", "utkastet"]

    def __init__(self, data=None, *, plan):
        super().__init__(data)
        rader = plan.samraden.fragas().exclude(epost="")
        self.fields["samrad"].queryset = rader
        self.fields["samrad"].label_from_instance = _med_lage
        inte_an = Samrad.Status.INTE_FRAGAD
        self.fields["samrad"].initial = [r.pk for r in rader if r.status == inte_an]

    @property
    def med_utkastet(self):
        return self.cleaned_data["utkastet"] == MED


def _med_lage(rad):
    lage = f" ({rad.get_status_display().lower()})" if rad.ar_fragad else ""
    return f"{rad}, {rad.epost}{lage}"


def fragebrev(plan, rader, dag, *, med_utkastet, data=None):
    """Return a `RadbrevForm` for each who is to be asked, its words filled in."""
    utkastet = BIFOGAT if med_utkastet else PA_ANNAT_SATT
    text = FRAGA.format(
        namnd=plan.namnd, titel=_titel(plan), dag=_dag(dag), utkastet=utkastet
    )
    amne = f"Vad tycker ni om {plan.titel_med_ar}?"
    return [RadbrevForm(data, rad=rad, amne=amne[:150], text=text) for rad in rader]


def paminnelsebrev(plan, rader, data=None):
    """Return a `RadbrevForm` for each who is to be reminded."""
    amne = f"Påminnelse: vad tycker ni om {plan.titel_med_ar}?"
    return [
        RadbrevForm(
            data,
            rad=rad,
            amne=amne[:150],
            text=PAMINNELSE.format(
                namnd=plan.namnd,
                titel=_titel(plan),
                fragad=_dag(rad.fragad or timezone.localdate()),
                dag=_dag(rad.svar_senast),
            ),
        )
        for rad in rader
    ]


def _titel(plan):
    return f"”{plan.titel_med_ar}”"


def _dag(dag):
    return date_format(dag, "j F Y")
