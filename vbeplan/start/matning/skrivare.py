"""Many who fill in the form at once, served by gunicorn as in production.

Each opens the form and sends one that she opened a while ago, without rest; now and
then the same form twice, as by a double click. Afterwards every form that was answered
with a receipt must lie in the database, once.
"""

import contextlib
import os
import re
import socket
import subprocess
import sys
import threading
import time
from collections import deque
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse

from blanketter.bevis import FORST
from blanketter.models import Blankett
from vbeplan.organisation.models import Namnd
from vbeplan.start.matning.tabell import Rad

GRUPP = "Blanketten"
NAMND = "skrivare"
ARBETARE = 2
SENT = 0.95  # p95
DUBBELT = 10  # every tenth form is sent twice
MOGNAD = FORST + 0.2  # seconds that a form must have been open
FALT = re.compile(rb'name="(csrfmiddlewaretoken|bevis)" value="([^"]+)"')
VECKA = re.compile(rb'name="nar"[^>]*value="([^"]+)"')
KOD = re.compile(rb'data-kod="([^"]+)"')


class GickInte(Exception):  # noqa: N818 — Swedish: it did not work
    """A form was not answered with a page of ours; no measurement."""


class _Forbindelse(HTTPConnection):
    """HTTP over gunicorn's socket file: no port that somebody else may hold."""

    def __init__(self, uttag):
        super().__init__("localhost")
        self.uttag = uttag

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(60)
        self.sock.connect(str(self.uttag))


@dataclass
class _Skrivare:
    """One writer: what she waited for, in seconds, and the receipts that she got."""

    uttag: Path
    adress: str
    till: float
    hamtat: list = field(default_factory=list)
    skickat: list = field(default_factory=list)
    koder: list = field(default_factory=list)
    fel: list = field(default_factory=list)
    oppna: deque = field(default_factory=deque)
    kaka: str = ""

    def skriv(self):
        try:
            while time.monotonic() < self.till:
                self._oppna()
                if self.oppna and time.monotonic() - self.oppna[0][0] > MOGNAD:
                    self._skicka(self.oppna.popleft()[1])
        except (OSError, GickInte) as fel:
            self.fel.append(repr(fel))

    def _oppna(self):
        sekunder, sida = self._fraga("GET", None)
        self.hamtat.append(sekunder)
        falt = {n.decode(): v.decode() for n, v in FALT.findall(sida)}
        falt["nar"] = VECKA.search(sida)[1].decode()
        self.oppna.append((time.monotonic(), falt))

    def _skicka(self, falt):
        nr = len(self.koder)
        falt |= {
            "slag": "klotter",
            "miljo": "oklart",
            "text": f"Klistermärken på {nr} skåp utanför matsalen i dag på morgonen.",
        }
        koder = set()
        for _ in range(2 if nr % DUBBELT == 0 else 1):
            sekunder, sida = self._fraga("POST", urlencode(falt))
            self.skickat.append(sekunder)
            if not (kod := KOD.search(sida)):
                raise GickInte(sida[:300])
            koder.add(kod[1])
        self.koder.extend(koder)

    def _fraga(self, metod, kropp):
        """Return seconds and the page; each on a new connection, as telephones do."""
        huvuden = {"Connection": "close", "Cookie": self.kaka}
        if kropp:
            huvuden["Content-Type"] = "application/x-www-form-urlencoded"
        forbindelse = _Forbindelse(self.uttag)
        start = time.perf_counter()
        forbindelse.request(metod, self.adress, kropp, huvuden)
        svar = forbindelse.getresponse()
        sida = svar.read()
        tid = time.perf_counter() - start
        if kaka := svar.getheader("Set-Cookie"):
            self.kaka = kaka.partition(";")[0]
        forbindelse.close()
        if svar.status != 200:
            raise GickInte(f"{metod} {svar.status}")
        return tid, sida


def mat_skrivare(antal, sekunder):
    """Let `antal` writers write for as many seconds; return the rows."""
    namnd = Namnd.objects.create(namn="Nämnden skrivare", kort=NAMND)
    adress = reverse("blankett", args=[NAMND])
    with _gunicorn() as uttag:
        till = time.monotonic() + sekunder
        alla = [_Skrivare(uttag, adress, till) for _ in range(antal)]
        tradar = [threading.Thread(target=en.skriv) for en in alla]
        for trad in tradar:
            trad.start()
        for trad in tradar:
            trad.join()
    if fel := [f for en in alla for f in en.fel]:
        raise GickInte(f"{len(fel)} fel, det första: {fel[0]}")
    return _rader(alla, Blankett.objects.filter(namnd=namnd).count(), sekunder)


def _rader(alla, mottagna, sekunder):
    hamtat = sorted(t * 1000 for en in alla for t in en.hamtat)
    skickat = sorted(t * 1000 for en in alla for t in en.skickat)
    kvitton = [kod for en in alla for kod in en.koder]
    vilka = f"{len(alla)} skrivare"
    kvot = _p95(skickat) / _p95(hamtat)
    return [
        Rad(GRUPP, f"Öppna blanketten, {vilka}", "ms", hamtat),
        Rad(GRUPP, f"Skicka blanketten, {vilka}", "ms", skickat),
        Rad(GRUPP, "Öppna blanketten, p95", "ms", [_p95(hamtat)], kvot=1),
        Rad(GRUPP, "Skicka blanketten, p95", "ms", [_p95(skickat)], kvot=kvot,
            hogst={"kvot": 5}),
        Rad(GRUPP, f"Mottagna på {sekunder} s", "st", [mottagna]),
        Rad(GRUPP, "Förlorade: kvitto utan blankett", "st",
            [max(0, len(set(kvitton)) - mottagna)], hogst={"median": 0}),
        Rad(GRUPP, "Dubbla: blankett utan eget kvitto", "st",
            [max(0, mottagna - len(set(kvitton)))], hogst={"median": 0}),
        Rad(GRUPP, "Två kvitton för samma blankett", "st",
            [len(kvitton) - len(set(kvitton))], hogst={"median": 0}),
    ]  # fmt: skip


def _p95(tider):
    return tider[min(len(tider) - 1, int(SENT * len(tider)))]


@contextlib.contextmanager
def _gunicorn():
    """Serve the database of this run; give the socket's path."""
    uttag = Path(os.environ["VAR_DIR"]) / "gunicorn.sock"
    ord_ = ["-m", "gunicorn", "-c", "vbeplan/server.py", "-b", f"unix:{uttag}"]
    # The limit a minute is for a whole town's use, and would stop the run at once.
    miljo = os.environ | {
        "BLANKETTER_PER_MINUT": "1000000",
        "WEB_CONCURRENCY": str(ARBETARE),
    }
    process = subprocess.Popen(  # noqa: S603 — our own words, our own interpreter
        [sys.executable, *ord_],
        cwd=settings.BASE_DIR,
        env=miljo,
        stdout=subprocess.DEVNULL,
    )
    try:
        _vanta_pa(uttag, process)
        yield uttag
    finally:
        process.terminate()
        process.wait(30)


def _vanta_pa(uttag, process):
    for _ in range(300):
        with contextlib.suppress(OSError):
            forbindelse = _Forbindelse(uttag)
            forbindelse.request("GET", reverse("halsa"))
            if forbindelse.getresponse().status == 200:
                return
        if process.poll() is not None:
            break
        time.sleep(0.1)
    raise GickInte("gunicorn startade inte.")
