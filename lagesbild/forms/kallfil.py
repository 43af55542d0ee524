"""A file that a source sent, to be kept outside the picture."""

from base64 import b64encode
from pathlib import PurePath

from django import forms
from django.db import transaction

from lagesbild.models import Kallfil
from vbeplan.organisation.models import Spar
from vbeplan.tema.formular import RenText
from vbeplan.text.svenska import tvatta

STORST = 10 * 1024**2  # bytes of one file
MEST = 20  # files of one source


class KallfilForm(RenText, forms.Form):
    fil = forms.FileField(
        label="Fil",
        help_text="Högst 10 MB. Filen krypteras och syns bara för nämndens samordnare.",
        error_messages={"empty": "Filen är tom. Kontrollera att rätt fil är vald."},
    )

    def __init__(self, *args, kalla, **kwargs):
        super().__init__(*args, **kwargs)
        self.kalla = kalla

    def clean_fil(self):
        fil = self.cleaned_data["fil"]
        if fil.size > STORST:
            raise forms.ValidationError(
                f"Filen är {fil.size / 1024**2:.0f} MB och får vara högst 10 MB. Spara "
                "den i mindre delar, eller skriv på källans sida var den finns."
            )
        if self.kalla.filer.count() >= MEST:
            raise forms.ValidationError(
                f"Källan har redan {MEST} filer. Ta bort någon som inte behövs."
            )
        return fil

    @transaction.atomic
    def spara(self, *, av):
        """Keep the file; leaves a trace, which doesn't name it."""
        fil = self.cleaned_data["fil"]
        namn = " ".join(tvatta(PurePath(fil.name).name).split())[-200:] or "fil"
        innehall = b64encode(fil.read()).decode()
        rad = Kallfil.objects.create(
            kalla=self.kalla, filnamn=namn, innehall=innehall, storlek=fil.size
        )
        vad, namnd = f"en fil till källan {self.kalla}", self.kalla.namnd
        Spar.objects.skriv(Spar.Handling.SKAPAD, vad, av=av, namnd=namnd)
        return rad
