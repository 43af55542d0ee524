"""A form whose words go through the guard before they are received."""

from django import forms

from blanketter import stallen
from blanketter.models.blankett import STORSTA_TEXT
from blanketter.stada import stada


class Fritext(forms.CharField):
    """Words from a person, with what she can't have meant to write taken away."""

    widget = forms.Textarea(
        attrs={"rows": 9, "autocomplete": "off", "class": "form-control"}
    )

    def to_python(self, value):
        return stada(value or "")

    def validate(self, value):
        super().validate(value)
        if self.max_length is not None and len(value) > self.max_length:
            antalen = {"show_value": len(value), "limit_value": self.max_length}
            raise forms.ValidationError(
                self.error_messages["max_length"],
                code="max_length",
                params={vad: _grupperat(antal) for vad, antal in antalen.items()},
            )


def _grupperat(antal):
    return f"{antal:,}".replace(",", "\u00a0")


class VaktadForm(forms.Form):
    """The field `VAKTAT` is cleaned, and rewritten as its writer has chosen.

    For the page: `delar`, the text in pieces, `stallen`, what was found, and `antal`,
    how many places want an answer, of which the first stand among `stallen`.
    """

    VAKTAT = "text"
    # A browser's own words on an empty field come in its language, one at a time.
    use_required_attribute = False

    def __init__(self, data=None, **mer):
        self.delar, self.stallen, self.antal = [], [], 0
        super().__init__(self._vaktat(data) if data is not None else None, **mer)

    def _vaktat(self, data):
        data = data.copy()
        text = stada(data.get(self.VAKTAT, ""))
        if len(text) <= STORSTA_TEXT:
            text = stallen.tillampa(text, data)
            alla = stallen.stallena(text, data)
            self.delar = stallen.bitar(text, alla)
            alla = stallen.en_gang(alla)
            self.stallen = stallen.de_forsta(alla)
            self.antal = sum(not ett.ar_behallet for ett in alla)
        data[self.VAKTAT] = text
        return data

    def clean(self):
        data = super().clean()
        if self.antal:
            hur_manga = "ett ställe" if self.antal == 1 else f"{self.antal} ställen"
            nagra = self.antal > stallen.VISAS
            vilka = f"de {stallen.VISAS} första" if nagra else "varje ställe"
            self.add_error(
                self.VAKTAT,
                f"Texten kan peka ut någon på {hur_manga}. Välj vad du vill göra med "
                f"{vilka}, under texten.",
            )
        return data
