"""The municipality and its boards."""

import io

from django import forms
from PIL import Image

from vbeplan.organisation.models import Delomrade, Kommun, Logotyp, Namnd
from vbeplan.tema.rentext import RenText

MAX_LOGOTYP = 2 * 1024 * 1024
STORST = 1600  # px; wider is scaled down, the paper shows some centimetres


class Farg(forms.TextInput):
    """The browser's own colour field; the value is # and six hex digits."""

    input_type = "color"

    def use_required_attribute(self, initial):
        return False  # HTML knows no empty colour, hence no required one


class KommunForm(RenText, forms.ModelForm):
    class Meta:
        model = Kommun
        fields = ["namn", "farg"]
        widgets = {"farg": Farg()}


class NamndForm(RenText, forms.ModelForm):
    """A board, its mark, and its parts one to a line."""

    logotypfil = forms.ImageField(
        label="Logotyp",
        required=False,
        help_text="PNG eller JPEG på högst 2 MB. Visas på planens framsida.",
    )
    delomraden_text = forms.CharField(
        label="Delområden",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Ett på varje rad.",
    )

    class Meta:
        model = Namnd
        fields = ["namn", "kort", "typ", "farg"]
        widgets = {"farg": Farg()}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            namn = self.instance.delomraden.values_list("namn", flat=True)
            self.initial["delomraden_text"] = "\n".join(namn)

    def clean_logotypfil(self):
        fil = self.cleaned_data.get("logotypfil")
        if not fil:
            return None
        if fil.size > MAX_LOGOTYP or fil.image.format not in ("PNG", "JPEG"):
            raise forms.ValidationError(
                "Välj en bild i PNG eller JPEG på högst 2 MB, till exempel exporterad "
                "ur kommunens grafiska profil."
            )
        fil.seek(0)
        return _ritad_om(fil)

    def clean_delomraden_text(self):
        rader = self.cleaned_data["delomraden_text"].splitlines()
        namn = list(
            dict.fromkeys(" ".join(rad.split()) for rad in rader if rad.strip())
        )
        if langa := [n for n in namn if len(n) > 100]:
            raise forms.ValidationError(
                f"«{langa[0][:40]} …» är för långt. Ett namn får vara 100 tecken."
            )
        return namn

    def save(self, **kwargs):
        namnd = super().save(**kwargs)
        namn = self.cleaned_data["delomraden_text"]
        namnd.delomraden.exclude(namn__in=namn).delete()
        for ett in namn:
            Delomrade.objects.get_or_create(namnd=namnd, namn=ett)
        if bild := self.cleaned_data.get("logotypfil"):
            Logotyp.objects.update_or_create(
                namnd=namnd, defaults={"bild": bild, "typ": "image/png"}
            )
        return namnd


def _ritad_om(fil):
    """Return the picture drawn anew as PNG: only pixels come in, no metadata."""
    bild = Image.open(fil)
    bild.thumbnail((STORST, STORST))
    ut = io.BytesIO()
    bild.convert("RGBA").save(ut, "PNG", optimize=True)
    return ut.getvalue()
