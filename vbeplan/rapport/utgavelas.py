"""The locks on what a board has decided: the edition, and the plan that it sealed.

A decided plan may go on to be approved and replaced, be shared and followed up; its
words stay, and it never becomes a draft again. On a role of an activity may follow
when the register makes two roles one.

SQLite lets REPLACE remove a row without asking about it, so a row is also refused
whose key belongs to one that is locked.
"""

# ruff: noqa: S608 — the only names in these sentences are the program's own

from typing import NamedTuple

from aktiviteter.models.handlingsplan import BESLUTADE
from vbeplan.radlas import Las

UTGAVA = "rapport_utgava"
PLAN = "aktiviteter_handlingsplan"
UTGAVAN = "En utgåva ändras inte."
PLANEN = "En beslutad plan ändras inte."
FRIA = {"status", "delad", "sammantrade", "version", "andrad", "andrad_av_id"}
_BESLUTADE = ", ".join(f"'{status.value}'" for status in BESLUTADE)
_BESLUTAD = f"status IN ({_BESLUTADE})"


class Barn(NamedTuple):
    """A table whose rows belong to a plan; `vag` is a SELECT of the plan's key."""

    tabell: str
    vag: str = "{rad}.plan_id"
    fria: tuple = ()


_AKTIVITETENS = (
    "(SELECT plan_id FROM aktiviteter_aktivitet WHERE id = {rad}.aktivitet_id)"
)
BARNEN = (
    Barn("aktiviteter_avsnitt"),
    Barn("aktiviteter_aktivitet"),
    Barn("aktiviteter_ansvar", _AKTIVITETENS, ("roll_id",)),
    Barn("aktiviteter_behovssvar", _AKTIVITETENS),
    Barn("aktiviteter_inlagd"),
    Barn("aktiviteter_revidering"),
    Barn("aktiviteter_samrad"),
    Barn(
        "aktiviteter_yttrande",
        "(SELECT plan_id FROM aktiviteter_samrad WHERE id = {rad}.samrad_id)",
    ),
)


def lasen(connection, tabeller):
    """Yield every `Las` that the database is to have."""
    yield from _utgavans()
    if PLAN in tabeller:
        yield from _planens(connection)
    for barn in BARNEN:
        if barn.tabell in tabeller:
            yield from _barnets(connection, barn)


def _utgavans():
    for handelse in ("UPDATE", "DELETE"):
        yield Las(f"utgava_las_{handelse.lower()}", UTGAVA, handelse, UTGAVAN)
    samma = (
        "u.id = NEW.id OR u.plan_id = NEW.plan_id OR u.sigill = NEW.sigill "
        "OR u.fingeravtryck = NEW.fingeravtryck "
        "OR (u.namnd_id = NEW.namnd_id AND u.nummer = NEW.nummer)"
    )
    finns = f"EXISTS (SELECT 1 FROM {UTGAVA} u WHERE {samma})"
    yield Las("utgava_las_insert", UTGAVA, "INSERT", UTGAVAN, finns)


def _planens(connection):
    var, blir = f"OLD.{_BESLUTAD}", f"NEW.{_BESLUTAD}"
    annat = _annat(connection, PLAN, FRIA)
    yield Las(
        "plan_las_update", PLAN, "UPDATE", PLANEN, f"{var} AND (NOT {blir} OR {annat})"
    )
    yield Las("plan_las_delete", PLAN, "DELETE", PLANEN, var)
    samma = "(p.id = NEW.id OR (p.namnd_id = NEW.namnd_id AND p.ar = NEW.ar))"
    finns = f"EXISTS (SELECT 1 FROM {PLAN} p WHERE {samma} AND p.{_BESLUTAD})"
    yield Las("plan_las_insert", PLAN, "INSERT", PLANEN, finns)


def _barnets(connection, barn):
    namn = f"{barn.tabell.removeprefix('aktiviteter_')}_las"
    gammal, ny = (barn.vag.format(rad=rad) for rad in ("OLD", "NEW"))
    annat = _annat(connection, barn.tabell, barn.fria) if barn.fria else ""
    andras = _ar_beslutad(gammal, ny) + (f" AND ({annat})" if annat else "")
    rad = f"(SELECT rad.* FROM {barn.tabell} rad WHERE rad.id = NEW.id)"
    ersatts = (
        f"EXISTS (SELECT 1 FROM {rad} gammal JOIN {PLAN} p "
        f"ON p.id = {barn.vag.format(rad='gammal')} WHERE p.{_BESLUTAD})"
    )
    for handelse, nar, planer in (
        ("INSERT", f"({_ar_beslutad(ny)} OR {ersatts})", (ny,)),
        ("UPDATE", andras, (gammal, ny)),
        ("DELETE", _ar_beslutad(gammal), (gammal,)),
    ):
        hall = f"1 FROM {PLAN} WHERE id IN ({', '.join(planer)}) FOR KEY SHARE"
        yield Las(
            f"{namn}_{handelse.lower()}", barn.tabell, handelse, PLANEN, nar, hall
        )


def _ar_beslutad(*planer):
    return (
        f"EXISTS (SELECT 1 FROM {PLAN} p WHERE p.id IN ({', '.join(planer)}) "
        f"AND p.{_BESLUTAD})"
    )


def _annat(connection, tabell, fria):
    """Return the condition that a column other than the free ones gets a new value."""
    with connection.cursor() as cursor:
        rader = connection.introspection.get_table_description(cursor, tabell)
    lika = "IS NOT" if connection.vendor == "sqlite" else "IS DISTINCT FROM"
    namn = sorted(rad.name for rad in rader if rad.name not in fria)
    return " OR ".join(f'OLD."{kolumn}" {lika} NEW."{kolumn}"' for kolumn in namn)
