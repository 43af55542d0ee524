"""Bank accounts: clearing and account, IBAN, giro numbers, Swish, card numbers."""

import re
from collections.abc import Iterator

from blanketter.avidentifiering.fynd import SAKER, Fynd

_IBAN = re.compile(
    r"(?<!\w)(?:SE|NO|DK|FI|DE|GB|NL|BE|FR|ES|IT|PL|LT|LV|EE|AT|CH|IE|TR|RO|HU|CZ|"
    r"SA|AE|QA)"
    r"[ ]?\d\d(?:[ -]?(?-i:[A-Z0-9]{4})){2,7}(?:[ -]?(?-i:[A-Z0-9]{1,3}))?(?!\w)",
    re.IGNORECASE,
)
_GIRO = re.compile(
    r"(?<!\w)(?:bank ?giro\w{0,8}|bg(?:-?nr)?|plus ?giro\w{0,8}|pg(?:-?nr)?|"
    r"postgiro\w{0,8}|"
    r"90-konto|giro\w{0,6})\.?[^\d\n;!?]{0,20}(?P<nummer>\d(?:[ -]{0,3}\d){2,9})(?!\d)",
    re.IGNORECASE,
)
_SIFFROR = r"(?P<nummer>\d(?:[ ,.-]{0,3}\d){6,17})(?!\d)"
_KONTO = re.compile(
    r"(?<!\w)(?=[^\W\d])(?:(?:bank|spar|löne|person|privat|e-)?konto(?:t|n|nr|nummer|"
    r"numret)?|"
    r"kto|shb|lf|"
    r"(?:bank|spar|löne|person|privat)?kontonr|clearing\w{0,8}|swedbank|"
    r"nordea\w{0,8}|seb|"
    r"handelsbanken|länsförsäkringar\w*|ica[- ]?banken|skandia\w*|sparbanken\w*|"
    r"danske bank|"
    r"avanza|klarna|revolut|lunar|\w{0,8}kort(?:et|nr|nummer)?|swish\w{0,8}|"
    r"insättning\w{0,4}|"
    r"bank(?:en)?)(?!\w)"
    rf"[^\d\n;!?]{{0,28}}{_SIFFROR}",
    re.IGNORECASE,
)
_SLUTAR = re.compile(
    r"(?<!\w)(?:\w{0,8}kort(?:et)?|\w{0,8}konto(?:t)?)[ ](?:som[ ])?slutar?[ ](?:på|"
    r"med)[ ]"
    r"(?P<nummer>\d{3,4})(?!\d)",
    re.IGNORECASE,
)
_FORE_ORD = re.compile(
    r"(?<![\w.,-])(?P<nummer>\d(?:[ -]{0,2}\d){5,9})[ ]\(?(?:plusgiro|bankgiro|swish|"
    r"bg|pg)"
    r"(?!\w)",
    re.IGNORECASE,
)
_CLEARING = re.compile(
    r"(?<!\w)cl(?:earing\w{0,8}|\.?-?nr|"
    r"\.)[^\d\n;!?]{0,12}(?P<nummer>\d{4}(?:-\d)?)(?![\d-])",
    re.IGNORECASE,
)
_FORM = re.compile(
    r"(?<![\w+])(?<!\d[ .,:/-])(?:\d{1,3}(?: \d{3}){2}-\d|\d{1,2}(?: \d\d){2,3}-\d|"
    r"[1-9]\d{3}(?: \d{3}){3}|123[ -](?=[\d -]{8,10}(?!\d))\d(?:[ -]?\d){6}|"
    r"[1-9]\d{3}-\d[ ,]{1,2}\d{1,3}(?:[ .-]?\d){5,9}|"
    r"[1-9]\d{3},[ ]?\d{2,3}[ ]\d{3}[ ]\d{2,3}(?:-\d)?|[1-9]\d{3}-\d{7,10}|"
    r"[3-6]\d{3}(?:[ -]\d{4}){3})(?!\d)"
)
_PENGAR = re.compile(
    r"(?<!\w)(?:pengar\w*|(?:in)?betal\w*|över(?:för|förd|före)\w*|"
    r"för(?:de|s|er|a|t)? över|insätt\w*|satt\w? in|sätt\w* in|skänk\w*|gåv\w*|"
    r"bidra\w*|"
    r"stöd\w*|don(?:at|er)\w*|(?:in)?samla\w*|insaml\w*|\w{0,12}avgift\w*|hyra\w*|"
    r"swisha\w*|kassa\w*|månadsgivar\w*|autogiro\w*|kontout\w*|utdraget|"
    r"bankuppgift\w*|kontouppgift\w*)",
    re.IGNORECASE,
)
_RAD = re.compile(
    r"(?<![\w+.,:/-])(?<!\d )(?P<nummer>\d(?:[ ,-]{0,2}\d){6,16})(?![\w%])"
)
_BELOPP = re.compile(r"\d{1,3}(?: \d{3})+(?:,\d\d)?")
_AVSTAND = 60  # signs between the word of paying and the number

_PLANBOK = re.compile(
    r"(?<!\w)(?:bc1[a-z0-9]{25,60}|0x[0-9a-fA-F]{40}|"
    r"4[0-9AB][1-9A-HJ-NP-Za-km-z]{93}|"
    r"[13](?=\w{0,33}[A-Z])(?=\w{0,33}\d)[a-km-zA-HJ-NP-Z1-9]{26,34})(?!\w)"
)
_DATUM = re.compile(
    r"(?:19|20)\d\d[-. ][01]\d[-. ][0-3]\d(?!\d)|(?:19|20)\d\d ?- ?(?:19|20)\d\d|"
    r"\d\d?[.:]\d\d(?!\d)"
)
_ENHET = re.compile(
    r"[ ]?(?:kr|kronor|sek|euro|följare|medlemmar|visningar|personer|gånger|"
    r"prenumeranter|ggr|besökare|inlägg|elever|%|procent|år|st)(?!\w)",
    re.IGNORECASE,
)
_MOBIL = re.compile(r"(?:0|46)7[0-689]")


def finn(text: str) -> Iterator[Fynd]:
    """Yield accounts of banks in a text of plain signs that has a digit."""
    if _PENGAR.search(text):
        yield from _finn_vid_pengar(text)
    for traff in _IBAN.finditer(text):
        if sum(tecken.isdecimal() for tecken in traff[0]) >= 10:
            yield Fynd(*traff.span(), "bankkonto", SAKER)
    for monster in (_FORM, _PLANBOK):
        for traff in monster.finditer(text):
            yield Fynd(*traff.span(), "bankkonto", SAKER)
    for monster in (_GIRO, _KONTO, _CLEARING, _SLUTAR, _FORE_ORD):
        for traff in monster.finditer(text):
            if not (_ar_annat(traff["nummer"]) or _ENHET.match(text, traff.end())):
                yield Fynd(*traff.span("nummer"), "bankkonto", SAKER)


def _finn_vid_pengar(text):
    """Yield numbers of an account's length after words of paying, in one sentence."""
    for traff in _RAD.finditer(text):
        start = traff.start()
        mening = re.split(r"[.!?]\s|\n", text[max(0, start - _AVSTAND) : start])[-1]
        if not _PENGAR.search(mening) or _BELOPP.fullmatch(traff["nummer"]):
            continue
        if not (_ar_annat(traff["nummer"]) or _ENHET.match(text, traff.end())):
            yield Fynd(*traff.span(), "bankkonto", SAKER)


def _ar_annat(nummer):
    siffror = re.sub(r"\D", "", nummer)
    return bool(_DATUM.match(nummer) or _MOBIL.match(siffror))
