"""The locks on what a board has decided: the edition, and the plan that it sealed.

A decided plan may go on to be approved and replaced, be shared and followed up; its
words stay, and it never becomes a draft again but when its last edition notes that a
new version is begun (see `Oppning`), a note as locked as the edition. On a role of an
activity may follow when the register makes two roles one.

SQLite lets REPLACE remove a row without asking about it, so a row is also refused
whose key belongs to one that is locked, new or moved there. PostgreSQL lets TRUNCATE
empty a table without asking about its rows, so that is refused as long as it has one
that is locked.
"""

# ruff: noqa: S608 — the only names in these sentences are the program's own

from typing import NamedTuple

from aktiviteter.models.handlingsplan import BESLUTADE
from vbeplan.radlas import TOM, Las, annat

UTGAVA = "rapport_utgava"
RATTELSE = "rapport_rattelse"
OPPNING = "rapport_oppning"
PLAN = "aktiviteter_handlingsplan"
UTGAVAN = "En utgåva ändras inte."
PATECKNINGEN = "Det som är tillagt till en utgåva ändras inte."
PLANEN = "En beslutad plan ändras inte."
FRIA = {"status", "delad", "sammantrade", "version", "andrad", "andrad_av_id"}
_BESLUTADE = ", ".join(f"'{status.value}'" for status in BESLUTADE)
_BESLUTAD = f"status IN ({_BESLUTADE})"
_NAGON = f"EXISTS (SELECT 1 FROM {PLAN} WHERE {_BESLUTAD})"
_NAGON_UTGAVA = f"EXISTS (SELECT 1 FROM {UTGAVA})"


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
# How a plan that has an edition went: lines are added, a condition is ticked off.
FOLJDEN = (
    Barn("aktiviteter_steg"),
    Barn("aktiviteter_beslut"),
    Barn(
        "aktiviteter_villkor",
        "(SELECT plan_id FROM aktiviteter_beslut WHERE id = {rad}.beslut_id)",
        ("uppfyllt", "hur", "uppfyllt_av_id"),
    ),
)


def lasen(connection, tabeller):
    """Yield every `Las` that the database is to have."""
    yield from _utgavans()
    for tabell in (RATTELSE, OPPNING):
        yield from _pateckningens(tabell)
    if PLAN in tabeller:
        yield from _planens(connection, OPPNING in tabeller)
    for barn in (*BARNEN, *(FOLJDEN if UTGAVA in tabeller else ())):
        if barn.tabell in tabeller:
            yield from _barnets(connection, barn)


def _utgavans():
    for handelse in ("UPDATE", "DELETE"):
        yield Las(f"utgava_las_{handelse.lower()}", UTGAVA, handelse, UTGAVAN)
    yield Las("utgava_las_truncate", UTGAVA, TOM, UTGAVAN, _NAGON_UTGAVA)
    samma = (
        "u.id = NEW.id OR u.sigill = NEW.sigill "
        "OR u.fingeravtryck = NEW.fingeravtryck "
        "OR (u.namnd_id = NEW.namnd_id AND u.nummer = NEW.nummer) "
        "OR (u.plan_id = NEW.plan_id AND u.omgang = NEW.omgang)"
    )
    finns = f"EXISTS (SELECT 1 FROM {UTGAVA} u WHERE {samma})"
    yield Las("utgava_las_insert", UTGAVA, "INSERT", UTGAVAN, finns)


def _pateckningens(tabell):
    """Yield the locks of what is added to an edition."""
    namn = f"{tabell.removeprefix('rapport_')}_las"
    samma = (
        "r.id = NEW.id OR r.sigill = NEW.sigill "
        "OR (r.utgava_id = NEW.utgava_id AND r.nummer = NEW.nummer)"
    )
    finns = f"EXISTS (SELECT 1 FROM {tabell} r WHERE {samma})"
    for handelse, nar in (
        ("INSERT", finns),
        ("UPDATE", ""),
        ("DELETE", ""),
        (TOM, f"EXISTS (SELECT 1 FROM {tabell})"),
    ):
        yield Las(f"{namn}_{handelse.lower()}", tabell, handelse, PATECKNINGEN, nar)


