"""Sentences with ‹marks› round what the guard should find.

The tests of each kind of detail are lists of such sentences. All numbers, mail
addresses and accounts are made up, from the series that are kept for that.
"""

from blanketter.avidentifiering import hitta


def utan_marken(mening: str) -> str:
    """Return the sentence as it was written."""
    return mening.replace("‹", "").replace("›", "")


def markt(mening: str, typ: str) -> str:
    """Return the sentence with what the guard finds of this kind marked."""
    return _med_marken(mening, lambda fynd: fynd.typ == typ)


def markt_utom_namn(mening: str) -> str:
    """Return the sentence with all that the guard finds, but names, marked."""
    return _med_marken(mening, lambda fynd: fynd.typ != "namn")


def markt_allt(mening: str) -> str:
    """Return the sentence with all that the guard finds marked."""
    return _med_marken(mening, lambda fynd: True)


def _med_marken(mening, tas_med):
    text = utan_marken(mening)
    ut, plats = [], 0
    for fynd in filter(tas_med, hitta(text)):
        ut += [text[plats : fynd.start], "‹", text[fynd.start : fynd.end], "›"]
        plats = fynd.end
    return "".join([*ut, text[plats:]])
