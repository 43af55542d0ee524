"""Frozen dataclasses to JSON and back: what was published is read again years later.

The types say how a value is read: dataclasses, tuples with names or without, dicts with
text as keys, days, None and the plain values. A field that the stored value lacks takes
its default, and one that the dataclass no longer has is left out, so that an old
picture can be read by a newer program.
"""

import hashlib
import json
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Union, get_args, get_origin, get_type_hints


def till_json(varde):
    """Return a value of dataclasses as dicts, lists, texts, numbers and None.

    A dataclass with a `till_json` of its own is written by that, and read by its own
    `fran_json`.
    """
    if is_dataclass(varde):
        return varde.till_json() if hasattr(varde, "till_json") else faltvis(varde)
    if isinstance(varde, dict):
        return {str(nyckel): till_json(x) for nyckel, x in varde.items()}
    if isinstance(varde, tuple | list):
        return [till_json(x) for x in varde]
    return varde.isoformat() if isinstance(varde, date) else varde


def faltvis(varde):
    """Return a dataclass as a dict of its fields."""
    return {f.name: till_json(getattr(varde, f.name)) for f in fields(varde)}


def ur_falt(typ, data):
    """Return the dataclass that `faltvis` made a dict of."""
    falt = _falten(typ)
    return typ(**{n: fran_json(falt[n], x) for n, x in data.items() if n in falt})


def fran_json(typ, data):
    """Return what `till_json` made of a value of `typ` as such a value.

    Raises TypeError when a field without a default is missing.
    """
    if is_dataclass(typ):
        egen = getattr(typ, "fran_json", None)
        return egen(data) if egen else ur_falt(typ, data)
    if hasattr(typ, "_fields"):
        return typ(*_tuple(tuple(get_type_hints(typ).values()), data))
    ursprung, delar = get_origin(typ), get_args(typ)
    if ursprung in (Union, UnionType):
        return _nagon_av(delar, data)
    if ursprung is tuple:
        return _tuple(delar, data)
    if ursprung is dict:
        return {nyckel: fran_json(delar[1], x) for nyckel, x in data.items()}
    return date.fromisoformat(data) if typ is date else data


def _nagon_av(delar, data):
    """Of several types None is None; more than one other are plain values."""
    ovriga = [typ for typ in delar if typ is not NoneType]
    if data is None or len(ovriga) > 1:
        return data
    return fran_json(ovriga[0], data)


def _tuple(delar, data):
    if not delar:
        return tuple(data)
    if delar[-1] is Ellipsis:
        return tuple(fran_json(delar[0], x) for x in data)
    return tuple(fran_json(typ, x) for typ, x in zip(delar, data, strict=True))


@cache
def _falten(typ):
    typer = get_type_hints(typ)
    return {f.name: typer[f.name] for f in fields(typ) if f.init}


def skrivet(data):
    """Return JSON data as text, the same for the same data in whatever database."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def avtryck(data):
    """Return the sha256 in hex of JSON data."""
    return hashlib.sha256(skrivet(data).encode()).hexdigest()
