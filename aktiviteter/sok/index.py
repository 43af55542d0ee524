"""Keeps the search's index true, whoever wrote in the plans.

`ikapp` reads what the triggers have noted and is called before every search, so that
an index that is behind is never asked. `bygg` does it for everything and tells what was
not as it should be.
"""

from collections import Counter
from itertools import pairwise
from zlib import crc32

from django.db import connection, transaction

from aktiviteter.models import (
    Aktivitet,
    Avsnitt,
    Handlingsplan,
    Ordpar,
    Planord,
    Plats,
    Sokko,
    Sokord,
)
from aktiviteter.models.sokindex import Slag
from aktiviteter.sok.fakta import skriv_fakta
from aktiviteter.sok.led import stammar_i
from aktiviteter.sok.ord import former, platt
from aktiviteter.sok.stam import stam
from aktiviteter.sok.stycken import stycken
from aktiviteter.sok.utlosare import PLATSER

MEST = 2000  # places read before one search; more than that is left to the next
PLANER_I_TAGET = 20
RADER = 500
AKTIVITETSBIT = 1 << 15
_LAS = 0x564245  # PostgreSQL's advisory lock: one reader of the queue at a time


def ikapp(hogst=MEST):
    """Read what has been written since the last search; return how much is left."""
    if not Sokko.objects.exists():
        return 0
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LAS])
        sist = Sokko.objects.order_by("pk")[hogst : hogst + 1].values_list("pk")
        sist = sist.first()
        ko = Sokko.objects.filter(pk__lt=sist[0]) if sist else Sokko.objects.all()
        rader = list(ko.values_list("pk", "slag", "objekt"))
        _las({(slag, objekt) for _, slag, objekt in rader})
        Sokko.objects.filter(pk__in=[pk for pk, _, _ in rader]).delete()
    return Sokko.objects.count() if sist else 0


def bygg():
    """Read every plan anew; return what the index had otherwise, as a Counter.

    The keys are "saknades", "andrat" and "for_mycket".
    """
    skillnad = Counter()
    _las_orden_om()
    planer = list(Handlingsplan.objects.order_by("pk").values_list("pk", flat=True))
    with transaction.atomic():
        Sokko.objects.all().delete()
        borta = Plats.objects.exclude(plan_id__in=Handlingsplan.objects.values("pk"))
        skillnad += _ta_bort(borta)
    for i in range(0, len(planer), PLANER_I_TAGET):
        with transaction.atomic():
            skillnad += _bygg_planer(planer[i : i + PLANER_I_TAGET])
    _ordna_textindex()
    return skillnad


def _ordna_textindex():
    """Let FTS5 merge what was written bit by bit; PostgreSQL sees to it by itself."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            for tabell in PLATSER:
                fts = f"{tabell}_fts"
                cursor.execute(f"INSERT INTO {fts} ({fts}) VALUES ('optimize')")  # noqa: S608


def _las_orden_om():
    """Give every known form the stem that today's rules give it."""
    nya = [
        Sokord(pk=o.pk, **_stammar(o.ord))
        for o in Sokord.objects.iterator()
        if o.stam != stam(o.ord)
    ]
    Sokord.objects.bulk_update(nya, ["stam", "platt", "plattstam", "bakifran"], RADER)


def _stammar(form):
    ord_ = stam(form)
    return {
        "stam": ord_,
        "platt": platt(form),
        "plattstam": platt(ord_),
        "bakifran": platt(ord_)[::-1],
    }


def _bygg_planer(planer):
    nycklar = {(Slag.PLAN, pk) for pk in planer}
    for slag, modell in ((Slag.AVSNITT, Avsnitt), (Slag.AKTIVITET, Aktivitet)):
        rader = modell.objects.filter(plan__in=planer)
        nycklar |= {(slag, pk) for pk in rader.values_list("pk", flat=True)}
    fanns = Plats.objects.filter(plan_id__in=planer).values_list("slag", "objekt")
    return _las(nycklar | set(fanns))


def _las(nycklar):
    """Make the index say what the places of `nycklar` (slag, id) say; tell the change.

    A place that is there no more goes away.
    """
    ska = {}
    for slag, objekt in _objekten(nycklar):
        ska[slag, objekt.pk] = objekt
    fore = _platser(nycklar)
    bort = [plats.pk for nyckel, plats in fore.items() if nyckel not in ska]
    skillnad = _ta_bort(Plats.objects.filter(pk__in=bort)) if bort else Counter()
    skillnad += _skriv(ska, fore)
    aktiviteter = [a for (slag, _), a in ska.items() if slag == Slag.AKTIVITET]
    skriv_fakta(nycklar, aktiviteter)
    return skillnad


def _objekten(nycklar):
    """Yield (slag, object) for what there is of `nycklar`."""
    pk = {slag: [p for s, p in nycklar if s == slag] for slag in Slag}
    planer = Handlingsplan.objects.select_related("namnd")
    for plan in planer.filter(pk__in=pk[Slag.PLAN]):
        yield Slag.PLAN, plan
    for avsnitt in Avsnitt.objects.filter(pk__in=pk[Slag.AVSNITT]):
        yield Slag.AVSNITT, avsnitt
    aktiviteter = Aktivitet.objects.filter(pk__in=pk[Slag.AKTIVITET])
    for aktivitet in aktiviteter.select_related("plan").med_ansvar():
        yield Slag.AKTIVITET, aktivitet


def _platser(nycklar):
    ut = {}
    for slag in Slag:
        pk = [p for s, p in nycklar if s == slag]
        for plats in Plats.objects.filter(slag=slag, objekt__in=pk):
            ut[plats.slag, plats.objekt] = plats
    return ut


