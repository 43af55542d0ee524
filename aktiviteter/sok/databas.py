"""Which plans and places have the words: the sentences that the databases differ in.

FTS5 knows nothing but a place's key, and the key holds the plan (`models.Plats`);
PostgreSQL asks an array with a GIN index. Only numbers of ours are ever put into the
sentences. For a few plans each plan is asked by itself: then what an answer costs says
nothing about the words of the plans that the user may not see.
"""

# ruff: noqa: S608, S611 — nothing but our own names and whole numbers is put together here

from contextlib import contextmanager
from typing import NamedTuple

from django.db import connection, transaction
from django.db.models import BooleanField, Q
from django.db.models.expressions import RawSQL

from aktiviteter.models.sokindex import Slag
from aktiviteter.sok.index import AKTIVITETSBIT

PLATS, PAR, PLANORD = "aktiviteter_plats", "aktiviteter_ordpar", "aktiviteter_planord"
PLANENS_ID = '"aktiviteter_handlingsplan"."id"'
FAKTANS_PLATS = '"aktiviteter_aktivitetsfakta"."plats"'
MANGA = 500  # plans
_UTAN_GENOMGANG = "SET LOCAL enable_seqscan = off; "
_INGA = "SELECT 0 WHERE 1 = 0"


class Uttryck(NamedTuple):
    """What a place must have, as numbers (`index.tal`).

    One of each group of `med`, none of `utan`, all of `fras`, and of no phrase in
    `ej_fraser` all. `slag` is None for every kind of place.
    """

    med: tuple[tuple[int, ...], ...]
    utan: tuple[int, ...] = ()
    fras: tuple[int, ...] = ()
    ej_fraser: tuple[tuple[int, ...], ...] = ()
    slag: Slag | None = None

    @property
    def ensam(self):
        """The numbers of one single thing to look for, else None."""
        if self.utan or self.ej_fraser or len(self.med) + len(self.fras) != 1:
            return None
        return self.med[0] if self.med else self.fras


@contextmanager
def genom_ordindex(*, fa):
    """Let PostgreSQL go by the index of words, for many plans.

    A plan's words lie outside its row, and the planner does not reckon with fetching
    them: it reads every plan's, which takes thirty times as long.
    """
    if fa or connection.vendor != "postgresql":
        yield
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_UTAN_GENOMGANG)
        yield


def hamta(sql, varden, *, fa):
    """Return the rows of a sentence about plans; for many, by the index of words.

    In one message: the database does both in a transaction of their own.
    """
    via_ordindex = not fa and connection.vendor == "postgresql"
    with connection.cursor() as cursor:
        cursor.execute(_UTAN_GENOMGANG * via_ordindex + sql, varden)
        if via_ordindex:
            cursor.nextset()
        return cursor.fetchall()


def planer(uttryck, *, fa):
    """Return a condition on Handlingsplan: it has a place that answers `uttryck`.

    `fa` tells that the plans are few, and are to be asked one by one.
    """
    if fa:
        sql = f"EXISTS ({_platser(uttryck, PLANENS_ID)})"
        return Q(RawSQL(sql, (), output_field=BooleanField()))
    return Q(pk__in=RawSQL(_planer(uttryck), ()))


def platser_i(planer_id, uttryck):
    """Return SQL that gives the keys of the places in some plans, by their ids."""
    planer = [int(pk) for pk in planer_id]
    if connection.vendor == "postgresql":
        return _platser_i_pg(planer, uttryck)
    delar = [_platser_fts(uttryck, str(pk)) for pk in planer]
    return " UNION ALL ".join(f"SELECT nyckel FROM ({d}) d" for d in delar)


def platsrader(planer_id, uttryck):
    """Return SQL for (key, kind, object, heading) of the places in some plans."""
    return (
        f"SELECT id, slag, objekt, rubrik FROM {PLATS} "
        f"WHERE id IN ({platser_i(planer_id, uttryck)})"
    )


def som_tal(varde):
    """Return a `TalField`'s value as the database gave it, as numbers."""
    return map(int, varde.split()) if isinstance(varde, str) else varde


def antal_per_plan(uttryck):
    """Return SQL that gives (plan, number of places), over all plans."""
    return f"SELECT nyckel >> 16, count(*) FROM ({_platser(uttryck)}) p GROUP BY 1"


def aktiviteter(uttryck, planer_id=None):
    """Return a condition on Aktivitetsfakta: the activity has the words.

    `planer_id` are the few plans that it may stand in, or None for any.
    """
    uttryck = uttryck._replace(slag=Slag.AKTIVITET)
    if planer_id is not None:
        nycklar = platser_i(planer_id, uttryck) if planer_id else _INGA
        return Q(plats__in=RawSQL(nycklar, ()))
    if _vanligt(uttryck):
        return _rad_for_rad(uttryck)
    return Q(plats__in=RawSQL(_platser(uttryck), ()))


def _vanligt(uttryck):
    """Tell whether so many activities have the words that a page is soon full."""
    if uttryck.ensam is None:
        return False
    sql = f"SELECT count(*) FROM (SELECT 1 FROM ({_planer(uttryck)}) p LIMIT {MANGA})"
    return hamta(f"{sql} n", (), fa=False) == [(MANGA,)]


def _rad_for_rad(uttryck):
    """Ask the rows in the list's own order, instead of sorting all that answer."""
    if connection.vendor == "postgresql":
        # A value, not EXISTS, which the planner would turn into a join of all places
        tabell, op = (PLATS, "&&") if uttryck.med else (PAR, "@>")
        sql = (
            f"(SELECT o.ord {op} {_lista(uttryck.ensam)} FROM {tabell} o "
            f"WHERE o.id = {FAKTANS_PLATS})"
        )
    else:
        sql = f"+{FAKTANS_PLATS} IN ({_platser(uttryck)})"
    return Q(RawSQL(sql, (), output_field=BooleanField()))


