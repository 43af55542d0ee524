"""The plan's own facts: year, title, and what stands in the document box."""

from django import forms
from django.db import IntegrityError, transaction
from django.utils import timezone

from aktiviteter import historia
from aktiviteter.forms.version import VersionForm
from aktiviteter.handlingar import borja_med_standardkapitel, borja_revidering
from aktiviteter.models import Andring, Handlingsplan
from aktiviteter.models.handlingsplan import FINNS_REDAN
from vbeplan.organisation.models import Namnd, Spar
from vbeplan.tema.formular import Dag, RenText


class NyPlanForm(RenText, forms.ModelForm):
    """Which board and year, and what the plan starts from."""

    TOM, STANDARD = "tom", "standard"
    borja_med = forms.ChoiceField(
        label="Börja med",
        help_text="Du kan ändra, flytta och ta bort allt sedan.",
    )

    class Meta:
        model = Handlingsplan
        fields = ["namnd", "ar", "titel"]

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        namnder = Namnd.objects.samordnade_av(user).i_ordning()
        self.planer = Handlingsplan.objects.samordnade(user).nyast_forst()
        self.fields["namnd"].queryset = namnder
        if len(namnder) == 1:
            self.fields["namnd"].empty_label = None
        senast = max((p.ar for p in self.planer), default=timezone.localdate().year)
        self.initial.setdefault("ar", senast + 1)
        self.fields["borja_med"].choices = [
            *((str(p.pk), _forlaga(p, namnder)) for p in self.planer),
            (self.STANDARD, "Tomma kapitel med de vanliga rubrikerna"),
            (self.TOM, "Inget, jag bygger själv"),
        ]

    def clean(self):
        data = super().clean()
        forlaga = next(
            (p for p in self.planer if str(p.pk) == data.get("borja_med")), None
        )
        if forlaga and data.get("namnd") and forlaga.namnd_id != data["namnd"].pk:
            self.add_error("borja_med", "Välj en plan som hör till samma nämnd.")
        self.forlaga = forlaga
        return data

    def spara(self, *, av):
        """Make the plan and return it; None when one was made for the year just now."""
        try:
            return self._skapa(av)
        except IntegrityError:
            self.add_error(None, FINNS_REDAN)
            return None

    @transaction.atomic
    def _skapa(self, av):
        self.instance.andrad_av = av
        plan = self.save()
        if self.forlaga:
            borja_revidering(plan, self.forlaga)
        elif self.cleaned_data["borja_med"] == self.STANDARD:
            borja_med_standardkapitel(plan)
        historia.skriv_plan(Andring.Handling.SKAPAD, plan, av=av)
        Spar.objects.skriv(Spar.Handling.SKAPAD, plan, av=av, namnd=plan.namnd)
        return plan


def _forlaga(plan, namnder):
    vems = f", {plan.namnd}" if len(namnder) > 1 else ""
    return f"Texter och aktiviteter ur planen för {plan.ar}{vems}"


class PlanForm(VersionForm):
    class Meta:
        model = Handlingsplan
        fields = [
            "titel",
            "ar",
            "dnr",
            "datum",
            "giltig_till",
            "dokumenttyp",
            "dokumentagare",
            "budgetmal",
            "nasta_revidering",
        ]
        widgets = {"datum": Dag(), "giltig_till": Dag()}

    def spara(self, *, av):
        try:
            return super().spara(av=av)
        except IntegrityError:  # somebody has just made a plan for that year
            self.add_error("ar", FINNS_REDAN)
            return False

    def _andra(self, av, version):
        historia.las_planen(self.instance)
        self.instance.spara_over(version, av=av)
        self.andring = historia.skriv(Andring.Handling.ANDRAD, self.instance, av=av)

    def clean_ar(self):
        ar = self.cleaned_data["ar"]
        arets = Handlingsplan.objects.filter(namnd=self.instance.namnd_id, ar=ar)
        if arets.exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(FINNS_REDAN)
        return ar
