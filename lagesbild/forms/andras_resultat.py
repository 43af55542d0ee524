"""Another board's results: written in by hand, or taken in from its file."""

from django import forms

from lagesbild.enkatresultat.fragan import svarsord
from lagesbild.enkatresultat.intag import FelFil, tolka
from lagesbild.models import AnnatResultat
from vbeplan.filer.barn import kor_i_barn
from vbeplan.filer.fel import FilFel
from vbeplan.filer.filslag import EXCEL
from vbeplan.tema.formular import RenText
from vbeplan.text.svenska import normalisera

MAX_BYTE = 5 * 1024**2
HOGST = 100_000
EGNA = "Det här är er egen nämnd. Era egna svar står redan på resultatsidan."


class AndrasFilForm(RenText, forms.Form):
    """`intag` of a valid form is what the file holds, see enkatresultat/intag.py."""

    fil = forms.FileField(
        label="Fil med resultatet",
        help_text="En Excel- eller CSV-fil som den andra nämnden har hämtat på sin "
        "resultatsida.",
        error_messages={
            "required": "Välj en fil.",
            "empty": "Filen är tom. Kontrollera att rätt fil är vald och sparad.",
        },
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )

    def __init__(self, *args, bild, fragor, **kwargs):
        super().__init__(*args, **kwargs)
        self.bild, self.fragor = bild, fragor

    def clean_fil(self):
        fil = self.cleaned_data["fil"]
        if fil.size > MAX_BYTE:
            raise forms.ValidationError(
                f"Filen är större än {MAX_BYTE // 1024**2} MB. Kontrollera att du "
                "valde rätt fil."
            )
        try:
            rader = kor_i_barn(
                "lagesbild.resultatfil:las_resultat", fil.read(), slag=EXCEL
            )
            self.intag = tolka(rader, self.fragor, ar=self.bild.ar)
        except (FilFel, FelFil) as fel:
            raise forms.ValidationError(str(fel)) from fel
        if any(_ar_egen(a.fran, self.bild) for a in self.intag.resultat):
            raise forms.ValidationError(EGNA)
        return fil


class AndrasForm(RenText, forms.Form):
    """One question of one board. An answer without a number is one that it hid."""

    fran = forms.CharField(label="Nämnd", max_length=120)
    tillfragade = forms.IntegerField(
        label="Hur många som tillfrågades", min_value=0, max_value=HOGST, required=False
    )
    svarande = forms.IntegerField(
        label="Hur många som svarade på frågan", min_value=0, max_value=HOGST
    )

    def __init__(self, data=None, *, bild, fraga, rad=None):
        self.bild, self.fraga, self.rad = bild, fraga, rad
        start = {}
        if rad:
            start = {f"antal_{kod}": tal for kod, tal in rad.antal.items()}
            start |= {n: getattr(rad, n) for n in ("fran", "tillfragade", "svarande")}
        super().__init__(data, initial=start)
        for kod, text in svarsord(fraga):
            self.fields[f"antal_{kod}"] = forms.IntegerField(
                label=text, min_value=0, max_value=HOGST, required=False
            )

    def clean_fran(self):
        fran = self.cleaned_data["fran"]
        if _ar_egen(fran, self.bild):
            raise forms.ValidationError(EGNA)
        andra = self.bild.andras_resultat.filter(fran=fran, fraga=self.fraga["kod"])
        if andra.exclude(pk=self.rad and self.rad.pk).exists():
            raise forms.ValidationError(
                "Den nämndens svar på frågan är redan inlagda. Ändra dem i listan."
            )
        return fran

    def clean(self):
        data = super().clean()
        svarande, fragade = data.get("svarande"), data.get("tillfragade")
        if svarande is None:
            return data
        if fragade is not None and fragade < svarande:
            self.add_error("svarande", "De som svarade är fler än de tillfrågade.")
        for namn, tal in self._antal(data).items():
            if tal > svarande:
                self.add_error(namn, f"Bara {svarande} svarade på frågan.")
        self._granska_summan(data, svarande)
        return data

    def _granska_summan(self, data, svarande):
        """One choice each adds up to those who answered; several to at least that."""
        antal = self._antal(data)
        summa, alla = sum(antal.values()), len(antal) == len(svarsord(self.fraga))
        for_manga = summa > svarande and self.fraga["slag"] != "flera"
        if not self.errors and (for_manga or (alla and summa < svarande)):
            self.add_error(
                "svarande",
                f"Svaren blir tillsammans {summa}, men det står att {svarande} "
                "svarade. Lämna ett svar tomt om nämnden inte visar det.",
            )

    def _antal(self, data):
        return {
            n: tal
            for n, tal in data.items()
            if n.startswith("antal_") and tal is not None
        }

    def som_rad(self):
        """Return the AnnatResultat to save."""
        data = self.cleaned_data
        rad = self.rad or AnnatResultat(lagesbild=self.bild, fraga=self.fraga["kod"])
        for namn in ("fran", "tillfragade", "svarande"):
            setattr(rad, namn, data[namn])
        antal = self._antal(data).items()
        rad.antal = {n.removeprefix("antal_"): tal for n, tal in antal}
        return rad


def _ar_egen(fran, bild):
    return normalisera(fran) == normalisera(bild.namnd.namn)