def _planer(uttryck):
    if uttryck.ensam is None:
        if connection.vendor == "postgresql":
            return _platser_pg(uttryck, None, planerna=True)
        return f"SELECT nyckel >> 16 FROM ({_platser(uttryck)}) p"
    bit = "" if uttryck.slag is None else f" AND {{}} & 1 = {_bit(uttryck) and 1}"
    if connection.vendor == "postgresql":
        return (
            f"SELECT id >> 1 FROM {PLANORD} WHERE ord && {_lista(uttryck.ensam)}"
            f"{bit.format('id')}"
        )
    return (
        f"SELECT rowid >> 1 FROM {PLANORD}_fts WHERE {PLANORD}_fts "
        f"MATCH '{_nagon(uttryck.ensam)}'{bit.format('rowid')}"
    )


def _platser(uttryck, plan=None):
    """Return SQL that gives `nyckel` of the places, in one plan or in all."""
    gor = _platser_pg if connection.vendor == "postgresql" else _platser_fts
    return gor(uttryck, plan)


def _bit(uttryck):
    return AKTIVITETSBIT if uttryck.slag == Slag.AKTIVITET else 0


def _platser_fts(uttryck, plan):
    inom = ""
    if plan:
        inom = f" AND rowid BETWEEN ({plan} << 16) AND ({plan} << 16) + 65535"
    if uttryck.slag is not None:
        inom += f" AND rowid & {AKTIVITETSBIT} = {_bit(uttryck)}"

    def traffar(tabell, sokt):
        return (
            f"SELECT rowid AS nyckel FROM {tabell}_fts "
            f"WHERE {tabell}_fts MATCH '{sokt}'{inom}"
        )

    delar = []
    if uttryck.med:
        delar.append(traffar(PLATS, " AND ".join(map(_nagon, uttryck.med))))
    if uttryck.fras:
        delar.append(traffar(PAR, _alla(uttryck.fras)))
    ut = " INTERSECT ".join(delar)
    if uttryck.utan:
        ut += f" EXCEPT {traffar(PLATS, _nagon(uttryck.utan))}"
    for fras in uttryck.ej_fraser:
        ut += f" EXCEPT {traffar(PAR, _alla(fras))}"
    return ut


def _nagon(numren):
    return f"({' OR '.join(map(str, numren))})"


def _alla(numren):
    return " AND ".join(map(str, numren))


def _platser_pg(uttryck, plan, *, planerna=False):
    """Coalesce keeps the words' index out of one plan: it holds every board's words.

    `planerna` asks for the places' plans, by the column whose statistics there are.
    """

    def har(villkor):
        return f"coalesce({villkor}, false)" if plan else villkor

    def har_fras(fras):
        sql = f"SELECT 1 FROM {PAR} o WHERE o.id = p.id AND "
        return f"EXISTS ({sql}{har(f'o.ord @> {_lista(fras)}')})"

    villkor = [har(f"p.ord && {_lista(grupp)}") for grupp in uttryck.med]
    if uttryck.fras and (plan or villkor):
        villkor.append(har_fras(uttryck.fras))
    tabell = PLATS
    if uttryck.fras and not villkor:
        tabell = PAR
        villkor = [f"p.ord @> {_lista(uttryck.fras)}"]
    if uttryck.utan and tabell == PLATS:
        villkor.append(f"NOT p.ord && {_lista(uttryck.utan)}")
    elif uttryck.utan:
        utan = f"SELECT 1 FROM {PLATS} u WHERE u.id = p.id AND u.ord && "
        villkor.append(f"NOT EXISTS ({utan}{_lista(uttryck.utan)})")
    villkor += [f"NOT {har_fras(fras)}" for fras in uttryck.ej_fraser]
    if plan:
        villkor.append(f"p.plan_id = {plan}")
    if uttryck.slag is not None:
        villkor.append(f"p.id & {AKTIVITETSBIT} = {_bit(uttryck)}")
    vad = "p.id AS nyckel"
    if planerna:
        vad = "p.plan_id" if tabell == PLATS else "p.id >> 16"
    return f"SELECT {vad} FROM {tabell} p WHERE {' AND '.join(villkor)}"


def _platser_i_pg(planer, uttryck):
    """One sentence for all the plans: planning eight takes longer than answering."""
    inom = " OR ".join(
        f"p.id BETWEEN {n << 16} AND {(n + 1 << 16) - 1}" for n in planer
    )

    def har(tabell, villkor):
        sql = f"SELECT p.id AS nyckel FROM {tabell} p WHERE ({inom})"
        for v in villkor:
            sql += f" AND coalesce({v}, false)"
        if uttryck.slag is not None:
            sql += f" AND p.id & {AKTIVITETSBIT} = {_bit(uttryck)}"
        return sql

    delar = []
    if uttryck.med:
        delar.append(har(PLATS, [f"p.ord && {_lista(g)}" for g in uttryck.med]))
    if uttryck.fras:
        delar.append(har(PAR, [f"p.ord @> {_lista(uttryck.fras)}"]))
    ut = " INTERSECT ".join(delar)
    if uttryck.utan:
        ut += f" EXCEPT {har(PLATS, [f'p.ord && {_lista(uttryck.utan)}'])}"
    for fras in uttryck.ej_fraser:
        ut += f" EXCEPT {har(PAR, [f'p.ord @> {_lista(fras)}'])}"
    return ut


def _lista(numren):
    return f"'{{{','.join(map(str, numren))}}}'::integer[]"
