"""The receipt code: twenty digits in five groups, the last one a check digit.

Digits and not words, since a stressed person copies them rightest on a phone: the
keypad opens by itself, no keyboard corrects, suggests or learns them, they are spelt
alike by hand and in every language, read aloud in pairs, and have no å, ä or ö. The
check digit (Damm) tells of every single wrong digit and every swap of two neighbours,
so a slip is met with «look again» and never counts as a guess. 10^19 codes: 63 bits.
"""

import re
import unicodedata

from vbeplan import nycklar

SIFFROR, GRUPP = 20, 4
# The quasigroup of order 10 in H. M. Damm's thesis (2004): totally anti-symmetric.
_DAMM = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2),
    (7, 0, 9, 2, 1, 5, 4, 8, 6, 3),
    (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6),
    (6, 1, 2, 3, 0, 4, 5, 9, 7, 8),
    (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4),
    (8, 9, 4, 5, 3, 6, 2, 0, 1, 7),
    (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)
# What a keyboard of letters or a hurried hand makes of 0 and 1, outside of words.
_SOM_SIFFRA = re.compile(r"(?<![^\W\d_oOlI])[oOlI|]+(?![^\W\d_oOlI])")
_SIFFRAN = str.maketrans("oOlI|", "00111")


def ny_kod(bevis: str) -> str:
    """Return the code of a form's token, «4821 0937 …»; the same for the same one."""
    tal = int(nycklar.hmac("kvittokod", bevis), 16) % 10 ** (SIFFROR - 1)
    siffror = f"{tal:0{SIFFROR - 1}}"
    return i_grupper(f"{siffror}{_kontroll(siffror)}")


def hasha(kod: str) -> str:
    """Return what is stored of a code, however its digits were grouped or typed."""
    return nycklar.hmac("kvitto", rensa(kod))


def rensa(kod: str) -> str:
    """Return the digits of what was typed, without anything else.

    Digits of any script count, and a lone O, l or I for the digit it looks like.
    """
    return "".join(
        str(siffra)
        for tecken in _SOM_SIFFRA.sub(lambda m: m[0].translate(_SIFFRAN), kod)
        if (siffra := unicodedata.digit(tecken, None)) is not None
    )


def ar_kod(kod: str) -> bool:
    """Tell if what was typed can be a code: as many digits, and they fit together."""
    siffror = rensa(kod)
    return len(siffror) == SIFFROR and _kontroll(siffror) == 0


def i_grupper(kod: str) -> str:
    """Return a code as it is shown, in groups of four."""
    siffror = rensa(kod)
    return " ".join(siffror[i : i + GRUPP] for i in range(0, len(siffror), GRUPP))


def _kontroll(siffror):
    rest = 0
    for siffra in siffror:
        rest = _DAMM[rest][int(siffra)]
    return rest
