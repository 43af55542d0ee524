"""Somebody named by initials alone: «K.B.», «initialerna AK»."""

import re
from collections.abc import Iterator

_PUNKTER = re.compile(
    r"(?<![\w.])[A-ZÅÄÖ]\.[ ]?[A-ZÅÄÖ]\.?(?:[ ]?[A-ZÅÄÖ]\.)?(?![\w.])"
)
_EFTER_ORD = re.compile(
    r"(?:initialer(?:na)?|signatur(?:en)?|signerat|förkortat)[ :]{1,2}[\"”]?"
    r"([A-ZÅÄÖ]{2,3}|[A-ZÅÄÖ] ?[&o] ?[A-ZÅÄÖ])(?!\w)",
    re.IGNORECASE,
)
_ANDRA = frozenset(("PS", "US", "EU", "USA", "FN", "UK", "NB", "OS", "AB", "SO", "NO"))


def finn_initialer(text: str) -> Iterator[tuple[int, int]]:
    """Yield the span of each."""
    for traff in _PUNKTER.finditer(text):
        if re.sub(r"[. ]", "", traff[0]) not in _ANDRA:
            yield traff.span()
    for traff in _EFTER_ORD.finditer(text):
        if traff[1].isupper():
            yield traff.span(1)
