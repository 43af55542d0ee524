"""Clear the database's files of what is no longer in its tables.

SQLite writes zeros over what is taken away (secure_delete), but the journal keeps the
old pages until it is emptied. PostgreSQL keeps old rows, and their words in the free
space of its pages, until the table is written anew. Its own log (pg_wal) and the
backups are the server's: they go as they are renewed.
"""

import time

from django.db import OperationalError, connection

FORSOK, PAUS = 20, 0.25  # while others read and write


def rensa_filerna(modeller):
    """Clear the files of the models' tables; False when somebody was in the way.

    Must not be called in a transaction. On PostgreSQL a table is locked meanwhile.
    """
    with connection.cursor() as markor:
        if connection.vendor == "sqlite":
            return _rensa_sqlite(markor)
        return _rensa_postgres(markor, modeller)


def _rensa_sqlite(markor):
    for _ in range(FORSOK):
        markor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        upptagen, _, _ = markor.fetchone()
        if not upptagen:
            return True
        time.sleep(PAUS)
    return False


def _rensa_postgres(markor, modeller):
    try:
        markor.execute("SET lock_timeout = %s", [f"{int(FORSOK * PAUS)}s"])
        for modell in modeller:
            tabell = connection.ops.quote_name(modell._meta.db_table)
            markor.execute(f"VACUUM (FULL) {tabell}")
    except OperationalError:
        return False
    finally:
        markor.execute("RESET lock_timeout")
    return True
