"""The form's token: that a form of ours was opened, a while ago but not too long.

Nothing is kept of it anywhere. It is encrypted, so nobody reads in it when the form
was opened, and whoever hasn't had one from us can't make one. What is random in it is
the same each time it is sent: so a form that is sent twice is received once.
"""

import binascii
import secrets
import struct
import time
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass
from hashlib import blake2b

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

FORST, SIST = 3, 12 * 3600  # seconds; a person reads for longer, a program does not
_SLUMP, _NONCE = 16, 12  # bytes
_TID = struct.Struct(">qI")  # seconds since 1970, the questions' version


class Ogiltigt(Exception):  # noqa: N818  # a state of things, not a fault
    """Not a token of ours, or another form's."""


@dataclass(frozen=True)
class Bevis:
    """`slump` is the same for each time that one form is sent."""

    slump: str
    version: int
    alder: float

    @property
    def ar_for_snabbt(self):
        return 0 <= self.alder < FORST  # below nought when a clock was set back

    @property
    def ar_for_gammalt(self):
        return self.alder > SIST


def nytt(vilken, version) -> str:
    """Return a new token for a form, with the number of the questions in it.

    `vilken` is the form's own word (a board's short name): for others it doesn't hold.
    """
    innehall = secrets.token_bytes(_SLUMP) + _TID.pack(int(time.time()), version)
    nonce = secrets.token_bytes(_NONCE)
    krypterat = _laset().encrypt(nonce, innehall, vilken.encode())
    return urlsafe_b64encode(nonce + krypterat).decode()


def las(vilken, text) -> Bevis:
    """Return what a token says; Ogiltigt when it isn't one of ours for the form."""
    try:
        ratt = urlsafe_b64decode(text.encode("ascii"))
        innehall = _laset().decrypt(ratt[:_NONCE], ratt[_NONCE:], vilken.encode())
        tid, version = _TID.unpack(innehall[_SLUMP:])
    except (UnicodeEncodeError, binascii.Error, ValueError, InvalidTag) as error:
        raise Ogiltigt from error
    return Bevis(innehall[:_SLUMP].hex(), version, time.time() - tid)


def _laset():
    nyckel = blake2b(settings.SECRET_KEY.encode(), digest_size=32, person=b"bevis")
    return AESGCM(nyckel.digest())
