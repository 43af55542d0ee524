"""What of an activity is filtered by and isn't words: year, time, channels, level."""

from aktiviteter.models import Aktivitetsfakta, Plats
from aktiviteter.models.sokindex import Slag
from vbeplan.text.svenska import normalisera

RADER = 500


def skriv_fakta(nycklar, aktiviteter):
    """Let the activities among the keys (kind, id) have the facts they have now."""
    pk = [p for slag, p in nycklar if slag == Slag.AKTIVITET]
    if not pk:
        return
    platser = Plats.objects.filter(slag=Slag.AKTIVITET, objekt__in=pk)
    platser = dict(platser.values_list("objekt", "pk"))
    ska = {a.pk: {**fakta(a), "plats": platser[a.pk]} for a in aktiviteter}
    fore = {f["id"]: f for f in Aktivitetsfakta.objects.filter(pk__in=pk).values()}
    andrade = [p for p in pk if fore.get(p) != ska.get(p)]
    Aktivitetsfakta.objects.filter(pk__in=andrade).delete()
    Aktivitetsfakta.objects.bulk_create(
        [Aktivitetsfakta(**ska[p]) for p in andrade if p in ska], RADER
    )


def fakta(a):
    """Return the fields of `Aktivitetsfakta`; `a` has `plan` and `ansvariga` loaded."""
    rapporter = [a.uppfoljning, *a.uppfoljning.fler]
    return {
        "id": a.pk,
        "plan_id": a.plan_id,
        "ar": a.plan.ar,
        "nummer": a.nummer,
        "tidtyp": a.tidplan.typ.value,
        "start": a.tidplan.start,
        "slut": a.tidplan.slut,
        "avstamning": a.avstamning,
        "kanaler": _uppraknat(r.kanal.value for r in rapporter),
        "perioder": _uppraknat(r.period for r in rapporter),
        "niva": a.niva,
        "strategiomrade": a.strategiomrade,
        "insatsomrade": normalisera(a.insatsomrade),
        "har_ansvarig": bool(a.ansvariga),
    }


def _uppraknat(ord_):
    return "|" + "".join(f"{o}|" for o in dict.fromkeys(ord_) if o)
