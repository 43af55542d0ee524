"""The answer to a question: plans that one may see, and the places in them."""

from collections import Counter
from dataclasses import dataclass, field
from operator import itemgetter

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Max
from django.utils.safestring import SafeString

from aktiviteter.models import Aktivitet, Avsnitt, Handlingsplan
from aktiviteter.models.handlingsplan import med_ar
from aktiviteter.models.sokindex import Slag
from aktiviteter.sok import databas
from aktiviteter.sok.databas import Uttryck
from aktiviteter.sok.hennes import star_i_hennes
from aktiviteter.sok.ordlista import grupper
from aktiviteter.sok.stycken import stycken
from aktiviteter.sok.utdrag import Markning, Utdrag
from vbeplan.organisation.models import Namnd
from vbeplan.tema.for_mallar import ForMallar
from vbeplan.text.svenska import normalisera, ordningsnyckel

PER_SIDA = 8  # plans
TRAFFAR, MINST = 16, 2  # places on a page, and under one plan
I_EN_PLAN = 200
_AR, _NAMND = itemgetter(1), itemgetter(2)  # of a row (plan, year, board)


@dataclass(frozen=True, slots=True)
class Val:
    """What the search is narrowed to; every part may be left out."""

    ar: int | None = None
    namnd: str = ""
    aldre: bool = False  # earlier years' plans too
    slag: Slag | None = None
    flest: bool = False  # most places first, instead of newest
    plan: tuple[str, int] | None = None  # only this board's plan of the year


@dataclass(frozen=True, slots=True)
class Traff(ForMallar):
    """A place that answers: its heading and sentences with the words marked."""

    slag: str
    nummer: str
    rubrik: SafeString
    url: str
    utdrag: list[Utdrag]


@dataclass(frozen=True, slots=True)
class Plantraff(ForMallar):
    """A plan that answers, with its best places; `antal` counts them all."""

    titel: str
    namnd: str
    kort: str
    ar: int
    url: str
    utkast: bool
    antal: int
    traffar: list[Traff]

    @property
    def fler(self):
        return self.antal - len(self.traffar)


@dataclass(slots=True)
class Svar:
    """The ids of the plans that answer, in order, and how they spread."""

    planer: list = field(default_factory=list)
    aldre: int = 0  # earlier plans with the words, that were not asked for
    aren: list = field(default_factory=list)  # (year, number of plans)
    namnder: list = field(default_factory=list)  # (short name, name, number of plans)
    okanda: list = field(default_factory=list)  # words that no plan has
    grupper: list = field(default_factory=list)
    uttryck: Uttryck | None = None


def sok(user, fraga, val):
    """Return the `Svar` to a `Fraga` in the plans that the user may read."""
    ensam = len(fraga.termer) == 1 and not fraga.utan
    star = star_i_hennes(user)
    svar = Svar(grupper=grupper(fraga.termer, vidga=ensam, star=star))
    svar.okanda = [g.orden for g in svar.grupper if g.okand]
    if not svar.grupper or svar.okanda:
        return svar
    utan = grupper(fraga.utan, vidga=False, star=star)
    svar.uttryck = som_uttryck(svar.grupper, utan, val.slag)
    synliga = Handlingsplan.objects.for_user(user)
    namnder = _namndernas_namn(user)
    fa = not user.ar_central
    rader = _rader(synliga, svar.uttryck, fa=fa)
    if val.namnd:
        rader = [r for r in rader if _heter(namnder[r[2]], val.namnd)]
    valda = _valda(rader, synliga, val)
    svar.aldre = 0 if val.aldre or val.ar else len(rader) - len(valda)
    svar.aren = sorted(Counter(map(_AR, rader)).items(), reverse=True)
    svar.namnder = _namnder(valda, namnder)
    antal = _antal(svar.uttryck, [r[0] for r in valda], fa=fa) if val.flest else {}
    svar.planer = _ordnade(valda, namnder, antal)
    return svar


def som_uttryck(med, utan=(), slag=None):
    """Return what a place must have of some groups of words."""
    return Uttryck(
        tuple(g.numren for g in med if g.numren),
        tuple(nr for g in utan for nr in g.numren),
        tuple(nr for g in med for nr in g.fras),
        tuple(g.fras for g in utan if g.fras),
        slag,
    )


def _namndernas_namn(user):
    """Return (short name, name) of the boards that she may read, by their ids."""
    if not user.ar_central:
        return {
            m.namnd_id: (m.namnd.kort, m.namnd.namn)
            for m in user.medlemskapen
            if m.namnd
        }
    rader = Namnd.objects.order_by().values_list("pk", "kort", "namn")
    return {pk: (kort, namn) for pk, kort, namn in rader}


def _heter(namnd, sokt):
    """Tell whether a board, (short name, name), is meant by either or a beginning."""
    kort, namn = namnd
    return kort == sokt or normalisera(namn).startswith(normalisera(sokt))


def _rader(synliga, uttryck, *, fa):
    """Return the plans that answer as (plan, year, board)."""
    rader = synliga.filter(databas.planer(uttryck, fa=fa)).order_by()
    try:
        sql = rader.values_list("pk", "ar", "namnd_id").query.sql_with_params()
    except EmptyResultSet:  # she may read no plan
        return []
    return databas.hamta(*sql, fa=fa)


def _antal(uttryck, planer, *, fa):
    """Return the number of places by plan."""
    if fa:
        return Counter(p[0] >> 16 for p in _platser(planer, uttryck))
    return dict(databas.hamta(databas.antal_per_plan(uttryck), (), fa=False))


