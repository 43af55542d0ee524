"""The fields of the anonymous form; its questions come from a Frageversion."""

from django import forms
from django.utils import timezone

from blanketter import perioder
from blanketter.forms.falla import Falla
from blanketter.forms.vaktad import Fritext, VaktadForm
from blanketter.models import Enhet
from blanketter.models.blankett import MINSTA_TEXT, STORSTA_TEXT
from blanketter.models.fragor import OKLART

KRYSS, LISTA = {"class": "form-check-input"}, {"class": "form-select"}
HOPPA_OVER = [("", "Välj, eller hoppa över")]
SAKNAS_DIN = "Saknas din? Hoppa över frågan."


class BlankettForm(Falla, VaktadForm):
    """`version` gives questions and choices; `namnd` the parts of the district."""

    slag = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple(KRYSS),
        error_messages={
            "required": "Välj minst ett svar. ”Något annat” går också bra."
        },
    )
    miljo = forms.ChoiceField(
        widget=forms.RadioSelect(KRYSS), required=False, initial=OKLART
    )
    nar = forms.ChoiceField(
        label="När var det?",
        help_text="Vi frågar aldrig efter dagen. Höll det på länge, välj när du "
        "senast märkte det.",
        widget=forms.RadioSelect(KRYSS),
        required=False,
    )
    manad = forms.ChoiceField(
        label="Månad, om det var tidigare", widget=forms.Select(LISTA), required=False
    )
    delomrade = forms.ModelChoiceField(
        queryset=None,
        widget=forms.Select(LISTA),
        label="I vilken del av området?",
        required=False,
        empty_label="Vet inte, eller på flera ställen",
    )
    plats = forms.ChoiceField(widget=forms.Select(LISTA), required=False)
    text = Fritext(
        min_length=MINSTA_TEXT,
        max_length=STORSTA_TEXT,
        error_messages={
            "required": "Beskriv med några ord vad du såg eller hörde.",
            "min_length": "Skriv lite mer, minst %(limit_value)d tecken. En eller två "
            "meningar räcker.",
            "max_length": "Texten är %(show_value)s tecken. Korta den till högst "
            "%(limit_value)s tecken.",
        },
    )
    atgarder = forms.MultipleChoiceField(
        widget=forms.CheckboxSelectMultiple(KRYSS), required=False
    )
    arbetsplats = forms.ChoiceField(widget=forms.Select(LISTA), required=False)

    def __init__(self, data=None, *, namnd, version):
        super().__init__(data)
        self.version = version
        self.idag = timezone.localdate()
        for namn, fraga in version.fragor.items():
            self.fields[namn].label = fraga["fraga"]
            self.fields[namn].help_text = fraga["hjalp"]
        for namn in ("slag", "miljo", "atgarder"):
            self.fields[namn].choices = version.val(namn)
        for namn in ("plats", "arbetsplats"):
            self.fields[namn].choices = [*HOPPA_OVER, *version.val(namn)]
        self._dolj_sma_slag(namnd)
        self.fields["nar"].choices = self._veckor()
        self.fields["manad"].choices = [
            ("", "Välj månad"),
            *perioder.manader(self.idag),
        ]
        self._satt_delomraden(namnd.delomraden)

    def _satt_delomraden(self, delar):
        """Offer the parts that are open.

        One that has just been closed isn't refused: the page was opened before.
        """
        falt = self.fields["delomrade"]
        falt.queryset = delar.all()
        val = [(ett.pk, ett.namn) for ett in delar.oppna()]
        falt.choices = [("", falt.empty_label), *val]
        if not val:
            del self.fields["delomrade"]

    def _dolj_sma_slag(self, namnd):
        """Don't offer a kind of workplace that would name the unit.

        Nor refuse it: a page may have been opened when it was still offered.
        """
        self.sma_slag, falt = Enhet.objects.sma_slag(namnd), self.fields["arbetsplats"]
        if any(kod in self.sma_slag for kod, _ in falt.choices):
            falt.widget.choices = [v for v in falt.choices if v[0] not in self.sma_slag]
            falt.help_text = f"{falt.help_text} {SAKNAS_DIN}".strip()

    def clean_arbetsplats(self):
        kod = self.cleaned_data["arbetsplats"]
        return "" if kod in self.sma_slag else kod

    def _veckor(self):
        """Return the weeks to choose from, and one that was among them yesterday."""
        val = [*perioder.veckor(self.idag), (perioder.TIDIGARE, "Tidigare")]
        sant = self.data.get("nar", "")
        if sant not in dict(val) and self._period(sant):
            val.append((sant, sant.partition(":")[2]))
        return val

    def _period(self, val):
        try:
            return perioder.las(val, self.idag)
        except ValueError:
            return None

    def clean(self):
        data = super().clean()
        if "nar" in self.errors or "manad" in self.errors:
            return data
        val = data["nar"]
        if val in ("", perioder.TIDIGARE):
            val = data["manad"]
        self.period = self._period(val)
        if self.period is None:
            if data["nar"] == perioder.TIDIGARE:
                self.add_error("manad", "Välj vilken månad det var, ungefär.")
            else:
                self.add_error("nar", "Välj när det var. Ungefär räcker.")
        return data

    def svaren(self):
        """Return the answers by the names of the model's fields."""
        data = self.cleaned_data
        typ, start = self.period
        return {
            "version": self.version,
            "slag": tuple(data["slag"]),
            "miljo": data["miljo"] or OKLART,
            "period_typ": typ,
            "period_start": start,
            "delomrade": data.get("delomrade"),
            "plats": data["plats"],
            "arbetsplats": data["arbetsplats"],
            "atgarder": tuple(data["atgarder"]),
            "text": data["text"],
        }

    def sager_samma(self, blankett):
        """Tell whether a stored form holds what this one says."""
        return all(getattr(blankett, n) == v for n, v in self.svaren().items())
