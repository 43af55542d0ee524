"""Where long Swedish compounds may break in a narrow column.

Browsers hyphenate Swedish only when they have a dictionary, and a table column on the
sheet is narrower than "verksamhetsuppföljning". So the joints that a plan's tables are
full of get a soft hyphen.
"""

import re

_FOG = re.compile(
    r"(?<!\w)("
    r"arbetsmarknads|avdelnings|brotts|budget|delårs|enhets|fastighets|fritids|"
    r"föreningsbidrags|förenings|förskole|förvaltnings|grundskole|gymnasie|idrotts|"
    r"kommun|kultur|medborgar|myndighets|samordnings|samverkans|stadsdels|tertial|"
    r"trygghets|ungdoms|utbildnings|utvecklings|verksamhets|vårdnads"
    r")(?=\w{4})",
    re.IGNORECASE,
)
MJUKT = "\u00ad"


def avstava(text):
    """Return plain text with soft hyphens at known joints of compounds."""
    return _FOG.sub(rf"\1{MJUKT}", text)
