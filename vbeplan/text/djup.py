"""HTML that is nested deeper than its readers follow."""

import re

# libxml2 drops what stands below level 256, and nh3 takes minutes on tens of thousands.
# A list's item is a level too, but closes by itself and isn't counted.
DJUPAST = 100
_TAGG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_SLUTS_SJALVA = frozenset(
    "p li dt dd tr td th thead tbody tfoot option br hr img input wbr col area meta "
    "link base".split()
)
_TAS_BORT = re.compile(
    r"(?:</?(?!(?:script|style|title|template)\b)[a-zA-Z][^<>]*>\s*)+"
)


def grunt(text):
    """Return HTML as it is; when it is nested too deep, with line breaks for tags.

    Its words then stay, though not what the tags said. Takes time by the length alone.
    """
    return _TAS_BORT.sub("<br>", text) if _ar_djup(text) else text


def _ar_djup(text):
    djup = 0
    for slut, namn in _TAGG.findall(text):
        if namn.lower() not in _SLUTS_SJALVA:
            djup = max(0, djup - 1) if slut else djup + 1
        if djup > DJUPAST:
            return True
    return False