def _oppnas(connection):
    """Return the condition that the row is opened for its next version."""
    ovrigt = annat(connection, PLAN, {*FRIA, "omgang"})
    return (
        "(NEW.status = 'utkast' AND OLD.status <> 'ersatt' "
        f"AND NEW.omgang = OLD.omgang + 1 AND NOT ({ovrigt}) "
        f"AND EXISTS (SELECT 1 FROM {OPPNING} o JOIN {UTGAVA} u ON u.id = o.utgava_id "
        "WHERE u.plan_id = OLD.id AND u.omgang = OLD.omgang AND NOT o.nedlagd "
        f"AND NOT EXISTS (SELECT 1 FROM {OPPNING} s "
        "WHERE s.utgava_id = o.utgava_id AND s.nummer > o.nummer)))"
    )


def _planens(connection, kan_oppnas):
    var, blir = f"OLD.{_BESLUTAD}", f"NEW.{_BESLUTAD}"
    oppnas = f" AND NOT {_oppnas(connection)}" if kan_oppnas else ""
    andras = annat(connection, PLAN, FRIA)
    samma = "(p.id = NEW.id OR (p.namnd_id = NEW.namnd_id AND p.ar = NEW.ar))"
    finns = f"EXISTS (SELECT 1 FROM {PLAN} p WHERE {samma} AND p.{_BESLUTAD}"
    for handelse, nar in (
        ("INSERT", f"{finns})"),
        (
            "UPDATE",
            f"({var} AND (NOT {blir} OR {andras}){oppnas}) "
            f"OR {finns} AND p.id <> OLD.id)",
        ),
        ("DELETE", var),
        (TOM, _NAGON),
    ):
        yield Las(f"plan_las_{handelse.lower()}", PLAN, handelse, PLANEN, nar)


def _barnets(connection, barn):
    namn = f"{barn.tabell.removeprefix('aktiviteter_')}_las"
    gammal, ny = (barn.vag.format(rad=rad) for rad in ("OLD", "NEW"))
    foljd = barn in FOLJDEN
    last = _har_utgava if foljd else _ar_beslutad
    andras = last(gammal, ny)
    if barn.fria:
        andras += f" AND ({annat(connection, barn.tabell, barn.fria)})"
    rad = f"(SELECT rad.* FROM {barn.tabell} rad WHERE rad.id = NEW.id)"
    ersatts = (
        f"EXISTS (SELECT 1 FROM {rad} gammal "
        f"WHERE {last(barn.vag.format(rad='gammal'))})"
    )
    # To a decided plan is added how it went, and nothing else.
    tillagd = "" if foljd else f"{last(ny)} OR "
    for handelse, nar, planer in (
        ("INSERT", f"({tillagd}{ersatts})", (ny,)),
        (
            "UPDATE",
            f"({andras}) OR (NEW.id <> OLD.id AND {ersatts})",
            (gammal, ny),
        ),
        ("DELETE", last(gammal), (gammal,)),
        (TOM, _NAGON_UTGAVA if foljd else _NAGON, ()),
    ):
        hall = f"1 FROM {PLAN} WHERE id IN ({', '.join(planer)}) FOR KEY SHARE"
        yield Las(
            f"{namn}_{handelse.lower()}",
            barn.tabell,
            handelse,
            PLANEN,
            nar,
            hall if planer else "",
        )


def _ar_beslutad(*planer):
    return (
        f"EXISTS (SELECT 1 FROM {PLAN} p WHERE p.id IN ({', '.join(planer)}) "
        f"AND p.{_BESLUTAD})"
    )


def _har_utgava(*planer):
    return f"EXISTS (SELECT 1 FROM {UTGAVA} u WHERE u.plan_id IN ({', '.join(planer)}))"
