"""Buckets: how much the installation takes in a minute, without telling visitors apart.

There is one count for everybody, for to count per visitor is to know who she is. It
lives in memory that gunicorn's workers share, since they come of one process that has
loaded the program (`preload_app`): no table, no file, and no more of time than which
minute it is. A new minute begins at naught.
"""

import fcntl
import mmap
import os
import struct
import tempfile
import threading
import time
from contextlib import contextmanager

from django.conf import settings

_RUTA = struct.Struct("qq")  # a minute of the computer's uptime, how many came in it
_PLATSER = 64


def _oppna_minne():
    """Return a file that is memory only; outside Linux one without a name."""
    if hasattr(os, "memfd_create"):
        return os.memfd_create("hinkar")
    return os.dup(tempfile.TemporaryFile().fileno())


_FIL = _oppna_minne()
os.ftruncate(_FIL, _RUTA.size * _PLATSER)
_MINNE = mmap.mmap(_FIL, _RUTA.size * _PLATSER)
_TRADAR = threading.Lock()


def minuten() -> int:
    """Return which minute of the computer's uptime it is."""
    return int(time.monotonic() // 60)


class Hink:
    """One bucket; `namn` is its number of times a minute in the setting HINKAR."""

    _nasta = 0

    def __init__(self, namn):
        self.namn = namn
        self._plats = Hink._nasta * _RUTA.size
        Hink._nasta += 1

    def rymmer(self) -> bool:
        """Count one more; tell whether there was room for it."""
        minut = minuten()
        with self._ensam():
            nar, antal = _RUTA.unpack_from(_MINNE, self._plats)
            antal = antal + 1 if nar == minut else 1
            _RUTA.pack_into(_MINNE, self._plats, minut, antal)
        return antal <= settings.HINKAR[self.namn]

    def ar_full(self) -> bool:
        """Tell, without counting, whether there is no room for one more."""
        with self._ensam():
            nar, antal = _RUTA.unpack_from(_MINNE, self._plats)
        if nar != minuten():
            antal = 0
        return antal >= settings.HINKAR[self.namn]

    def tom(self):
        """Begin anew, as a new minute does."""
        with self._ensam():
            _RUTA.pack_into(_MINNE, self._plats, 0, 0)

    @contextmanager
    def _ensam(self):
        """Alone among threads and processes; a killed process lets go of its lock."""
        with _TRADAR:
            fcntl.lockf(_FIL, fcntl.LOCK_EX, _RUTA.size, self._plats)
            try:
                yield
            finally:
                fcntl.lockf(_FIL, fcntl.LOCK_UN, _RUTA.size, self._plats)


BLANKETTER, KONTROLLER, KODER = Hink("blanketter"), Hink("kontroller"), Hink("koder")
ANSLAG, ENKATSVAR = Hink("anslag"), Hink("enkatsvar")
HINKAR = (BLANKETTER, KONTROLLER, KODER, ANSLAG, ENKATSVAR)


def tom_alla():
    """Begin every bucket anew."""
    for en in HINKAR:
        en.tom()
