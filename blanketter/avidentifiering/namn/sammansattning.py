"""Whether a word that no dictionary has is put together of words that it has."""

from functools import lru_cache

from blanketter.avidentifiering.namn.funktionsord import FUNKTIONSORD
from blanketter.avidentifiering.namn.ordlista import LED, ORD, ordlista

LANGSTA = 40  # letters; longer words are not names anyway
KORTAST = 7  # «Serhat» is not «ser» and «hat»
MINST_LED = 3
_LED_SLUT = ("", "a", "e", "or")  # «flick-» of flicka, «skogs-» has its own way
_FORLED = frozenset(
    "av till från med mot ur vid under över efter inför kring ut upp ner in".split()
)


@lru_cache(maxsize=4096)
def ar_sammansatt(ord_: str) -> bool:
    """Whether `ord_` (lower case) is two or three ordinary words joined."""
    if len(ord_) > LANGSTA:
        return True
    return len(ord_) >= KORTAST and _delbart(ord_, 2)


def _delbart(ord_, djup):
    lista = ordlista()
    for plats in range(len(ord_) - 4, 2, -1):
        if _ar_slut(ord_[plats:], lista) and _ar_led(ord_[:plats], lista, djup):
            return True
    return False


def _ar_slut(ord_, lista):
    return bool(lista[ord_] & ORD or (ord_[-1] == "s" and lista[ord_[:-1]] & ORD))


def _ar_led(led, lista, djup):
    if len(led) == MINST_LED and led in FUNKTIONSORD:
        return led in _FORLED
    if lista[led] & (ORD | LED):
        return True
    if led[-1] == "s" and len(led) > 3 and lista[led[:-1]] & (ORD | LED):
        return True
    if any(lista[led + slut] & ORD for slut in _LED_SLUT[1:]):
        return True
    if led[-1] in "ou" and lista[led[:-1] + "a"] & ORD:
        return True
    return djup > 1 and len(led) > 5 and _delbart(led.removesuffix("s"), djup - 1)