def _ta_bort(platser):
    pk = list(platser.values_list("pk", flat=True))
    Ordpar.objects.filter(pk__in=pk).delete()
    Plats.objects.filter(pk__in=pk).delete()
    _skriv_planord({nyckel >> 16 for nyckel in pk})
    return Counter(for_mycket=len(pk)) if pk else Counter()


def _skriv(ska, fore):
    """Write the places that are new or say something else than before."""
    texter = {nyckel: stycken(objekt) for nyckel, objekt in ska.items()}
    _lar_orden({f for s in texter.values() for st in s for f in former(st.text)})
    par_fore = Ordpar.objects.in_bulk([p.pk for p in fore.values()])
    lediga = _Lediga(_plan_id(objekt) for objekt in ska.values())
    nya, andrade = [], []
    for (slag, pk), objekt in ska.items():
        plan_id, gammal = _plan_id(objekt), fore.get((slag, pk))
        rubrik, ord_, par_ = innehall(texter[slag, pk])
        if gammal and gammal.plan_id != plan_id:  # moved to another plan
            _ta_bort(Plats.objects.filter(pk=gammal.pk))
            gammal = None
        rader = nya
        if gammal:
            fanns = par_fore.get(gammal.pk)
            if (gammal.rubrik, gammal.ord) == (rubrik, ord_) and (
                fanns and fanns.ord == par_
            ):
                continue
            rader = andrade
        nyckel = gammal.pk if gammal else lediga.ta(plan_id, slag)
        varden = {"slag": slag, "objekt": pk, "rubrik": rubrik, "ord": ord_}
        plats = Plats(id=nyckel, plan_id=plan_id, **varden)
        rader.append((plats, Ordpar(id=nyckel, ord=par_)))
    _ersatt([rad[0] for rad in andrade], [rad[1] for rad in andrade])
    Plats.objects.bulk_create([rad[0] for rad in nya], RADER)
    Ordpar.objects.bulk_create([rad[1] for rad in nya], RADER)
    _skriv_planord({rad[0].plan_id for rad in (*nya, *andrade)})
    return Counter(saknades=len(nya), andrat=len(andrade))


def _ersatt(platser, par_):
    pk = [p.pk for p in platser]
    for modell, rader in ((Plats, platser), (Ordpar, par_)):
        modell.objects.filter(pk__in=pk).delete()
        modell.objects.bulk_create(rader, RADER)


def _skriv_planord(planer):
    """Gather what the places of some plans have, when it is something else now."""
    nycklar = {plan << 1 | bit for plan in planer for bit in (0, 1)}
    ska = {nyckel: set() for nyckel in nycklar}
    ord_ = Plats.objects.filter(plan_id__in=planer).values_list("pk", "ord")
    par_ = Ordpar.objects.filter(pk__in=[pk for pk, _ in ord_]).values_list("pk", "ord")
    for pk, numren in (*ord_, *par_):
        ska[pk >> 16 << 1 | bool(pk & AKTIVITETSBIT)].update(numren)
    fore = Planord.objects.in_bulk(nycklar)
    nya = [
        Planord(id=nyckel, ord=tuple(sorted(numren)))
        for nyckel, numren in ska.items()
        if nyckel not in fore or set(fore[nyckel].ord) != numren
    ]
    Planord.objects.filter(pk__in=[p.pk for p in nya]).delete()
    Planord.objects.bulk_create([p for p in nya if p.ord])


def innehall(texter):
    """Return what a place has: its heading, its words, its pairs, as sorted numbers.

    `texter` are its pieces (`stycken`).
    """
    rubrik, alla, par_ = set(), set(), set()
    for stycke in texter:
        formerna = former(stycke.text)
        numren = {tal(s) for form in formerna for s in stammar_i(form)}
        alla |= numren
        if stycke.rubrik:
            rubrik |= numren
        par_.update(tal(f" {form}") for form in formerna)
        par_.update(tal(f"{a} {b}") for a, b in pairwise(formerna))
    return tuple(sorted(rubrik)), tuple(sorted(alla)), tuple(sorted(par_))


def tal(ord_):
    """Return the number of a stem («skol»), a form (« skolan») or a pair («i skolan»).

    31 bits of a checksum, the same in every installation. Among thirty thousand stems
    two share a number one time in five; the page then shows a place without a mark.
    """
    return crc32(ord_.encode()) & 0x7FFFFFFF


def _lar_orden(formerna):
    """Remember the forms that are new, for beginnings, compounds and «Menade du»."""
    nya = sorted(formerna - _kanda(formerna))
    rader = [Sokord(ord=form, **_stammar(form)) for form in nya]
    Sokord.objects.bulk_create(rader, RADER)


def _kanda(formerna):
    formerna, ut = sorted(formerna), set()
    for i in range(0, len(formerna), RADER):
        kanda = Sokord.objects.filter(ord__in=formerna[i : i + RADER])
        ut.update(kanda.values_list("ord", flat=True))
    return ut


def _plan_id(objekt):
    return objekt.pk if isinstance(objekt, Handlingsplan) else objekt.plan_id


class _Lediga:
    """Gives out the free keys of some plans: chapters from 0, activities from 2¹⁵."""

    def __init__(self, planer):
        tagna = Plats.objects.filter(plan_id__in=set(planer))
        self.tagna = set(tagna.values_list("pk", flat=True))
        self.nasta = {}

    def ta(self, plan_id, slag):
        bit = AKTIVITETSBIT if slag == Slag.AKTIVITET else 0
        grund = plan_id << 16 | bit
        nyckel = self.nasta.get(grund, grund)
        while nyckel in self.tagna:
            nyckel += 1
        self.nasta[grund] = nyckel + 1
        return nyckel
