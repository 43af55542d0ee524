"""Rows that don't tell in what order they came, for tables of the anonymous side.

Both databases keep a row's place beside what one asks for: SQLite numbers rows as they
come and fills its pages from the end, PostgreSQL lays rows in order and notes which
transaction wrote them (xmin).
"""

import secrets
from zlib import crc32

from django.db import connection

# A new row is written anew among so many others; of more, these at random.
BLANDAS = 30


def ensam(modell):
    """Hold others back until the transaction ends, who would write to the table too.

    On SQLite a transaction is alone as it is (transaction_mode IMMEDIATE).
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as sql:
            nummer = crc32(modell._meta.db_table.encode())
            sql.execute("SELECT pg_advisory_xact_lock(%s)", [nummer])


def blanda(rad, bland, antal=BLANDAS):
    """Hide where among `bland`, a queryset of its model, the just written row came.

    Call it in the transaction that writes the row; keys are UUIDs. `antal` is how many
    are written anew with it.
    """
    modell = type(rad)
    ensam(modell)  # else two new rows would not see each other
    andra = bland.exclude(pk=rad.pk).order_by("?").values_list("pk", flat=True)
    if connection.vendor == "sqlite":
        _lagg_om(modell, [*andra[:antal], rad.pk])
        return
    andra = andra.select_for_update(skip_locked=True)[:antal]
    _skriv_om(modell, [*andra, rad.pk])


def _skriv_om(modell, nycklar):
    """Write the rows anew in no order, all by this transaction."""
    secrets.SystemRandom().shuffle(nycklar)
    tabell = connection.ops.quote_name(modell._meta.db_table)
    with connection.cursor() as sql:
        sql.executemany(
            f"UPDATE {tabell} SET id = id WHERE id = %s",  # noqa: S608
            [(nyckel,) for nyckel in nycklar],
        )


def _lagg_om(modell, nycklar):
    """Take the rows out, and put them back in no order with numbers of no order.

    To change their numbers only would leave each where it lies in the file.
    """
    tabell = connection.ops.quote_name(modell._meta.db_table)
    platser = ", ".join(["%s"] * len(nycklar))
    hexade = [nyckel.hex for nyckel in nycklar]
    with connection.cursor() as sql:
        sql.execute(f"SELECT * FROM {tabell} WHERE id IN ({platser})", hexade)  # noqa: S608
        kolumner = ", ".join(connection.ops.quote_name(k[0]) for k in sql.description)
        rader = sql.fetchall()
        secrets.SystemRandom().shuffle(rader)
        sql.execute(f"DELETE FROM {tabell} WHERE id IN ({platser})", hexade)  # noqa: S608
        varden = ", ".join(["%s"] * (len(rader[0]) + 1))
        sql.executemany(
            f"INSERT INTO {tabell} (rowid, {kolumner}) VALUES ({varden})",  # noqa: S608
            [(secrets.randbits(62), *rad) for rad in rader],
        )
