"""A PostgreSQL server of our own, for one run: on a socket, without durability."""

import contextlib
import os
import re
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

START_SEKUNDER = 30
INITDB = (
    *("-U", "vbeplan", "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C.UTF-8"),
    *("--locale-provider=icu", "--icu-locale=sv-SE"),
)
SNABBT = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


class SaknasFel(Exception):  # noqa: N818 — «fel» is Swedish for error
    """PostgreSQL can't be started here; the text says in Swedish what to do."""


@contextlib.contextmanager
def kluster():
    """Start a server, give its DATABASE_URL, and stop and remove it."""
    program = _program()
    # Not TMPDIR: a socket's path may be 107 bytes long at most.
    mapp = Path(tempfile.mkdtemp(prefix="vbeplan-matning-", dir="/tmp"))
    vem = _annan_an_root(mapp)
    try:
        _kor([program / "initdb", "-D", mapp / "data", *INITDB], vem)
        val = [f"-k{mapp}", "-clisten_addresses=", *(f"-c{x}" for x in SNABBT)]
        server = subprocess.Popen(  # noqa: S603 — PostgreSQL's own program
            [program / "postgres", "-D", mapp / "data", *val],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=mapp,
            **vem,
        )
        try:
            _vanta(mapp)
            yield f"postgres://vbeplan@/{mapp}/postgres"
        finally:
            server.terminate()
            server.wait(START_SEKUNDER)
    finally:
        shutil.rmtree(mapp, ignore_errors=True)


def _program():
    """Return the directory of the newest PostgreSQL's programs."""
    funna = [
        (int(traff[1]), fil.parent)
        for fil in Path("/usr/lib/postgresql").glob("*/bin/initdb")
        if (traff := re.search(r"/(\d+)/bin", str(fil)))
    ]
    if funna:
        return max(funna)[1]
    if i_path := shutil.which("initdb"):
        return Path(i_path).resolve().parent
    raise SaknasFel(
        "PostgreSQL saknas på den här datorn. Installera det med: apt-get install "
        "postgresql. Eller ange en server med --databas-url."
    )


def _annan_an_root(mapp):
    """Return Popen's arguments for a user that PostgreSQL accepts: not root."""
    if os.geteuid() != 0:
        return {}
    shutil.chown(mapp, "postgres", "postgres")
    return {"user": "postgres", "group": "postgres", "extra_groups": []}


def _kor(kommando, vem):
    svar = subprocess.run(  # noqa: S603 — PostgreSQL's own program
        kommando, capture_output=True, text=True, check=False, cwd="/", **vem
    )
    if svar.returncode:
        raise SaknasFel(f"PostgreSQL gick inte att starta: {svar.stderr.strip()}")


def _vanta(mapp):
    import psycopg  # only where PostgreSQL is used

    slut = time.monotonic() + START_SEKUNDER
    while True:
        try:
            psycopg.connect(host=str(mapp), user="vbeplan", dbname="postgres").close()
            return
        except psycopg.OperationalError as fel:
            if time.monotonic() > slut:
                raise SaknasFel(f"PostgreSQL startade inte: {fel}") from fel
            time.sleep(0.05)
