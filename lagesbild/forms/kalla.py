"""A source: who is asked and with what words, and what came."""

from django import forms
from django.utils import timezone

from blanketter.forms.raknad import RaknadForm
from lagesbild.brevtext import ORD, okanda_ord
from lagesbild.forms.texter import UtanPersonText
from lagesbild.models import Grupp, Kalla, Kallart, Standardkalla
from vbeplan.tema.formular import Dag

Status = Kalla.Status
KOM = (Status.INKOMMEN, Status.INGET)
I_BREVET = "I brevet fylls {" + "}, {".join(ORD) + "} i av sig självt."


class FragaForm(UtanPersonText, RaknadForm):
    """What a standard source and a picture's own have in common."""

    VAKTADE = ("namn", "tillfragad", "begransning", "saknas")
    TEXTER = ("begransning", "saknas")
    KOLUMNER = ["namn", "art", "tillfragad", "grupper", "begaran"]
    SIST = ["begransning", "saknas"]

    grupper = forms.MultipleChoiceField(
        label="Enkätens grupper",
        required=False,
        choices=Grupp.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text="Gäller enkäter: vilkas svar källan är. Ingen vald är alla.",
    )

    def __init__(self, data=None, *, instance):
        super().__init__(data, instance=instance)
        if instance.art != Kallart.ENKAT and instance.pk:
            del self.fields["grupper"]
        if "begaran" in self.fields:
            self.fields["begaran"].help_text = I_BREVET

    def clean_begaran(self):
        text = self.cleaned_data["begaran"]
        if okanda := okanda_ord(text):
            raise forms.ValidationError(
                "Orden {%(ord)s} går inte att fylla i. Skriv ut dem, eller använd "
                "något av {%(finns)s}.",
                params={"ord": "}, {".join(okanda), "finns": "}, {".join(ORD)},
            )
        return text

    def i_sparet(self):
        return f"källan {self.instance}"

    def spara(self, *, av):
        if not self.instance.pk:
            self.stall_sist()
        return super().spara(av=av)

    def stall_sist(self):
        self.instance.stall_sist()


class StandardkallaForm(FragaForm):
    """One source of the city's set."""

    class Meta:
        model = Standardkalla
        fields = [*FragaForm.KOLUMNER, *FragaForm.SIST, "i_bruk"]
        widgets = {
            "begaran": forms.Textarea(attrs={"rows": 14}),
            "begransning": forms.Textarea(attrs={"rows": 3}),
        }
        help_texts = {
            "i_bruk": "Nya lägesbilder får källan. De som redan är påbörjade ändras "
            "inte."
        }

    def i_sparet(self):
        return f"standardkällan {self.instance}"

    def stall_sist(self):
        sist = Standardkalla.objects.order_by("ordning").last()
        self.instance.ordning = sist.ordning + 1 if sist else 0


class KallaForm(FragaForm):
    """A picture's source: who is asked, at which address, with what words."""

    VAKTADE = (*FragaForm.VAKTADE, "epost")

    class Meta:
        model = Kalla
        fields = [
            *FragaForm.KOLUMNER[:3],
            "epost",
            *FragaForm.KOLUMNER[3:],
            "serie",
            *FragaForm.SIST,
        ]
        widgets = StandardkallaForm.Meta.widgets

    def __init__(self, data=None, *, instance):
        super().__init__(data, instance=instance)
        serier = instance.namnd.serier.all()
        if instance.ar_egen or not serier:
            del self.fields["serie"]
        else:
            self.fields["serie"].queryset = serier
            self.fields["serie"].empty_label = "Ingen vald"
            self.fields[
                "serie"
            ].help_text = (
                "När en fil läses in i serien blir källan inkommen av sig själv."
            )
        if instance.pk and instance.ar_egen:
            for namn in ("epost", "begaran"):
                del self.fields[namn]

    def clean_namn(self):
        # The form has no field for the picture, so the constraint is not asked.
        namn = self.cleaned_data["namn"]
        andra = self.instance.lagesbild.kallor.exclude(pk=self.instance.pk)
        if andra.filter(namn=namn).exists():
            raise forms.ValidationError(
                "Lägesbilden har redan en källa med det namnet. Välj ett annat."
            )
        return namn


class KallsvarForm(UtanPersonText, RaknadForm):
    """How a source stands and what came.

    `foljt` is its `Lage` when the house's own rows say it; then she may say it herself
    instead.
    """

    VAKTADE = ("underlag", "forvaras", "anteckning")
    TEXTER = VAKTADE

    class Meta:
        model = Kalla
        fields = [
            "foljer",
            "status",
            "begard",
            "svar_senast",
            "inkom",
            "period_fran",
            "period_till",
            "underlag",
            "forvaras",
            "anteckning",
        ]
        widgets = {
            "begard": Dag(),
            "svar_senast": Dag(),
            "inkom": Dag(),
            "period_fran": Dag(),
            "period_till": Dag(),
            "anteckning": forms.Textarea(attrs={"rows": 4}),
        }
        labels = {
            "period_fran": "Underlaget gäller från",
            "period_till": "Underlaget gäller till och med",
        }

    def __init__(self, data=None, *, instance, foljt=None):
        super().__init__(data, instance=instance)
        if foljt is None:
            del self.fields["foljer"]
        else:
            self.fields[
                "foljer"
            ].help_text = f"Just nu: {Status(foljt.status).label}, {foljt.ord}."
        if instance.period_fran is None and instance.status not in KOM:
            # What one mostly asks for; saved first when something has come.
            self.initial["period_fran"] = instance.lagesbild.fran
            self.initial["period_till"] = instance.lagesbild.till

    def clean(self):
        data = super().clean()
        idag = timezone.localdate()
        if data.get("status") in KOM and not data.get("inkom"):
            data["inkom"] = idag
        if data.get("status") == Status.BEGARD and not data.get("begard"):
            data["begard"] = idag
        if data.get("status") not in KOM and not self.instance.period_fran:
            data["period_fran"] = data["period_till"] = None
        self._prova_dagarna(data, idag)
        return data

    def _prova_dagarna(self, data, idag):
        for namn in ("begard", "inkom"):
            if data.get(namn) and data[namn] > idag:
                self.add_error(namn, "Dagen har inte varit än. Rätta den.")
        fran, till = data.get("period_fran"), data.get("period_till")
        if fran and till and till < fran:
            self.add_error("period_till", "Sista dagen är före den första. Rätta den.")

    def i_sparet(self):
        return f"källan {self.instance}"
