"""Activities in a list, in the words of the paper, with the plan they stand in."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.db.models import BigIntegerField, ExpressionWrapper, F, Max
from django.template.loader import render_to_string

from aktiviteter.models import Aktivitet, Ansvar
from vbeplan.tema.for_mallar import ForMallar

MEST = 1000  # rows of one filter's workbook
BLADDRAS = 200  # rows that one pages through; to see more one narrows the filter
_BORTOM_ID = 1 << 40
RITADE = 2048  # rows, about a kilobyte each


@dataclass(frozen=True, slots=True)
class Filterrad(ForMallar):
    """One activity, as the filter's table shows it."""

    nummer: int
    titel: str
    url: str
    plan: str
    ansvarig: str
    tidplan: str
    uppfoljning: str
    avstamning: date | None
    fakta: tuple[tuple[str, str], ...]

    def html(self, *, med_plan):
        """Return the table's row; `med_plan` says which plan it stands in."""
        return _rita(self, med_plan)


@lru_cache(RITADE)
def _rita(rad, med_plan):
    """Set a row once: the same come back in every filter, and follow from the words."""
    varden = {"rad": rad, "med_plan": med_plan}
    return render_to_string("aktiviteter/filterrad.html", varden)


def filterrader(pk):
    """Return a `Filterrad` for each activity, in the order of their ids."""
    rader = Aktivitet.objects.filter(pk__in=pk).select_related("plan__namnd")
    rader = {a.pk: _rad(a) for a in rader.med_ansvar()}
    return [rader[p] for p in pk if p in rader]


def _rad(a):
    fakta = (
        ("Målgrupp", a.malgrupp),
        ("Nivå", a.get_niva_display()),
        ("Nationell strategi", a.get_strategiomrade_display()),
        ("Insatsområde", a.insatsomrade),
    )
    return Filterrad(
        nummer=a.nummer,
        titel=a.titel,
        url=a.get_absolute_url(),
        plan=f"{a.plan.namnd} {a.plan.ar}",
        ansvarig=Ansvar.som_ord(a.ansvariga),
        tidplan=a.tidplan.hanvisning or a.tidplan.text,
        uppfoljning=a.uppfoljning.hanvisning or a.uppfoljning.text,
        avstamning=a.avstamning,
        fakta=tuple((etikett, varde) for etikett, varde in fakta if varde),
    )


def nyaste(planer):
    """Return the id of each board's newest plan; year and id are compared as one."""
    bada = ExpressionWrapper(F("ar") * _BORTOM_ID + F("pk"), BigIntegerField())
    nyast = planer.order_by().values("namnd").annotate(nyast=Max(bada))
    return [nr % _BORTOM_ID for nr in nyast.values_list("nyast", flat=True)]
