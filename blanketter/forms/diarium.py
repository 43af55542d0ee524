"""Which part of the register: the board and the days."""

from django import forms
from django.utils import timezone

from vbeplan.organisation.models import Namnd
from vbeplan.tema.formular import Dag, RenText


class DiariumForm(RenText, forms.Form):
    """Unbound it is about this year; `namnden` is the board chosen."""

    namnd = forms.ChoiceField(label="Nämnd", required=False)
    fran = forms.DateField(label="Inkom från och med", required=False, widget=Dag())
    till = forms.DateField(label="Inkom till och med", required=False, widget=Dag())

    def __init__(self, data, *, user):
        valt = any(namn in data for namn in ("fran", "till"))
        i_ar = timezone.localdate().replace(month=1, day=1)
        super().__init__(data if valt else {**data.dict(), "fran": i_ar.isoformat()})
        self.namnder = list(Namnd.objects.samordnade_av(user).i_ordning())
        self.fields["namnd"].choices = [(n.kort, n.namn) for n in self.namnder]

    def clean(self):
        data = super().clean()
        fran, till = data.get("fran"), data.get("till")
        if fran and till and till < fran:
            self.add_error("till", "Välj en dag efter den första.")
        return data

    @property
    def namnden(self):
        valda = [n for n in self.namnder if n.kort == self.data.get("namnd")]
        return (valda or self.namnder)[0]

    @property
    def perioden(self):
        """Return the chosen days for `diariet`."""
        return {f: self.cleaned_data[f] for f in ("fran", "till")}

    def i_ord(self):
        fran, till = self.cleaned_data["fran"], self.cleaned_data["till"]
        if not (fran or till):
            return "hela tiden"
        if not till:
            return f"från {fran}"
        return f"{fran}–{till}" if fran else f"till {till}"
