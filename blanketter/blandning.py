"""Rows that don't tell in what order they came, for tables of the anonymous side.

Both databases keep a row's place beside what one asks for: SQLite numbers rows as they
come, PostgreSQL lays them in order and notes which transaction wrote them (xmin).
"""

import secrets
from zlib import crc32

from django.db import connection

# A new row is written anew among so many others; beyond that, these at random.
BLANDAS = 30


def blanda(rad, bland):
    """Hide where among `bland`, a queryset of its model, the just written row came.

    Call it in the transaction that writes the row; keys are UUIDs.
    """
    tabell = connection.ops.quote_name(rad._meta.db_table)
    with connection.cursor() as sql:
        if connection.vendor == "sqlite":
            sql.execute(
                f"UPDATE {tabell} SET rowid = %s WHERE id = %s",  # noqa: S608
                [secrets.randbits(62), rad.pk.hex],
            )
            return
        # One at a time, else two new rows would not see each other.
        sql.execute(
            "SELECT pg_advisory_xact_lock(%s)", [crc32(rad._meta.db_table.encode())]
        )
        alla = [*_andra(rad, bland), rad.pk]
        secrets.SystemRandom().shuffle(alla)
        sql.executemany(
            f"UPDATE {tabell} SET id = id WHERE id = %s",  # noqa: S608
            [(pk,) for pk in alla],
        )


def _andra(rad, bland):
    andra = bland.exclude(pk=rad.pk).order_by("?").select_for_update(skip_locked=True)
    return andra.values_list("pk", flat=True)[:BLANDAS]
