"""What of a plan's history one wants to see. By GET: an address can be sent on."""

from django import forms
from django.utils import formats

from aktiviteter.historia.las import stunder
from aktiviteter.models import Andring
from aktiviteter.models.handlingsplan import BESLUTADE, OPPNA
from vbeplan.organisation.models import Anvandare
from vbeplan.tema.formular import Dag, radnummer


class LoggForm(forms.Form):
    """Who, what kind, which day."""

    markera_frivilliga = False
    vem = forms.ModelChoiceField(
        Anvandare.objects.none(), required=False, label="Vem", empty_label="Alla"
    )
    vad = forms.ChoiceField(required=False, label="Vad")
    dag = forms.DateField(required=False, label="Dag", widget=Dag())

    def __init__(self, *args, plan, **kwargs):
        super().__init__(*args, **kwargs)
        personer = plan.andringar.order_by().values("av")
        self.fields["vem"].queryset = Anvandare.objects.filter(pk__in=personer)
        self.fields["vad"].choices = [
            ("", "Allt"),
            *((v, f"{etikett[:1].upper()}{etikett[1:]}") for v, etikett in _SLAG),
        ]

    def valj(self, andringar):
        """Return those deeds that are asked for; a field that is wrong asks nothing."""
        data = self.cleaned_data if self.is_valid() else {}
        data = {falt: varde for falt, varde in data.items() if varde}
        vad = {"vem": "av", "vad": "handling", "dag": "tid__date"}
        return andringar.filter(**{vad[falt]: varde for falt, varde in data.items()})


_SLAG = [par for par in Andring.Handling.choices if par[0] != Andring.Handling.BORJAN]


class JamforForm(forms.Form):
    """From which moment to which; or from another year's plan."""

    NU = "nu"
    use_required_attribute = False  # one is always chosen
    fran = forms.ChoiceField(label="Från")
    till = forms.ChoiceField(label="Till")

    def __init__(self, fragat, *, plan, user, andra_ar):
        dagar, forsta, min_egen = stunder(plan, user)
        beslutad = _beslutad_version(plan)
        borjan = str(beslutad or forsta or "")
        super().__init__({"fran": borjan, "till": self.NU} | fragat)
        stunderna = [(str(pk), f"Slutet av {_dag(dag)}") for pk, dag in dagar]
        fran = [stund for stund in stunderna if stund[0] != str(beslutad)]
        if beslutad:
            ord_ = f"Version {plan.omgang - 1}, som den beslutades"
            fran.insert(0, (f"{beslutad}", ord_))
        if min_egen and min_egen != beslutad:
            fran.insert(0, (f"{min_egen}", "Sedan du sist ändrade något"))
        if forsta:
            fran.append((str(forsta), "När planen började"))
        fran += [(f"ar-{annan.ar}", f"Planen för {annan.ar}") for annan in andra_ar]
        valt = fragat.get("fran", "")
        nummer = radnummer(valt)
        vald = nummer and plan.andringar.filter(pk=nummer).exists()
        if vald and valt not in dict(fran):
            fran.insert(0, (valt, "Den ändring du valde"))
        self.fields["fran"].choices = fran
        self.fields["till"].choices = [(self.NU, "Nu"), *stunderna]
        self.forsta = forsta
        self.andra_ar = {f"ar-{annan.ar}": annan for annan in andra_ar}

    def valda(self):
        """Return (deed's id or None, deed's id or None, another plan or None)."""
        data = self.cleaned_data if self.is_valid() else {}
        fran, till = data.get("fran"), data.get("till", self.NU)
        till = None if till == self.NU else int(till)
        if annan := self.andra_ar.get(fran):
            return None, till, annan
        return int(fran) if fran else self.forsta, till, None


def _beslutad_version(plan):
    """Return the last deed before a new version was begun; None of a first version."""
    if plan.omgang == 1 or plan.ar_beslutad:
        return None
    oppnad = plan.stegen.filter(fran__in=BESLUTADE, till__in=OPPNA).last()
    fore = plan.andringar.filter(tid__lte=oppnad.tid) if oppnad else plan.andringar
    return fore.order_by("pk").values_list("pk", flat=True).last()


def _dag(dag):
    return formats.date_format(dag, "j F Y")
