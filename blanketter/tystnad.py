"""Silence: while an open page is answered, nothing but a fault's place is logged.

A record of Django's carries the request, and its traceback the values that something
failed on: words that somebody was writing. Only the name of the fault and where in our
code it happened are let through.
"""

import logging
import traceback
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from urllib.parse import unquote

# Everything below these is open, and forgets who came.
OPPET = ("/oro/", "/enkat/", "/rapport/", "/oppet/kontrollera/")
ROT = Path(__file__).resolve().parents[1]

_tyst: ContextVar[bool] = ContextVar("tyst", default=False)
logg = logging.getLogger("blanketter.tystnad")


@contextmanager
def tystnad():
    """Within it, `Tystnad` lets no record through as it was written."""
    marke = _tyst.set(True)
    try:
        yield
    finally:
        _tyst.reset(marke)


class Tystnad(logging.Filter):
    """Set on every handler in settings, and by vbeplan/server.py on gunicorn's."""

    def filter(self, record):
        if record.name == "django.server":  # the line of runserver
            return not _star_i(record.getMessage())
        if not _tyst.get() or record.name == logg.name:
            return True
        fel = record.exc_info and record.exc_info[1]
        if fel is None:
            return False
        record.msg, record.args = rad("before the view", fel), ()
        record.exc_info = record.exc_text = record.stack_info = None
        record.__dict__.pop("request", None)
        return True


class InteOppet(logging.Filter):
    """For gunicorn's log of visits, whose `args` are the facts of one."""

    def filter(self, record):
        # Of what broke off it knows the line only, «POST /oro/… HTTP/1.1».
        return not _star_i(f" {record.args['U']}/ {unquote(record.args['r'])}")


class BaraPlats(logging.Filter):
    """For a log whose faults may quote what a visitor sent: gunicorn's own."""

    def filter(self, record):
        if record.exc_info and record.exc_info[1] is not None:
            record.msg, record.args = rad("in gunicorn", record.exc_info[1]), ()
            record.exc_info = record.exc_text = None
        return True


def _star_i(rad):
    """Tell whether a line of a log is of a visit to an open page."""
    return any(f" {adress}" in rad for adress in OPPET)


def rad(var, fel) -> str:
    """Return all that may be said of a fault: «500 in view x: Class at file:line»."""
    plats = _innersta(traceback.extract_tb(fel.__traceback__))
    return f"500 {var}: {type(fel).__name__} at {plats}"


def _innersta(ramar):
    """Return file:line of the innermost frame of our own code, else of any."""
    egna = [r for r in ramar if _ar_egen(Path(r.filename))]
    if not ramar:
        return "?"
    ram = (egna or ramar)[-1]
    fil = Path(ram.filename)
    visas = fil.relative_to(ROT) if egna else fil.name
    return f"{visas}:{ram.lineno}"


def _ar_egen(fil):
    return fil.is_relative_to(ROT) and "site-packages" not in fil.parts
