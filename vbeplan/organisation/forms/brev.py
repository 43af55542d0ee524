"""Where a letter that didn't go is to be sent instead."""

from django import forms

from vbeplan.tema.formular import RenText


class AdressForm(RenText, forms.Form):
    till = forms.EmailField(
        label="E-post",
        max_length=254,
        help_text="Var adressen fel, rätta den också där den står i programmet.",
        error_messages={"invalid": "Skriv en e-postadress, till exempel "
                        "registrator@kommunen.example."},
    )  # fmt: skip

    def __init__(self, data=None, *, brev):
        """`brev` is the letter; one to a user goes to her account's address only."""
        super().__init__(data, initial={"till": brev.till})
        if brev.ar_personligt:
            self.fields["till"].disabled = True
            self.fields["till"].help_text = (
                "Brevet är till användaren själv. Är adressen fel, rätta den under "
                "Användare. Nästa brev går dit."
            )
