"""A field that an ordinary person never sees, and a program fills in."""

from django import forms

FALLA = "lamna_tomt"
DOLD = {"class": "form-control", "autocomplete": "off", "tabindex": "-1"}


class Falla(forms.Form):
    """A form with the field; drawn by blanketter/falla.html."""

    lamna_tomt = forms.CharField(
        label="Lämna det här fältet tomt",
        required=False,
        widget=forms.TextInput(DOLD),
    )

    def clean_lamna_tomt(self):
        if self.cleaned_data[FALLA]:
            raise forms.ValidationError(
                "Fältet ska vara tomt. Ta bort det som står i det och skicka igen."
            )
        return ""
