"""Forms of follow-up: an occasion, its last day, its letters, and one report."""

import re
from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format

from aktiviteter.handlingar.uppfoljning import las_tillfalle
from aktiviteter.models import NagonHannFore, Tillfalle, Uppfoljning
from aktiviteter.uppfoljning.dagar import foreslagen_dag
from aktiviteter.uppfoljning.resultat import tal_i_ord
from blanketter.forms.raknad import NAGON_HANN_FORE
from vbeplan.organisation.models import Spar
from vbeplan.tema.formular import Dag, RenText
from vbeplan.text.jamfor import jamfor_ord

SENASTE_DAG = timedelta(days=3 * 366)
STANGT = (
    "Uppföljningen är stängd, så det du skrev är inte sparat. Det står kvar här nedan: "
    "kopiera det och be samordnaren öppna tillfället igen."
)
_TAL = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_MELLANRUM = re.compile(r"[\s\u00a0\u202f]")


def _inte_forbi(dag):
    idag = timezone.localdate()
    if dag < idag:
        raise ValidationError("Dagen har redan varit. Välj en dag från och med i dag.")
    if dag > idag + SENASTE_DAG:
        raise ValidationError("Dagen ligger mer än tre år bort. Kontrollera året.")


class TillfalleForm(RenText, forms.ModelForm):
    """A new occasion of a plan; an empty day becomes the wheel's."""

    class Meta:
        model = Tillfalle
        fields = ["period", "ar", "senast"]
        widgets = {"senast": Dag(), "ar": forms.TextInput({"inputmode": "numeric"})}
        help_texts = {"ar": "Det år som rapporten gäller."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        plan = self.instance.plan
        self.fields["period"].choices = Tillfalle.Period.choices
        self.fields["senast"].required = False
        forval = self.initial.get("period"), self.initial.get("ar")
        if all(forval):
            dag = foreslagen_dag(plan, forval[1], forval[0])
            self.initial["senast"] = max(dag, timezone.localdate() + timedelta(days=14))
        self.fields[
            "senast"
        ].help_text = "Sista dagen för rollerna. Tomt blir årshjulets dag."

    def clean_ar(self):
        ar, planens = self.cleaned_data["ar"], self.instance.plan.ar
        if not planens <= ar <= planens + 4:
            raise ValidationError(f"Skriv ett år från {planens} till {planens + 4}.")
        return ar

    def clean(self):
        data = super().clean()
        if "senast" in self.errors or not {"ar", "period"} <= data.keys():
            return data
        if not data.get("senast"):
            dag = foreslagen_dag(self.instance.plan, data["ar"], data["period"])
            self.instance.senast = data["senast"] = dag
        try:
            _inte_forbi(data["senast"])
        except ValidationError as fel:
            self.add_error("senast", fel)
        return data

    def validate_unique(self):
        """Also with the plan, which the form doesn't show."""
        data = self.cleaned_data
        finns = self.instance.plan.tillfallen.filter(
            ar=data.get("ar"), period=data.get("period")
        )
        if finns.exists():
            self.add_error(
                "period", "Det tillfället finns redan. Öppna det i listan i stället."
            )


class DagForm(RenText, forms.Form):
    """Another last day, when it is changed or the occasion is opened again."""

    senast = forms.DateField(
        label="Svar senast",
        widget=Dag(),
        validators=[_inte_forbi],
        help_text="Rollernas länkar gäller till och med den dagen.",
    )


class OppnaIgenForm(DagForm):
    """Why a closed occasion is opened again, and until when."""

    skal = forms.CharField(
        label="Varför öppnas det igen?",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Skälet står kvar på tillfällets sida.",
    )


class MottagareForm(RenText, forms.Form):
    """Where a role's letter is sent; no address, no letter."""

    markera_frivilliga = False
    epost = forms.CharField(
        label="E-post",
        max_length=254,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, data=None, *, lage, **kwargs):
        self.lage = lage
        initial = {"epost": lage.epost}
        super().__init__(data, prefix=f"r{lage.roll.pk}", initial=initial, **kwargs)
        self.fields["epost"].label = str(lage.roll)
        self.fields["epost"].help_text = self._hjalp()

    def _hjalp(self):
        delar = [self.lage.innehavare or "Vakant", f"{len(self.lage.kvar)} kvar"]
        if dag := self.lage.fick_brev:
            delar.append(f"brev den {date_format(dag, 'j F Y')}")
        if self.lage.ny_innehavare:
            delar.append("ny innehavare sedan förra brevet: kontrollera adressen")
        return " · ".join(delar)

    def clean_epost(self):
        epost = self.cleaned_data["epost"].strip()
        try:
            if epost:
                validate_email(epost)
        except ValidationError:
            raise ValidationError(
                "Skriv en e-postadress, till exempel skolan@kommunen.se, eller töm "
                "rutan."
            ) from None
        return epost


class Talfalt(forms.DecimalField):
    """A number as people write it: «1 250,5», «85 %», «80 platser»."""

    def __init__(self, *args, enhet="", **kwargs):
        self.enhet = enhet
        super().__init__(*args, **kwargs)

    def to_python(self, value):
        if isinstance(value, str):
            value = _MELLANRUM.sub("", value.replace("\u2212", "-"))
            for slut in (_MELLANRUM.sub("", self.enhet), "%"):
                if slut and value.casefold().endswith(slut.casefold()):
                    value = value[: -len(slut)]
            value = value.replace(",", ".", 1)
            if value and not _TAL.fullmatch(value):  # Decimal takes «1e9» and «NaN»
                raise ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(value)


class RapportForm(RenText, forms.ModelForm):
    """How one activity stands. `spara` writes over nothing that hasn't been seen.

    After a refusal `annans` lists (label, the words that are saved now).
    """

    markera_frivilliga = False  # all but one; what is needed when stands in words
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    annans = ()

    class Meta:
        model = Uppfoljning
        fields = ["status", "resultat", "skal", "utfall", "nasta"]
        widgets = {
            "status": forms.RadioSelect,
            "resultat": forms.Textarea(attrs={"rows": 5}),
            "skal": forms.Textarea(attrs={"rows": 3}),
            "nasta": Dag(),
        }
        labels = {"status": "Hur går det?", "skal": "Varför?"}
        help_texts = {
            "skal": "Behövs när aktiviteten är försenad eller utgår. Nämnden läser "
            "det.",
            "nasta": "Om något ska stämmas av innan nästa tillfälle.",
        }

    field_order = ["status", "resultat", "skal", "utfall", "nasta", "version"]

    def __init__(self, data=None, *args, instance, **kwargs):
        super().__init__(data, *args, instance=instance, **kwargs)
        self.initial["version"] = instance.version if instance.pk else 0
        self.fields["status"].required = True
        self.fields["status"].choices = Uppfoljning.Status.choices
        self.fields["status"].error_messages["required"] = "Välj hur det går."
        self.fields["utfall"] = self._utfallsfalt(instance.aktivitet)
        self.order_fields(self.field_order)
        if instance.utfall is not None:
            self.initial["utfall"] = tal_i_ord(instance.utfall)

    def _utfallsfalt(self, aktivitet):
        mal, enhet = tal_i_ord(aktivitet.maltal), aktivitet.malenhet
        hjalp = f"Målet är {mal} {enhet}".rstrip() + "." if mal else ""
        fel = {
            "invalid": "Skriv bara ett tal, till exempel 40 eller 0,5.",
            "max_digits": "Skriv högst %(max)s siffror.",
            "max_decimal_places": "Skriv högst %(max)s decimaler.",
            "max_whole_digits": "Skriv högst %(max)s siffror före kommat.",
        }
        return Talfalt(
            label=f"Utfall ({enhet})" if enhet else "Utfall i tal",
            enhet=enhet,
            max_digits=12,
            decimal_places=2,
            required=False,
            help_text=hjalp or "Om det går att räkna.",
            error_messages=fel,
            widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        )

    def clean_resultat(self):
        return self.cleaned_data["resultat"].strip()

    def spara(self, *, av=None, roll=None):
        """Save and return True; False when there is something to see first.

        `roll` is whom it is reported for; None when the coordinator does it herself.
        """
        with transaction.atomic():
            tillfalle = las_tillfalle(self.instance.tillfalle_id)
            if not tillfalle.ar_oppet:
                self.add_error(None, STANGT)
                return False
            if self._skriv(av, roll):
                self._spar(tillfalle, av)
                return True
        return self._efter_annan()

    def _skriv(self, av, roll):
        rad, sedd = self.instance, self.cleaned_data["version"] or 0
        rad.rapporterad, rad.roll, rad.andrad_av = timezone.now(), roll, av
        if not sedd:
            if self._sparad() is not None:
                return False
            rad.pk = None
            rad.save(force_insert=True)
            return True
        try:
            rad.spara_over(sedd, av=av)
        except NagonHannFore:
            return False
        return True

    def _spar(self, tillfalle, av):
        vad = f"aktivitet {self.instance.aktivitet.nummer}, {tillfalle}"
        if av is None:
            vad += f" (länk till {self.instance.roll})"
        namnd = tillfalle.plan.namnd
        Spar.objects.skriv(Spar.Handling.RAPPORTERAD, vad, av=av, namnd=namnd)

    def _sparad(self):
        rader = Uppfoljning.objects.filter(tillfalle=self.instance.tillfalle_id)
        return rader.filter(aktivitet=self.instance.aktivitet_id).first()

    def _efter_annan(self):
        """Show both, unless what this form would save is saved already."""
        nu = self._sparad() or Uppfoljning()
        self.annans = [
            (falt.label, jamfor_ord(_i_ord(namn, mitt), _i_ord(namn, annans)) or "Tomt")
            for namn, falt in self.fields.items()
            if namn != "version"
            if (mitt := self.cleaned_data[namn]) != (annans := getattr(nu, namn))
        ]
        if not self.annans:
            return True
        self.add_error(None, NAGON_HANN_FORE)
        self.data["version"] = nu.version if nu.pk else 0
        return False


def _i_ord(namn, varde):
    if namn == "status":
        return Uppfoljning.Status(varde).label if varde else ""
    if namn == "utfall":
        return tal_i_ord(varde)
    if namn == "nasta":
        return date_format(varde, "j F Y") if varde else ""
    return varde or ""
