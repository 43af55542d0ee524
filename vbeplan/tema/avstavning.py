"""Where long Swedish compounds may break in a narrow column.

Browsers hyphenate Swedish only when they have a dictionary, and a table column of
30 mm is narrower than "verksamhetsuppföljning". So the joints that a plan's tables are
full of get a soft hyphen.
"""

import re

_FORLED = (
    "arbetsmarknads avdelnings barn brotts budget delårs enhets fastighets forsknings "
    "fritids förebyggande förenings förskole förvaltnings grundskole gymnasie idrotts "
    "kommun kultur medborgar myndighets polis region samordnings samverkans skol social "
    "stadsdels tertial trygghets ungdoms utbildnings utvecklings verksamhets vuxen "
    "vårdnads äldre"
).split()
_FOG = re.compile(
    r"(?<!\w)(" + "|".join(sorted(_FORLED, key=len, reverse=True)) + r")(?=\w{4})",
    re.IGNORECASE,
)
MJUKT = "\u00ad"


def avstava(text):
    """Return plain text with soft hyphens at known joints of compounds."""
    return _FOG.sub(rf"\1{MJUKT}", text)
