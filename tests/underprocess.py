"""Runs ./manage.py in a process of its own, on the database of the running test."""

import os
import subprocess
import sys
from pathlib import Path

from django.db import connection

ROOT = Path(__file__).parents[1]


def miljo(**mer):
    """Return the environment in which another process sees the test's database."""
    val = connection.settings_dict
    if connection.vendor == "sqlite":
        adress = f"sqlite:///{val['NAME']}"
    else:
        adress = f"postgres://{val['USER']}@/{val['HOST']}/{val['NAME']}"
    return os.environ | {"DATABASE_URL": adress, "PYTHONWARNINGS": ""} | mer


def atgang() -> float:
    """Return the CPU seconds of this process and of the children that have ended.

    What is slow of itself is so on a busy machine too; a clock on the wall is not.
    """
    tider = os.times()
    return tider.user + tider.system + tider.children_user + tider.children_system


def manage(*ord_, **mer):
    """Start a command; returns the Popen with its output on pipes."""
    return subprocess.Popen(
        [sys.executable, "manage.py", *ord_],
        cwd=ROOT,
        env=miljo(**mer),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
