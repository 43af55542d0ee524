"""Which two roles are one, and under which name."""

from django import forms

from vbeplan.organisation.models import Roll
from vbeplan.organisation.rollnamn import ar_lika
from vbeplan.tema.formular import RenText


class SlaSammanForm(RenText, forms.Form):
    """The other role of the same board, and which of the two names stays.

    When it is valid, `bort` is the role that goes away and `kvar` the one that stays.
    """

    DEN_ANDRA, DEN_HAR = "andra", "har"
    markera_frivilliga = False

    med = forms.ModelChoiceField(
        Roll.objects.none(),
        label="Samma roll som",
        error_messages={
            "required": "Välj den andra rollen.",
            "invalid_choice": "Rollen finns inte längre. Välj en annan.",
        },
    )
    namn = forms.ChoiceField(
        label="Vilket namn ska stå kvar?", widget=forms.RadioSelect, initial=DEN_ANDRA
    )

    def __init__(self, *args, roll, **kwargs):
        super().__init__(*args, **kwargs)
        self.roll = roll
        andra = Roll.objects.i_bruk().filter(namnd=roll.namnd_id).exclude(pk=roll.pk)
        andra = andra.i_ordning()
        self.fields["med"].queryset = andra
        self.fields["med"].choices = [("", "Välj roll"), *_val(roll, andra)]
        self.fields["namn"].choices = [
            (self.DEN_ANDRA, "Den andra rollens namn"),
            (self.DEN_HAR, roll.namn),
        ]

    def clean(self):
        data = super().clean()
        if data.get("med") and data.get("namn"):
            par = (self.roll, data["med"])
            self.bort, self.kvar = par if data["namn"] == self.DEN_ANDRA else par[::-1]
        return data


def _val(roll, andra):
    """Return the choices, those that look like the same role first."""
    rader = [(r.pk, r.namn, ar_lika(r.namn, roll.namn)) for r in andra]
    lika = [(pk, namn) for pk, namn, ar in rader if ar]
    ovriga = [(pk, namn) for pk, namn, ar in rader if not ar]
    if not lika:
        return ovriga
    return [("Liknar den här", lika), ("Övriga roller", ovriga)]
