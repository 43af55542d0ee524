"""Which of a picture's tables to show, as the address says it."""

from dataclasses import replace

from django import forms

from lagesbild.models import Lagesbild
from lagesbild.sammanstallning.tabeller import TABELLER
from vbeplan.tema.adressfilter import IAdressen

ALLA = ("", "Alla")
TIDEN = ("samma_manader", "per_tertial", "per_manad", "per_miljo_och_tertial")
UPPDELNINGAR = {
    "miljo": (
        "Miljö",
        ("per_miljo", "per_miljo_och_tertial", "per_miljo_och_delomrade"),
    ),
    "slag": ("Händelse", ("per_slag",)),
    "plats": ("Plats", ("per_plats",)),
    "delomrade": ("Delområde", ("per_delomrade", "per_miljo_och_delomrade")),
    "tid": ("Tertial och månad", TIDEN),
}


class SiffrorForm(IAdressen, forms.Form):
    """A GET form. `urval` narrows the protected tables; it never counts anew."""

    serie = forms.ChoiceField(label="Underlag", required=False)
    uppdelning = forms.ChoiceField(
        label="Uppdelning",
        required=False,
        choices=[
            ("", "Alla"),
            *((kod, ord_) for kod, (ord_, _) in UPPDELNINGAR.items()),
        ],
    )

    def __init__(self, data, *, underlag):
        super().__init__(data)
        self.underlag = underlag
        serier = [(s.nyckel, s.namn) for s in underlag.serier]
        self.fields["serie"].choices = [ALLA, *serier]

    def urval(self):
        """Return the underlag with the chosen series and tables alone.

        Everything when the address can't be read: the form then says which part.
        """
        if not self.is_valid():
            return self.underlag
        nyckel, kod = self.cleaned_data["serie"], self.cleaned_data["uppdelning"]
        valda = UPPDELNINGAR[kod][1] if kod else TABELLER
        serier = (s for s in self.underlag.serier if nyckel in ("", s.nyckel))
        return replace(self.underlag, serier=tuple(_smalnad(s, valda) for s in serier))


def _smalnad(serie, valda):
    """Empty the tables that aren't chosen; the total always stands."""
    bort = {
        namn: replace(getattr(serie, namn), rader=())
        for namn in TABELLER
        if namn not in ("totalt", *valda)
    }
    return replace(serie, **bort)


class StadsarForm(IAdressen, forms.Form):
    """Of which year the city's table tells; the newest when the address doesn't say."""

    ar = forms.TypedChoiceField(
        label="År", required=False, coerce=int, empty_value=None
    )

    def __init__(self, data, *, user):
        super().__init__(data)
        rader = Lagesbild.objects.for_user(user).filter(status=Lagesbild.Status.KLAR)
        aren = rader.order_by("-ar").values_list("ar", flat=True).distinct()
        self.aren = list(aren)
        self.fields["ar"].choices = [(ar, str(ar)) for ar in self.aren]

    @property
    def aret(self):
        """Return the year, None when there is no shared picture of any year."""
        valt = self.cleaned_data["ar"] if self.is_valid() else None
        return valt or next(iter(self.aren), None)
