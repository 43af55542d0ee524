"""Secret links: worked out anew each time, so that they are stored nowhere."""

from base64 import b32encode

from vbeplan import nycklar

NYCKELBYTE = 20  # 160 bits, 32 signs


def hemlig_lank(slag, vems):
    """Return the secret that a link ends with: the same each time for one of a kind."""
    byte = bytes.fromhex(nycklar.hmac(slag, vems))[:NYCKELBYTE]
    return b32encode(byte).decode().lower()
