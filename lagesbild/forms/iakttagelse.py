"""A finding: what the sources show, whether it calls for anything, and why."""

from django import forms
from django.db import transaction

from blanketter.forms.raknad import RaknadForm
from lagesbild.forms.texter import UtanPersonText
from lagesbild.iakttagelser import miljoord
from lagesbild.models import Iakttagelse


class IakttagelseForm(UtanPersonText, RaknadForm):
    """Whoever says that there is a need, or none, also says why."""

    VAKTADE = ("rubrik", "beskrivning", "stallningstagande")
    TEXTER = VAKTADE

    class Meta:
        model = Iakttagelse
        fields = [
            "rubrik",
            "beskrivning",
            "kallor",
            "miljo",
            "behov",
            "stallningstagande",
            "tidigare",
        ]
        widgets = {
            "beskrivning": forms.Textarea(attrs={"rows": 5}),
            "stallningstagande": forms.Textarea(attrs={"rows": 5}),
            "kallor": forms.CheckboxSelectMultiple,
            "behov": forms.RadioSelect,
        }
        help_texts = {
            "rubrik": "I en mening: Klistermärken sätts upp vid skolorna.",
            "beskrivning": "Vad källorna visar. Aldrig om en enskild person.",
            "kallor": "Vad iakttagelsen bygger på.",
            "stallningstagande": "Varför det finns ett behov eller inte, och vad "
            "nämnden vill göra. Behövs när behovet är bedömt.",
        }

    def __init__(self, data=None, *, instance):
        super().__init__(data, instance=instance)
        self.fields["kallor"].queryset = instance.lagesbild.kallor.all()
        self.fields["miljo"] = forms.ChoiceField(
            label="Miljö", required=False, choices=self._miljoer()
        )
        self.fields["behov"].choices = Iakttagelse.Behov.choices
        tidigare = forra_arets(instance.lagesbild)
        if tidigare.exists():
            self.fields["tidigare"].queryset = tidigare
            self.fields["tidigare"].empty_label = "Ingen"
        else:
            del self.fields["tidigare"]
        self.order_fields([*self.Meta.fields, "version", "pekar_inte_ut"])

    def _miljoer(self):
        ord_ = miljoord()
        egen = self.instance.miljo
        if egen and egen not in ord_:  # one that the city has retired since
            ord_[egen] = egen
        return [("", "Ingen särskild"), *ord_.items()]

    def clean(self):
        data = super().clean()
        if data.get("behov") and not data.get("stallningstagande", "").strip():
            self.add_error(
                "stallningstagande",
                "Skriv varför det finns ett behov eller inte.",
            )
        return data

    def sparat_falt(self, nu, namn):
        if namn == "kallor":
            return list(nu.kallor.all()) if nu.pk else []
        return super().sparat_falt(nu, namn)

    def i_ord(self):
        """Return all its running text, a paragraph of each field."""
        return "\n\n".join(getattr(self.instance, namn) for namn in self.TEXTER)

    def i_sparet(self):
        return f"en iakttagelse i lägesbilden {self.instance.lagesbild.ar}"

    @transaction.atomic
    def spara(self, *, av):
        if not self.instance.pk:
            self.instance.stall_sist()
        # A list, as it is compared with what is saved.
        self.cleaned_data["kallor"] = list(self.cleaned_data["kallor"])
        if not super().spara(av=av):
            return False
        self.instance.kallor.set(self.cleaned_data["kallor"])
        return True


def forra_arets(lagesbild):
    """Return the findings of the board's latest picture before this one."""
    tidigare = Iakttagelse.objects.filter(
        lagesbild__namnd=lagesbild.namnd_id, lagesbild__ar__lt=lagesbild.ar
    )
    sist = tidigare.order_by("-lagesbild__ar").values("lagesbild__ar")[:1]
    return tidigare.filter(lagesbild__ar=sist)


class ForraForm(forms.Form):
    """Which of last year's findings to go on with."""

    iakttagelser = forms.ModelMultipleChoiceField(
        Iakttagelse.objects.none(),
        label="Iakttagelser från förra lägesbilden",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Välj minst en iakttagelse."},
    )

    def __init__(self, *args, lagesbild, **kwargs):
        super().__init__(*args, **kwargs)
        oppna = oppna_sedan_forra(lagesbild)
        falt = self.fields["iakttagelser"]
        falt.queryset = oppna
        falt.label_from_instance = lambda i: f"{i.rubrik} ({i.get_behov_display()})"
        falt.initial = [i.pk for i in oppna if i.behov != Iakttagelse.Behov.NEJ]


def oppna_sedan_forra(lagesbild):
    """Return last year's findings that nothing in this year's picture follows up."""
    foljs = lagesbild.iakttagelser.exclude(tidigare=None).values("tidigare")
    return forra_arets(lagesbild).exclude(pk__in=foljs)
