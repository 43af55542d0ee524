"""Database triggers that refuse to change or remove what was published.

Whoever asks, by whatever road: the program, a cascade or a line of SQL. They are made
after every `migrate`, since SQLite drops a table's triggers when it rebuilds it.
"""

# ruff: noqa: S608 — the only names in these sentences are the file's own

from django.db import connections

TABELL = "lagesbild_frysning"
HANDELSER = ("UPDATE", "DELETE")
NEJ = "En publicerad lägesbild ändras inte."


def namn(handelse):
    return f"frysning_las_{handelse.lower()}"


def satser(vendor, handelse):
    """Return the SQL that makes the trigger of an event, as a list."""
    if vendor == "sqlite":
        return [
            f"CREATE TRIGGER {namn(handelse)} BEFORE {handelse} ON {TABELL} "
            f"BEGIN SELECT RAISE(ABORT, '{NEJ}'); END"
        ]
    return [
        f"CREATE OR REPLACE FUNCTION {namn(handelse)}() RETURNS trigger "
        f"LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '{NEJ}' "
        "USING ERRCODE = 'integrity_constraint_violation'; END $$",
        f"CREATE TRIGGER {namn(handelse)} BEFORE {handelse} ON {TABELL} "
        f"FOR EACH ROW EXECUTE FUNCTION {namn(handelse)}()",
    ]


def installera(using="default"):
    """Make the triggers that are missing."""
    connection = connections[using]
    fanns = finns(connection)
    with connection.cursor() as cursor:
        for handelse in HANDELSER:
            if namn(handelse) not in fanns:
                for sats in satser(connection.vendor, handelse):
                    cursor.execute(sats)


def ta_bort(using="default"):
    """Take them away, for a database that is about to be emptied."""
    connection = connections[using]
    pa = f" ON {TABELL}" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        for handelse in HANDELSER:
            cursor.execute(f"DROP TRIGGER IF EXISTS {namn(handelse)}{pa}")


def finns(connection):
    """Return the names of the triggers that the table has."""
    fraga = (
        "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal "
        f"AND tgrelid = '{TABELL}'::regclass"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger' "
        f"AND tbl_name = '{TABELL}'"
    )
    with connection.cursor() as cursor:
        cursor.execute(fraga)
        return {rad[0] for rad in cursor.fetchall()}
