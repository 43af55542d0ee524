"""A picture's year and period."""

from django import forms

from blanketter.forms.raknad import RaknadForm
from lagesbild.models import Lagesbild
from lagesbild.models.bild import FORSTA_AR, SISTA_AR
from vbeplan.organisation.models import Namnd, Spar
from vbeplan.tema.formular import Dag, RenText


class NyBildForm(RenText, forms.ModelForm):
    """A new picture: of which board, for which year's plan, on which period."""

    class Meta:
        model = Lagesbild
        fields = ["namnd", "ar", "fran", "till"]
        widgets = {"fran": Dag(), "till": Dag()}
        help_texts = {
            "fran": "Som regel hela året före planens år, så att åren går att jämföra. "
            "Ändrar du bara året följer dagarna med.",
        }

    def __init__(self, data=None, *, user, instance):
        super().__init__(data, instance=instance)
        namnder = Namnd.objects.samordnade_av(user).i_ordning()
        self.fields["namnd"].queryset = namnder
        if len(namnder) == 1:
            self.initial["namnd"] = namnder[0].pk
            self.fields["namnd"].widget = forms.HiddenInput()

    def clean(self):
        data = super().clean()
        ar = data.get("ar") or 0  # the model refuses those out of range
        rort = {"fran", "till"} & set(self.changed_data)
        # Without JavaScript the days still say the year that was suggested.
        if FORSTA_AR <= ar <= SISTA_AR and not rort:
            forslag = Lagesbild.ny(None, ar)
            data |= {"fran": forslag.fran, "till": forslag.till}
        return data

    def spara(self, *, av):
        """Save and return the picture; leaves a trace."""
        bild = self.save(commit=False)
        bild.version, bild.andrad_av = 1, av
        bild.save()
        Spar.objects.skriv(Spar.Handling.SKAPAD, bild, av=av, namnd=bild.namnd)
        return bild


class BilduppgifterForm(RaknadForm):
    """The period that the figures are of."""

    class Meta:
        model = Lagesbild
        fields = ["fran", "till"]
        widgets = {"fran": Dag(), "till": Dag()}

    def i_sparet(self):
        return f"perioden för {self.instance}"
