"""Where a letter that didn't go is to be sent instead."""

from django import forms

from vbeplan.tema.formular import RenText


class AdressForm(RenText, forms.Form):
    till = forms.EmailField(
        label="E-post",
        help_text="Var adressen fel, rätta den också där den står i programmet.",
        error_messages={"invalid": "Skriv en e-postadress, till exempel "
                        "registrator@kommunen.example."},
    )  # fmt: skip
