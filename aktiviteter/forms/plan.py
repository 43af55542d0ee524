"""The plan's own facts: year, title, and what stands in the document box."""

from datetime import date

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

# What stands on a cover from one year to the next; days and numbers do not
FOLJER_MED = ("dokumenttyp", "dokumentagare", "budgetmal")


class NyPlanForm(RenText, forms.ModelForm):
    """Which board and year, and what the plan starts from: nothing, or earlier plans.

    Two plans when boards have become one; the second belongs to another board than the
    first, and is only asked for by who coordinates several.
    """

    TOM, STANDARD = "tom", "standard"
    borja_med = forms.ChoiceField(
        label="Börja med",
        help_text="Texterna följer med, och varje aktivitet får ett beslut: behåll, "
        "ändra, slutförd eller avsluta. Du kan ändra allt sedan.",
    )
    och_med = forms.ChoiceField(
        label="Har två nämnder blivit en? Den andra nämndens plan",
        required=False,
        help_text="Kapitel med samma rubrik blir ett. Aktiviteter som har samma nummer "
        "i båda planerna får varsitt.",
    )

    class Meta:
        model = Handlingsplan
        fields = ["namnd", "ar", "titel"]

    def __init__(self, *args, user, forval="", namnd="", **kwargs):
        super().__init__(*args, **kwargs)
        alla = Namnd.objects.samordnade_av(user).i_ordning()
        namnder = [n for n in alla if not n.har_upphort()]
        self.planer = Handlingsplan.objects.samordnade(user).nyast_forst()
        self.fields["namnd"].queryset = alla.verksamma()
        if len(namnder) == 1:
            self.fields["namnd"].empty_label = None
        if not namnder:
            slut = " ".join(n.slutet_i_ord for n in alla)
            self.fields["namnd"].help_text = f"{slut} Den får inga nya planer."
        planer = [(str(p.pk), _forlaga(p, alla)) for p in self.planer]
        self._borja_pa(forval)
        if vald := next((n for n in namnder if n.kort == namnd), None):
            self._ta_over(vald)
        self.fields["borja_med"].choices = [
            *planer,
            (self.STANDARD, "Tomma kapitel med de vanliga rubrikerna"),
            (self.TOM, "Inget, jag bygger själv"),
        ]
        self.fields["och_med"].choices = [("", "Nej, bara en nämnd"), *planer]
        if len({p.namnd_id for p in self.planer}) < 2:
            del self.fields["och_med"]

    def _borja_pa(self, forval):
        """Propose the year that follows the newest plan, or the one she came from."""
        vald = self._planen(forval)
        if vald:
            self.initial |= {"borja_med": forval, "namnd": vald.namnd_id}
            if str(vald.ar) not in vald.titel:
                self.initial["titel"] = vald.titel
        planer = [vald] if vald else self.planer
        aren = [p.ar + p.namnd.revideras_vart for p in planer]
        nasta = max(aren, default=timezone.localdate().year + 1)
        self.initial.setdefault("ar", nasta)

    def _ta_over(self, namnd):
        """Propose the newest plans of the boards that this one has taken over."""
        fore, senast = set(namnd.foregangare.values_list("pk", flat=True)), {}
        for plan in self.planer:  # the newest first
            if plan.namnd_id in fore:
                senast.setdefault(plan.namnd_id, plan)
        planer = [str(plan.pk) for plan in senast.values()]
        self.initial |= {"namnd": namnd.pk}
        self.initial |= dict(zip(("borja_med", "och_med"), planer, strict=False))

    def _planen(self, pk):
        return next((p for p in self.planer if str(p.pk) == pk), None)

    def clean(self):
        data = super().clean()
        forsta, andra = (
            self._planen(data.get(falt)) for falt in ("borja_med", "och_med")
        )
        self.forlagor = [plan for plan in (forsta, andra) if plan]
        namnd = data.get("namnd")
        if forsta and not andra and namnd and not namnd.tar_over_efter(forsta.namnd):
            fel = "Välj en plan som hör till samma nämnd."
            if "och_med" in self.fields:
                fel += " Har två nämnder blivit en, välj bådas planer."
            self.add_error("borja_med", fel)
        if andra and (forsta is None or forsta.namnd_id == andra.namnd_id):
            fel = "Välj två planer från olika nämnder, en här och en under Börja med."
            self.add_error("och_med", fel)
        if data.get("ar") and any(p.ar > data["ar"] for p in self.forlagor):
            self.add_error("ar", "Välj ett år som inte är före planen du börjar med.")
        if data.get("ar") and namnd and namnd.har_upphort(date(data["ar"], 1, 1)):
            fel = f"{namnd.slutet_i_ord} Välj den nämnd som tar över."
            self.add_error("namnd", fel)
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
        for falt in FOLJER_MED if self.forlagor else ():
            setattr(self.instance, falt, getattr(self.forlagor[0], falt))
        plan = self.save()
        if self.forlagor:
            borja_revidering(plan, *self.forlagor)
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
