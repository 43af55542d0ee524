"""The test database itself: the one that was asked for, and Swedish in its order."""

import ast
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import Permission
from django.db import DatabaseError, connection

from aktiviteter.models import Handlingsplan, Planstatus
from tests import bygge, databas, databasmall
from vbeplan import radlas


def test_settings_use_the_database_that_the_plugin_chose():
    scheme = os.environ["DATABASE_URL"].partition(":")[0]

    engine = {"postgres": "postgresql", "sqlite": "sqlite3"}[scheme]
    assert settings.DATABASES["default"]["ENGINE"].endswith(engine)


@pytest.mark.django_db
def test_postgresql_sorts_the_swedish_letters_last():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite sorts by the collation that the model asks for")

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT x FROM (VALUES ('Ö'), ('Å'), ('Z'), ('Ä'), ('a')) t(x) ORDER BY x"
        )
        rows = [row[0] for row in cursor.fetchall()]

    assert rows == ["a", "Z", "Å", "Ä", "Ö"]


@pytest.mark.django_db
def test_sqlite_is_a_file_with_the_pragmas_of_the_real_one():
    if connection.vendor != "sqlite":
        pytest.skip("a question for SQLite")

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA journal_mode")
        mode = cursor.fetchone()[0]

    assert mode == "wal"


def test_the_server_dies_with_a_pytest_that_was_killed():
    if databas.find_binaries() is None:
        pytest.skip("PostgreSQL is not installed")
    root = Path(__file__).parents[2]
    script = (
        "import os, pathlib, time; from tests import databas\n"
        "url = databas.start_server(databas.find_binaries())\n"
        "room = pathlib.Path(url.split('@/')[1]).parent\n"
        "while not (room / '.s.PGSQL.5432').exists(): time.sleep(0.05)\n"
        "print(room, flush=True); os.kill(os.getpid(), 9)"
    )

    done = subprocess.run(
        [sys.executable, "-c", script], cwd=root, capture_output=True, text=True
    )

    room = Path(done.stdout.strip())
    assert done.returncode == -9
    assert room.name.startswith("vbeplan-pg-")
    deadline = time.monotonic() + 20
    while room.exists() and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not room.exists()


def imports(path):
    """Yield the modules that a file of ours imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module


def test_the_kept_database_is_made_anew_when_what_a_migration_imports_changes():
    known = set(databasmall.reachable())
    migrations = [path for path in known if path.parent.name == "migrations"]
    assert len(migrations) > 40

    ours = {name for path in migrations for name in imports(path)}
    ours = {n.replace(".", "/") for n in ours if n.split(".")[0] in databasmall.ROOMS}

    assert ours
    for name in ours:
        either = (
            databasmall.ROOT / f"{name}.py",
            databasmall.ROOT / name / "__init__.py",
        )
        assert known & set(either), name


def test_a_changed_migration_gives_the_kept_database_another_name(monkeypatch):
    fore = databasmall.fingerprint()
    assert databasmall.fingerprint() == fore
    en = next(p for p in databasmall.reachable() if p.parent.name == "migrations")
    alla = [p for p in databasmall.reachable() if p != en]
    monkeypatch.setattr(databasmall, "reachable", lambda: alla)

    assert databasmall.fingerprint() != fore


@pytest.mark.django_db(transaction=True)
def test_what_is_not_rolled_back_is_gone_afterwards_also_what_is_locked(databasmall):
    plan = Handlingsplan.objects.filter(pk=bygge.ny_plan(bygge.ny_namnd()).pk)
    plan.update(status=Planstatus.BESLUTAD)
    with pytest.raises(DatabaseError):
        plan.delete()
    fore = set(Permission.objects.values_list("pk", "codename"))
    Permission.objects.all().delete()

    databasmall.restore()

    assert not plan.exists()
    assert fore == set(Permission.objects.values_list("pk", "codename"))
    assert radlas.brutna(connection) == []
