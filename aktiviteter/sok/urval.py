"""Activities in a list, in the words of the paper, with the plan they stand in."""

from dataclasses import dataclass
from datetime import date

from aktiviteter.models import Aktivitet, Ansvar
from aktiviteter.sok.stycken import NIVAER, STRATEGIOMRADEN
from aktiviteter.sok.traffar import ForMallar

MEST = 1000  # rows of one filter; more is to be narrowed


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
    fakta: list[tuple[str, str]]


def filterrader(pk):
    """Return a `Filterrad` for each activity, in the order of their ids."""
    rader = Aktivitet.objects.filter(pk__in=pk).select_related("plan__namnd")
    rader = {a.pk: _rad(a) for a in rader.med_ansvar()}
    return [rader[p] for p in pk if p in rader]


def _rad(a):
    fakta = (
        ("Målgrupp", a.malgrupp),
        ("Nivå", NIVAER.get(a.niva, "")),
        ("Nationell strategi", STRATEGIOMRADEN.get(a.strategiomrade, "")),
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
        fakta=[(etikett, varde) for etikett, varde in fakta if varde],
    )
