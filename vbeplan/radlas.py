"""Locks on rows: database triggers that refuse what may never be done to them.

Whoever asks, by whatever road: the program, a cascade or a line of SQL. A room says
which locks it has by `registrera`; they are made after every `migrate`, since SQLite
drops a table's triggers when it rebuilds it, and taken away before one that has
something to do, for SQLite can't rename a table that another's trigger asks.
"""

from typing import NamedTuple

from django.db import connections
from django.db.models.signals import post_migrate, pre_migrate

_KALLOR = {}


TOM = "TRUNCATE"


class Las(NamedTuple):
    """One lock: what is refused (`handelse`) on a table's rows, and in what words.

    `nar` is the condition as SQL over OLD and NEW, "" always. `hall` is a SELECT that
    PostgreSQL makes first, to wait for who is changing what the condition asks about.
    With TRUNCATE, which only PostgreSQL has and which asks no row, `nar` knows neither
    OLD nor NEW.
    """

    namn: str
    tabell: str
    handelse: str
    nej: str
    nar: str = ""
    hall: str = ""


def registrera(app, lasen):
    """Keep the locks of a room. `lasen(connection, tables)` returns them as `Las`."""
    _KALLOR[app.label] = lasen
    post_migrate.connect(_efter, sender=app, dispatch_uid=f"radlas-{app.label}")
    pre_migrate.connect(_fore, sender=app, dispatch_uid=f"radlas-fore-{app.label}")


def alla(connection, rum=None):
    """Return the locks that a database is to have, or those of one room."""
    with connection.cursor() as cursor:
        tabeller = set(connection.introspection.table_names(cursor))
    kallor = [_KALLOR[rum]] if rum else _KALLOR.values()
    las = [las for kalla in kallor for las in kalla(connection, tabeller)]
    kan = {"INSERT", "UPDATE", "DELETE"}
    kan |= {TOM} if connection.vendor == "postgresql" else set()
    return [rad for rad in las if rad.tabell in tabeller and rad.handelse in kan]


def annat(connection, tabell, fria):
    """Return the condition that a column other than the free ones gets a new value."""
    with connection.cursor() as cursor:
        rader = connection.introspection.get_table_description(cursor, tabell)
    lika = "IS NOT" if connection.vendor == "sqlite" else "IS DISTINCT FROM"
    namn = sorted(rad.name for rad in rader if rad.name not in fria)
    return " OR ".join(f'OLD."{kolumn}" {lika} NEW."{kolumn}"' for kolumn in namn)


def brutna(connection, rum=None):
    """Return the locks that are gone, asleep or not as the program makes them."""
    finns = _finns(connection)
    return [
        rad
        for rad in alla(connection, rum)
        if finns.get(rad.namn) != _kanns(connection, rad)
    ]


def installera(using="default", rum=None):
    """Make the locks that are gone, or that read otherwise than they should."""
    connection = connections[using]
    saknade = brutna(connection, rum)
    with connection.cursor() as cursor:
        for las in saknade:
            cursor.execute(_bort(connection, las))
            for sats in _satser(connection, las):
                cursor.execute(sats)


def ta_bort(using="default"):
    """Take all locks away, for a database that is about to be emptied or rebuilt."""
    connection = connections[using]
    finns = _finns(connection)
    with connection.cursor() as cursor:
        for las in alla(connection):
            if las.namn in finns:
                cursor.execute(_bort(connection, las))


def _efter(using, sender, **_):
    installera(using, sender.label)


def _fore(using, plan=(), **_):
    if plan:
        ta_bort(using)


def _satser(connection, las):
    if connection.vendor == "sqlite":
        return [_sqlites(las)]
    return [
        f"CREATE OR REPLACE FUNCTION {las.namn}() RETURNS trigger "
        f"LANGUAGE plpgsql AS $las${_kropp(las)}$las$",
        _utlosare(las),
        # Awake also for who says session_replication_role = replica.
        f"ALTER TABLE {las.tabell} ENABLE ALWAYS TRIGGER {las.namn}",
    ]


def _utlosare(las):
    """Return PostgreSQL's trigger, in the words that the server writes it down in."""
    var = "STATEMENT" if las.handelse == TOM else "ROW"
    return (
        f"CREATE TRIGGER {las.namn} BEFORE {las.handelse} ON {las.tabell} "
        f"FOR EACH {var} EXECUTE FUNCTION {las.namn}()"
    )


def _sqlites(las):
    nar = f"WHEN {las.nar} " if las.nar else ""
    return (
        f"CREATE TRIGGER {las.namn} BEFORE {las.handelse} ON {las.tabell} {nar}"
        f"BEGIN SELECT RAISE(ABORT, '{las.nej}'); END"
    )


def _kropp(las):
    """Return what PostgreSQL's function does."""
    hall = f"PERFORM {las.hall}; " if las.hall else ""
    nej = (
        f"RAISE EXCEPTION '{las.nej}' USING ERRCODE = 'integrity_constraint_violation'"
    )
    raden = {"DELETE": "OLD", TOM: "NULL"}.get(las.handelse, "NEW")
    return (
        f" BEGIN {hall}IF {las.nar or 'TRUE'} THEN {nej}; END IF; RETURN {raden}; END "
    )


def _kanns(connection, las):
    """Return how a lock that is whole is written down in the database."""
    if connection.vendor == "sqlite":
        return _sqlites(las)
    return f"A {_utlosare(las)}{_kropp(las)}"


def _finns(connection):
    """Return {name: how it is written}: when awake, on what table, doing what."""
    fraga = (
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT t.tgname, t.tgenabled::text || ' ' "
        "|| pg_get_triggerdef(t.oid, true) || p.prosrc "
        "|| coalesce(p.proconfig::text, '') FROM pg_trigger t "
        "JOIN pg_proc p ON p.oid = t.tgfoid WHERE NOT t.tgisinternal"
    )
    with connection.cursor() as cursor:
        cursor.execute(fraga)
        return dict(cursor.fetchall())


def _bort(connection, las):
    pa = "" if connection.vendor == "sqlite" else f" ON {las.tabell}"
    return f"DROP TRIGGER IF EXISTS {las.namn}{pa}"
