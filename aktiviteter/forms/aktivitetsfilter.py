"""Which activities to show, as the address says it: the address is the saved filter."""

import re

from django import forms
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.functional import cached_property

from aktiviteter.models import Aktivitet, Aktivitetsfakta, Ansvar, Handlingsplan
from aktiviteter.models.sokindex import I_ORDNING
from aktiviteter.sok import databas
from aktiviteter.sok.fraga import las_fraga
from aktiviteter.sok.hennes import star_i_hennes
from aktiviteter.sok.ordlista import grupper
from aktiviteter.sok.traffar import som_uttryck
from aktiviteter.sok.urval import nyaste
from aktiviteter.tidsprak import Kanal, Tidtyp, tolka_tidplan
from vbeplan.organisation.models import Roll
from vbeplan.tema.adressfilter import IAdressen
from vbeplan.tema.formular import Dag, RenText
from vbeplan.text.svenska import normalisera

VALFRITT = ("", "Alla")
UTAN = "utan"
TIDER = [
    VALFRITT,
    ("lopande", "Löpande"),
    ("tidsatt", "Har ett slutdatum"),
    ("aterkommande", "Återkommande"),
    ("passerad", "Slutet har passerat"),
    ("utan", "Utan tid"),
    ("oklar", "Tid som inte går att läsa"),
]
ORDNING = [
    ("", "Nummer"),
    ("avstamning", "Nästa avstämning"),
    ("slut", "Slutdatum"),
]
FA_PLANER = 40
INGEN = Q(pk__in=())
_EN_PLAN = re.compile(r"(?P<namnd>[\w-]+)-(?P<ar>[0-9]{4})")


