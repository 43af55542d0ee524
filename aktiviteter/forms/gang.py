"""What a coordinator says when a plan goes on, or back."""

from django import forms
from django.utils import timezone

from aktiviteter.handlingar.gang import TILLBAKA_TILL
from aktiviteter.models import Beslut, Planstatus, Villkor
from vbeplan.tema.formular import Dag, RenText

Utfall = Beslut.Utfall
MAX_VILLKOR = Villkor._meta.get_field("text").max_length
INNAN_BESLUTET = "Dagen är före nämndens beslut {dag}. Kontrollera årtalet."


def har_varit(dag):
    """Return the day of a decision, None too; refuse one that is still to come."""
    if dag and dag > timezone.localdate():
        raise forms.ValidationError("Dagen har inte varit än. Kontrollera årtalet.")
    return dag


class TillNamndForm(forms.Form):
    """The warnings, each to be ticked: «Jag har sett det». `form.godtagna` are keys."""

    godtagna = forms.MultipleChoiceField(
        label="Bocka för det du har sett och vill gå vidare med ändå",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, data=None, *, varningar):
        super().__init__(data)
        self.varningar = [h for h in varningar if not h.godtagen]
        falt = self.fields["godtagna"]
        falt.choices = [(h.nyckel, h.text) for h in self.varningar]
        if not self.varningar:
            del self.fields["godtagna"]

    def clean_godtagna(self):
        valda = self.cleaned_data["godtagna"]
        if kvar := len(self.varningar) - len(set(valda)):
            vad = "en varning" if kvar == 1 else f"{kvar} varningar"
            raise forms.ValidationError(
                f"{vad.capitalize()} är inte förbockad. Rätta det den gäller, eller "
                "bocka för den."
                if kvar == 1
                else f"{vad.capitalize()} är inte förbockade. Rätta det de gäller, "
                "eller bocka för dem."
            )
        return valda


class TillbakaForm(RenText, forms.ModelForm):
    """How far back, why, and when the board itself sent the plan back: its decision."""

    till = forms.ChoiceField(label="Tillbaka till", widget=forms.RadioSelect)
    skal = forms.CharField(
        label="Varför?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Skälet står kvar under Planens gång.",
    )
    aterremiss = forms.BooleanField(
        label="Planen är återremitterad, det vill säga skickad tillbaka genom ett "
        "beslut",
        required=False,
    )

    class Meta:
        model = Beslut
        fields = ["dag", "paragraf"]
        widgets = {"dag": Dag()}
        labels = {"dag": "Återremissens dag", "paragraf": "Återremissens paragraf"}

    def __init__(self, data=None, *, plan):
        super().__init__(data)
        self.plan = plan
        val = [Planstatus(steg) for steg in TILLBAKA_TILL[plan.status]]
        self.fields["till"].choices = [(steg.value, steg.label) for steg in val]
        self.initial["till"] = self._kom_fran(val)
        self.fields["dag"].required = False
        if plan.status != Planstatus.TILL_NAMND:
            for falt in ("aterremiss", "dag", "paragraf"):
                del self.fields[falt]
        self.order_fields(["till", "skal", "aterremiss"])

    def _kom_fran(self, val):
        """Return where it was before, if it can go there."""
        sist = self.plan.stegen.last()
        return sist.fran if sist and sist.fran in val else val[0].value

    def clean_dag(self):
        return har_varit(self.cleaned_data["dag"])

    def clean(self):
        data = super().clean()
        if data.get("aterremiss") and not data.get("dag") and "dag" not in self.errors:
            self.add_error("dag", "Skriv vilken dag planen återremitterades.")
        return data

    @property
    def beslut(self):
        """The unsaved decision, None when the coordinator takes the plan back."""
        if not self.cleaned_data.get("aterremiss"):
            return None
        self.instance.organ = self.plan.namnd.beslutande_organ
        self.instance.utfall = Utfall.ATERREMISS
        return self.instance


class KsForm(RenText, forms.ModelForm):
    """What the executive board said of a decided plan; a condition to each line."""

    utfall = forms.ChoiceField(
        label="Vad beslutade kommunstyrelsen?",
        choices=[
            (Utfall.GODKAND, "Godkände planen"),
            (Utfall.VILLKOR, "Godkände planen med villkor"),
            (Utfall.INTE_GODKAND, "Godkände inte planen"),
            (Utfall.ATERREMISS, "Återremitterade planen till nämnden"),
        ],
        widget=forms.RadioSelect,
    )
    villkor = forms.CharField(
        label="Villkor, ett på varje rad",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Bara om planen godkändes med villkor. Ni bockar av dem ett i taget.",
    )

    class Meta:
        model = Beslut
        fields = ["utfall", "dag", "paragraf", "dnr"]
        widgets = {"dag": Dag()}

    def __init__(self, data=None, *, plan):
        super().__init__(data, instance=Beslut(organ="Kommunstyrelsen"))
        self.plan = plan

    def clean_villkor(self):
        rader = [
            rad.strip(" \t-–•") for rad in self.cleaned_data["villkor"].split("\n")
        ]
        rader = [rad for rad in rader if rad]
        if any(len(rad) > MAX_VILLKOR for rad in rader):
            raise forms.ValidationError(
                f"Skriv högst {MAX_VILLKOR} tecken i varje villkor."
            )
        return rader

    def clean_dag(self):
        dag = har_varit(self.cleaned_data["dag"])
        besluten = self.plan.besluten.gallande().filter(omgang=self.plan.omgang)
        beslut = besluten.filter(utfall=Utfall.BESLUTAD).first()
        if beslut and dag < beslut.dag:
            raise forms.ValidationError(INNAN_BESLUTET.format(dag=beslut.dag))
        return dag

    def clean(self):
        data = super().clean()
        med_villkor = data.get("utfall") == Utfall.VILLKOR
        if med_villkor and not data.get("villkor") and "villkor" not in self.errors:
            self.add_error("villkor", "Skriv vilka villkoren är, ett på varje rad.")
        elif data.get("villkor") and data.get("utfall") and not med_villkor:
            self.add_error(
                "villkor",
                "Välj ”Godkände planen med villkor”, eller ta bort villkoren här.",
            )
        return data


class VillkorForm(RenText, forms.ModelForm):
    class Meta:
        model = Villkor
        fields = ["uppfyllt", "hur"]
        widgets = {"uppfyllt": Dag()}
        labels = {"uppfyllt": "Uppfyllt den dag", "hur": "Hur uppfylldes det?"}
        help_texts = {
            "uppfyllt": "Tomt så länge villkoret inte är uppfyllt.",
        }

    def clean_uppfyllt(self):
        return har_varit(self.cleaned_data["uppfyllt"])

    def clean(self):
        data = super().clean()
        utan_dag = not data.get("uppfyllt") and "uppfyllt" not in self.errors
        if data.get("hur") and utan_dag:
            self.add_error("uppfyllt", "Skriv vilken dag villkoret uppfylldes.")
        return data
