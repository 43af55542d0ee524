"""The coordinator's question to whoever wrote a form."""

import re

from django import forms

from blanketter import bevis
from blanketter.handlingar import GarInteAttSkriva, stalla_fraga
from blanketter.models.meddelande import STORSTA_SVAR
from vbeplan.tema.formular import RenText

BER_OM_PERSON = re.compile(
    r"\bvem\s+(?:är|var|heter|du\s+är)\b|\b(?:vad|hur)\s+heter\b|\bvilka\s+(?:är|var)\b"
    r"|\bnamne[tn]\b|\bnamn\s+på\b|\bpersonnum|\b(?:telefon|mobil)num|\badress",
    re.I,
)
SA_HAR = (
    "Frågan ser ut att be om uppgifter som pekar ut någon. Fråga om händelsen eller "
    "platsens slag i stället, eller bocka i att frågan inte gör det."
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
        label="Frågan ber inte om något som pekar ut någon", required=False
    )
    bevis = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, data=None, *, blankett):
        self.blankett = blankett
        nytt = bevis.nytt(blankett.namnd, blankett.version)
        super().__init__(data, initial={"bevis": nytt})
        if not BER_OM_PERSON.search(self.data.get("fraga", "")):
            del self.fields["inte_vem"]

    def clean_bevis(self):
        """Return what is random in the token; a strange one is changed for a new."""
        try:
            return bevis.las(self.blankett.namnd, self.cleaned_data["bevis"]).slump
        except bevis.Ogiltigt:
            self.data["bevis"] = self.initial["bevis"]
            raise forms.ValidationError(IGEN) from None

    def clean(self):
        data = super().clean()
        if "inte_vem" in self.fields and not data["inte_vem"]:
            self.add_error("fraga", SA_HAR)
        return data

    def stall(self, *, av):
        """Store the question once; tell whether it went."""
        data = self.cleaned_data
        try:
            stalla_fraga(self.blankett, data["fraga"], data["bevis"], av=av)
        except GarInteAttSkriva as skal:
            self.add_error(None, f"{skal} Din fråga är inte skickad.")
            return False
        return True
