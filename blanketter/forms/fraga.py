"""The coordinator's question to whoever wrote a form."""

import re

from django import forms

from blanketter import bevis, vakten
from blanketter.avidentifiering import SAKER
from blanketter.handlingar import AnnatSkickat, GarInteAttSkriva, stalla_fraga
from blanketter.models.meddelande import STORSTA_SVAR
from vbeplan.tema.formular import RenText

BER_OM_PERSON = re.compile(
    r"\bvem\s+(?:är|var|heter|du\s+är)\b|\b(?:vad|hur)\s+heter\b|\bvilka\s+(?:är|var)\b"
    r"|\bheter\s+(?:han|hon|hen|de|dem|den|eleven|personen)\b"
    r"|\bnamne[tn]\b|\bnamn\s+på\b|\bpersonnum|\b(?:telefon|mobil)num|\badress",
    re.I,
)
SA_HAR = (
    "Frågan ser ut att be om uppgifter som pekar ut någon. Fråga om händelsen eller "
    "platsens slag i stället, eller bocka i att frågan inte gör det."
)
PEKAR_UT = "”%s” pekar ut en person. Skriv frågan utan det."
KAN_PEKA_UT = (
    "”%s” kan peka ut någon. Skriv frågan utan det, eller bocka i att frågan inte gör "
    "det."
)
SKICKA_OCKSA = (
    "Den är inte skickad än. Vill du skicka den också? Tryck på Skicka frågan igen."
)
IGEN = "Sidan hade blivit för gammal. Texten står kvar: tryck på Skicka frågan igen."


class FragaForm(RenText, forms.Form):
    use_required_attribute = False

    fraga = forms.CharField(
        label="Din fråga",
        max_length=STORSTA_SVAR,
        help_text="Fråga aldrig vem någon är: inte den som skrev, inte den det gäller. "
        "Den som skrev ser frågan när hon använder sin kvittokod.",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Skriv frågan."},
    )
    inte_vem = forms.BooleanField(
        label="Frågan pekar inte ut någon och ber inte om det", required=False
    )
    bevis = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data=None, *, blankett):
        self.blankett = blankett
        nytt = bevis.nytt(blankett.namnd.kort, blankett.version.nummer)
        super().__init__(data, initial={"bevis": nytt})
        text = self.data.get("fraga", "")[:STORSTA_SVAR]
        fynd = [(f.visshet == SAKER, text[f.start : f.end]) for f in vakten.hitta(text)]
        self.sakra = [ord_ for saker, ord_ in fynd if saker]
        self.osakra = [ord_ for saker, ord_ in fynd if not saker]
        self.ber = bool(BER_OM_PERSON.search(text))
        if not (self.ber or self.osakra):
            del self.fields["inte_vem"]

    def clean_bevis(self):
        """Return what is random in the token; a strange one is changed for a new."""
        try:
            return bevis.las(self.blankett.namnd.kort, self.cleaned_data["bevis"]).slump
        except bevis.Ogiltigt:
            self.data["bevis"] = self.initial["bevis"]
            raise forms.ValidationError(IGEN) from None

    def clean(self):
        data = super().clean()
        for ord_ in self.sakra:
            self.add_error("fraga", PEKAR_UT % ord_)
        if not data.get("inte_vem"):
            if self.osakra:
                self.add_error("fraga", KAN_PEKA_UT % "”, ”".join(self.osakra))
            if self.ber:
                self.add_error("fraga", SA_HAR)
        return data

    def stall(self, *, av):
        """Store the question once; tell whether it went."""
        data = self.cleaned_data
        try:
            stalla_fraga(self.blankett, data["fraga"], data["bevis"], av=av)
        except AnnatSkickat as skal:
            self.data["bevis"] = self.initial["bevis"]
            self.add_error("fraga", f"{skal} {SKICKA_OCKSA}")
            return False
        except GarInteAttSkriva as skal:
            self.add_error(None, f"{skal} Din fråga är inte skickad.")
            return False
        return True
