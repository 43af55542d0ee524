"""Read: the rows of many small tables, in one question to the database."""

import json

from django.db import DEFAULT_DB_ALIAS
from django.db.models import F, IntegerField, JSONField, Value, Window
from django.db.models.functions import JSONObject, RowNumber

NAMN, NR, RAD = "tabell_namn", "tabell_nr", "tabell_rad"


def las_tabeller(fragor, summor):
    """Return ({name: its rows}, all that was read as sorted plain values).

    `fragor` is {name: queryset}, and gives model instances in the queryset's order; its
    deferred fields are read when they are asked for. `summor` is {name: queryset with
    the annotation `rad`, a JSONObject}, and gives dicts.
    """
    delar = [_raderna(namn, fraga) for namn, fraga in fragor.items()]
    delar += [
        fraga.annotate(**{NAMN: Value(namn), NR: Value(0), RAD: F("rad")})
        for namn, fraga in summor.items()
    ]
    delar = [fraga.values_list(NAMN, NR, RAD) for fraga in delar]
    last = sorted(delar[0].union(*delar[1:], all=True), key=_ordningen)
    ut = {namn: [] for namn in (*fragor, *summor)}
    for namn, _, rad in last:
        ut[namn].append(_instans(fragor[namn], rad) if namn in fragor else rad)
    return ut, [list(rad) for rad in last]


def _ordningen(rad):
    namn, nr, innehall = rad
    return namn, nr, json.dumps(innehall, sort_keys=True)


def _falten(fraga):
    uteslutna, _ = fraga.query.deferred_loading
    alla = fraga.model._meta.concrete_fields
    return [falt for falt in alla if falt.name not in uteslutna]


def _raderna(namn, fraga):
    ordning = fraga.query.order_by or fraga.model._meta.ordering
    nr = Value(0, IntegerField())
    if ordning:  # in a union, only the whole of it can be sorted
        nr = Window(RowNumber(), order_by=list(ordning))
    rad = JSONObject(**{f.attname: F(f.attname) for f in _falten(fraga)})
    rader = fraga.order_by().defer(None)
    return rader.annotate(**{NAMN: Value(namn), NR: nr, RAD: rad})


def _instans(fraga, rad):
    falten = _falten(fraga)
    varden = [_varde(falt, rad[falt.attname]) for falt in falten]
    namn = [falt.attname for falt in falten]
    return fraga.model.from_db(DEFAULT_DB_ALIAS, namn, varden)


def _varde(falt, varde):
    """Return a value as its field has it; SQLite keeps JSON within JSON as text."""
    if isinstance(falt, JSONField):
        return json.loads(varde) if isinstance(varde, str) else varde
    return falt.to_python(varde)
