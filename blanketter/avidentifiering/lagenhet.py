"""Apartment numbers, with the word that says so or a word of living there."""

import re
from collections.abc import Iterator

from blanketter.avidentifiering.fynd import SAKER, Fynd

_NAMNGIVEN = re.compile(
    r"(?<!\w)(?:lg?h(?:et)?|lgt|lght|lgh-?n(?:umme)?r|lgenh|lägenhet(?:en|s|ens|"
    r"snummer|snr)?|"
    r"lägenet|lägenhhet|lagenhet(?:en)?|läg|apt|apartment|bostad(?!:? \d{3} "
    r"\d\d)(?:snr|"
    r"snummer)?)(?:[.;]?:?[ ]?|-)"
    r"(?:nr\.?:?|nummer:?|no\.?)?[ ]?[#A-F]?[ ]?\d{1,4}(?:[a-z]|(?-i:[ "
    r"]?[A-Z])(?!\w))?(?!\w)"
    r"(?:-\d{4}(?!\d)|[ ]0\d(?!\d))?(?![.,:]\d)"
    r"(?![ ]?(?:tr|trappor|våningar|gånger|ggr|st|kvm|m2|rok|rum|gång|personer|år|kr|"
    r"%|kronor|månader|"
    r"hus)(?!\w))",
    re.IGNORECASE,
)
_VEM = (
    r"bor|bodde|boende|grann\w{1,6}|hyresgäst\w{0,5}|dörren|\w{0,20}innehavare\w{0,3}|"
    r"mannen|kvinnan|paret|familjen|tjejen|killen|damen|herrn|personen|dem|dom|någon|"
    r"hemma|hos|nyckel\w{0,2}|lägenhet\w{0,6}|brevinkast\w{0,2}|brevlåda\w{0,2}|"
    r"hushåll\w{0,3}|ljud\w{0,2}|ovanför|ytterdörr\w{0,2}"
)
_BOR_I = re.compile(
    rf"(?<!\w)(?:{_VEM})[ ](?:\w{{1,6}}[ ])?(?:(?:i|till|på|från|märkt|nummer|nr)|"
    r"med[ ](?:nummer|nr))[ ]"
    r"(?P<nummer>(?:0[89]|1\d)(?:0[1-9]|1\d)(?::an)?|\d{2,4}:an)(?!\w)(?![ ](?:års|"
    r"talet))",
    re.IGNORECASE,
)
_INVID = re.compile(
    r"(?<!\w)(?:dörr(?:en)?|ovanför|hyresgäst(?:en)?|(?:i|hos)(?=[ ]\d{4}[ ]bor))[ ]"
    r"(?P<nummer>(?:0[89]|1\d)(?:0[1-9]|1\d))(?!\w)(?![ ](?:års|talet))",
    re.IGNORECASE,
)
_LANGRE = re.compile(  # lägenheten rakt över, nr 1203
    r"(?<!\w)(?:lägenhet\w{0,4}[^.!?\n\d]{1,40}|"
    r"\w{2,20}(?:gatan?|väg(?:en)?|gränd|stig(?:en)?|torget?|backen?|allén?|plan|g\.|"
    r"v\.)"
    r" \d{1,3} ?[A-Z]?,? |"
    r"\d[ ]?tr(?:appor)?,?[ ](?:upp,?[ ])?|"
    r"trapphus[ ][A-Z],?[ ]|dörr(?:en)?[ ](?:nr|nummer)[ ])(?<!kl )(?<!kl\. )"
    r"(?P<nummer>(?:0[89]|1\d)(?:0[1-9]|1\d))(?!\w)(?![.,:]\d)(?![ ](?:års|talet|kr))",
    re.IGNORECASE,
)
_FLER = re.compile(r"(?:,|/| och| samt| eller) ?(?P<nummer>\d{4})(?!\w)(?![.,:]\d)")
_AN = re.compile(
    r"(?<![\w/])(?P<nummer>(?:0[89]|1\d)0\d:(?:an?|ans))(?!\w)", re.IGNORECASE
)


def finn(text: str) -> Iterator[Fynd]:
    """Yield apartment numbers in a text of plain signs that has a digit."""
    for traff in _NAMNGIVEN.finditer(text):
        yield Fynd(*traff.span(), "lagenhet", SAKER)
        end = traff.end()
        while fler := _FLER.match(text, end):
            yield Fynd(*fler.span("nummer"), "lagenhet", SAKER)
            end = fler.end()
    for monster in (_BOR_I, _INVID, _LANGRE, _AN):
        for traff in monster.finditer(text):
            yield Fynd(*traff.span("nummer"), "lagenhet", SAKER)
