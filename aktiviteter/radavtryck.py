"""Read: a fingerprint of each row that a decided plan consists of.

With them one can say which row somebody has changed behind the triggers. The columns
are named in the fingerprints' own table, so that one that is added later, or taken
away, makes no old plan look changed.
"""

import json
from collections import defaultdict
from decimal import Decimal
from hashlib import sha256

from django.db.models import TextField
from django.db.models.functions import Cast

from aktiviteter.models import (
    Aktivitet,
    Ansvar,
    Avsnitt,
    Behovssvar,
    Handlingsplan,
    Inlagd,
    Revidering,
    Samrad,
    Yttrande,
)
from aktiviteter.models.tidsvarde import TidsvardeField

# A table and how its rows reach their plan.
TABELLER = {
    Handlingsplan: "pk",
    Avsnitt: "plan",
    Aktivitet: "plan",
    Ansvar: "aktivitet__plan",
    Revidering: "plan",
    Samrad: "plan",
    Yttrande: "samrad__plan",
    Behovssvar: "aktivitet__plan",
    Inlagd: "plan",
}
# What may change on a decided plan: how far it has come, who may see it, when the
# register of roles made two of them one. The rest of these say who saved, not what.
FRIA = {
    Handlingsplan: {"status", "delad", "sammantrade"},
    Ansvar: {"roll"},
}
SPARARENS = {"version", "andrad", "andrad_av"}
TECKEN = 16  # of sha256: enough to see a change, the seal holds the rest


def kolumner(modell):
    """Return the names of the fields of a sealed table that may not change."""
    fria = SPARARENS | FRIA.get(modell, set())
    return [f.name for f in modell._meta.concrete_fields if f.name not in fria]


def radavtryck(planer, kolumnerna=None):
    """Return {plan: {table: {"kolumner": [...], "rader": {key: fingerprint}}}}.

    `planer` are keys; one question a table. `kolumnerna` is {table: names}, those
    that are read and no others: an old edition knows nothing of a table that is newer.
    Without it today's.
    """
    ut = {pk: {} for pk in planer}
    for modell, vag in TABELLER.items():
        namn = modell._meta.model_name
        if kolumnerna and namn not in kolumnerna:
            continue
        falt = kolumnerna[namn] if kolumnerna else kolumner(modell)
        rader = _rader(modell, vag, falt, planer)
        for pk in ut:
            ut[pk][namn] = {"kolumner": falt, "rader": rader.get(pk, {})}
    return ut


def _rader(modell, vag, falt, planer):
    fragade = modell._base_manager.filter(**{f"{vag}__in": planer}).order_by()
    tider = [namn for namn in falt if _ar_tid(modell, namn)]
    # As JSON: a thousand rows' times need not be understood to be compared.
    som_text = {f"{namn}_": Cast(namn, TextField()) for namn in tider}
    valda = [f"{namn}_" if namn in tider else namn for namn in falt]
    platser = [falt.index(namn) for namn in tider]
    ut = defaultdict(dict)
    rader = fragade.annotate(**som_text).values_list(vag, "pk", *valda)
    for plan, pk, *varden in rader:
        for plats in platser:
            varden[plats] = json.loads(varden[plats])
        ut[plan][str(pk)] = sha256(_skriv(varden).encode()).hexdigest()[:TECKEN]
    return ut


def _ar_tid(modell, namn):
    return isinstance(modell._meta.get_field(namn), TidsvardeField)


def _i_text(varde):
    if isinstance(varde, Decimal):
        return f"{varde.normalize():f}"
    return varde.isoformat()


_skriv = json.JSONEncoder(ensure_ascii=False, sort_keys=True, default=_i_text).encode
