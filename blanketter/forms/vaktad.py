"""A form whose words go through the guard before they are received."""

from dataclasses import dataclass

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


@dataclass(frozen=True)
class Vaktat:
    """A text as the guard leaves it, for the page to show.

    `delar` is it in pieces, `stallen` what was found, and `antal` how many places want
    an answer, of which the first stand among `stallen`.
    """

    text: str
    delar: list
    stallen: list
    antal: int

    @property
    def besked(self):
        """Return what to do about the places that want an answer."""
        hur_manga = "ett ställe" if self.antal == 1 else f"{self.antal} ställen"
        nagra = self.antal > stallen.VISAS
        vilka = f"de {stallen.VISAS} första" if nagra else "varje ställe"
        return (
            f"Texten kan peka ut någon på {hur_manga}. Välj vad du vill göra med "
            f"{vilka}, under texten."
        )


def vakta(text, val, langst=STORSTA_TEXT):
    """Return a text as Vaktat: cleaned, and rewritten as its writer has chosen.

    `val` is what the form sent (see stallen). One longer than `langst` is not looked
    through: the field refuses it.
    """
    text = stada(text)
    if len(text) > langst:
        return Vaktat(text, [], [], 0)
    text = stallen.tillampa(text, val)
    alla = stallen.stallena(text, val)
    delar, alla = stallen.bitar(text, alla), stallen.en_gang(alla)
    antal = sum(not ett.ar_behallet for ett in alla)
    return Vaktat(text, delar, stallen.de_forsta(alla), antal)


class VaktadForm(forms.Form):
    """The field `VAKTAT` is cleaned, and rewritten as its writer has chosen.

    For the page: `delar`, `stallen` and `antal` of the text, see Vaktat.
    """

    VAKTAT = "text"
    # A browser's own words on an empty field come in its language, one at a time.
    use_required_attribute = False

    def __init__(self, data=None, **mer):
        self.vaktat = Vaktat("", [], [], 0)
        super().__init__(self._vaktat(data) if data is not None else None, **mer)
        self.delar, self.stallen = self.vaktat.delar, self.vaktat.stallen
        self.antal = self.vaktat.antal

    def _vaktat(self, data):
        data = data.copy()
        self.vaktat = vakta(data.get(self.VAKTAT, ""), data)
        data[self.VAKTAT] = self.vaktat.text
        return data

    def clean(self):
        data = super().clean()
        if self.antal:
            self.add_error(self.VAKTAT, self.vaktat.besked)
        return data
