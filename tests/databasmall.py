"""The migrated database, made once and copied: migrating takes ten seconds of work.

SQLite's is kept between runs in pytest's cache, under a name that is a fingerprint of
all that decides what it becomes (a test holds the list to what migrations import).
PostgreSQL's lives as long as its server, one run, and saves all workers but the first.
Django still runs `migrate` on the copy, which finds nothing to do but what is done
after every migration (triggers, permissions).

A test that can't be rolled back leaves rows behind. `restore` makes the database as it
was, in a few milliseconds: Django's flush would empty a hundred tables and then make
all triggers and permissions anew, half a second each time.
"""

import contextlib
import datetime
import fcntl
import hashlib
import os
import shutil
import sqlite3
from pathlib import Path

from django.db import connection, transaction

from vbeplan import radlas

ROOT = Path(__file__).parents[1]
ROOMS = ["vbeplan", "aktiviteter", "lagesbild", "blanketter"]
# What the migrations are and import, and what is done after each migrate.
FOLDERS = {"migrations", "models", "tidsprak", "sok", "nycklar", "text"}
NAMES = {"apps.py", "radlas.py"}
NAMES |= {"frysningslas.py", "utgavelas.py", "uppfoljningslas.py", "sparlas.py"}
NAMES |= {"sigillen.py", "som_json.py"}
OTHERS = ["requirements.txt", "tests/databas.py", "tests/databasmall.py"]
KEPT = 4
TEMPLATE = "mall"


def fingerprint() -> str:
    """Return a name for the database that migrating would give today."""
    found = hashlib.sha256(f"{datetime.date.today()}{sqlite3.sqlite_version}".encode())  # noqa: DTZ011 (a new one each day is enough)
    for path in [*sorted(reachable()), *(ROOT / name for name in OTHERS)]:
        found.update(str(path.relative_to(ROOT)).encode() + b"\0")
        found.update(path.read_bytes())
    return found.hexdigest()[:24]


def reachable():
    """Yield the files that decide what migrating gives."""
    for room in ROOMS:
        for path in (ROOT / room).rglob("*.py"):
            if path.name in NAMES or FOLDERS & set(path.relative_to(ROOT).parts):
                yield path


@contextlib.contextmanager
def alone(place: Path):
    """Hold a lock that belongs to `place`: the second worker waits for the first."""
    with place.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


class SqliteMall:
    """The template as a file in `folder`."""

    def __init__(self, folder: Path):
        self.place = folder / f"{fingerprint()}.sqlite3"

    def fetch(self, name: str) -> bool:
        """Copy the template to the file `name`; tell whether there was one."""
        if not self.place.exists():
            return False
        shutil.copyfile(self.place, name)
        os.utime(self.place)
        return True

    def keep(self) -> None:
        """Make the test database, as it stands, the template."""
        connection.close()  # also empties the write-ahead log into the file
        half = self.place.with_suffix(f".{os.getpid()}")
        shutil.copyfile(connection.settings_dict["NAME"], half)
        half.replace(self.place)
        kept = sorted(self.place.parent.glob("*.sqlite3"), key=_age, reverse=True)
        for old in kept[KEPT:]:
            old.unlink(missing_ok=True)
            old.with_suffix(".lock").unlink(missing_ok=True)

    def remember(self) -> None:
        """Hold on to the template: another run may throw away the file's name."""
        self.mall = sqlite3.connect(f"{self.place.as_uri()}?immutable=1", uri=True)

    def restore(self) -> None:
        """Make the test database the template once more, triggers and all."""
        connection.ensure_connection()
        self.mall.backup(connection.connection)


class PostgresMall:
    """The template as a database of the run's own server."""

    def __init__(self, folder: Path):
        self.place = folder / "postgres"

    def fetch(self, name: str) -> bool:
        """Make the database `name` of the template; tell whether there was one."""
        with self._server() as server:
            question = "SELECT 1 FROM pg_database WHERE datname = %s"
            if not server.execute(question, [TEMPLATE]).fetchone():
                return False
            server.execute(f'CREATE DATABASE "{name}" TEMPLATE {TEMPLATE}')
        return True

    def keep(self) -> None:
        """Make the test database, as it stands, the template."""
        connection.close()
        name = connection.settings_dict["NAME"]
        with self._server() as server:
            server.execute(f'CREATE DATABASE {TEMPLATE} TEMPLATE "{name}"')

    def remember(self) -> None:
        """Lay what the tables hold in a schema beside them."""
        with connection.cursor() as cursor:
            self.tables = connection.introspection.django_table_names(
                only_existing=True
            )
            self.filled = self._filled(cursor)
            cursor.execute(f"CREATE SCHEMA {TEMPLATE}")
            for table in self.filled:
                cursor.execute(f"CREATE TABLE {TEMPLATE}.{table} AS TABLE {table}")

    def restore(self) -> None:
        """Empty the tables that have rows; fill those that had any to begin with."""
        with transaction.atomic(), connection.cursor() as cursor:
            # As a replica foreign keys have no say; our locks always have.
            cursor.execute("SET LOCAL session_replication_role = replica")
            radlas.ta_bort()
            for table in self._filled(cursor):
                cursor.execute(f"DELETE FROM {table}")  # noqa: S608 (Django's own name)
            for table in self.filled:
                cursor.execute(f"INSERT INTO {table} TABLE {TEMPLATE}.{table}")
            radlas.installera()

    def _filled(self, cursor):
        """Return the tables that have rows, in one question."""
        asked = (f"SELECT '{t}' WHERE EXISTS (TABLE {t})" for t in self.tables)
        cursor.execute(" UNION ALL ".join(asked))
        return [name for (name,) in cursor.fetchall()]

    def _server(self):
        import psycopg  # only where PostgreSQL is used

        host, user = (connection.settings_dict[x] for x in ("HOST", "USER"))
        return psycopg.connect(host=host, user=user, dbname="postgres", autocommit=True)


def _age(path: Path) -> float:
    with contextlib.suppress(FileNotFoundError):
        return path.stat().st_mtime
    return 0.0
