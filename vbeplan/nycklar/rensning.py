"""Clear the database's files of what is no longer in its tables.

SQLite writes zeros over what is taken away (secure_delete), but the journal keeps the
old pages until it is emptied. PostgreSQL keeps old rows, and their words in the free
space of its pages, until the table is written anew. Its own log (pg_wal) and the
backups are the server's: they go as they are renewed.
"""

import re
import time
from contextlib import contextmanager

from django.db import OperationalError, connection

FORSOK, PAUS = 20, 0.25  # while others read and write
NATTENS_TALAMOD = 12  # a minute, for a job that nobody sits and waits for


def rensa_filerna(modeller, *, talamod=1):
    """Clear the files of the models' tables; False when somebody was in the way.

    Must not be called in a transaction. On PostgreSQL a table is locked meanwhile, and
    `talamod` is how many times as long to wait for others' snapshots: a job at night
    has time for the server's own ANALYZE, a page has not.
    """
    with connection.cursor() as markor:
        if connection.vendor == "sqlite":
            return _rensa_sqlite(markor)
        return _rensa_postgres(markor, modeller, FORSOK * talamod)


def _rensa_sqlite(markor):
    for _ in range(FORSOK):
        markor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        upptagen, _, _ = markor.fetchone()
        if not upptagen:
            return True
        time.sleep(PAUS)
    return False


def _rensa_postgres(markor, modeller, forsok):
    try:
        markor.execute("SET lock_timeout = %s", [f"{int(FORSOK * PAUS)}s"])
        return all(_skriv_om(markor, modell, forsok) for modell in modeller)
    except OperationalError:
        return False
    finally:
        markor.execute("RESET lock_timeout")


def _skriv_om(markor, modell, forsok):
    """Write the table anew until no removed row had to come along; False at the end.

    A row that somebody's older snapshot may still see is carried over, without any
    error: a long report is enough, or the server's own ANALYZE of another table.
    """
    tabell = connection.ops.quote_name(modell._meta.db_table)
    with _borttagna_som_foljer_med() as kvar:
        for _ in range(forsok):
            kvar.clear()
            markor.execute(f"VACUUM (FULL, VERBOSE) {tabell}")
            if kvar == [0]:
                return True
            time.sleep(PAUS)
    return False


@contextmanager
def _borttagna_som_foljer_med():
    """Give a list that VACUUM fills with how many removed rows it had to keep."""
    antal = []

    def las(diag):
        # «0 dead row versions cannot be removed yet.» and a line on the CPU time; the
        # number stands first in every language of the server.
        if tal := re.match(r"\s*(\d+)", diag.message_detail or ""):
            antal.append(int(tal[1]))

    connection.connection.add_notice_handler(las)
    try:
        yield antal
    finally:
        connection.connection.remove_notice_handler(las)
