"""Makes two spellings of one role into one."""

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from aktiviteter.handlingar.uppfoljning import flytta_rapporterna
from aktiviteter.historia.skriv import Handling, las_planen, skriv_versioner
from aktiviteter.models import Aktivitet, Andring, Ansvar, Handlingsplan
from aktiviteter.models.handlingsplan import BESLUTADE
from vbeplan.organisation.models import Innehav, Roll, Spar
from vbeplan.organisation.models.roll import EN_DAG


class InnehavKrockar(Exception):  # noqa: N818 — Swedish: the holders clash
    """Two people have the two roles on the same day: `krockar` is pairs of Innehav."""

    def __init__(self, krockar):
        self.krockar = krockar
        super().__init__(krockar)


def innehav_efter(bort, kvar):
    """Return the holders of the role that the two become, unsaved, the first first.

    The same name in both, at once or with no day between, is one period. Raises
    InnehavKrockar.
    """
    alla = sorted(Innehav.objects.filter(roll__in=[bort, kvar]), key=lambda i: i.fran)
    rader = []
    for innehav in alla:
        ny = Innehav(roll=kvar, namn=innehav.namn, fran=innehav.fran, till=innehav.till)
        if rader and _ar_samma(rader[-1], ny):
            rader[-1].till = _senare(rader[-1].till, ny.till)
        else:
            rader.append(ny)
    krockar = [
        (a, b) for i, a in enumerate(rader) for b in rader[i + 1 :] if a.krockar_med(b)
    ]
    if krockar:
        raise InnehavKrockar(krockar)
    return rader


def _ar_samma(a, b):
    samma_namn = a.namn.casefold() == b.namn.casefold()
    return samma_namn and (a.till is None or b.fran <= a.till + EN_DAG)


def _senare(a, b):
    return None if a is None or b is None else max(a, b)


def ansvariga_efter(ansvariga, bort, kvar):
    """Return an activity's roles, [(role's id, part)] in order, after the merge.

    A role that stands there under both names keeps the first place and the heavier
    part: main responsible before the others.
    """
    arter = list(Ansvar.Art)
    efter = {}
    for roll, art in ansvariga:
        roll = kvar if roll == bort else roll
        efter[roll] = min(efter.get(roll, art), art, key=arter.index)
    return list(efter.items())


@transaction.atomic
def sla_samman_roller(bort, kvar, *, av):
    """Let `kvar` take over all that hangs on `bort`, which goes away.

    Activities of all years, holders, and the people who report for the role. Each
    plan's history keeps how its rows were. In a decided plan only the role's row is
    another: its words are sealed, and so is which roles a row has. Where it has both,
    `bort` stays for that alone, as one that `kvar` has replaced. Raises InnehavKrockar
    or Roll.DoesNotExist, and then nothing has changed. Both roles belong to one board.
    """
    # All its plans, so that nobody gives a row the role that goes away meanwhile.
    planer = Handlingsplan.objects.filter(namnd=kvar.namnd_id).order_by("pk")
    list(planer.select_for_update(no_key=True).values_list("pk"))
    if len(Roll.objects.las([bort.pk, kvar.pk])) < len({bort, kvar}):
        raise Roll.DoesNotExist
    innehav = innehav_efter(bort, kvar)
    bada = i_beslutade(bort, kvar)
    _byt_i_beslutade(bort, kvar, bada)
    for plan in _planer(bort):
        _byt_roll(plan, bort, kvar, av=av)
    Innehav.objects.filter(roll__in=[bort, kvar]).delete()
    Innehav.objects.bulk_create(innehav)
    flytta_rapporterna(bort, kvar)
    for medlemskap in bort.medlemskap.all():
        medlemskap.roller.add(kvar)
        medlemskap.roller.remove(bort)
    Spar.objects.skriv(
        Spar.Handling.SAMMANSLAGEN, f"{bort} med {kvar}", av=av, namnd=kvar.namnd
    )
    bort.ersatter.update(ersatt_av=kvar)
    if bada:
        Roll.objects.filter(pk=bort.pk).update(ersatt_av=kvar)
    else:
        Roll.objects.filter(pk=bort.pk).delete()


def _byt_i_beslutade(bort, kvar, bada):
    """Let the roles of sealed rows change place, never their number or part.

    On a row with both, `kvar` takes the heavier part (`ansvariga_efter`).
    """
    beslutade = Handlingsplan.objects.filter(namnd=kvar.namnd_id).beslutade()
    ansvar = Ansvar.objects.filter(aktivitet__plan__in=beslutade)
    ansvar.filter(roll=bort).exclude(aktivitet__in=bada).update(roll=kvar)
    arter = list(Ansvar.Art)
    for aktivitet in bada:
        rader = aktivitet.ansvar.filter(roll__in=[bort, kvar])
        tyngst = min(rader, key=lambda rad: (arter.index(rad.art), rad.ordning))
        if tyngst.roll_id == bort.pk:
            _byt_plats(rader, bort, kvar)


def _byt_plats(rader, ena, andra):
    """Swap two roles of an activity; by a third, since it has each only once."""
    tredje = Roll.objects.create(namnd=ena.namnd, namn=f"{ena.pk} byter {andra.pk}")
    pk = {rad.roll_id: rad.pk for rad in rader}
    for rad, roll in ((ena, tredje), (andra, ena), (ena, andra)):
        Ansvar.objects.filter(pk=pk[rad.pk]).update(roll=roll)
    tredje.delete()


def i_beslutade(bort, kvar):
    """Return the activities of decided plans on which both roles stand."""
    beslutade = Handlingsplan.objects.filter(namnd=kvar.namnd_id).beslutade()
    rader = Aktivitet.objects.filter(plan__in=beslutade, ansvar__roll=bort)
    rader = rader.filter(pk__in=Ansvar.objects.filter(roll=kvar).values("aktivitet"))
    return list(rader.select_related("plan").order_by("-plan__ar", "nummer"))


def _planer(roll):
    planer = Handlingsplan.objects.filter(aktiviteter__ansvar__roll=roll)
    return planer.exclude(status__in=BESLUTADE).order_by("pk").distinct()


def _byt_roll(plan, bort, kvar, *, av):
    las_planen(plan, aven_last=True)  # a role's name follows the register
    rader = Aktivitet.objects.filter(plan=plan, ansvar__roll=bort)
    pk = list(rader.values_list("pk", flat=True))
    for aktivitet in Aktivitet.objects.filter(pk__in=pk):
        _ge_den_andra(aktivitet, bort, kvar)
    Aktivitet.objects.filter(pk__in=pk).update(
        version=F("version") + 1, andrad=timezone.now(), andrad_av=av
    )
    andring = Andring.objects.create(
        plan=plan,
        av=av,
        handling=Handling.ANDRAD,
        vad=f"rollen {bort} till {kvar}"[:200],
    )
    skriv_versioner(andring, Aktivitet.objects.filter(pk__in=pk).med_ansvar())
    plan.innehall_andrat()


def _ge_den_andra(aktivitet, bort, kvar):
    fore = list(aktivitet.ansvar.select_related("roll"))
    roller = {a.roll_id: a.roll for a in fore} | {kvar.pk: kvar}
    efter = ansvariga_efter([(a.roll_id, a.art) for a in fore], bort.pk, kvar.pk)
    aktivitet.satt_ansvar([(roller[pk], art) for pk, art in efter])
