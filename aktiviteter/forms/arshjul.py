"""The year wheel: the meeting's day, one day of a plan, one point of the template."""

from django import forms
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.dates import MONTHS
from django.utils.formats import date_format

from aktiviteter.arshjul.gjort import BOCKAS_AV
from aktiviteter.forms.planrad import PlanradForm
from aktiviteter.handlingar.arshjul import satt_sammantrade
from aktiviteter.models import Handlingsplan, Hjuldag, Hjulpunkt, NagonHannFore
from aktiviteter.models.arshjul import LANGST, LANGST_BORT
from aktiviteter.models.handlingsplan import FORSTA_AR, SISTA_AR
from vbeplan.organisation.models import Spar
from vbeplan.tema.formular import Dag, RenText

Raknas = Hjulpunkt.Raknas
EN_TILL_31 = "Skriv ett tal från 1 till 31."
UTANFOR = f"Skriv en dag från {FORSTA_AR} till {SISTA_AR}."


def i_tiden(dag):
    """Refuse a day that no plan can have; counted from it there would be none."""
    if dag and not FORSTA_AR <= dag.year <= SISTA_AR:
        raise forms.ValidationError(UTANFOR)
    return dag


class SammantradeForm(RenText, forms.ModelForm):
    """The day of the meeting; refuses to write over a day that nobody has seen."""

    sedd = forms.DateField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Handlingsplan
        fields = ["sammantrade"]
        widgets = {"sammantrade": Dag()}
        help_texts = {
            "sammantrade": "Ungefär räcker så länge. Flyttas sammanträdet flyttas "
            "dagarna med."
        }

    def __init__(self, data=None, *, instance):
        super().__init__(data, instance=instance)
        self.sparad = self.initial["sedd"] = instance.sammantrade

    def clean_sammantrade(self):
        return i_tiden(self.cleaned_data["sammantrade"])

    def spara(self, *, av):
        """Save and return True; False when another day was set meanwhile."""
        dag, sedd = self.cleaned_data["sammantrade"], self.cleaned_data["sedd"]
        if satt_sammantrade(self.instance, dag, sedd=sedd, av=av):
            return True
        nu = date_format(self.sparad, "j F Y") if self.sparad else "ingen dag"
        self.add_error(
            "sammantrade",
            f"Någon annan ändrade dagen medan du skrev. Nu står där: {nu}. Spara igen "
            "om din dag ska gälla.",
        )
        self.data["sedd"] = self.sparad.isoformat() if self.sparad else ""
        return False


class HjulradForm(PlanradForm):
    """As `PlanradForm`, for rows that go on being changed when the plan is locked."""

    @transaction.atomic
    def _skriv(self, av):
        rad = self.instance
        if self.fanns:
            rad.spara_over(self.cleaned_data["version"] or 0, av=av)
        else:
            rad.andrad_av = av
            self._lagg_till(rad)
        handling = Spar.Handling.ANDRAD if self.fanns else Spar.Handling.SKAPAD
        Spar.objects.skriv(handling, self.i_sparet(), av=av, namnd=rad.namnd)

    def _lagg_till(self, rad):
        try:
            with transaction.atomic():
                rad.save()
        except IntegrityError:  # made just now by another
            rad.pk = self.andras_rad()
            raise NagonHannFore from None

    def andras_rad(self):
        """Return the id of the row that stands where this one was to be."""
        raise NotImplementedError


