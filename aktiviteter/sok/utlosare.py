"""Database triggers that note what was written, whoever wrote it and however.

A form's save, a copy in bulk, `update()`, a cascade and a line of SQL all leave a row
in `Sokko`, in the writer's own transaction. They are made after every `migrate`: SQLite
rebuilds a table to change it, and drops the triggers that it doesn't know.
"""

# ruff: noqa: S608 — the only names in these sentences are the file's own

from typing import NamedTuple

from django.db import connections

from aktiviteter.models.sokindex import Slag

KO = "aktiviteter_sokko"
PLATSER = ("aktiviteter_plats", "aktiviteter_ordpar", "aktiviteter_planord")
_RADENS = "SELECT {slag}, {rad}.id"


class Utlosare(NamedTuple):
    """A table, the columns whose change counts, and what is to be read anew."""

    tabell: str
    kolumner: str
    ko: str  # a SELECT of slag and objekt; {rad} is OLD or NEW
    handelser: tuple = ("INSERT", "UPDATE", "DELETE")


PLAN, AVSNITT, AKTIVITET = Slag.PLAN.value, Slag.AVSNITT.value, Slag.AKTIVITET.value
# A plan's year is a fact about its activities.
_PLANENS_RADER = (
    f"SELECT {AKTIVITET}, id FROM aktiviteter_aktivitet WHERE plan_id = {{rad}}.id"
)
UTLOSARE = (
    Utlosare(
        "aktiviteter_handlingsplan",
        "titel, dnr, ar, namnd_id, dokumenttyp, dokumentagare, budgetmal, "
        "nasta_revidering",
        _RADENS.replace("{slag}", str(PLAN)),
    ),
    Utlosare("aktiviteter_handlingsplan", "ar", _PLANENS_RADER, ("UPDATE",)),
    Utlosare(
        "aktiviteter_avsnitt",
        "rubrik, text, plan_id",
        _RADENS.replace("{slag}", str(AVSNITT)),
    ),
    Utlosare(
        "aktiviteter_aktivitet",
        "plan_id, nummer, titel, beskrivning, insatsomrade, malgrupp, "
        " niva, strategiomrade, mal, maltal, malenhet, tidplan, avstamning, "
        "uppfoljning",
        _RADENS.replace("{slag}", str(AKTIVITET)),
    ),
    Utlosare(
        "aktiviteter_ansvar",
        "aktivitet_id, roll_id, art, ordning",
        f"SELECT {AKTIVITET}, {{rad}}.aktivitet_id",
    ),
    Utlosare(
        "organisation_roll",
        "namn",
        f"SELECT {AKTIVITET}, aktivitet_id FROM aktiviteter_ansvar "
        "WHERE roll_id = {rad}.id",
        ("UPDATE",),
    ),
    Utlosare(
        "organisation_namnd",
        "namn",
        f"SELECT {PLAN}, id FROM aktiviteter_handlingsplan WHERE namnd_id = {{rad}}.id",
        ("UPDATE",),
    ),
)


def satser(vendor):
    """Return every trigger as (name, table, SQL that makes it)."""
    gor = _pa_postgresql if vendor == "postgresql" else _pa_sqlite
    return [
        gor(f"sok_{nr}_{handelse.lower()}", u, handelse)
        for nr, u in enumerate(UTLOSARE)
        for handelse in u.handelser
    ] + (_till_fts() if vendor == "sqlite" else [])


def installera(using="default"):
    """Make the triggers that are missing; then everything is noted to be read.

    Whatever was written while a trigger was gone is caught that way.
    """
    connection = connections[using]
    fanns = finns(connection)
    saknade = [s for s in satser(connection.vendor) if s[0] not in fanns]
    if not saknade:
        return
    with connection.cursor() as cursor:
        for _, _, sql in saknade:
            for sats in sql:
                cursor.execute(sats)
        cursor.execute(f"DELETE FROM {KO}")
        cursor.execute(
            f"INSERT INTO {KO} (slag, objekt) "
            f"SELECT {PLAN}, id FROM aktiviteter_handlingsplan UNION ALL "
            f"SELECT {AVSNITT}, id FROM aktiviteter_avsnitt UNION ALL "
            f"SELECT {AKTIVITET}, id FROM aktiviteter_aktivitet UNION ALL "
            "SELECT slag, objekt FROM aktiviteter_plats"
        )


def ta_bort(using="default"):
    """Take them away before SQLite rebuilds a table: it can't while one asks for it."""
    connection = connections[using]
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            for namn, *_ in satser(connection.vendor):
                cursor.execute(f"DROP TRIGGER IF EXISTS {namn}")


def finns(connection):
    """Return the names of the triggers that the database has."""
    fraga = (
        "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(fraga)
        return {rad[0] for rad in cursor.fetchall()}


def _nar(utlosare, handelse):
    """Both rows when it changed: what moved from a plan is to be taken away there."""
    rader = {"INSERT": ["NEW"], "UPDATE": ["NEW"], "DELETE": ["OLD"]}[handelse]
    if handelse == "UPDATE" and utlosare.tabell == "aktiviteter_ansvar":
        rader = ["OLD", "NEW"]
    return [
        f"INSERT INTO {KO} (slag, objekt) {utlosare.ko.format(rad=r)}" for r in rader
    ]


def _pa_sqlite(namn, u, handelse):
    av = f" OF {u.kolumner}" if handelse == "UPDATE" else ""
    gor = "; ".join(_nar(u, handelse))
    sql = f"CREATE TRIGGER {namn} AFTER {handelse}{av} ON {u.tabell} BEGIN {gor}; END"
    return namn, u.tabell, [sql]


def _pa_postgresql(namn, u, handelse):
    av = f" OF {u.kolumner}" if handelse == "UPDATE" else ""
    gor = "; ".join(_nar(u, handelse))
    return (
        namn,
        u.tabell,
        [
            f"CREATE OR REPLACE FUNCTION {namn}() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN {gor}; RETURN NULL; END $$",
            f"CREATE TRIGGER {namn} AFTER {handelse}{av} ON {u.tabell} "
            f"FOR EACH ROW EXECUTE FUNCTION {namn}()",
        ],
    )


def _till_fts():
    """The full-text tables of SQLite take their words from these."""
    ut = []
    for tabell in PLATSER:
        fts = f"{tabell}_fts"
        bort = (
            f"INSERT INTO {fts} ({fts}, rowid, ord) VALUES ('delete', OLD.id, OLD.ord)"
        )
        in_ = f"INSERT INTO {fts} (rowid, ord) VALUES (NEW.id, NEW.ord)"
        for handelse, gor in (
            ("INSERT", in_),
            ("UPDATE", f"{bort}; {in_}"),
            ("DELETE", bort),
        ):
            namn = f"{fts}_{handelse.lower()}"
            sql = f"CREATE TRIGGER {namn} AFTER {handelse} ON {tabell} BEGIN {gor}; END"
            ut.append((namn, tabell, [sql]))
    return ut
