"""What was typed wrong about a decision that isn't sealed, and what it really says."""

from django import forms

from aktiviteter.forms.gang import KsForm, har_varit
from aktiviteter.models import Beslut
from vbeplan.tema.formular import Dag, RenText

Utfall = Beslut.Utfall
LIKA = (
    "Inget skiljer sig från det som redan står. Ändra den uppgift som är fel, eller "
    "avbryt."
)


class Rattelse(forms.Form):
    """Why, and something that is really otherwise."""

    skal = forms.CharField(
        label="Varför rättas uppgifterna?",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Till exempel: fel paragraf skrevs av ur protokollet. Skälet och de "
        "gamla uppgifterna står kvar under Planens gång.",
    )

    def clean(self):
        data = super().clean()
        if not self.errors and set(self.changed_data) <= {"skal"}:
            raise forms.ValidationError(LIKA)
        return data


class RattaKsForm(Rattelse, KsForm):
    """What KS really decided; or nothing, when the entry was a mistake."""

    def __init__(self, data=None, *, plan, beslut):
        super().__init__(data, plan=plan)
        self.gammalt = beslut
        rader = (ett.text for ett in beslut.villkoren.all())
        falt = {namn: getattr(beslut, namn) for namn in self.Meta.fields}
        self.initial = falt | {"villkor": "\n".join(rader)}
        self.fields["utfall"].choices += [
            (Utfall.STRUKET, "Inget: beslutet registrerades av misstag")
        ]
        self.order_fields(["utfall", "dag", "paragraf", "dnr", "villkor", "skal"])


class RattaAterremissForm(Rattelse, RenText, forms.ModelForm):
    """When the board really sent the plan back."""

    villkor = ()

    class Meta:
        model = Beslut
        fields = ["dag", "paragraf", "dnr"]
        widgets = {"dag": Dag()}

    def __init__(self, data=None, *, plan, beslut):
        nytt = Beslut(organ=beslut.organ, utfall=beslut.utfall)
        super().__init__(data, instance=nytt)
        self.initial = {namn: getattr(beslut, namn) for namn in self.Meta.fields}
        self.order_fields([*self.Meta.fields, "skal"])

    def clean_dag(self):
        return har_varit(self.cleaned_data["dag"])


def rattelseform(data, *, plan, beslut):
    """Return the form by which an entry of a decision is corrected.

    What was decided before the board had decided was the board's own sending back.
    """
    fore = plan.besluten.filter(omgang=beslut.omgang, utfall=Utfall.BESLUTAD)
    av_ks = fore.filter(pk__lt=beslut.pk).exists()
    klass = RattaKsForm if av_ks else RattaAterremissForm
    return klass(data, plan=plan, beslut=beslut)