class AktivitetsfilterForm(IAdressen, RenText, forms.Form):
    """A GET form; nothing filled in shows each board's newest plan.

    `user` decides which plans there are. `filter` narrows any queryset of activities.
    """

    ord = forms.CharField(label="Ord", max_length=200, required=False)
    plan = forms.ChoiceField(label="Plan", required=False)
    namnd = forms.CharField(
        label="Nämnd",
        max_length=120,
        required=False,
        help_text="Namnet eller början på det.",
    )
    ansvarig = forms.CharField(
        label="Ansvarig roll",
        max_length=200,
        required=False,
        help_text="Rollens namn, eller utan.",
        widget=forms.TextInput(attrs={"list": "rollerna", "autocomplete": "off"}),
    )
    omrade = forms.CharField(
        label="Insatsområde",
        max_length=100,
        required=False,
        help_text="Namnet eller början på det, eller utan.",
    )
    strategi = forms.ChoiceField(
        label="Nationell strategi",
        required=False,
        choices=[VALFRITT, *Aktivitet.Strategiomrade.choices, (UTAN, "Inte angivet")],
    )
    niva = forms.ChoiceField(
        label="Nivå",
        required=False,
        choices=[VALFRITT, *Aktivitet.Niva.choices, (UTAN, "Inte angiven")],
    )
    tid = forms.ChoiceField(label="Tidplan", required=False, choices=TIDER)
    under = forms.CharField(
        label="Pågår under",
        max_length=100,
        required=False,
        help_text="Till exempel: hösten 2027, T2 2027, mars–maj.",
    )
    slutar_fore = forms.DateField(label="Slutar före", required=False, widget=Dag())
    avstams_fore = forms.DateField(label="Avstäms senast", required=False, widget=Dag())
    uppfoljning = forms.ChoiceField(
        label="Uppföljning",
        required=False,
        choices=[VALFRITT, *((k.value, k.etikett) for k in Kanal)],
    )
    rapport = forms.CharField(
        label="Rapportperiod",
        max_length=40,
        required=False,
        help_text="Till exempel: T2 2027.",
    )
    ordning = forms.ChoiceField(label="Ordnas efter", required=False, choices=ORDNING)

    def __init__(self, data, *, user, **kwargs):
        super().__init__(data, **kwargs)
        self.user = user
        self.synliga = Handlingsplan.objects.for_user(user)
        self.fields["plan"].choices = self._planval()
        if not user.ar_central:
            del self.fields["namnd"]  # her plans are listed one by one

    def _planval(self):
        """Each board's newest, all years, one year, and for a few boards one plan."""
        val = [("", "Den senaste planen"), ("alla", "Alla år")]
        if self.user.ar_central:
            en = self._plan(self.data.get("plan", "")).select_related("namnd").first()
            return [
                *val,
                *([(f"{en.namnd.kort}-{en.ar}", f"{en.ar} {en.namnd}")] if en else []),
                *((str(ar), str(ar)) for ar in self._aren),
            ]
        planer = self.synliga.select_related("namnd").order_by("-ar", "namnd_id")
        flera = len({p.namnd_id for p in planer}) > 1
        return val + [
            (f"{p.namnd.kort}-{p.ar}", f"{p.ar} {p.namnd}" if flera else str(p.ar))
            for p in planer
        ]

    @cached_property
    def _aren(self):
        """The years of the plans that she may read, newest first."""
        aren = self.synliga.order_by("-ar").values_list("ar", flat=True)
        return list(aren.distinct())

    def clean_under(self):
        text = self.cleaned_data["under"]
        if not text:
            return None
        tid = tolka_tidplan(text, ar=timezone.localdate().year)
        if tid.start is None and tid.slut is None:
            raise forms.ValidationError(
                tid.fel or "Skriv en tid, till exempel: hösten 2027 eller T2 2027."
            )
        return tid.start, tid.slut

    def filter(self, queryset):
        """Return the activities of `queryset` that the address asks for."""
        return queryset.filter(pk__in=self.fakta().values("pk"))

    def fakta(self):
        """Return `Aktivitetsfakta` of what the user may read and the address asks for.

        None of it when a part can't be read: the form then says which.
        """
        if not self.is_valid():
            return Aktivitetsfakta.objects.none()
        villkor = [getattr(self, f"_{falt}")(varde) for falt, varde in self._ifyllda()]
        return self._i_planerna().filter(*villkor).order_by(*self._ordnas())

    def _i_planerna(self):
        """A few plans by their ids; many by asking row by row, in the rows' order."""
        fakta, planer = Aktivitetsfakta.objects, self._planer()
        if self.user.ar_central:
            # Nothing to read among the drafts of the years to come
            fakta = fakta.filter(ar__lte=max(self._aren, default=0))
            if self.cleaned_data["plan"] == "alla" and planer is self.synliga:
                return fakta.filter(Exists(planer.filter(pk=OuterRef("plan_id"))))
        if len(self._plan_id) <= FA_PLANER:
            return fakta.filter(plan_id__in=self._plan_id)
        # The sum keeps the index of plans out: the rows come in order, and few are read
        return fakta.alias(plan=F("plan_id") + 0).filter(plan__in=self._plan_id)

    @cached_property
    def _plan_id(self):
        planer = self._planer().order_by()
        if self.cleaned_data["plan"]:
            return list(planer.values_list("pk", flat=True))
        return nyaste(planer)

    def _ifyllda(self):
        utom = {"plan", "namnd", "ordning"}
        return [(f, v) for f, v in self.cleaned_data.items() if v and f not in utom]

    def _ordnas(self):
        falt = self.cleaned_data["ordning"]
        return (F(falt).asc(nulls_last=True), *I_ORDNING) if falt else I_ORDNING

    def _planer(self):
        val, namnd = self.cleaned_data["plan"], self.cleaned_data.get("namnd")
        planer = self.synliga
        if namnd:
            norm = normalisera(namnd)
            planer = planer.filter(
                Q(namnd__namn_norm__startswith=norm) | Q(namnd__kort=norm)
            )
        if val == "alla":
            return planer
        if val.isdecimal():
            return planer.filter(ar=val)
        return planer & self._plan(val) if val else planer

    def _plan(self, val):
        """The plan that «ekhamra-2027» names."""
        delar = _EN_PLAN.fullmatch(val)
        if not delar:
            return self.synliga.none()
        return self.synliga.filter(namnd__kort=delar["namnd"], ar=delar["ar"])

    def _ord(self, text):
        fraga = las_fraga(text)
        star = star_i_hennes(self.user)
        med = grupper(fraga.termer, vidga=False, star=star)
        if not med or any(g.okand for g in med):
            return INGEN
        uttryck = som_uttryck(med, grupper(fraga.utan, vidga=False, star=star))
        fa = None if self.user.ar_central else self._plan_id
        return databas.aktiviteter(uttryck, fa)

    def _ansvarig(self, namn):
        if normalisera(namn) == UTAN:
            return Q(har_ansvarig=False)
        roller = self._roller(normalisera(namn))
        if not roller:
            return INGEN
        return Q(pk__in=Ansvar.objects.filter(roll__in=roller).values("aktivitet"))

    def _roller(self, norm):
        """The ids of the roles with just that name, else with the words in it."""
        roller = Roll.objects.i_bruk().order_by()
        if not self.user.ar_central:
            roller = roller.for_user(self.user)
        roller = roller.values_list("pk", flat=True)
        namnda = list(roller.filter(namn_norm=norm))
        return namnda or list(roller.filter(namn_norm__contains=norm))

    def _omrade(self, omrade):
        if normalisera(omrade) == UTAN:
            return Q(insatsomrade="")
        return Q(insatsomrade__startswith=normalisera(omrade))

    def _strategi(self, val):
        return Q(strategiomrade="" if val == UTAN else val)

    def _niva(self, val):
        return Q(niva="" if val == UTAN else val)

    def _tid(self, val):
        idag = timezone.localdate()
        return {
            "lopande": Q(tidtyp=Tidtyp.LOPANDE),
            "tidsatt": Q(slut__isnull=False),
            "aterkommande": Q(tidtyp=Tidtyp.ATERKOMMANDE),
            "passerad": Q(slut__lt=idag),
            "utan": Q(tidtyp=Tidtyp.SAKNAS),
            "oklar": Q(tidtyp=Tidtyp.OKLAR),
        }[val]

    def _under(self, spann):
        """What goes on then: begun before its end, and not over before its start."""
        start, slut = spann
        villkor = ~Q(tidtyp__in=[Tidtyp.SAKNAS, Tidtyp.OKLAR])
        if slut:
            villkor &= Q(start__isnull=True) | Q(start__lte=slut)
        if start:
            villkor &= Q(slut__isnull=True) | Q(slut__gte=start)
        return villkor

    def _slutar_fore(self, dag):
        return Q(slut__lt=dag)

    def _avstams_fore(self, dag):
        return Q(avstamning__lte=dag)

    def _uppfoljning(self, kanal):
        return Q(kanaler__contains=f"|{kanal}|")

    def _rapport(self, period):
        return Q(perioder__icontains=f"|{' '.join(period.split())}")
