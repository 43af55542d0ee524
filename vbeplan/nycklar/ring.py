"""The key ring: AES-256-GCM under named keys, the first of which is the active one.

A sealed value is `<key id>:<base64url of nonce, ciphertext and tag>`. What it belongs
to (`bundet_till`) is authenticated with it: moved to another place it doesn't open.
The length of the text can be read from that of the value.
"""

import os
import re
import stat
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as FelBase64
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

NYCKELBYTE = 32
NONCEBYTE = 12
MINST_OLIKA = 16  # different bytes; 32 random ones have about 30
SA_GORS_EN = (
    "Gör en med: python3 -c 'import secrets; "
    'print(secrets.token_hex(3) + ":" + secrets.token_urlsafe(32))\''
)
# Lower case only, since SQLite doesn't tell a LIKE 'a:%' from a LIKE 'A:%'.
AR_NYCKEL = re.compile(r"([a-z0-9._-]{1,40}):([A-Za-z0-9_-]{43})=?")
AR_NYCKELNAMN = re.compile(r"[a-z0-9._-]{1,40}")


class GarInteAttLasa(Exception):  # noqa: N818 — Swedish: it can't be read
    """A sealed value that can't be opened; the message says why, in Swedish."""


class NyckelSaknas(GarInteAttLasa):
    """The ring lacks the key that the value names."""


class Nyckelring:
    """Named keys; `nycklar` maps id to 32 bytes, the active one first.

    Its repr holds no key, since Django's debug page shows every setting.
    """

    def __init__(self, nycklar: dict[str, bytes]):
        self._nycklar = nycklar
        self.aktiv = next(iter(nycklar))
        self._chiffer = {}

    def __repr__(self):
        return f"<Nyckelring {', '.join(self._nycklar)}>"

    def __contains__(self, nyckel_id):
        return nyckel_id in self._nycklar

    def ovriga(self):
        """Return the names of the keys that are only read with."""
        return [namn for namn in self._nycklar if namn != self.aktiv]

    def gissningsbara(self):
        """Return the names of keys that nobody has drawn by chance."""
        return [n for n, k in self._nycklar.items() if len(set(k)) < MINST_OLIKA]

    def kryptera(self, klartext: bytes, bundet_till: str) -> str:
        """Return the value that holds `klartext`, sealed with the active key."""
        nonce = os.urandom(NONCEBYTE)
        hemligt = self._chiffret(self.aktiv).encrypt(
            nonce, klartext, bundet_till.encode()
        )
        return f"{self.aktiv}:{urlsafe_b64encode(nonce + hemligt).decode()}"

    def oppna(self, varde: str, bundet_till: str) -> bytes:
        """Return what `kryptera` was given; raises GarInteAttLasa."""
        from cryptography.exceptions import InvalidTag  # read by those who open only

        nyckel_id, kolon, resten = varde.partition(":")
        if not (kolon and AR_NYCKELNAMN.fullmatch(nyckel_id)):
            raise GarInteAttLasa(
                f"En text i {bundet_till} är skadad: det som ligger där är ingen "
                "krypterad text. Hämta raden ur säkerhetskopian."
            )
        if nyckel_id not in self:
            raise NyckelSaknas(
                f"En text är krypterad med nyckeln ”{nyckel_id}”, som saknas i "
                "NYCKLAR (eller NYCKELFIL). Lägg tillbaka den sist i raden och starta "
                "om. Ingen text har gått förlorad."
            )
        try:
            allt = urlsafe_b64decode(resten)
            nonce, hemligt = allt[:NONCEBYTE], allt[NONCEBYTE:]
            return self._chiffret(nyckel_id).decrypt(
                nonce, hemligt, bundet_till.encode()
            )
        except (FelBase64, ValueError, InvalidTag):
            raise GarInteAttLasa(
                f"En text i {bundet_till} går inte att öppna med nyckeln "
                f"”{nyckel_id}”: den är ändrad, flyttad från en annan plats eller "
                "krypterad med en annan nyckel med samma namn. Hämta raden ur "
                "säkerhetskopian."
            ) from None

    def _chiffret(self, nyckel_id):
        from cryptography.hazmat.primitives.ciphers.aead import AESGCM

        if nyckel_id not in self._chiffer:
            self._chiffer[nyckel_id] = AESGCM(self._nycklar[nyckel_id])
        return self._chiffer[nyckel_id]


def las_ring(rad: str = "", fil: str = "") -> Nyckelring:
    """Return the ring of `rad` ("id:key,id:key") or of the file, one key per line.

    Raises ImproperlyConfigured, in one Swedish line that never quotes a key.
    """
    if rad and fil:
        raise ImproperlyConfigured(
            "Både NYCKLAR och NYCKELFIL är satta. Behåll den ena och ta bort den andra."
        )
    namn = "NYCKELFIL" if fil else "NYCKLAR"
    delar = _rader(Path(fil)) if fil else rad.split(",")
    nycklar = {}
    for nummer, del_ in enumerate([d.strip() for d in delar if d.strip()], start=1):
        nyckel_id, nyckel = _nyckel(del_, f"Nyckel nummer {nummer} i {namn}")
        if nyckel_id in nycklar:
            raise ImproperlyConfigured(
                f"Två nycklar i {namn} heter ”{nyckel_id}”. Ge den ena ett annat namn."
            )
        nycklar[nyckel_id] = nyckel
    if not nycklar:
        raise ImproperlyConfigured(
            "NYCKLAR saknas: nyckeln som fritexterna krypteras med. Kör ./start, som "
            f"skapar en i .env, eller sätt den i miljön. {SA_GORS_EN}"
        )
    return Nyckelring(nycklar)


def _nyckel(text, vilken):
    if not (delar := AR_NYCKEL.fullmatch(text)):
        raise ImproperlyConfigured(
            f"{vilken} är inte rätt skriven. Den ska vara ett namn (a–z, siffror, "
            f"punkt och streck), kolon och 43 tecken. {SA_GORS_EN}"
        )
    return delar[1], urlsafe_b64decode(delar[2] + "=")


def _rader(fil):
    try:
        med = fil.stat().st_mode
        if med & (stat.S_IRWXO | stat.S_IWGRP):
            raise ImproperlyConfigured(
                f"NYCKELFIL {fil} kan läsas eller ändras av andra. Kör: chmod 600 {fil}"
            )
        return [r for r in fil.read_text().splitlines() if not r.startswith("#")]
    except (OSError, UnicodeDecodeError) as fel:
        raise ImproperlyConfigured(
            f"NYCKELFIL {fil} går inte att läsa ({type(fel).__name__}). Rätta sökvägen "
            "eller rättigheterna."
        ) from None
