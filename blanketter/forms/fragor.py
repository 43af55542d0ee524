"""The wording of a question and its choices; from which day a version holds."""

from datetime import timedelta

from django import forms
from django.utils import timezone

from blanketter.forms.val import ValFormSet
from blanketter.fragor.koder import LASTA, avtryck
from blanketter.handlingar.fragor import BLANKETTENS
from blanketter.models.fragor import FRAGOR
from vbeplan.tema.formular import Dag, RenText
from vbeplan.text.jamfor import jamfor_ord

LANGST_FRAM = timedelta(days=366)
NAGON_HANN_FORE = (
    "Någon annan ändrade frågan medan du skrev. Det du skrev är inte sparat än, och "
    "står kvar här nedan. Jämför, ändra det du vill och spara igen."
)


class FragaForm(RenText, forms.Form):
    """A question's words, and which retired choices come back.

    `namn` is the question's name. `rader` is the formset of its choices, None for one
    that has none to choose. `lager` is where its questions are kept, see Versioner.
    """

    fraga = forms.CharField(label="Fråga", max_length=120)
    hjalp = forms.CharField(label="Hjälptext", max_length=300, required=False)
    tillbaka = forms.MultipleChoiceField(
        label="Utgångna svar",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Bocka i det som ska gå att välja igen. Det betyder samma sak som "
        "förut.",
    )
    sedd = forms.CharField(widget=forms.HiddenInput, required=False)
    annans = ()

    DELAR = (("fraga", "Fråga"), ("hjalp", "Hjälp"), ("val", "Svar"))

    def __init__(self, data=None, *, namn, lager=BLANKETTENS):
        self.namn, self.lager, self.nu = namn, lager, lager.fraga(namn)
        super().__init__(data, initial=self.nu | {"sedd": avtryck(self.nu)})
        self.rader = None
        if self.har_val:
            self.rader = ValFormSet(
                data,
                nu=self.nu,
                historia=lager.historia(namn),
                lasta=self.lasta,
                prefix="val",
            )
        utgangna = self._utgangna()
        self.fields["tillbaka"].choices = list(utgangna.items())
        if not utgangna:
            del self.fields["tillbaka"]

    @property
    def har_val(self):
        return self.namn in FRAGOR

    @property
    def lasta(self):
        return LASTA.get(self.namn, set())

    def _utgangna(self):
        if self.rader is None:
            return {}
        historia = self.rader.historia.items()
        return {k: texter[0] for k, texter in historia if k not in self.rader.nu}

    def is_valid(self):
        raderna = self.rader is None or self.rader.is_valid()
        return super().is_valid() and raderna

    def spara(self, *, av):
        """Save into the draft; False when somebody else came first."""
        ny = self._ny()
        sedd, hur = self.cleaned_data["sedd"], self._hur()
        if self.lager.spara(self.namn, ny, sedd, av=av, **hur):
            return True
        nu = self.lager.fraga(self.namn)
        self.annans = [
            (etikett, jamfor_ord(_i_ord(ny, del_), _i_ord(nu, del_)))
            for del_, etikett in self.DELAR
            if ny.get(del_) != nu.get(del_)
        ]
        self.add_error(None, NAGON_HANN_FORE)
        self.data["sedd"] = avtryck(nu)
        return False

    def _hur(self):
        """Return what else is told where the question is saved."""
        return {}

    def _ny(self):
        ny = {"fraga": self.cleaned_data["fraga"], "hjalp": self.cleaned_data["hjalp"]}
        if self.rader is not None:
            utgangna = self._utgangna()
            ater = self.cleaned_data.get("tillbaka", ())
            ny["val"] = self.rader.valen() + [
                {"kod": kod, "text": utgangna[kod]} for kod in ater
            ]
        return ny


def _i_ord(fraga, del_):
    varde = fraga.get(del_, "")
    if del_ == "val":
        varde = "; ".join(v["text"] for v in varde or ())
    return ", ".join(varde) if isinstance(varde, list) else str(varde)


class FaststallForm(RenText, forms.Form):
    """From which day the draft is the form."""

    galler_fran = forms.DateField(
        label="Gäller från",
        help_text="Från den dagen ställs de nya frågorna.",
        widget=Dag(),
    )
    sedd = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data=None, *, fragor, senaste):
        idag = timezone.localdate()
        self.tidigast = max(idag, senaste.galler_fran)
        self.senast = idag + LANGST_FRAM
        start = {"galler_fran": self.tidigast, "sedd": avtryck(fragor)}
        super().__init__(data, initial=start)

    def clean_galler_fran(self):
        dag = self.cleaned_data["galler_fran"]
        if not self.tidigast <= dag <= self.senast:
            raise forms.ValidationError(
                f"Välj en dag mellan {self.tidigast} och {self.senast}. Det som redan "
                "är ifyllt behåller sina frågor."
            )
        return dag