class HjuldagForm(HjulradForm):
    """One day of a plan's wheel: its own, or one of the template that is moved.

    `raknad` is the day that the template gives, None when it gives none.
    """

    class Meta:
        model = Hjuldag
        fields = ["namn", "beskrivning", "dag", "klar"]
        widgets = {"dag": Dag(), "klar": Dag()}
        labels = {"klar": "Gjort den"}
        help_texts = {"klar": "Tomt om det inte är gjort än."}

    def __init__(self, data=None, *, instance, raknad=None):
        super().__init__(data, instance=instance)
        self.raknad = raknad
        if not self.fanns:
            self.initial["version"] = 0  # no row was there when it was opened
        if instance.punkt_id:
            self._ur_mallen(instance)

    def _ur_mallen(self, rad):
        del self.fields["namn"], self.fields["beskrivning"]
        falt = self.fields["dag"]
        falt.label, falt.required = "Egen dag", False
        falt.help_text = (
            f"Tomt är mallens dag, {date_format(self.raknad, 'l j F Y')}."
            if self.raknad
            else "Tomt är mallens dag, som räknas ut när sammanträdet har en dag."
        )
        if not rad.flyttad:
            self.initial["dag"] = None

    def clean_dag(self):
        return i_tiden(self.cleaned_data["dag"])

    def clean_klar(self):
        klar = i_tiden(self.cleaned_data["klar"])
        if klar and klar > timezone.localdate():
            raise forms.ValidationError("Dagen har inte varit än. Rätta den.")
        return klar

    def _post_clean(self):
        if self.instance.punkt_id and "dag" in self.cleaned_data:
            egen = self.cleaned_data["dag"]
            self.instance.flyttad = egen is not None and egen != self.raknad
            # A row has a day; it counts only when it is `flyttad`.
            self.cleaned_data["dag"] = egen or self.raknad or timezone.localdate()
        super()._post_clean()

    def andras_rad(self):
        rad = self.instance
        return Hjuldag.objects.get(plan=rad.plan, punkt=rad.punkt_id, ar=rad.ar).pk

    def i_sparet(self):
        return f"dagen {self.instance.namn} i årshjulet för {self.instance.plan.ar}"


class HjulpunktForm(HjulradForm):
    """One point of the city's template."""

    raknas = forms.ChoiceField(
        label="När", choices=Raknas.choices, widget=forms.RadioSelect
    )
    antal = forms.IntegerField(
        label="Antal dagar",
        required=False,
        min_value=0,
        max_value=LANGST,
        error_messages={"max_value": LANGST_BORT, "min_value": "Skriv 0 eller mer."},
        help_text="Räknat från sammanträdet. 0 är samma dag.",
    )
    manad = forms.TypedChoiceField(
        label="Månad",
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", "Välj"), *MONTHS.items()],
    )
    dag = forms.IntegerField(
        label="Dag i månaden",
        required=False,
        min_value=1,
        max_value=31,
        error_messages={"min_value": EN_TILL_31, "max_value": EN_TILL_31},
    )

    class Meta:
        model = Hjulpunkt
        fields = ["namn", "beskrivning", "moment", "manad", "dag", "aret_efter"]
        labels = {"moment": "Bockas av när"}

    field_order = [
        *("version", "namn", "beskrivning", "moment"),
        *("raknas", "antal", "manad", "dag", "aret_efter"),
    ]

    def __init__(self, data=None, *, instance):
        super().__init__(data, instance=instance)
        self.fields["moment"].choices = BOCKAS_AV.items()
        self.initial |= {"raknas": instance.raknas, "antal": instance.antal}

    def clean(self):
        data = super().clean()
        om_aret = data.get("raknas") == Raknas.AR
        kravs = ("manad", "dag") if om_aret else ("antal",)
        for namn in kravs:
            if data.get(namn) is None and namn not in self.errors:
                self.add_error(namn, "Fyll i fältet.")
        antal = data.get("antal")
        if om_aret:
            data["antal"] = self.instance.dagar = None
        else:
            data["manad"] = data["dag"] = None
            data["aret_efter"] = False
            minus = data.get("raknas") == Raknas.FORE
            self.instance.dagar = -antal if minus and antal else antal
        return data

    def andras_rad(self):
        return Hjulpunkt.objects.get(namn=self.instance.namn).pk

    def i_sparet(self):
        return f"årshjulets punkt {self.instance}"
