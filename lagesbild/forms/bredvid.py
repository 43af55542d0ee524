"""Which two pictures are read beside each other."""

from django import forms


class BredvidForm(forms.Form):
    """Two of the pictures (`bilder`, a queryset) that she may read."""

    ANTAL = 2

    forsta = forms.ChoiceField(label="Första lägesbilden")
    andra = forms.ChoiceField(label="Andra lägesbilden")

    def __init__(self, *args, bilder, **kwargs):
        super().__init__(*args, **kwargs)
        self.bilder = {str(bild.pk): bild for bild in bilder}
        val = [(pk, f"{bild.namnd}, {bild.ar}") for pk, bild in self.bilder.items()]
        for namn, forvald in zip(self.fields, self.bilder, strict=False):
            self.fields[namn].choices = val
            self.fields[namn].initial = forvald

    def clean(self):
        data = super().clean()
        if data.get("forsta") and data.get("forsta") == data.get("andra"):
            self.add_error("andra", "Välj en annan lägesbild än den första.")
        return data

    def valda(self):
        """Return the two pictures, once the form is valid."""
        return [self.bilder[self.cleaned_data[namn]] for namn in self.fields]
