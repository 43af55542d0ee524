"""Read: her plans, each with the numbers of what waits in it, in one question."""

from django.db.models import Case, Exists, OuterRef, Q, Subquery, Value, When

from aktiviteter.arshjul import med_gjort
from aktiviteter.models import (
    Aktivitet,
    Anmarkning,
    Ansvar,
    Avfardad,
    Beslut,
    Handlingsplan,
    Revidering,
    Samrad,
    Villkor,
    Yttrande,
)
from aktiviteter.models.handlingsplan import OPPNA, Planstatus
from aktiviteter.tidsprak import Tidtyp
from vbeplan.organisation.models import Ratt
from vbeplan.organisation.models.medlemskap import NAMNDENS
from vbeplan.start.skrivbord.antal import antal_per


def egna(user, idag):
    """Return the plans of the boards she works with, the newest first.

    With `antal_aktiviteter`, and for who coordinates a board the numbers of `_vantar`.
    """
    namnder = user.namnd_id(*NAMNDENS)
    if not namnder:
        return []
    planer = Handlingsplan.objects.filter(namnd__in=namnder).nyast_forst()
    vantar = _vantar(idag) if user.namnd_id(Ratt.SAMORDNARE) else {}
    return list(med_gjort(planer.annotate(**_aktiviteter(), **vantar), idag))


def delade(user):
    """Return the newest plans that boards have shared, for the city's coordinator."""
    if not user.ar_central:
        return []
    rader = Handlingsplan.objects.filter(delad=True).nyast_forst()
    return list(rader.annotate(**_aktiviteter())[:5])


def aktuella(user, egna):
    """Return those of her `egna` whose year goes on, of boards that she coordinates:
    the newest of each, and older ones on their way to or from the board."""
    namnder, nyaste, rader = user.namnd_id(Ratt.SAMORDNARE), set(), []
    for plan in egna:
        ar_nyast = plan.namnd_id not in nyaste
        nyaste.add(plan.namnd_id)
        lever = plan.ar_beslutad or not plan.namnd.har_upphort()
        pa_vag = plan.status in _PA_VAG or (plan.har_beslutats and plan.ar_oppen)
        if plan.namnd_id in namnder and lever and (ar_nyast or pa_vag):
            rader.append(plan)
    return rader


_PA_VAG = (Planstatus.SAMRAD, Planstatus.TILL_NAMND, Planstatus.BESLUTAD,
           Planstatus.GODKAND)  # fmt: skip


def _aktiviteter():
    return {"antal_aktiviteter": antal_per(Aktivitet.objects, "plan")}


def _vantar(idag):
    """Return the numbers of what a coordinator has left to do, by what it is."""
    oppna = Aktivitet.objects.filter(plan__status__in=OPPNA)
    sena = Q(status=Samrad.Status.FRAGAD, svar_senast__lt=idag)
    ofragade = Q(status=Samrad.Status.INTE_FRAGAD)
    return {
        "anmarkningar_kvar": _i_nyaste(Anmarkning.objects.oppna()),
        "revideringar_kvar": antal_per(Revidering.objects.kvar(), "plan"),
        "sena_svar": antal_per(Samrad.objects.filter(sena), "plan"),
        "ofragade": antal_per(Samrad.objects.filter(ofragade), "plan"),
        "obesvarade": antal_per(Yttrande.objects.obesvarade(), "samrad__plan"),
        "ks_svar": _ks_svar(),
        "villkor_kvar": antal_per(Villkor.objects.kvar(), "beslut__plan"),
        "fel_tider": _i_nyaste(oppna.filter(_FEL, _star("omojligt_datum"))),
        "utan_avstamning": _i_nyaste(
            oppna.filter(_utan_avstamning(idag), _star("utan_avstamning"))
        ),
        "utan_ansvar": _i_nyaste(oppna.filter(_UTAN_ANSVAR, _star("utan_ansvarig"))),
    }


def _ks_svar():
    """Return what KS last said of the version that is decided, None before it has."""
    besluten = Beslut.objects.ks_svar().filter(
        plan=OuterRef("pk"), omgang=OuterRef("omgang")
    )
    return Subquery(besluten.order_by("-dag", "-pk").values("utfall")[:1])


def _i_nyaste(rader):
    """Return how many there are in a board's newest plan; older ones aren't counted."""
    nyare = Handlingsplan.objects.filter(namnd=OuterRef("namnd"), ar__gt=OuterRef("ar"))
    return Case(When(Exists(nyare), then=Value(0)), default=antal_per(rader, "plan"))


_FEL = ~Q(tidplan__fel="") & Q(tidplan__fel__isnull=False)
_UTAN_ANSVAR = ~Exists(Ansvar.objects.filter(aktivitet=OuterRef("pk")))


def _utan_avstamning(idag):
    pagar = Q(tidplan__slut=None) | Q(tidplan__slut__gte=idag.isoformat())
    return pagar & Q(tidplan__typ=Tidtyp.LOPANDE, avstamning=None)


def _star(slag):
    """Tell that nobody has put the activity's remark of the kind away.

    Whatever its words: the margin tells when those have changed.
    """
    return ~Exists(Avfardad.objects.filter(aktivitet=OuterRef("pk"), slag=slag))
