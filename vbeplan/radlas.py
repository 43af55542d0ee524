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


class Las(NamedTuple):
    """One lock: what is refused (`handelse`) on a table's rows, and in what words.

    `nar` is the condition as SQL over OLD and NEW, "" always. `hall` is a SELECT that
    PostgreSQL makes first, to wait for who is changing what the condition asks about.
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


def alla(connection):
    """Return the locks that a database is to have."""
    with connection.cursor() as cursor:
        tabeller = set(connection.introspection.table_names(cursor))
    las = [las for kalla in _KALLOR.values() for las in kalla(connection, tabeller)]
    return [rad for rad in las if rad.tabell in tabeller]


def brutna(connection):
    """Return the locks that are gone, asleep or not as the program makes them."""
    finns = _finns(connection)
    return [
        rad
        for rad in alla(connection)
        if finns.get(rad.namn) != _kanns(connection, rad)
    ]


def installera(using="default"):
    """Make the locks that are gone, or that read otherwise than they should."""
    connection = connections[using]
    saknade = brutna(connection)
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


def _efter(using, **_):
    installera(using)


def _fore(using, plan=(), **_):
    if plan:
        ta_bort(using)


def _satser(connection, las):
    if connection.vendor == "sqlite":
        return [_sqlites(las)]
    return [
        f"CREATE OR REPLACE FUNCTION {las.namn}() RETURNS trigger "
        f"LANGUAGE plpgsql AS $las${_kropp(las)}$las$",
        f"CREATE TRIGGER {las.namn} BEFORE {las.handelse} ON {las.tabell} "
        f"FOR EACH ROW EXECUTE FUNCTION {las.namn}()",
    ]


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
    raden = "OLD" if las.handelse == "DELETE" else "NEW"
    return (
        f" BEGIN {hall}IF {las.nar or 'TRUE'} THEN {nej}; END IF; RETURN {raden}; END "
    )


def _kanns(connection, las):
    """Return how a lock that is whole is written down in the database."""
    return _sqlites(las) if connection.vendor == "sqlite" else _kropp(las)


def _finns(connection):
    """Return {name: how it is written} of the triggers that are awake."""
    fraga = (
        "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT t.tgname, p.prosrc FROM pg_trigger t "
        "JOIN pg_proc p ON p.oid = t.tgfoid "
        "WHERE NOT t.tgisinternal AND t.tgenabled IN ('O', 'A')"
    )
    with connection.cursor() as cursor:
        cursor.execute(fraga)
        return dict(cursor.fetchall())


def _bort(connection, las):
    pa = "" if connection.vendor == "sqlite" else f" ON {las.tabell}"
    return f"DROP TRIGGER IF EXISTS {las.namn}{pa}"
