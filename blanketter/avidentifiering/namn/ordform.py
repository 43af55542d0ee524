"""Whether an unknown word is built as names are, by its groups of three letters.

The weights are the logarithm of how much commoner a group is in names than in other
words (places, brands, Swedish and English words), in tenths.
"""

import json
from functools import cache, lru_cache
from pathlib import Path

FIL = Path(__file__).parent.parent / "data" / "ordform.json"


@cache
def _vikter() -> dict[str, int]:
    return json.loads(FIL.read_text("utf-8"))


@lru_cache(maxsize=4096)
def namnlikhet(ord_: str) -> float:
    """Return above 0 for a word (lower case) built as a name, below 0 for others."""
    vikter = _vikter()
    return sum(vikter.get(tre, 0) for tre in i_trior(ord_)) / 10


def i_trior(ord_: str) -> list[str]:
    """Return the groups of three letters, the word's ends among them."""
    med_slut = f"^{ord_}$"
    return [med_slut[plats : plats + 3] for plats in range(len(ord_))]
