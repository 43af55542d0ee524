"""One activity and the roles that answer for it."""

from functools import partial

from django import forms
from django.utils import timezone

from aktiviteter import historia
from aktiviteter.forms.behovssvar import SvararMotForm
from aktiviteter.forms.ny import NyForm
from aktiviteter.handlingar import ryms_som_roll
from aktiviteter.models import Aktivitet, Andring, Ansvar, Avsnitt
from aktiviteter.models.ansvar import Ansvarig
from aktiviteter.rollforslag import liknande_roller
from aktiviteter.tidsprak import foresla_avstamning
from vbeplan.organisation.models import Roll
from vbeplan.organisation.models.roll import MAX_ROLLNAMN
from vbeplan.tema.formular import Dag, RenText
from vbeplan.text.falt import Skrivyta
from vbeplan.text.svenska import normalisera

Handling = Andring.Handling


class AktivitetForm(NyForm):
    """Times are written in the coordinator's words and read when the form is.

    `ansvariga` is the formset of its roles, `svarar_mot` the form of the findings that
    it answers; both are valid, and saved, with the form. `mot` is a finding's id that a
    new activity is to answer.
    """

    tidplan_text = forms.CharField(
        label="Tidplan",
        max_length=300,
        required=False,
        help_text="Till exempel: Löpande, Hösten 2027, Vecka 43, T.o.m. 2027-12-31.",
    )
    uppfoljning_text = forms.CharField(
        label="Uppföljning",
        max_length=300,
        required=False,
        help_text="Till exempel: Tertialrapport 1, VB, I ordinarie uppföljning.",
    )

    class Meta:
        model = Aktivitet
        fields = [
            "titel",
            "beskrivning",
            "avsnitt",
            "tidplan_text",
            "avstamning",
            "uppfoljning_text",
            "mal",
            "maltal",
            "malenhet",
            "malgrupp",
            "niva",
            "insatsomrade",
            "strategiomrade",
        ]
        widgets = {
            "beskrivning": Skrivyta(attrs={"rows": 6}),
            "avstamning": Dag(),
            "maltal": forms.TextInput(attrs={"inputmode": "decimal"}),
        }
        localized_fields = ["maltal"]  # a Swede writes 0,5
        error_messages = {
            "maltal": {
                "invalid": "Skriv ett tal, till exempel 40 eller 0,5.",
                "max_whole_digits": "Skriv högst %(max)s siffror före kommat.",
                "max_digits": "Skriv högst %(max)s siffror.",
                "max_decimal_places": "Skriv högst %(max)s decimaler.",
            }
        }

    field_order = [*Meta.fields, "version", "nyckel"]
    I_HISTORIEN = {
        "avsnitt": ("avsnitt_id",),
        "tidplan_text": ("tidplan", "text"),
        "uppfoljning_text": ("uppfoljning", "text"),
    }

    def __init__(self, *args, mot="", **kwargs):
        super().__init__(*args, **kwargs)
        data = self.data if self.is_bound else None
        self.ansvariga = AnsvarFormSet(
            data, aktivitet=self.instance, auto_id=self.auto_id
        )
        self.svarar_mot = SvararMotForm(
            data, aktivitet=self.instance, forval=mot, auto_id=self.auto_id
        )
        plan = self.instance.plan
        self.fields["avsnitt"].queryset = Avsnitt.objects.filter(plan=plan)
        self.fields["avsnitt"].choices = partial(_kapitlen, plan)
        for falt in ("niva", "strategiomrade"):
            self.fields[falt].choices = [
                ("", "Inte angivet"),
                *self.fields[falt].choices[1:],
            ]
        if self.instance.maltal is not None:
            self.initial["maltal"] = self.instance.maltal.normalize()
        self.initial["tidplan_text"] = self.instance.tidplan.text
        self.initial["uppfoljning_text"] = self.instance.uppfoljning.text

    def clean(self):
        data = super().clean()
        if "avsnitt" in self.changed_data and data.get("avsnitt"):
            self.instance.avsnitt = data["avsnitt"]
            self.instance.stall_sist()
        self.instance.tolka_tider(
            self._omskriven("tidplan_text"), self._omskriven("uppfoljning_text")
        )
        self.instance.avstamning = data.get("avstamning")
        if "avstamning" not in self.errors and self.instance.behover_avstamning():
            self.add_error("avstamning", self._behover_avstamning())
        return data

    def _omskriven(self, falt):
        """Return the words of a changed field, None when it stands as it was."""
        if falt not in self.changed_data:
            return None
        return self.cleaned_data.get(falt, "")

    def _behover_avstamning(self):
        tidplan = self.instance.tidplan
        dag = foresla_avstamning(
            tidplan, ar=self.instance.plan.ar, idag=timezone.localdate()
        )
        forslag = f" Till exempel {dag.isoformat()}." if dag else ""
        return (
            f"Det som är ”{tidplan.text}” behöver en dag då ni ser efter hur det går."
            f"{forslag}"
        )

    def is_valid(self):
        delar = (self.ansvariga, self.svarar_mot)
        return all([super().is_valid(), *(del_.is_valid() for del_ in delar)])

    def innehall(self):
        roller = [[x["roll"], x["art"], None] for x in self.ansvariga.valda]
        return super().innehall() | {"ansvariga": roller}

    @property
    def har_nya_ord(self):
        """Tell whether what the paper shows of it changes; its place is no word."""
        andrade = set(self.changed_data) - {"avsnitt", "avstamning", *self.UTANFOR}
        return bool(andrade) or self.ansvariga.ar_andrade

    def _andra(self, av, version):
        flyttad = "avsnitt" in self.changed_data
        if flyttad:
            historia.las_planen(self.instance.plan)
        if self.har_nya_ord:
            self.instance.ord_skrivna()
        self.instance.spara_over(version, av=av)
        self.ansvariga.spara()
        self.svarar_mot.spara()
        self.andring = historia.skriv(
            Handling.ANDRAD, self.instance, av=av, ordning=flyttad
        )

    def _efter_annan(self, av):
        """As every form; but what it answers is no part of a clash, and is saved."""
        if not super()._efter_annan(av):
            return False
        if any(self.svarar_mot.andring):
            rader = Aktivitet.objects.select_for_update(of=["self"])
            rad = rader.select_related("plan__namnd").get(pk=self.instance.pk)
            rad.spara_over(rad.version, av=av)
            self.svarar_mot.spara()
            self.andring = historia.skriv(Handling.ANDRAD, rad, av=av)
        return True

    def _skapa(self, av, nyckel):
        aktivitet = self.instance
        historia.las_planen(aktivitet.plan)
        aktivitet.ta_nummer()
        aktivitet.stall_sist()
        aktivitet.andrad_av = av
        aktivitet.ord_skrivna()
        aktivitet.save()
        self.ansvariga.spara()
        self.svarar_mot.spara()
        self.andring = historia.skriv(Handling.SKAPAD, aktivitet, av=av, nyckel=nyckel)


