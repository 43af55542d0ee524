"""Which words of an enkät's answer go for good, or all of it."""

import zlib

from django import forms

from blanketter.dolda_delar import Spann, klipp
from blanketter.forms.dolj import DoljForm
from blanketter.handlingar.bortredigera import ersattning
from blanketter.models import Maskering

ANDRAT = (
    "Svaret har ändrats sedan du öppnade sidan. Det du valde nu är inte gjort. Se "
    "efter hur det står och välj igen."
)


class EnkattextForm(DoljForm):
    """`nytt()` of a valid form is the answer without what was chosen, "" for none."""

    hela = forms.BooleanField(
        label="Ta bort hela svaret",
        required=False,
        help_text="Personens övriga svar räknas fortfarande.",
    )

    def __init__(self, data=None, *, text):
        lage = zlib.crc32(text.encode())  # an answer has no version to count
        super().__init__(
            data, text=text, rakning=lage, maskerat=[], ser_dolt=True, bort=True
        )
        self.fields["rakning"].error_messages |= {"required": ANDRAT, "invalid": ANDRAT}

    def clean_rakning(self):
        if self.cleaned_data["rakning"] != self.rakning:
            raise forms.ValidationError(ANDRAT)
        return self.rakning

    def clean(self):
        if self.cleaned_data.get("hela") and not self.errors:
            self.spann = [Spann(0, len(self.text), Maskering.Typ.ANNAT)]
            return self.cleaned_data
        return super().clean()

    def nytt(self):
        if self.cleaned_data["hela"]:
            return ""
        return klipp(self.text, self.spann, ersattning)[0]

    @property
    def klart(self):
        if self.cleaned_data["hela"]:
            return "Svaret är borttaget."
        return "Orden är borttagna ur svaret."
