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
        self.server_ = self.server.brevserver
        self.server_.samtal += 1
        if self.server_.hanger == "hej":
            self.server_.slapp.wait(30)
            return
        if not self.svara("HEJ", "220 prov"):
            return
        self.till = []
        while rad := self.rfile.readline().decode("latin-1").strip():
            vad = rad.partition(" ")[0].partition(":")[0].upper()
            gor = getattr(self, vad.lower(), self.annat)
            if vad in self.server_.lagger_pa or not gor(vad, rad):
                return

    def rcpt(self, vad, rad):
        adress = rad.partition("<")[2].rpartition(">")[0]
        kod = self.server_.nekar.get(adress, 250)
        self.till += [adress] if kod == 250 else []
        return self.svara(vad, f"{kod} {'ok' if kod == 250 else 'nej'}")

    def data(self, vad, rad):
        server, rader = self.server_, []
        if vad in server.svar:  # it won't have the letter
            return self.svara(vad, "")
        self.svara(vad, "354 skriv")
        while (rad := self.rfile.readline()) not in (b".\r\n", b""):
            rader.append(rad)
            if "MITT" in server.lagger_pa:
                return False
        if server.hanger == "data":
            server.slapp.wait(30)
            return False
        server.har_fatt.set()
        with server.las:
            if server.data_svar == 250:
                text = b"".join(rader).decode()
                server.mottagna.extend((adress, text) for adress in self.till)
        self.till = []
        if server.haller.is_set():
            server.slapp.wait(30)
            return False
        server.slapp.wait(server.drojer)
        if "SLUT" in server.lagger_pa:
            return False
        return self.svara("SLUT", f"{server.data_svar} svar")

    def quit(self, vad, rad):
        self.svara(vad, "221 slut")
        return False

    def annat(self, vad, rad):
        return self.svara(vad, "250 ok")

    def svara(self, vad, rad):
        """Answer to a command; tell whether the conversation goes on."""
        svar = self.server_.svar.get(vad, rad.encode())
        self.wfile.write(svar + b"\r\n")
        return not svar.startswith(b"421")


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
    `mottagna` is [(to, the letter as sent)]. `svar` is {command: what is answered}, the
    commands also HEJ (the greeting) and SLUT (a whole letter); `lagger_pa` the commands
    at which it hangs up, also MITT (in the middle of a letter) and SLUT (a whole one is
    taken, but not answered to). `drojer` is the seconds before it answers to one.
    """

    def __init__(self):
        self.nekar, self.data_svar, self.hanger = {}, 250, None
        self.mottagna, self.samtal, self.port = [], 0, 0
        self.svar, self.lagger_pa, self.drojer = {}, set(), 0
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
