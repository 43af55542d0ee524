"""Whether two years' plans say the same of a time: «VB 2026» is next «VB 2027»."""

import re

# A year by itself, in a date with dashes, or first in one without: 20260901.
_AR = re.compile(r"(?<!\d)(20\d\d)(?=\D|$|\d{4}(?!\d))")


def relativt(text, ar):
    """Return the words of a plan of the year `ar` with years told from it: 2027 is +1.

    Two plans that say the same, each of its own year, get the same words.
    """
    return _AR.sub(lambda m: f"{int(m[1]) - ar:+d}", text)