def _valda(rader, synliga, val):
    if val.ar:
        return [r for r in rader if r[1] == val.ar]
    if val.aldre or not rader:
        return rader
    nyast = dict(synliga.order_by().values_list("namnd").annotate(Max("ar")))
    return [r for r in rader if r[1] == nyast[r[2]]]


def _namnder(rader, namnder):
    antal = Counter(map(_NAMND, rader))
    rader = [(*namnder[pk], n) for pk, n in antal.items()]
    return sorted(rader, key=lambda rad: ordningsnyckel(rad[1]))


def _ordnade(rader, namnder, antal):
    """Return the plans' ids: most places first, newest first, then by board."""
    i_ordning = sorted(namnder, key=lambda pk: ordningsnyckel(namnder[pk][1]))
    plats = {pk: nr for nr, pk in enumerate(i_ordning)}
    # One number for each, since thousands of tuples are slow to compare.
    i_tur = {pk: plats[namnd] - ar * len(plats) for pk, ar, namnd in rader}
    ut = sorted(i_tur, key=i_tur.__getitem__)
    return sorted(ut, key=lambda pk: -antal.get(pk, 0)) if antal else ut


def plantraffar(svar, planer, *, alla=False):
    """Return a `Plantraff` for each of some plans' ids, in their order.

    A page shows some twenty places, the best of each plan; `alla` shows them all.
    """
    planer = list(planer)
    if not planer:
        return []
    rader = Handlingsplan.objects.select_related("namnd").in_bulk(planer)
    per = {pk: [] for pk in planer}
    for plats in _platser(planer, svar.uttryck):
        per[plats[0] >> 16].append(plats)
    hogst = I_EN_PLAN if alla else max(MINST, TRAFFAR // len(planer))
    visas = {pk: _bast(p, svar.uttryck)[:hogst] for pk, p in per.items()}
    objekt = _objekten([nyckel for rad in visas.values() for nyckel in rad], rader)
    markning = Markning(svar.grupper)
    return [
        _plantraff(rader[pk], len(per[pk]), [
            _traff(Slag(nyckel[0]), *objekt[nyckel], markning)
            for nyckel in visas[pk]
            if nyckel in objekt
        ])
        for pk in planer
        if pk in rader
    ]  # fmt: skip


def _platser(planer, uttryck):
    """Return (key, kind, object, heading) of the places in some plans.

    A cursor, since they may be many hundreds.
    """
    if not planer:
        return []
    with connection.cursor() as cursor:
        cursor.execute(databas.platsrader(planer, uttryck))
        return cursor.fetchall()


def _bast(platser, uttryck):
    """Return (kind, object), first with the words in the heading, else as written."""
    grupper = [set(grupp) for grupp in uttryck.med]

    def plats_i_planen(plats):
        nyckel, slag, _, rubrik = plats
        tal = set(databas.som_tal(rubrik)) if grupper else ()
        i_rubriken = tal and not any(map(tal.isdisjoint, grupper))
        return (not i_rubriken, slag, nyckel)

    return [plats[1:3] for plats in sorted(platser, key=plats_i_planen)]


_BLAND_SYSKON = (
    "SELECT count(*) FROM aktiviteter_avsnitt s WHERE s.plan_id = {0}.plan_id "
    "AND coalesce(s.overordnat_id, 0) = coalesce({0}.overordnat_id, 0) "
    "AND (s.ordning, s.id) <= ({0}.ordning, {0}.id)"
)
_KAPITEL = (
    "SELECT a.id, a.plan_id, a.rubrik, a.text, a.overordnat_id, "  # noqa: S608
    f"({_BLAND_SYSKON.format('a')}) AS plats, ({_BLAND_SYSKON.format('o')}) AS over "
    "FROM aktiviteter_avsnitt a LEFT JOIN aktiviteter_avsnitt o "
    "ON o.id = a.overordnat_id WHERE a.id IN ({})"
)


def _kapitel(pk):
    """Return (chapter, its number: «4» or «4.1») of some ids, in one query."""
    if not pk:
        return []
    rader = Avsnitt.objects.raw(_KAPITEL.format(",".join(map(str, pk))))
    return [(a, f"{a.over}.{a.plats}" if a.over else str(a.plats)) for a in rader]


def _objekten(nycklar, planer):
    """Return (object, address, number) of some places by (kind, id)."""
    hem = {pk: plan.get_absolute_url() for pk, plan in planer.items()}
    pk = {slag: [p for s, p in nycklar if s == slag] for slag in Slag}
    ut = {(Slag.PLAN, p): (planer[p], hem[p], "") for p in pk[Slag.PLAN]}
    for a, nummer in _kapitel(pk[Slag.AVSNITT]):
        ut[Slag.AVSNITT, a.pk] = (a, f"{hem[a.plan_id]}#{a.ankare}", nummer)
    if pk[Slag.AKTIVITET]:
        for a in Aktivitet.objects.filter(pk__in=pk[Slag.AKTIVITET]).med_ansvar():
            url = f"{hem[a.plan_id]}#{a.ankare}"
            ut[Slag.AKTIVITET, a.pk] = (a, url, str(a.nummer))
    return ut


def _plantraff(plan, antal, traffar):
    return Plantraff(
        titel=med_ar(plan.titel, plan.ar),
        namnd=plan.namnd.namn,
        kort=plan.namnd.kort,
        ar=plan.ar,
        url=plan.get_absolute_url(),
        utkast=plan.datum is None,
        antal=antal,
        traffar=traffar,
    )


def _traff(slag, objekt, url, nummer, markning):
    texter = stycken(objekt)
    return Traff(
        slag=slag.label,
        nummer=nummer,
        rubrik=markning.rubrik(texter[0].text if texter else ""),
        url=url,
        utdrag=markning.utdrag(texter),
    )
