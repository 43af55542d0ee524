"""Where a read form goes, apart from the classing."""

from django import forms

from blanketter.handlingar import byt_status
from blanketter.models import Blankett
from blanketter.models.blankett import som_regnr
from vbeplan.tema.formular import RenText

DUBBLETT, EJ_VBE, TILLBAKA, TA_MED = "dubblett", "ej_vbe", "tillbaka", "ta_med"
VILKEN = "Skriv numret på den blankett som händelsen redan räknas i."
INGEN_SADAN = (
    "Det finns ingen blankett med det numret i nämnden. Ett nummer ser ut så här: "
    "7K3M-92QF."
)


class StatusForm(RenText, forms.Form):
    """One of the buttons of the reading page; `av_vilken` is a number for a double."""

    till = forms.ChoiceField(
        choices=[(v, v) for v in (DUBBLETT, EJ_VBE, TILLBAKA, TA_MED)]
    )
    rakning = forms.IntegerField(widget=forms.HiddenInput)
    av_vilken = forms.CharField(
        label="Dubblett av nummer",
        required=False,
        max_length=20,
        widget=forms.TextInput(
            attrs={"list": "liknande", "autocomplete": "off", "spellcheck": "false"}
        ),
    )
    ar = forms.IntegerField(required=False, min_value=2000, max_value=2100)

    def __init__(self, data=None, *, blankett):
        self.blankett = blankett
        super().__init__(
            data,
            auto_id="status_%s",  # the classing on the same page has a counter too
            initial={"rakning": blankett.rakning},
            use_required_attribute=False,
        )

    def clean(self):
        data = super().clean()
        if data.get("till") == DUBBLETT:
            self._hitta(data)
        if data.get("till") == TA_MED and not (data.get("ar") and self._far_tas_med()):
            self.add_error(None, "Klassa blanketten först, och välj lägesbildens år.")
        return data

    def _far_tas_med(self):
        return self.blankett.status == Blankett.Status.KLASSAD

    def _hitta(self, data):
        regnr = som_regnr(data.get("av_vilken") or "")
        egna = Blankett.objects.filter(namnd=self.blankett.namnd_id)
        annan = egna.select_related("dubblett_av").filter(regnr=regnr).first()
        if annan is None:
            self.add_error("av_vilken", INGEN_SADAN if regnr else VILKEN)
        elif annan == self.blankett or annan.dubblett_av == self.blankett:
            self.add_error("av_vilken", "Välj en annan blankett än den här.")
        elif not annan.ar_last:
            self.add_error(
                "av_vilken", "Den blanketten är inte läst. Läs den först, och jämför."
            )
        data["annan"] = annan

    def gor(self, *, av):
        """Do it; raises NagonHannFore."""
        data, blankett = self.cleaned_data, self.blankett
        hur = {"av": av, "sedd": data["rakning"]}
        if data["till"] == DUBBLETT:
            byt_status.ar_dubblett(blankett, data["annan"], **hur)
        elif data["till"] == TA_MED:
            byt_status.ta_med(blankett, data["ar"], **hur)
        elif data["till"] == EJ_VBE:
            byt_status.ej_vbe(blankett, **hur)
        else:
            byt_status.steg_tillbaka(blankett, **hur)

    @property
    def ar_gjort(self):
        """Tell whether the form already stands as this would leave it."""
        data, blankett = self.cleaned_data, self.blankett
        nu = blankett.status, blankett.dubblett_av, blankett.lagesbild_ar
        return nu == {
            DUBBLETT: (Blankett.Status.DUBBLETT, data.get("annan"), None),
            EJ_VBE: (Blankett.Status.EJ_VBE, None, None),
            TA_MED: (Blankett.Status.INGAR, None, data["ar"]),
        }.get(data["till"])
