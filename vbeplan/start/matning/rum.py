"""A room for one run of the bench: a directory and a database, both thrown away.

What the child may know lies in the environment that `rum` gives; the installation's
own database and VAR_DIR are not in it.
"""

import contextlib
import os
import secrets
import tempfile
from urllib.parse import urlsplit, urlunsplit

import environ
from django.conf import settings

from vbeplan.start.matning.kluster import kluster


@contextlib.contextmanager
def rum(db="sqlite", url=""):
    """Give the environment of a child that measures on a fresh database.

    `db` is "sqlite" or "postgres". `url` names the PostgreSQL server to make a database
    on; without it the configured one, and when that is SQLite a server of our own.
    Raises SaknasFel (no PostgreSQL here) or psycopg's errors.
    """
    with contextlib.ExitStack() as stad:
        mapp = stad.enter_context(
            tempfile.TemporaryDirectory(prefix="vbeplan-matning-")
        )
        adress = f"sqlite:///{mapp}/matning.sqlite3"
        if url or db == "postgres":
            server = url or _installd()
            vag = _egen_databas(server) if server else kluster()
            adress = stad.enter_context(vag)
        yield {
            **os.environ,
            "DATABASE_URL": adress,
            "VAR_DIR": mapp,
            "SECRET_KEY": secrets.token_urlsafe(48),
            "NYCKLAR": f"matning:{secrets.token_urlsafe(32)}",
            "NYCKELFIL": "",
            "ALLOWED_HOSTS": "localhost",
            "DEBUG": "0",
            "DEMO": "0",
            "TLS": "0",
            "BAKOM_PROXY": "0",
            "EMAIL_URL": "dummymail://",
        }


def _installd():
    """Return the configured server's address, or "" when it is not PostgreSQL."""
    motor = settings.DATABASES["default"]["ENGINE"]
    return os.environ.get("DATABASE_URL", "") if motor.endswith("postgresql") else ""


@contextlib.contextmanager
def _egen_databas(url):
    """Make a database on a server, give its address, and drop it."""
    import psycopg  # only where PostgreSQL is used
    from psycopg.sql import SQL, Identifier

    val = environ.Env.db_url_config(url)
    namn = f"vbeplan_matning_{secrets.token_hex(4)}"

    def gor(sats):
        with psycopg.connect(
            host=val["HOST"] or None,
            port=val["PORT"] or None,
            user=val["USER"] or None,
            password=val["PASSWORD"] or None,
            dbname=val["NAME"],
            autocommit=True,
        ) as forbindelse:
            forbindelse.execute(SQL(sats).format(Identifier(namn)))

    gor("CREATE DATABASE {}")
    try:
        yield _med_namn(url, namn)
    finally:
        gor("DROP DATABASE {} WITH (FORCE)")


def _med_namn(url, namn):
    delar = urlsplit(url)
    vag, _, _ = delar.path.rpartition("/")
    return urlunsplit(delar._replace(path=f"{vag}/{namn}"))
