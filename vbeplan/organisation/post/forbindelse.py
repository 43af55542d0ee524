"""SMTP that knows whether the server has got a letter to its end.

Who times out after that doesn't know whether it was taken: a server that looks for
viruses may answer after half a minute. It gets the time, RFC 5321, 4.5.3.2.6.
"""

from smtplib import SMTP, SMTP_SSL

from django.conf import settings
from django.core.mail.backends import smtp

SLUT = b"\r\n.\r\n"


class Talmodig:
    """`overlamnat` is true from the letter's last line until the server's answer."""

    overlamnat = False

    def data(self, msg):
        self.overlamnat = False
        svar = super().data(msg)
        self.overlamnat = False
        self.sock.settimeout(self.timeout)
        return svar

    def send(self, s):
        super().send(s)
        if isinstance(s, bytes) and s.endswith(SLUT):
            self.overlamnat = True
            self.sock.settimeout(settings.EMAIL_TALAMOD)


class Oppen(Talmodig, SMTP):
    """In the clear, or by STARTTLS."""


class Krypterad(Talmodig, SMTP_SSL):
    """By TLS from the first byte."""


class EmailBackend(smtp.EmailBackend):
    """Django's own, with patience for the answer that matters."""

    @property
    def connection_class(self):
        return Krypterad if self.use_ssl else Oppen
