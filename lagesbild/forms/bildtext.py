"""One of a picture's texts, and what is asked before it leaves for the police."""

from django import forms

from lagesbild.handlingar.skriv_text import (
    ArPublicerad,
    NagonHannFore,
    fingeravtryck,
    skriv_text,
)
from lagesbild.models import Lagesbild
from vbeplan.tema.formular import Dag, RenText
from vbeplan.text.falt import RikTextFormField, Skrivyta
from vbeplan.text.jamfor import jamfor_block

NAGON_SPARADE = (
    "Någon annan sparade texten medan du skrev. Det du skrev är inte sparat än, och "
    "står kvar här nedan. Jämför, ändra det du vill och spara igen."
)
PUBLICERAD = (
    "Lägesbilden publicerades medan du skrev, så texten går inte att spara. Kopiera "
    "det du vill ha kvar. Öppna lägesbilden igen om den ska ändras."
)
DAR = {
    "kartlaggning": "Vad underlaget visar: vad som har hänt, var och i vilken miljö, "
    "och vad som saknas. Aldrig om en enskild person.",
    "analys": "Vad det betyder: vad som är nytt, vad siffrorna bär och inte bär.",
    "stallningstagande": "Var det finns behov och var det inte finns, och vad nämnden "
    "vill göra.",
}


class BildtextForm(RenText, forms.Form):
    """`spara` refuses to write over what the user has not seen.

    After a refusal `annans` are the blocks (`Blockpar`) of what is saved now, compared
    with what she wrote. `text` may begin as something else than what is saved.
    """

    text = RikTextFormField(
        label="Text", required=False, widget=Skrivyta(attrs={"rows": 18})
    )
    sedd = forms.CharField(widget=forms.HiddenInput, required=False)
    annans = ()

    def __init__(self, data=None, *, bild, bilddel, text=None, **mer):
        self.bild, self.bilddel = bild, bilddel
        nu = getattr(bild, bilddel)
        start = {
            "text": nu if text is None else text,
            "sedd": fingeravtryck(nu),
        }
        super().__init__(data, initial=start, **mer)
        falt = Lagesbild._meta.get_field(bilddel)
        self.fields["text"].label = falt.verbose_name.capitalize()
        self.fields["text"].help_text = DAR[bilddel]

    def spara(self, *, av):
        """Save and return True; False when there is something to see first."""
        text, sedd = self.cleaned_data["text"], self.cleaned_data["sedd"]
        try:
            skriv_text(self.bild, self.bilddel, text, sedd=sedd, av=av)
        except ArPublicerad:
            self.add_error(None, PUBLICERAD)
        except NagonHannFore:
            self._visa_annans(text)
        return not self.errors

    def _visa_annans(self, text):
        self.bild.refresh_from_db()
        nu = getattr(self.bild, self.bilddel)
        self.annans = [p.markerat for p in jamfor_block(text, nu) if p.markerat]
        self.data = self.data.copy()
        self.data["sedd"] = fingeravtryck(nu)
        self.add_error(None, NAGON_SPARADE)


class SamradForm(RenText, forms.ModelForm):
    """When the police were consulted, and which function it was."""

    class Meta:
        model = Lagesbild
        fields = ["samradd", "samrad_med"]
        widgets = {"samradd": Dag()}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for falt in self.fields.values():
            falt.required = True
