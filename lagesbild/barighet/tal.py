"""Numbers as Swedish words: decimal comma, one and many."""

import re

NBSP = "\N{NO-BREAK SPACE}"
# What is counted, in the singular; one's own words for it keep their plural.
ENTAL = {
    "anmälningar": "anmälan",
    "avvikelser": "avvikelse",
    "blanketter": "blankett",
    "enheter": "enhet",
    "händelser": "händelse",
    "incidenter": "incident",
    "perioder": "period",
    "rapporter": "rapport",
    "ärenden": "ärende",
}
_HOGST = re.compile(r"färre än (\d+)")


def i_text(tal, decimaler=0):
    """Return a number as it is written: 1 234, 4,5."""
    text = f"{tal:,.{decimaler}f}"
    return text.replace(",", NBSP).replace(".", ",")


def antal_ord(tal, manga):
    """Return «14 händelser», «1 händelse»; «inga händelser» for nought."""
    if tal == 0:
        return f"inga {manga}"
    return f"{i_text(tal)} {i_tal(tal, manga)}"


def i_tal(tal, manga):
    """Return the word for as many: «händelse» for one."""
    if tal != 1:
        return manga
    return ENTAL.get(manga, re.sub(r"(ing)ar$", r"\1", manga))


def hogst(text):
    """Return the most that «färre än 5» can be, None of other words."""
    funnet = _HOGST.fullmatch(text)
    return int(funnet[1]) - 1 if funnet else None
