"""Personnummer and samordningsnummer in every written form, right or wrong.

A wrong check digit says nothing: the writer may have mistyped a real number. The day is
60 more in a samordningsnummer. Source: Skatteverket's rules for both numbers.
"""

import re
from collections.abc import Iterator

from blanketter.avidentifiering.fynd import SAKER, Fynd

_DATUM = (
    r"(?:(?P<sekel>1[89]|20)\ ?)?"
    r"(?P<ar>\d\d)(?P<skilje>[ ./-]?)(?P<man>\d\d)(?P=skilje)(?P<dag>\d\d)"
)
_MASK = r"(?:[xX*#?_•]{3,4}|n{4}|N{4}|\d{1,3}[xX*#?]{1,3})(?!\w)"
_RESERV = r"(?=[a-zA-Z]{0,3}\d)(?=\d{0,3}[a-zA-Z])[a-zA-Z0-9]{4}(?!\w)"
_NUMMER = re.compile(
    rf"(?<!\d)(?<!\d-)(?<!\D\d/)(?<!\D\d\d/){_DATUM}"
    rf"(?P<streck>\ {{0,2}}[-+/.:_]?\ {{0,2}})"
    rf"(?P<fyra>\d\ ?\d\ ?\d\ ?\d(?![\d])(?!-\d)|{_MASK}|(?<=[-+]){_RESERV})",
    re.VERBOSE,
)
_GLES = re.compile(  # 8 5 0 3 1 2 - 1 2 3 4
    r"(?<!\w)(?<!\d )(?:\d ){2,3}(?P<man>\d \d) (?P<dag>\d \d) ?[-+]? ?(?:\d ){3}\d"
    r"(?!\w)(?! \d)"
)
_DOLT_DATUM = re.compile(
    r"(?<![\w*])(?:19|20)?(?=[\dxX*]{2,6}[xX*])[\dxX*]{6} ?[-+] ?\d{4}(?!\d)"
)
_OMNAMNT = re.compile(
    r"(?<!\w)(?P<ord>(?:reserv|tf-?)?(?:personn(?:um)?me?r\w{0,3}|pers?\.?[ -]?nr|"
    r"p\.?-?nr|p-?nummer|personnr|id-?nummer|födelsenummer|"
    r"samordnings?\.?-?n(?:umme)?r\w{0,3}|"
    r"samordn?\.? ?n(?:umme)?r\w{0,3}|samnr))[^\d\n;!?]{0,20}"
    r"(?P<nummer>\d(?:[ ./+-]{0,2}\d){5,11}(?:[ -]?[xX*#]{4})?)(?!\d)",
    re.IGNORECASE,
)
_SISTA = re.compile(
    r"sista (?:fyra )?(?:siffrorna|siffror|i person\w+)[^\d\n;!?]{0,30}(\d{4})(?!\d)",
    re.IGNORECASE,
)
_SLUTAR = re.compile(
    r"(?<!\w)(?:person\w{2,8}|pers\.?-?nr|p\.?-?nr)\.?[ ](?:som[ ])?slutar?[ ](?:på|"
    r"med)[ ]"
    r"(\d{4})(?!\d)",
    re.IGNORECASE,
)
_ORD_FORE = re.compile(
    r"(?:person|samordn|p\.?-?n(?:umme)?r|pers\.?-?nr|födelsen)[^\n;!?]{0,30}\Z", re.I
)
_MOBIL = re.compile(r"07[0-689]")


def finn(text: str) -> Iterator[Fynd]:
    """Yield the numbers of persons in a text of plain signs."""
    for traff in _NUMMER.finditer(text):
        if typ := _typ(traff, text):
            yield Fynd(*traff.span(), typ, SAKER)
    for traff in _OMNAMNT.finditer(text):
        samordnat = "sam" in traff["ord"].lower()
        typ = "samordningsnummer" if samordnat else "personnummer"
        yield Fynd(*traff.span("nummer"), typ, SAKER)
    for monster in (_SISTA, _SLUTAR):
        for traff in monster.finditer(text):
            yield Fynd(*traff.span(1), "personnummer", SAKER)
    for traff in _GLES.finditer(text):
        yield from _om_gles(traff)
    for traff in _DOLT_DATUM.finditer(text):
        yield Fynd(*traff.span(), "personnummer", SAKER)


def _om_gles(traff):
    man, dag = (int(traff[del_].replace(" ", "")) for del_ in ("man", "dag"))
    if 1 <= man <= 12 and (1 <= dag <= 31 or 61 <= dag <= 91):
        typ = "samordningsnummer" if dag > 60 else "personnummer"
        if not _MOBIL.match(traff[0].replace(" ", "")):
            yield Fynd(*traff.span(), typ, SAKER)


def _typ(traff, text):
    """Return the kind of number this is, or None when it is something else."""
    man, dag = int(traff["man"]), int(traff["dag"])
    if not (1 <= man <= 12 and (1 <= dag <= 31 or 61 <= dag <= 91)):
        return _felskrivet(traff, man)
    sifferrad = re.sub(r"\D", "", traff[0])
    if not _ORD_FORE.search(text, max(0, traff.start() - 40), traff.start()) and (
        _ar_mobil(traff, sifferrad, dag) or _ar_klockslag(traff)
    ):
        return None
    return "samordningsnummer" if dag > 60 else "personnummer"


def _felskrivet(traff, man):
    """A mistyped date, hyphen in its place; organisations have months over 19."""
    ratt_form = re.fullmatch(r"\d{6}(?:\d\d)?[-+]\d{4}", traff[0])
    return "personnummer" if ratt_form and man < 20 else None


def _ar_mobil(traff, sifferrad, dag):
    """A mobile number in one run or in other groups than 6 and 4."""
    if traff["sekel"] or len(sifferrad) != 10 or sifferrad[0] != "0":
        return False
    if re.fullmatch(r"\d{6} ?[-+] ?\d{4}", traff[0]):
        return False
    return bool(_MOBIL.match(sifferrad)) or not kontrollsiffra_stammer(sifferrad)


def _ar_klockslag(traff):
    """The day of an event with an hour: 2025-01-22 1430."""
    if not traff["sekel"] or traff["streck"].strip():
        return False
    fyra = traff["fyra"]
    timme = fyra.isdecimal() and fyra[:2] < "24" and fyra[2:] < "60"
    return bool(timme and traff["streck"] and traff["sekel"] + traff["ar"] >= "2024")


def kontrollsiffra_stammer(tio: str) -> bool:
    """Tell whether ten digits end with their check digit (Luhn)."""
    summa = 0
    for plats, siffra in enumerate(tio):
        tal = int(siffra) * (2 - plats % 2)
        summa += tal - 9 if tal > 9 else tal
    return summa % 10 == 0
