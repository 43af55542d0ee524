"""A gunicorn worker whose threads are given whole requests only.

gunicorn's own threads read a request as slowly as its sender likes, so as many half
sent ones as there are threads keep everybody else out; `timeout` doesn't see it
(benoitc/gunicorn issues 2222 and 2652: put a proxy in front that buffers). Here the
loop that waits for connections gathers each request at the price of its bytes, cuts
those that come too slowly, as Apache's mod_reqtimeout does, and only then asks for a
thread. A thread reads from memory and can't be held by a sender.
"""

import io
import re
import selectors
import socket
import time
from contextlib import suppress
from functools import partial

from gunicorn.workers.gthread import ThreadWorker

SEKUNDER, TAKT = 20, 500  # to send a request in, and bytes that earn a second more
SVARSTID = 60  # seconds to take a piece of the answer in
AVSKED = 2  # seconds that a sender has to close, or to begin when the worker stops
STORST_HUVUD = 64 * 1024  # bytes, as are the following
STORST_KROPP = 32 * 1024 * 1024
RYMS = 2 * STORST_KROPP  # of all requests that one worker holds
_BIT = 64 * 1024

_SLUT = b"\r\n\r\n"
_LANGD = re.compile(rb"\r\ncontent-length:[ \t]*(\d{1,15})[ \t]*\r\n", re.IGNORECASE)
_I_BITAR = re.compile(rb"\r\ntransfer-encoding:", re.IGNORECASE)
_VANTAR = re.compile(rb"\r\nexpect:[ \t]*100-continue[ \t]*\r\n", re.IGNORECASE)
_BESKED = {
    "408 Request Timeout": "Det tog för lång tid att ta emot det du skickade, och "
    "ingenting är sparat. Gå tillbaka och skicka igen.",
    "411 Length Required": "Servern behöver veta hur långt det som skickas är. Sätt "
    "Content-Length.",
    "413 Content Too Large": "Det du skickade är större än vi kan ta emot, och "
    "ingenting är sparat. Gå tillbaka och välj en mindre fil.",
    "431 Request Header Fields Too Large": "Webbläsaren skickade för många uppgifter. "
    "Ta bort kakorna för den här webbplatsen och försök igen.",
    "503 Service Unavailable": "Många skickar stora filer just nu, och ingenting är "
    "sparat. Gå tillbaka och skicka igen om en stund.",
}


class Minne(io.BytesIO):
    """What has come, for gunicorn's parser to read as if it were the socket."""

    recv = io.BytesIO.read


class Forfragan:
    """A request on its way in. `hel` is whether a thread may have it."""

    def __init__(self, conn, redan):
        self.conn, self.ord, self.kommit = conn, bytearray(redan), len(redan)
        self.borjan, self.langd, self.hel = time.monotonic(), None, False
        self.kastas = False  # it is too large, and read only so that it is answered

    def frist(self, lever):
        """Return when it must have come whole, by the monotonic clock."""
        if not lever and not self.kommit:
            return self.borjan + AVSKED
        return self.borjan + SEKUNDER + self.kommit / TAKT

    def ta_emot(self, bit):
        """Take in some bytes; return the status of a refusal, or None."""
        self.kommit += len(bit)
        if not self.kastas:
            self.ord += bit
        if self.langd is None and (hinder := self._las_huvudet(len(bit))):
            return hinder
        self.hel = self.langd is not None and self.kommit >= self.langd
        return "413 Content Too Large" if self.hel and self.kastas else None

    def _las_huvudet(self, nytt):
        slut = self.ord.find(_SLUT, max(0, len(self.ord) - nytt - len(_SLUT)))
        if slut < 0:
            for_langt = len(self.ord) > STORST_HUVUD
            return "431 Request Header Fields Too Large" if for_langt else None
        huvud = bytes(self.ord[: slut + len(_SLUT)])
        if _I_BITAR.search(huvud):  # Django reads no such body anyway
            return "411 Length Required"
        langd = _LANGD.search(huvud)
        kropp = int(langd[1]) if langd else 0
        self.langd, self.kastas = len(huvud) + kropp, kropp > STORST_KROPP
        if self.kommit < self.langd and _VANTAR.search(huvud):
            self.conn.sock.send(b"HTTP/1.1 100 Continue\r\n\r\n")
        return None


