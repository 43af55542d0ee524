"""What a search is narrowed to, as the address says it."""

from urllib.parse import urlencode

from django import forms

from aktiviteter.models.sokindex import Slag
from aktiviteter.sok.traffar import Val

SLAG = {"kapitel": Slag.AVSNITT, "aktiviteter": Slag.AKTIVITET}


class SokForm(forms.Form):
    """Reads an address; what can't be read is as if it weren't there.

    The address is the saved search, and may have been shortened on its way by mail.
    """

    q = forms.CharField(required=False)
    ar = forms.IntegerField(required=False, min_value=1, max_value=9999)
    namnd = forms.CharField(required=False, max_length=120)
    aldre = forms.ChoiceField(required=False, choices=[("ja", "Ja")])
    i = forms.ChoiceField(required=False, choices=[(s, s) for s in SLAG])
    ordning = forms.ChoiceField(required=False, choices=[("flest", "Flest")])
    plan = forms.RegexField(r"^[a-z0-9-]+-\d{4}$", required=False)

    def val(self):
        """Return the `Val` that the address means."""
        data = self.giltigt()
        namnd, _, ar = data.get("plan", "").rpartition("-")
        if namnd:
            return Val(ar=int(ar), namnd=namnd, slag=SLAG.get(data.get("i")))
        return Val(
            ar=data.get("ar"),
            namnd=data.get("namnd", ""),
            aldre=data.get("aldre") == "ja",
            slag=SLAG.get(data.get("i")),
            flest=data.get("ordning") == "flest",
        )

    def giltigt(self):
        """Return the parts of the address that could be read."""
        self.is_valid()
        return {namn: varde for namn, varde in self.cleaned_data.items() if varde}

    def adress(self, **byt):
        """Return the address's query with some parts changed; None takes one away."""
        data = {**self.giltigt(), **byt}
        return "?" + urlencode({n: v for n, v in data.items() if v not in (None, "")})
