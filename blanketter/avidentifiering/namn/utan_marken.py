"""A word without the marks that Swedish does not have."""

import unicodedata

_EGNA = {"ø": "o", "æ": "ae", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
_EGNA |= {"ß": "ss", "ə": "e", "œ": "oe"}
SVENSKA = "åäöÅÄÖ"


def utan_marken(ord_: str, vara: str = SVENSKA) -> str:
    """Return the word without its marks, save those of the letters in `vara`."""
    return "".join(
        tecken
        if tecken.isascii() or tecken in vara
        else _EGNA.get(tecken)
        or "".join(
            del_
            for del_ in unicodedata.normalize("NFD", tecken)
            if not unicodedata.combining(del_)
        )
        for tecken in ord_
    )
