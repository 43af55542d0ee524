"""Birth dates: a day, or a month of a year, that words beside it say someone was born.

A bare year is an age and stays, as does every other date.
"""

import re
from collections.abc import Iterator

from blanketter.avidentifiering.fynd import SAKER, Fynd

_MANAD = (
    r"(?:jan(?:uari)?|feb(?:r(?:uari)?|uari)?|mars?|apr(?:il)?|maj|juni?|juli?|"
    r"aug(?:usti)?|agusti|sept?(?:ember)?|septemper|o[kc]t(?:ober)?|nov(?:ember)?|"
    r"dec(?:ember)?)"
)
_DAGORD = (
    r"(?:första|andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde|tionde|elfte|"
    r"tolfte|trettonde|fjortonde|femtonde|sextonde|sjuttonde|artonde|nittonde|"
    r"tjugonde|tjugo\w{5,8}|trettionde|trettioförsta)"
)
_AR = r"(?:(?:1\d|20)\d\d|['´-]\d\d|\d\d)"
_DATUM = (
    rf"(?:(?:den[ ])?(?:{_DAGORD}[ ]|[0-3]?\d(?::?e|:?a|\.)?[ ]?){_MANAD}\.?"
    rf"(?:[ ,]{{1,2}}(?:år[ ])?{_AR}(?!\d))?|"
    r"(?:(?:19|20)\d\d|\d\d)[ ]?[-./ ][ ]?[01]?\d[ ]?[-./ ][ ]?[0-3]?\d(?!\d)|"
    rf"(?:den[ ])?[0-3]?\d[ ]?[-./][ ]?[01]?\d(?:[ ]?[-./ ]?[ ]?-?{_AR})?(?!\d)|"
    r"(?:19|20)\d{6}(?!\d)|\d\d[01]\d[0-3]\d(?!\d)|"
    r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?![\d-])|"
    rf"{_MANAD}[ ](?:månad[ ])?(?:år[ ])?(?:(?:19|20)\d\d|['´-]\d\d)(?!\d))"
)
_SLUT = r"(?!\w)(?!\.\d)"
_FODD = re.compile(
    r"(?<!\w)(?:född(?:a|es)?|fött|fodd|föd|f\.?(?=[ ]?(?:den[ ])?\d)|född[ ]den|"
    r"(?:\d\d?-|[^\W\d]{2,14})?årsdag(?:en)?|bemärkelsedag(?:en)?|"
    r"födelse(?:datum|dag|data|tid)\w{0,4}|"
    r"nyfödd|fdd?(?=[ ]\d)|kom till världen|b(?:irth)?da(?:te|y)|dob)"
    r"(?![^\W\d])"
    r"(?P<mellan>[ ]?[:=(,]?[ ]?-?(?:[^\W\d]{1,15}[ ]{1,2}|[^\W\d]{1,15}:[ ]){0,4}?)"
    rf"(?P<datum>{_DATUM}){_SLUT}",
    re.IGNORECASE,
)
_NAR = (  # «nu på lördag», «i går,»
    r"(?:[ ](?:nu|snart|precis|just|jämnt|redan|nyligen|bara|på|nästa|igår|idag|"
    r"imorgon|i(?:[ ](?:går|dag|morgon))?|[^\W\d]{2,3}dag(?:en)?)){0,3},?[ ]\(?"
)
_FYLLER = re.compile(
    r"(?<!\w)(?:fyll(?:er|de|t)|bl(?:ir|ev|ivit|i)(?=[ ](?:\d{1,3}[ ,]|myndig)))"
    r"(?:[ ](?:nu|precis|just|snart|bara))?"
    r"(?:[ ](?:\d{1,3}(?!/)|myndig|[^\W\d]{2,10}(?=[ ]år)|"
    r"(?:ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|\w{2,5}ton|"
    r"\w{2,4}[gt]io\w*)(?!\w)))?(?:[ ]år)?,?"
    rf"{_NAR}(?P<datum>{_DATUM}){_SLUT}",
    re.IGNORECASE,
)
_FORE_FODD = re.compile(
    rf"(?<![\w/-])(?P<datum>{_DATUM})(?:[ ,(]{{1,2}}(?:är|var|som|blev|då|kom|står|"
    rf"stod|"
    r"anges|angavs|uppgavs|[^\W\d]{2,12}s|hen|hon|han)){0,3}"
    r"[ ,(]{1,2}(?:född\w{0,4}|födelse(?:dag|datum|data|tid)\w{0,3}|fyll\w{1,3}|fött)"
    r"(?!\w)",
    re.IGNORECASE,
)
_ARTAL = r"(?:19\d\d|20[01]\d|202[01])"  # a child of today, not an event of late
_VID_PERSON = re.compile(  # «Brukaren 1941-05-09 blev arg», «elev 090312»
    r"(?<!\w)(?:elev|patient|pat\.|brukare|klient|pojke|flicka|kvinna|man|kille|tjej|"
    r"vårdtagare|barn|son|dotter|kund|boende|person|hyresgäst)(?:en|n|et|nen|nan|ern)?"
    r"(?:[ ]\d{1,2}[ ]år)?,?[ ]\(?"
    rf"(?P<datum>{_ARTAL}-?(?:0[1-9]|1[0-2])-?(?:0[1-9]|[12]\d|3[01])|"
    r"\d\d(?P<skilje>-?)(?:0[1-9]|1[0-2])(?P=skilje)(?:0[1-9]|[12]\d|3[01])|"
    rf"[0-3]?\d[ ]{_MANAD}[ ]{_ARTAL})(?![\w-])(?! ?[-+]\d)",
    re.IGNORECASE,
)
_FLER = re.compile(
    rf"(?:,|,? och|,? samt|/) ?(?P<datum>(?=[^ ]{{6}}|"
    rf"[^,.]{{3,18}}\d{{4}}){_DATUM}){_SLUT}",
    re.IGNORECASE,
)
_INSKOTT = re.compile(
    r"(?<=[(,])[ ]?(?P<datum>(?:19[1-9]\d|200\d|201[0-4])-(?:0\d|"
    r"1[0-2])-[0-3]\d)(?=[),.])"
)
_GAMLA = re.compile(r"(?<!\d)1[0-8]\d\d(?!\d)")
_HANDELSER = frozenset(("2001-09-11", "2011-07-22", "2004-03-11", "2005-07-07"))
_EJ_MELLAN = re.compile(
    r"(?<!\w)(?:möte\w*|kom|började|händelse\w*|klockan|kl|sedan|anmäld\w*)(?!\w)", re.I
)