def _kapitlen(plan):
    rader = plan.avsnitt.defer("text").i_lasordning()
    return [(a.pk, f"{a.nummer} {a.rubrik}") for a in rader]


class AnsvarForm(RenText, forms.Form):
    """A role by name: one that exists, or a new one."""

    roll = forms.CharField(
        label="Roll",
        required=False,
        max_length=MAX_ROLLNAMN,
        widget=forms.TextInput(attrs={"list": "roller", "autocomplete": "off"}),
    )
    art = forms.ChoiceField(label="Ansvar", choices=Ansvar.Art.choices)

    def clean_roll(self):
        if not ryms_som_roll(self.cleaned_data["roll"]):
            raise forms.ValidationError("Skriv ett kortare namn på rollen.")
        return self.cleaned_data["roll"]


class _AnsvarFormSet(forms.BaseFormSet):
    def __init__(self, *args, aktivitet, **kwargs):
        self.aktivitet = aktivitet
        finns = aktivitet.ansvar.select_related("roll") if aktivitet.pk else ()
        aktivitet.ansvariga = [Ansvarig(a.roll.namn, a.art, a.roll_id) for a in finns]
        initial = [{"roll": a.roll, "art": a.art} for a in aktivitet.ansvariga]
        super().__init__(*args, initial=initial, prefix="ansvar", **kwargs)

    def clean(self):
        sedda = set()
        for form in self.forms:
            norm = (
                normalisera(form.cleaned_data.get("roll", ""))
                if form.is_valid()
                else ""
            )
            if norm and norm in sedda:
                form.add_error("roll", "Rollen står redan på aktiviteten.")
            sedda.add(norm)

    liknar = ()  # (a new role, the one it is perhaps another spelling of)

    @property
    def valda(self):
        return [f.cleaned_data for f in self.forms if f.cleaned_data.get("roll")]

    @property
    def ar_andrade(self):
        fore = [(i["roll"], i["art"]) for i in self.initial or ()]
        return fore != [(x["roll"], x["art"]) for x in self.valda]

    def spara(self):
        """Write the roles in the order of the form; an emptied row goes away.

        The activity's `ansvariga` are then what its history keeps.
        """
        if not self.ar_andrade:
            return
        nya = [(x["roll"], x["art"]) for x in self.valda]
        namnd = self.aktivitet.plan.namnd
        self.liknar = liknande_roller(namnd, [namn for namn, _ in nya])
        roller = Roll.objects.med_namnen(namnd, [namn for namn, _ in nya])
        par = [(roller[normalisera(namn)], art) for namn, art in nya]
        self.aktivitet.satt_ansvar(par)


# A file may bring a hundred roles (see utbyte), and two empty rows come with them.
AnsvarFormSet = forms.formset_factory(
    AnsvarForm, formset=_AnsvarFormSet, extra=2, max_num=102, absolute_max=102
)
