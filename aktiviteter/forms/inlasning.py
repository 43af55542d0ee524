"""Bringing in a plan file: choosing it, and saying yes to what became of it."""

from django import forms
from django.db import transaction
from django.utils import timezone

from aktiviteter.handlingar import importera_plan, plan_finns
from aktiviteter.models import Handlingsplan, Inlasning
from aktiviteter.models.handlingsplan import FORSTA_AR, SISTA_AR
from aktiviteter.planfil import las_planfil
from aktiviteter.utbyte import UtbyteFel, granska
from vbeplan.filer.fel import FilFel
from vbeplan.organisation.models import Namnd
from vbeplan.tema.formular import RenText


def _arsfalt(**val):
    return forms.IntegerField(
        label="År",
        min_value=FORSTA_AR,
        max_value=SISTA_AR,
        error_messages={
            "invalid": "Skriv året med fyra siffror.",
            "min_value": "Skriv ett år från %(limit_value)s.",
            "max_value": "Skriv ett år till och med %(limit_value)s.",
        },
        **val,
    )


class FilForm(RenText, forms.Form):
    """A file, whose it is, and for which year."""

    fil = forms.FileField(
        label="Planen som fil",
        help_text="En Word-fil (.docx) eller en plan exporterad härifrån (.json).",
        error_messages={
            "required": "Välj en fil.",
            "empty": "Filen är tom. Kontrollera att rätt fil är vald och sparad.",
        },
        widget=forms.FileInput(attrs={"accept": ".docx,.json"}),
    )
    namnd = forms.ModelChoiceField(Namnd.objects.none(), label="Nämnd")
    ar = _arsfalt(
        required=False,
        help_text="Det år som planen ska gälla. Tomt: det år som står i filen.",
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        namnder = Namnd.objects.samordnade_av(user).i_ordning()
        self.fields["namnd"].queryset = namnder
        if len(namnder) == 1:
            self.fields["namnd"].empty_label = None

    def clean(self):
        data = super().clean()
        if data.get("fil") and data.get("namnd"):
            self._las(data)
        return data

    def _las(self, data):
        self.bytes = data["fil"].read()
        try:
            self.plan = las_planfil(
                data["fil"].name, self.bytes, namnd=data["namnd"], ar=data.get("ar")
            )
        except (FilFel, UtbyteFel) as fel:
            self.add_error("fil", str(fel))

    def spara(self, *, av):
        """Keep the file and what was read until the user has seen it."""
        Inlasning.objects.gamla().delete()
        data = self.cleaned_data
        return Inlasning.objects.create(
            av=av,
            namnd=data["namnd"],
            ar=data["ar"] or self.plan.get("ar") or timezone.localdate().year,
            filnamn=data["fil"].name[-200:],
            fil=self.bytes,
            data=self.plan,
        )


class InlasningForm(RenText, forms.ModelForm):
    """The yes. The year can still be changed, for the file is read again then."""

    class Meta:
        model = Inlasning
        fields = ["ar"]

    ar = _arsfalt()

    def clean_ar(self):
        ar = self.cleaned_data["ar"]
        namnd = self.instance.namnd
        if finns := Handlingsplan.objects.filter(namnd=namnd, ar=ar).first():
            raise forms.ValidationError(plan_finns(finns))
        return ar

    def skapa_plan(self, *, av):
        """Make the plan, let go of the file and return the plan.

        None, with the reason on the form, when the file no longer gives a plan or
        somebody made one for the year just now.
        """
        try:
            return self._skapa(av)
        except (FilFel, UtbyteFel) as fel:
            self.add_error("ar", str(fel))
            return None

    @transaction.atomic
    def _skapa(self, av):
        inlasning = self.instance
        if "ar" in self.changed_data:
            # «Hösten» and «VB» mean another year now, so the file is read again.
            inlasning.data = las_planfil(
                inlasning.filnamn,
                bytes(inlasning.fil),
                namnd=inlasning.namnd,
                ar=inlasning.ar,
            )
        plan = importera_plan(
            granska(inlasning.data), namnd=inlasning.namnd, ar=inlasning.ar, av=av
        )
        inlasning.delete()
        return plan
