"""The receipt code, as a person types it."""

from django import forms

from blanketter.kvitto import SIFFROR, ar_kod, hasha, i_grupper, rensa
from blanketter.models import Blankett

MEST = 200  # signs; a code with notes around it
FEL_KOD = (
    "Vi hittar ingen blankett med den koden. Jämför varje siffra med det du skrev upp. "
    "Stämmer alla finns ingen blankett för koden här."
)
FEL_SIFFRA = (
    "Någon siffra har blivit fel, eller två har bytt plats. Jämför grupp för grupp med "
    "det du skrev upp."
)


class KodForm(forms.Form):
    kod = forms.CharField(
        label="Din kvittokod",
        max_length=MEST,
        help_text="Tjugo siffror i fem grupper. Mellanslag spelar ingen roll.",
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "off",
                "autocorrect": "off",
                "spellcheck": "false",
                "inputmode": "numeric",
                "class": "kodfalt",
            }
        ),
        error_messages={
            "required": "Skriv koden som du fick när du skickade blanketten.",
            "max_length": "Koden är tjugo siffror. Skriv bara dem.",
        },
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # The browser would cut a pasted text short in silence.
        self.fields["kod"].widget.attrs.pop("maxlength", None)

    def clean_kod(self):
        """Return the code in groups. What can't be a code is never looked for."""
        kod = self.cleaned_data["kod"]
        antal = len(rensa(kod))
        if antal != SIFFROR:
            raise forms.ValidationError(_fel_antal(antal))
        if not ar_kod(kod):
            raise forms.ValidationError(FEL_SIFFRA)
        return i_grupper(kod)

    def blankett(self):
        """Return the form that the code belongs to, else None, with the error set.

        It is looked up by its keyed hash, so how long that takes tells nothing of
        how near a guess was.
        """
        kvitto = hasha(self.cleaned_data["kod"])
        blankett = (
            Blankett.objects.select_related("namnd", "version")
            .filter(kvitto=kvitto)
            .first()
        )
        if blankett is None:
            self.add_error("kod", FEL_KOD)
        return blankett


def _fel_antal(antal):
    if antal == 0:
        return f"Koden är {SIFFROR} siffror. Här finns inga siffror."
    fattas = SIFFROR - antal
    vad = f"{fattas} för få" if fattas > 0 else f"{-fattas} för många"
    return f"Koden är {SIFFROR} siffror, och här är {antal}: {vad}."