_SAK = re.compile(
    r"(?:förening|skola|kyrka|bibliotek|kommun|staden|stad|butik|hus|verksamhet|parti|"
    r"organisation|idé|idéer|tanke|grupp|tradition|rörelse|klubb|museum|moské|"
    r"förskola|boende|gård)\w{0,4} \Z",
    re.IGNORECASE,
)
TECKEN = re.compile(
    r"(?<!\w)f(?:öd|öt|odd|yll|dd?[ ]\d|\.|[ ]?-?\d|[ ]den)|nyfödd|världen|"
    r"b(?:irth)?da|dob|(?<!\w)bl(?:ir|ev|iv?)|årsdag|bemärk|[(,][ ]?(?:19|20)\d\d-|"
    r"(?<![^\W\d])(?:elev|pat|brukar|klient|pojk|flick|kvinn|man|kill|tjej|vårdtag|"
    r"barn|son|dotter|kund|boende|person|hyresgäst)",
    re.IGNORECASE,
)


def finn(text: str) -> Iterator[Fynd]:
    """Yield birth dates in a text of plain signs where `TECKEN` was found."""
    for monster in (_FODD, _FYLLER, _FORE_FODD):
        for traff in monster.finditer(text):
            sak = _SAK.search(text, max(0, traff.start() - 25), traff.start())
            if not sak and _ar_fodelse(traff):
                yield from _med_fler(text, traff)
    for monster in (_INSKOTT, _VID_PERSON):
        for traff in monster.finditer(text):
            if traff["datum"] not in _HANDELSER:
                yield _fynd(text, traff)


def _med_fler(text, traff):
    """«födda 2012-03-04 och 2014-05-06»: all days of the row."""
    yield _fynd(text, traff)
    end = traff.end("datum")
    while fler := _FLER.match(text, end):
        if _ar_dag(fler["datum"]):
            yield _fynd(text, fler)
        end = fler.end()


def _fynd(text, traff):
    start, end = traff.span("datum")
    if text[max(0, start - 5) : start].lower() in (" den ", "den "):
        start -= 4
    return Fynd(start, end - (text[end - 1] == "."), "fodelsedatum", SAKER)


def _ar_fodelse(traff):
    mellan = traff.groupdict().get("mellan") or ""
    return not _EJ_MELLAN.search(mellan) and _ar_dag(traff["datum"])


def _ar_dag(datum):
    """Not a time of day, an hour span or a day before anyone alive was born."""
    if _GAMLA.search(datum) or re.fullmatch(r"\d{1,2}[.]\d\d", datum):
        return False
    tal = [int(del_) for del_ in re.findall(r"\d+", datum)]
    if not tal:  # «den tredje april»
        return True
    if len(tal) == 1 and len(datum) >= 6 and datum.isdecimal():
        tal = [int(datum[-4:-2]), int(datum[-2:])]
        return 1 <= tal[0] <= 12 and 1 <= tal[1] <= 31
    return any(1 <= ett <= 31 for ett in tal) or len(tal) == 1
