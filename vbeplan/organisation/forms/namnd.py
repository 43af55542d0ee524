"""The municipality and its boards."""

import io

from django import forms
from django.utils import timezone
from django.utils.formats import date_format
from PIL import Image, ImageOps

from vbeplan.organisation.models import Delomrade, Kommun, Logotyp, Namnd
from vbeplan.organisation.models.namnd import BARA_AZ
from vbeplan.tema.formular import Dag, RenText
from vbeplan.text.svenska import i_svensk_ordning, normalisera

MAX_LOGOTYP = 2 * 1024 * 1024
STORST = 1600  # px; wider is scaled down, the paper shows some centimetres

MAX_PUNKTER = 25_000_000  # a small file can hold a picture that fills the memory
FEL_BILD = (
    "Välj en bild i PNG eller JPEG på högst 2 MB, till exempel exporterad ur kommunens "
    "grafiska profil."
)
TRASIG_BILD = (
    "Filen går inte att läsa som bild. Exportera logotypen på nytt som PNG eller JPEG "
    "och välj den filen."
)


# How the board's plan is decided; the chain of states follows it.
BESLUTSGANG = ("beslutas_av", "ks_godkanner", "revideras_vart", "sekreterare_epost")
# What becomes of it; asked only of a board that there is.
SLUTET = ("upphor", "efterfoljare")
KORT_STAR_PA_ANSLAG = (
    " Byts det slutar gamla anslag, koder och länkar till nämnden att fungera."
)
UTAN_DAG = (
    "Skriv vilken dag nämnden upphör. Finns den kvar, ta bort krysset under Nämnder "
    "som tar över."
)


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
        error_messages={"invalid_image": TRASIG_BILD},
        help_text="PNG eller JPEG på högst 2 MB. Visas på planens framsida.",
    )
    utan_logotyp = forms.BooleanField(label="Ta bort logotypen", required=False)
    delomraden_text = forms.CharField(
        label="Delområden",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Ett på varje rad. Ett som läggs till senare räknas från den dagen, "
        "och lägesbilden jämför då inte med tiden före.",
    )

    class Meta:
        model = Namnd
        fields = ["namn", "kort", "typ", "farg", *BESLUTSGANG, *SLUTET]
        widgets = {
            "farg": Farg(),
            "beslutas_av": forms.RadioSelect,
            "upphor": Dag(),
            "efterfoljare": forms.CheckboxSelectMultiple,
        }
        error_messages = {"kort": {"invalid": BARA_AZ}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not Logotyp.objects.filter(namnd=self.instance.pk).exists():
            del self.fields["utan_logotyp"]
        self._fraga_om_slutet()
        if self.instance.pk:
            delar = list(self.instance.delomraden.order_by(i_svensk_ordning("namn")))
            oppna = [d.namn for d in delar if d.stangt is None]
            self.initial["delomraden_text"] = "\n".join(oppna)
            self._beratta_om([d for d in delar if d.stangt])
            self.fields["kort"].help_text += KORT_STAR_PA_ANSLAG
        self.order_fields([n for n in self.fields if n not in SLUTET])
        self.stangda = []

    def _fraga_om_slutet(self):
        andra = list(Namnd.objects.exclude(pk=self.instance.pk).i_ordning())
        if self.instance.pk is None:
            for falt in SLUTET:
                del self.fields[falt]
        elif andra:
            self.fields["efterfoljare"].choices = [(n.pk, n.namn) for n in andra]
        else:
            del self.fields["efterfoljare"]

    def clean(self):
        data = super().clean()
        tar_over = list(data.get("efterfoljare") or ())
        if tar_over and not data.get("upphor") and "upphor" not in self.errors:
            self.add_error("upphor", UTAN_DAG)
        if runt := [n for n in tar_over if self.instance in n.blir()]:
            self.add_error(
                "efterfoljare",
                f"{runt[0]} har själv gått upp i {self.instance}. Ta bort krysset, "
                f"eller öppna {runt[0]} och ändra där.",
            )
        return data

    def _beratta_om(self, stangda):
        """Say which parts are closed, below the field where they are opened again."""
        if stangda:
            namn = [f"{d.namn} ({date_format(d.stangt, 'j F Y')})" for d in stangda]
            falt = self.fields["delomraden_text"]
            falt.help_text += (
                f" Stängda: {', '.join(namn)}. Skriv namnet igen för att öppna."
            )

    def clean_logotypfil(self):
        fil = self.cleaned_data.get("logotypfil")
        if not fil:
            return None
        bredd, hojd = fil.image.size
        for_stor = fil.size > MAX_LOGOTYP or bredd * hojd > MAX_PUNKTER
        if for_stor or fil.image.format not in ("PNG", "JPEG"):
            raise forms.ValidationError(FEL_BILD)
        fil.seek(0)
        try:
            return _ritad_om(fil)
        except (OSError, SyntaxError, ValueError) as fel:
            raise forms.ValidationError(TRASIG_BILD) from fel

    def clean_delomraden_text(self):
        rader = self.cleaned_data["delomraden_text"].splitlines()
        namn = [" ".join(rad.split()) for rad in rader if rad.strip()]
        namn = list({normalisera(n): n for n in namn}.values())
        if langa := [n for n in namn if len(n) > 100]:
            raise forms.ValidationError(
                f"”{langa[0][:40]} …” är för långt. Ett namn får vara 100 tecken."
            )
        return namn

    def save(self, **kwargs):
        """Save the board. `stangda` are then the parts that could only be closed."""
        namnd = super().save(**kwargs)
        self._spara_delomraden(namnd)
        if self.cleaned_data.get("utan_logotyp"):
            Logotyp.objects.filter(namnd=namnd).delete()
        if bild := self.cleaned_data.get("logotypfil"):
            Logotyp.objects.update_or_create(
                namnd=namnd, defaults={"bild": bild, "typ": "image/png"}
            )
        return namnd

    def _spara_delomraden(self, namnd):
        idag = timezone.localdate()
        namnen = {normalisera(n): n for n in self.cleaned_data["delomraden_text"]}
        finns = {normalisera(d.namn): d for d in namnd.delomraden.all()}
        for norm, ett in finns.items():
            borta = norm not in namnen and ett.stangt is None
            if borta and ett.ta_bort(idag):
                self.stangda.append(ett.namn)
        for norm, namn in namnen.items():
            ett = finns.get(norm)
            if ett is None:
                # The first divide what was there; a later may be land that wasn't.
                fran = idag if finns else None
                Delomrade.objects.create(namnd=namnd, namn=namn, fran=fran)
            else:
                ett.kallas(namn, idag)


def _ritad_om(fil):
    """Return the picture drawn anew as PNG: only pixels come in, no metadata."""
    bild = ImageOps.exif_transpose(Image.open(fil))
    bild.thumbnail((STORST, STORST))
    ut = io.BytesIO()
    bild.convert("RGBA").save(ut, "PNG", optimize=True, icc_profile=None)
    return ut.getvalue()
