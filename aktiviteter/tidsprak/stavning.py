"""Misspelt words: the known word that one slip of the hand turns into what is written.

Only words of time that nothing else looks like are mended («Kontinueligt», «Löpnade»,
«Febuari»), and only one letter too few, one too many, two that changed places or, in
long words, one that is wrong. The first letter is always trusted.
"""

from functools import lru_cache

from .ordlista import FRASER, SAMMANSATTA

_KLASSER = {"MANAD", "ADVERB", "ENHET", "ARSTID", "TERMIN", "LASAR"}
# Of the words for what runs on only these: «implementera» is no slip of the hand.
_LOPANDE = {"löpande", "fortlöpande", "pågående", "kontinuerligt", "tillsvidare"}
_KORTAST = 6
_LANGT = 9


def _ratta() -> list[tuple[str, tuple[str, object]]]:
    """Known words; genitives are left out, since «vårdens» is not «vårens»."""
    return [
        (ordet, (klass, varde))
        for ordet, fraser in FRASER.items()
        for resten, klass, varde in fraser
        if not resten
        and len(ordet) >= _KORTAST
        and (klass in _KLASSER or ordet in _LOPANDE)
        and (not ordet.endswith("s") or ordet.endswith("vis"))
    ]


_RATTA = _ratta()
_FORLED = [rad for rad in SAMMANSATTA.items() if len(rad[0]) > _KORTAST]


@lru_cache(maxsize=4096)
def rattstavat(skrivet: str) -> tuple[str, object] | None:
    """Class and value of the known word that ``skrivet`` is a slip for, else None."""
    if len(skrivet) < _KORTAST - 1:
        return None
    for ordet, traff in _RATTA:
        if skrivet[0] == ordet[0] and _en_miss(skrivet, ordet):
            return traff
    for forled, traff in _FORLED:
        if skrivet[0] == forled[0] and _borjar_nastan(skrivet, forled):
            return traff
    return None


def _borjar_nastan(skrivet: str, forled: str) -> bool:
    langder = range(len(forled) - 1, min(len(forled) + 1, len(skrivet)) + 1)
    return any(_en_miss(skrivet[:langd], forled) for langd in langder)


def _en_miss(skrivet: str, ordet: str) -> bool:
    if abs(len(skrivet) - len(ordet)) > 1:
        return False
    lika = next(
        (n for n, (a, b) in enumerate(zip(skrivet, ordet, strict=False)) if a != b),
        min(len(skrivet), len(ordet)),
    )
    a, b = skrivet[lika:], ordet[lika:]
    if a[1:] == b or a == b[1:] or a[1::-1] + a[2:] == b:
        return True
    return len(ordet) >= _LANGT and a[1:] == b[1:]