class HelaForst(ThreadWorker):
    """gthread, but for who reads. Under gunicorn's own TLS it is gthread."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._inne = {}  # connection: its request, until it is answered
        self._avsked = {}  # connection: until when we wait for the other side to close

    def enqueue_req(self, conn):
        """Gather the request; every way of gthread's to a thread goes through here."""
        if self.cfg.is_ssl:
            super().enqueue_req(conn)
            return
        redan = conn.parser.unreader.take_buffered() if conn.parser else b""
        conn.sock.setblocking(False)
        ny = self._inne[conn] = Forfragan(conn, b"")
        self.poller.register(
            conn.sock, selectors.EVENT_READ, lambda _: self._las(ny, _bit(conn))
        )
        self._las(ny, redan or _bit(conn))

    def finish_request(self, conn, fs):
        """Keep the connection as gthread does; see one off without standing still."""
        if self._inne.pop(conn, None) is None:
            super().finish_request(conn, fs)
        elif fs.cancelled() or fs.exception() or not fs.result():
            self._ta_avsked(conn)
        else:
            lasare = conn.parser.unreader  # gthread looks in its buffer for the next
            lasare.buf.seek(0, io.SEEK_END)
            lasare.buf.write(lasare.sock.read())
            super().finish_request(conn, fs)

    def handle_request(self, req, conn):
        conn.sock.settimeout(SVARSTID)
        with suppress(TimeoutError):
            return super().handle_request(req, conn)
        return False

    def murder_pending(self):
        """Cut what is too slow; gthread asks for it at least once a second."""
        super().murder_pending()
        nu = time.monotonic()
        for en in [en for en in self._inne.values() if not en.hel]:
            if en.frist(self.alive) < nu:
                self._avbryt(en, "408 Request Timeout" if en.kommit else "")
        for conn in [conn for conn, frist in self._avsked.items() if frist < nu]:
            self._stang(conn)

    def _las(self, en, bit):
        if bit is None or self._inne.get(en.conn) is not en:  # cut in the same round
            return
        if not bit:  # the sender has gone
            self._avbryt(en)
            return
        try:
            hinder = en.ta_emot(bit)
        except OSError:
            self._avbryt(en)
            return
        if hinder:
            self._avbryt(en, hinder)
        elif en.hel:
            self._lamna(en)
        elif len(en.ord) > STORST_HUVUD:
            self._hall_ryms()

    def _lamna(self, en):
        """Give a whole request to a thread."""
        self.poller.unregister(en.conn.sock)
        en.conn.init()
        en.conn.parser.unreader.sock = Minne(en.ord)
        en.conn.data_ready = True
        super().enqueue_req(en.conn)

    def _hall_ryms(self):
        """Refuse the largest that is on its way, when the worker holds too much."""
        if sum(len(en.ord) for en in self._inne.values()) > RYMS:
            halva = (en for en in self._inne.values() if not en.hel)
            storst = max(halva, key=lambda en: len(en.ord))
            self._avbryt(storst, "503 Service Unavailable")

    def _avbryt(self, en, status=""):
        del self._inne[en.conn]
        self.poller.unregister(en.conn.sock)
        if not status:
            self._stang(en.conn)
            return
        with suppress(OSError):
            en.conn.sock.send(_svar(status))
        self._ta_avsked(en.conn)

    def _ta_avsked(self, conn):
        """Wait for the other side to close, else it may lose the end of the answer."""
        try:
            conn.sock.setblocking(False)
            conn.sock.shutdown(socket.SHUT_WR)
            self.poller.register(
                conn.sock, selectors.EVENT_READ, partial(self._vanta_ut, conn)
            )
        except (OSError, ValueError):  # closed already
            self.nr_conns -= 1
            conn.close()
        else:
            self._avsked[conn] = time.monotonic() + AVSKED

    def _vanta_ut(self, conn, _):
        if _bit(conn) == b"" and conn in self._avsked:
            self._stang(conn)

    def _stang(self, conn):
        if self._avsked.pop(conn, None):
            self.poller.unregister(conn.sock)
        self.nr_conns -= 1
        conn.close()


def _bit(conn):
    """Return what has come: b"" when there is no more, None when there is none yet."""
    try:
        return conn.sock.recv(_BIT)
    except BlockingIOError:
        return None
    except OSError:
        return b""


def _svar(status):
    text = _BESKED[status].encode()
    return (
        f"HTTP/1.1 {status}\r\nConnection: close\r\nCache-Control: no-store\r\n"
        "Content-Type: text/plain; charset=utf-8\r\n"
        f"Content-Length: {len(text)}\r\n\r\n"
    ).encode() + text
