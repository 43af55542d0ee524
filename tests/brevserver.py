"""A small real mail server for the tests: it can be down, refuse, hang, come back.

with Brevserver() as server:
    server.nekar["bo@granby.example"] = 550
    ...
    assert server.mottagna == [("linden@granby.example", text)]
"""

import socketserver
import threading


class _Samtal(socketserver.StreamRequestHandler):
    """One conversation in SMTP (RFC 5321), as much as smtplib asks for."""

    def handle(self):
        server = self.server.brevserver
        server.samtal += 1
        if server.hanger == "hej":
            server.slapp.wait(30)
            return
        self.svara("220 prov")
        till = []
        while rad := self.rfile.readline().decode().strip():
            ord_ = rad.upper()
            if ord_.startswith("RCPT"):
                adress = rad.partition("<")[2].rpartition(">")[0]
                kod = server.nekar.get(adress, 250)
                till += [adress] if kod == 250 else []
                self.svara(f"{kod} {'ok' if kod == 250 else 'nej'}")
            elif ord_ == "DATA":
                if not self.ta_emot(server, till):
                    return
                till = []
            elif ord_ == "QUIT":
                self.svara("221 slut")
                return
            else:
                self.svara("250 ok")

    def ta_emot(self, server, till):
        self.svara("354 skriv")
        rader = []
        while (rad := self.rfile.readline()) not in (b".\r\n", b""):
            rader.append(rad)
        if server.hanger == "data":
            server.slapp.wait(30)
            return False
        server.har_fatt.set()
        with server.las:
            if server.data_svar == 250:
                text = b"".join(rader).decode()
                server.mottagna.extend((adress, text) for adress in till)
        if server.haller.is_set():
            server.slapp.wait(30)
            return False
        self.svara(f"{server.data_svar} svar")
        return True

    def svara(self, rad):
        self.wfile.write(f"{rad}\r\n".encode())


class _Lyssnare(socketserver.ThreadingTCPServer):
    allow_reuse_address = daemon_threads = True
    block_on_close = False

    def handle_error(self, request, client_address):
        """Say nothing of a client that hung up; the test sees what became of it."""


class Brevserver:
    """Listens on a port of its own.

    `nekar` is {address: code}, `data_svar` the code that a letter is answered with,
    `hanger` None, «hej» (never greets) or «data» (never answers to a letter). With
    `haller` set a letter is taken in and then never answered to; `har_fatt` tells when.
    `mottagna` is [(to, the letter as sent)].
    """

    def __init__(self):
        self.nekar, self.data_svar, self.hanger = {}, 250, None
        self.mottagna, self.samtal, self.port = [], 0, 0
        self.las, self.slapp = threading.Lock(), threading.Event()
        self.haller, self.har_fatt = threading.Event(), threading.Event()

    def __enter__(self):
        self.starta()
        return self

    def __exit__(self, *fel):
        self.slapp.set()
        self.stanna()

    def starta(self):
        self._lyssnare = _Lyssnare(("127.0.0.1", self.port), _Samtal)
        self._lyssnare.brevserver = self
        self.port = self._lyssnare.server_address[1]
        threading.Thread(
            target=self._lyssnare.serve_forever, args=(0.02,), daemon=True
        ).start()

    def stanna(self):
        """Stop listening; the port is kept for when it comes back."""
        if self._lyssnare:
            self._lyssnare.shutdown()
            self._lyssnare.server_close()
            self._lyssnare = None

    @property
    def adresser(self):
        """Whom the letters went to, in order."""
        return [till for till, _ in self.mottagna]
