"""The nightly count by which SQLite knows which index is the short way."""

from django.db import connection

RADER = 1000  # of each index; enough to tell a board's forms from one form's


def rakna_indexen() -> None:
    """Let SQLite count its indexes anew: milliseconds. PostgreSQL does so by itself.

    Without it SQLite takes a board for a handful of forms, and the inbox of 100 000
    is ten times slower.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA analysis_limit = {RADER}")
            cursor.execute("ANALYZE")
