"""The real server on the running test's database, and a browser's words to it."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlencode

from tests.underprocess import ROOT, miljo

KONF = Path(__file__).with_name("driftkonf.py")
CSRF = "k" * 32
TYP = "application/x-www-form-urlencoded"
SEKUNDER = 120  # a machine that does other things needs 30 to begin


class Drift:
    """gunicorn with the house's settings; all that it writes lies in `mapp`."""

    def __init__(self, mapp, **mer):
        self.mapp, self.port = mapp, _ledig_port()
        for namn in ("var/static", "tmp", "hem", "brev"):
            (mapp / namn).mkdir(parents=True)
        self._ut = (mapp / "ut").open("wb")
        platser = {"VAR_DIR": mapp / "var", "TMPDIR": mapp / "tmp",
                   "HOME": mapp / "hem", "PROV_MAPP": mapp,
                   "EMAIL_URL": f"filemail:///{mapp / 'brev'}"}  # fmt: skip
        self.process = subprocess.Popen(
            [sys.executable, "-m", "gunicorn", "-c", KONF, "-b", self.adress],
            cwd=ROOT,
            env=miljo(**{n: str(v) for n, v in platser.items()}, **mer),
            stdout=self._ut,
            stderr=self._ut,
            start_new_session=True,
        )

    @property
    def adress(self):
        return f"127.0.0.1:{self.port}"

    def __enter__(self):
        slut = time.monotonic() + SEKUNDER
        while True:
            with contextlib.suppress(OSError):
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return self
            if self.process.poll() is not None or time.monotonic() > slut:
                self.__exit__()
                raise AssertionError((self.mapp / "ut").read_text())
            time.sleep(0.05)

    def __exit__(self, *fel):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self._ut.close()

    def fraga(self, metod, vag, kropp=None, huvuden=None, fran="127.0.0.1"):
        """Return what is answered: status, headers and words."""
        linje = HTTPConnection(
            "127.0.0.1", self.port, SEKUNDER, source_address=(fran, 0)
        )
        with closing(linje):
            linje.request(metod, vag, kropp, {"Host": "localhost"} | (huvuden or {}))
            svar = linje.getresponse()
            text = svar.read().decode()
        return SimpleNamespace(
            status_code=svar.status, headers=svar.headers, text=text,
            content=text.encode(),
        )  # fmt: skip

    def skicka(self, vag, falt, fran="127.0.0.1", **huvuden):
        """Send a form with its cookie, as a browser does."""
        kropp = urlencode({"csrfmiddlewaretoken": CSRF} | falt, doseq=True)
        kaka = f"{huvuden.pop('Cookie', 'a=b')}; csrftoken={CSRF}"
        huvuden |= {"Content-Type": TYP, "Cookie": kaka}
        return self.fraga("POST", vag, kropp, huvuden, fran)

    def ra(self, ord_, fran="127.0.0.1"):
        """Send bytes that no browser sends, and go away."""
        adress = ("127.0.0.1", self.port)
        with (
            contextlib.suppress(OSError),
            socket.create_connection(adress, 0.5, (fran, 0)) as linje,
        ):
            linje.sendall(ord_)
            linje.recv(65536)

    def stoppa_vid(self, var):
        (self.mapp / var).touch()

    def doda_den_som_stannat(self):
        """Kill -9 the worker that stands in a form's way."""
        fil, slut = self.mapp / "stannade", time.monotonic() + SEKUNDER
        while not (fil.exists() and fil.read_text()):
            assert time.monotonic() < slut, (self.mapp / "ut").read_text()
            time.sleep(0.02)
        os.kill(int(fil.read_text()), signal.SIGKILL)
        fil.unlink()


def _ledig_port():
    with closing(socket.socket()) as linje:
        linje.bind(("127.0.0.1", 0))
        return linje.getsockname()[1]
