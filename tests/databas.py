"""Chooses the tests' database and starts a throw-away PostgreSQL when it can.

A pytest plugin (`-p tests.databas` in pyproject.toml), because Django's settings
read the environment before any conftest.py is imported.

    pytest                PostgreSQL when its programs are there, else SQLite
    pytest --db=postgres  PostgreSQL, or an error
    pytest --db=sqlite    SQLite

The server lives in a directory of its own, listens on a Unix socket only, sorts as
Swedish (ICU sv-SE) and dies with the pytest that started it, even after kill -9:
it is guarded by a shell that reads from a pipe which only pytest holds. It starts
in the background while the tests are collected; the first test that wants a
database waits for it. With xdist the controller starts it for all workers.
"""

import contextlib
import os
import re
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import pytest

MISSING = (
    "PostgreSQL saknas (initdb finns inte under /usr/lib/postgresql/*/bin eller i "
    "PATH). Installera det med: apt-get install postgresql"
)
START_SECONDS = 60

# Everything settings.py reads, so that a developer's .env never reaches a test.
ENVIRONMENT = {
    "SECRET_KEY": "only-for-tests-0123456789-0123456789-0123456789",
    "NYCKLAR": "prov:cHJvdm55Y2tlbi1wcm92bnlja2VsbjAxMjM0NTY3ODk",
    "NYCKELFIL": "",
    "DEBUG": "0",
    "DEMO": "0",
    "TLS": "0",
    "BAKOM_PROXY": "0",
    "ALLOWED_HOSTS": "localhost",
    "EMAIL_URL": "memorymail://",
    "SMATALSGRANS": "5",
}

# What lasts as long as the run; closed last of all.
rooms = contextlib.ExitStack()

# fsync off: nothing here outlives the run. autovacuum off: its ANALYZE, of any table,
# keeps removed rows that a test wants out of the files. The read ends with pytest.
GUARD = """
"$BIN/initdb" -D "$ROOM/data" -U vbeplan -A trust -E UTF8 --no-sync \
  --locale=C.UTF-8 --locale-provider=icu --icu-locale=sv-SE || exit 1
"$BIN/postgres" -D "$ROOM/data" -k "$ROOM" -c listen_addresses= \
  -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off \
  -c max_connections=60 -c shared_buffers=64MB -c timezone=UTC </dev/null &
server=$!
read -r _
kill -QUIT "$server"
wait "$server"
rm -rf "$ROOM"
"""


def pytest_addoption(parser):
    """Add --db and --bara-databas; returns nothing."""
    parser.addoption(
        "--db",
        choices=["auto", "postgres", "sqlite"],
        default="auto",
        help="the tests' database (auto: PostgreSQL when it is installed)",
    )
    parser.addoption(
        "--bara-databas",
        action="store_true",
        help="only tests that use the database: the others need one run, not two",
    )


def pytest_collection_modifyitems(config, items):
    """With --bara-databas, leave out the tests that use no database."""
    if config.option.bara_databas:
        left_out = [item for item in items if not uses_database(item)]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if uses_database(item)]


def uses_database(item) -> bool:
    """Tell whether pytest-django will open the database for this test."""
    fixtures = {"db", "transactional_db", "live_server"}
    marked = item.get_closest_marker("django_db")
    return bool(marked or fixtures & set(getattr(item, "fixturenames", ())))


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests(early_config, parser, args):
    """Set the environment that settings.py reads, before pytest-django loads it."""
    worker = os.environ.get("PYTEST_XDIST_WORKER")
    if worker:
        move_in(Path(os.environ["VAR_DIR"]) / worker)
        return (yield)
    move_in(Path(rooms.enter_context(tempfile.TemporaryDirectory(prefix="vbeplan-"))))
    choice = parser.parse_known_args(args).db
    os.environ |= ENVIRONMENT | database_environment(choice)
    return (yield)


def move_in(room: Path) -> None:
    """Give this process a VAR_DIR of its own, with the folders settings expect."""
    (room / "static").mkdir(parents=True)
    os.environ["VAR_DIR"] = str(room)


def database_environment(choice: str) -> dict[str, str]:
    """Return DATABASE_URL and a note for the user; `choice` is the value of --db."""
    binaries = find_binaries()
    if choice != "sqlite" and binaries:
        return {"DATABASE_URL": start_server(binaries)}
    if choice == "postgres" or (choice == "auto" and os.environ.get("CI")):
        raise pytest.UsageError(MISSING)
    note = f"{MISSING} Testar på SQLite." if choice == "auto" else ""
    url = f"sqlite:///{os.environ['VAR_DIR']}/vbeplan.sqlite3"
    return {"DATABASE_URL": url, "VBEPLAN_TEST_NOTE": note}


def find_binaries() -> Path | None:
    """Return the directory of the newest PostgreSQL ≥ 15 server, or None."""
    found = [
        (int(match[1]), path.parent)
        for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")
        if (match := re.search(r"/(\d+)/bin", str(path))) and int(match[1]) >= 15
    ]
    if found:
        return max(found)[1]
    in_path = shutil.which("initdb")
    return Path(in_path).resolve().parent if in_path else None


def start_server(binaries: Path) -> str:
    """Start PostgreSQL in the background; return the database's URL."""
    # Not TMPDIR: a socket's path may be 107 bytes long at most.
    room = Path(tempfile.mkdtemp(prefix="vbeplan-pg-", dir="/tmp"))
    identity = {}
    if os.geteuid() == 0:
        identity = unprivileged()
        os.chown(room, identity["user"], identity["group"])
    with (room / "logg").open("wb") as log:
        guard = subprocess.Popen(
            ["/bin/sh", "-c", GUARD],
            env={"PATH": os.environ["PATH"], "BIN": str(binaries), "ROOM": str(room)},
            cwd=room,
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=log,
            start_new_session=True,
            **identity,
        )
    rooms.callback(guard.wait, timeout=30)
    rooms.callback(guard.stdin.close)
    return f"postgres://vbeplan@/{room}/postgres"


def unprivileged() -> dict:
    """Return Popen's arguments for a user who may run PostgreSQL (root may not)."""
    import pwd  # not on Windows, where this function is never called

    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    raise pytest.UsageError("Varken användaren postgres eller nobody finns.")


def wait_for_server(room: str) -> None:
    """Return when the server with its socket in `room` answers, or end the run."""
    import psycopg  # only where PostgreSQL is used

    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            psycopg.connect(host=room, user="vbeplan", dbname="postgres").close()
            return
        except psycopg.OperationalError as error:
            if time.monotonic() > deadline:
                log = (Path(room) / "logg").read_text()
                pytest.exit(f"PostgreSQL startade inte: {error}\n{log}", 3)
            time.sleep(0.05)


def pytest_report_header(config):
    """Say which database the run is on."""
    note = os.environ.get("VBEPLAN_TEST_NOTE")
    scheme = os.environ.get("DATABASE_URL", "").partition(":")[0]
    return [f"databas: {scheme}", *([note] if note else [])]


def pytest_unconfigure(config):
    """Let go of the server (its guard stops it) and clear the directories."""
    rooms.close()
