"""Mail addresses, also those spelled out to hide from machines."""

import re
from collections.abc import Iterator

from blanketter.avidentifiering.fynd import SAKER, Fynd

TECKEN = re.compile(
    r"@|[(\[{] ?(?:at|a|ät) ?[)\]}]|snabel|alfanabel|kanelbulle|at-tecken|"
    r"gmail|hotmail|outlook|icloud|yahoo|proton|(?: at .{1,80} (?:dot|punkt) )",
    re.IGNORECASE,
)
_DEL = r"[\w%+'-]{1,64}"
_PUNKT = r"(?:\.| ?[\[({](?:\.|punkt|dot)[\])}] ?| (?:punkt|dot) )"
_VANLIG = re.compile(
    r"(?<![\w.%+@-])[\w.%+'-]{1,64}(?:@[\w-]{1,63}(?:\.[\w-]{1,63}){0,5}|"
    r" @ [\w-]{1,63}(?:\.[\w-]{2,63}){0,4}(?:\.[a-z]{2,12}| ?\. ?(?:se|com|nu|org|"
    r"net|eu|"
    r"dk|no|fi))(?!\w))(?:[ ]\.[ ]?(?:se|com|nu|org|"
    r"net)(?!\w))?"
)
_SNABEL = (
    r"(?: ?[\[({] ?(?:at|@|a|snabel-?a|ät)[ ]?[\])}] ?|@| @ |"
    r"[ -](?:snabel-? ?a|alfanabel|kanelbulle|at-tecken)[ -]| at (?=.{1,60}(?:punkt|"
    r"dot) ))"
)
_UTSKRIVEN = re.compile(
    rf"(?<![\w.@%+'-]){_DEL}(?:{_PUNKT}{_DEL}){{0,3}}{_SNABEL}"
    rf"[\w-]{{1,63}}(?:{_PUNKT}[\w-]{{1,63}}){{1,4}}",
    re.IGNORECASE,
)
_PA_TJANST = re.compile(
    r"(?<![\w.@-])(?=\w{0,60}[\d._-])[\w.-]{3,60}"
    r"(?: på | )(?:gmail|hotmail|outlook|icloud|yahoo|protonmail|"
    r"live\.se)(?!\w)(?:\.\w+)?",
    re.IGNORECASE,
)
_AT_TJANST = re.compile(  # anna at gmail com
    r"(?<![\w.@-])[\w.-]{2,60} (?:at|snabela) (?:gmail|hotmail|outlook|icloud|yahoo|"
    r"protonmail|live)(?: ?\.? ?(?:com|se)(?!\w))",
    re.IGNORECASE,
)


def finn(text: str) -> Iterator[Fynd]:
    """Yield mail addresses from a text where `TECKEN` was found."""
    for monster in (_VANLIG, _UTSKRIVEN, _PA_TJANST, _AT_TJANST):
        for traff in monster.finditer(text):
            start, end = traff.span()
            while text[end - 1] in "-'_":
                end -= 1
            while text[start] in ".'-" and start < end - 3:
                start += 1
            yield Fynd(start, end, "epost", SAKER)
