"""Which plans and places have the words: the sentences that the databases differ in.

FTS5 knows nothing but a place's key, and the key holds the plan (`models.Plats`);
PostgreSQL asks an array with a GIN index. Only numbers of ours are ever put into the
sentences. For a few plans each plan is asked by itself: then what an answer costs says
nothing about the words of the plans that the user may not see.
"""

# ruff: noqa: S608 — nothing but our own names and whole numbers is put together here

from typing import NamedTuple

from django.db import connection
from django.db.models import BooleanField, Q
from django.db.models.expressions import RawSQL

from aktiviteter.models.sokindex import Slag
from aktiviteter.sok.index import AKTIVITETSBIT

PLATS, PAR = "aktiviteter_plats", "aktiviteter_ordpar"
PLANENS_ID = '"aktiviteter_handlingsplan"."id"'


class Uttryck(NamedTuple):
    """What a place must have, as numbers of `Sokord`.

    One of each group of `med`, none of `utan`, and all of `par`. `slag` is None for
    every kind of place.
    """

    med: tuple[tuple[int, ...], ...]
    utan: tuple[int, ...] = ()
    par: tuple[int, ...] = ()
    slag: Slag | None = None


def planer(uttryck, *, fa):
    """Return a condition on Handlingsplan: it has a place that answers `uttryck`.

    `fa` tells that the plans are few, and are to be asked one by one.
    """
    if fa:
        sql = f"EXISTS ({_i_en_plan('1', PLANENS_ID, uttryck)})"
        return Q(RawSQL(sql, (), output_field=BooleanField()))
    return Q(pk__in=RawSQL(_i_alla(uttryck), ()))


def platser_i(plan_id, uttryck):
    """Return SQL that gives the keys of the places in some plans, by their ids."""
    return " UNION ALL ".join(
        _i_en_plan("{nyckel}", str(int(pk)), uttryck) for pk in plan_id
    )


def antal_per_plan(uttryck):
    """Return SQL that gives (plan, number of places), over all plans."""
    if connection.vendor == "postgresql":
        return (
            f"SELECT plan_id, count(*) FROM {PLATS} WHERE {_pg(uttryck)} "
            "GROUP BY plan_id"
        )
    return f"SELECT plan, count(*) FROM ({_fts('rowid >> 16 AS plan', uttryck)}) GROUP BY 1"


def aktiviteter(uttryck):
    """Return a condition on Aktivitet: it has the words."""
    uttryck = uttryck._replace(slag=Slag.AKTIVITET)
    if connection.vendor == "postgresql":
        nycklar = f"SELECT objekt FROM {PLATS} WHERE {_pg(uttryck)}"
    else:
        inre = _fts("rowid", uttryck)
        nycklar = f"SELECT objekt FROM {PLATS} WHERE id IN ({inre})"
    return Q(pk__in=RawSQL(nycklar, ()))


def _i_alla(uttryck):
    if connection.vendor == "postgresql":
        return f"SELECT plan_id FROM {PLATS} WHERE {_pg(uttryck)}"
    return _fts("DISTINCT rowid >> 16", uttryck)


def _i_en_plan(falt, plan, uttryck):
    if connection.vendor == "postgresql":
        # Coalesce keeps the words' index out: it holds every board's words.
        villkor = f"coalesce({_pg(uttryck)}, false)"
        kolumn = falt.replace("{nyckel}", "id")
        return f"SELECT {kolumn} FROM {PLATS} WHERE plan_id = {plan} AND {villkor}"
    kolumn = falt.replace("{nyckel}", "rowid")
    inom = f" AND rowid BETWEEN ({plan} << 16) AND ({plan} << 16) + 65535"
    return _fts(kolumn, uttryck, inom)


def _fts(kolumner, uttryck, mer=""):
    villkor = [f"{PLATS}_fts MATCH '{_match(uttryck)}'"]
    if uttryck.par:
        alla = " AND ".join(map(str, uttryck.par))
        villkor.append(
            f"rowid IN (SELECT rowid FROM {PAR}_fts WHERE {PAR}_fts MATCH '{alla}'"
            f"{mer})"
        )
    if uttryck.slag is not None:
        bit = AKTIVITETSBIT if uttryck.slag == Slag.AKTIVITET else 0
        villkor.append(f"rowid & {AKTIVITETSBIT} = {bit}")
    return f"SELECT {kolumner} FROM {PLATS}_fts WHERE {' AND '.join(villkor)}{mer}"


def _match(uttryck):
    med = " AND ".join(f"({' OR '.join(map(str, g))})" for g in uttryck.med)
    if not uttryck.utan:
        return med
    return f"({med}) NOT ({' OR '.join(map(str, uttryck.utan))})"


def _pg(uttryck):
    villkor = [f"ord && {_lista(g)}" for g in uttryck.med]
    if uttryck.utan:
        villkor.append(f"NOT ord && {_lista(uttryck.utan)}")
    if uttryck.par:
        fran = f"SELECT id FROM {PAR} WHERE ord @> {_lista(uttryck.par)}"
        villkor.append(f"id IN ({fran})")
    if uttryck.slag is not None:
        tecken = "=" if uttryck.slag == Slag.AKTIVITET else "<>"
        villkor.append(f"slag {tecken} {Slag.AKTIVITET.value}")
    return " AND ".join(villkor)


def _lista(numren):
    return f"'{{{','.join(map(str, numren))}}}'::integer[]"
