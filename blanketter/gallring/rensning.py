"""See to it that the database's files hold nothing of what was removed.

SQLite writes zeros over what is taken away (secure_delete), but the journal keeps the
old pages until it is emptied. PostgreSQL keeps old rows, and their words in the free
space of its pages, until the table is written anew. Its own log (pg_wal) and the
backups are the server's: they go as they are renewed.
"""

import time

from django.db import OperationalError, connection

from blanketter.models import Blankett, Gallringsprotokoll, Meddelande
from vbeplan.organisation.models import Spar

FORSOK, PAUS = 20, 0.25  # while others read and write
MODELLER = (Blankett, Meddelande)


def behovs(sedan):
    """Tell whether something has gone that was not cleared, or went since the day."""
    bort = Spar.objects.filter(handling=Spar.Handling.BORTREDIGERAD)
    if sedan:
        bort = bort.filter(tid__date__gte=sedan)
    return Gallringsprotokoll.objects.filter(stadad=None).exists() or bort.exists()


def rensa(idag):
    """Clear the files and note it in the protocols; False when somebody was in the way.

    Must not be called in a transaction.
    """
    pa_sqlite = connection.vendor == "sqlite"
    # Before the work: what others remove meanwhile is not cleared by it.
    vantar = list(Gallringsprotokoll.objects.filter(stadad=None).values("pk", "antal"))
    with connection.cursor() as markor:
        klart = _rensa_sqlite(markor) if pa_sqlite else _rensa_postgres(markor)
    if klart:
        for protokoll in vantar:
            Gallringsprotokoll.objects.filter(**protokoll).update(stadad=idag)
    return klart


def _rensa_sqlite(markor):
    for _ in range(FORSOK):
        markor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        upptagen, _, _ = markor.fetchone()
        if not upptagen:
            return True
        time.sleep(PAUS)
    return False


def _rensa_postgres(markor):
    try:
        markor.execute("SET lock_timeout = %s", [f"{int(FORSOK * PAUS)}s"])
        for modell in MODELLER:
            tabell = connection.ops.quote_name(modell._meta.db_table)
            markor.execute(f"VACUUM (FULL) {tabell}")
    except OperationalError:
        return False
    finally:
        markor.execute("RESET lock_timeout")
    return True
