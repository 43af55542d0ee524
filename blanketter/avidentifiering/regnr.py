"""Registration plates: ABC 123 and ABC 12A, foreign and personal ones by their words.

Swedish plates never use I, Q, V, Å, Ä or Ö, and never O in the last place. Source:
Transportstyrelsen.
"""

import re
from collections.abc import Iterator

from blanketter.avidentifiering.fynd import OSAKER, SAKER, Fynd

_SKYLT = re.compile(
    r"(?<![\w@#/.])(?<!\w-)(?P<bokstaver>[A-HJ-PR-UW-Za-hj-pr-uw-z]{3})[ -]{0,2}"
    r"(?P<siffror>\d\d[A-HJ-NPR-UW-Za-hj-npr-uw-z0-9])(?!\w)(?![/@-]\w|:[^\Ws]|"
    r":s\w)(?![.,]\d)"
)
_FORDON = (
    r"(?:bil(?:en|ar|arna|ens)?|mopp?e\w*|scooter\w*|kärran?|volvon|mc(?:n|:n)?|"
    r"motorcyk\w*|epa\w*|"
    r"a-traktor\w*|fordon\w*|"
    r"lastbil\w*|skåpbil\w*|personbil\w*|taxi\w*|buss(?:en)?|släp\w*|husbil\w*|"
    r"husvagn\w*|"
    r"reg\w{0,20}|nummerplåt\w*|plåt(?:en|ar|arna)?|skylt(?:en|ar|ad|arna)?|"
    r"volvo\w*|saab\w*|"
    r"bmw\w*|audi\w*|merc\w*|toyota\w*|golf\w*|passat\w*|skoda\w*|kia|ford\w*|tesla\w*|"
    r"renault\w*|peugeot\w*|nissan\w*|opel\w*|seat\w*|hyundai\w*|transit\w*|"
    r"kombi\w*|suv\w*|"
    r"jeep\w*|van(?:en)?|crossar\w*|fyrhjuling\w*|vespa\w*|volkswagen\w*|vw|"
    r"parker\w*|körd\w*|"
    r"körde|förare\w*|chauffören?|polo\w*|mazda\w*|mini|dacia\w*|citroen\w*|honda\w*)"
)
_FORDON_NARA = re.compile(rf"(?<!\w){_FORDON}(?!\w)", re.IGNORECASE)
_NAMNGIVEN = re.compile(
    r"(?<!\w)(?:reg\.?[ -]?n(?:umme)?r\w{0,2}\.?|reg\.?[ -]?skylt\w{0,3}|"
    r"registrerings\w{1,12}|"
    r"nummerplåt\w{0,4}|nummerskylt\w{0,3}|plåt(?:en|arna|ar)?|bilskylt\w{0,3}|"
    r"skylt(?:en|arna)|reg\.?|"
    r"personlig(?:a)? (?:reg\w*|bil)?[ -]?(?:skylt|plåt|nummerplåt)\w{0,4})"
    r"[ :]{1,3}(?:(?i:med|texten|är|var|som|det|står|stod|lyder|löd|löds|numret|"
    r"nummer|nr|på|"
    r"bilen|lästes|börjar|slutar)[ :]{1,2}){0,4}"
    r"[\"”“']?(?P<skylt>(?-i:[A-ZÅÄÖ]{1,3}[ -]?[A-Z]{0,2}[ -]?\d{1,5}(?:[ "
    r"]\d{3}(?!\d))?[ ]?[A-Z]{0,3}|"
    r"[A-ZÅÄÖ0-9]{2,7}(?:[ ]\d{1,3})?)|[a-zåäö]{2,3}[ -]?\d{2,5}[a-z]?)(?!\w)",
    re.IGNORECASE,
)
_UTLANDSK = re.compile(
    r"(?<!\w)(?:norsk|dansk|finsk|tysk|polsk|estnisk|lettisk|litauisk|rumänsk|"
    r"bulgarisk|"
    r"serbisk|nederländsk|holländsk|brittisk|utländsk)\w{0,2}[ ][^.!?\n\d]{0,30}?"
    r"(?<![\w-])(?-i:(?P<skylt>[A-Z]{1,3}[ -]?[A-Z]{0,2}[ -]?\d{2,5}[A-Z]{0,2}))(?!\w)",
    re.IGNORECASE,
)
_DELAD = re.compile(  # m l n 330, and a motorcycle's nsh62
    rf"(?<!\w)(?=[^\W\d]){_FORDON}[^.!?\n\d]{{0,40}}?(?<!\w)(?P<skylt>"
    rf"(?:[a-z][ ]){{3}}[ ]?\d\d[\da-z])(?!\w)|"
    rf"(?<!\w)(?=[^\W\d]){_FORDON}[ ](?:med[ ])?(?:nr|nummer|"
    rf"numret)?[ ]?(?P<kort>[a-z]{{3}}[ ]?\d\d)(?!\w)",
    re.IGNORECASE,
)
_EJ_SKYLT = frozenset(
    "NMR SFS SOU BUP LSS HVB AFS SEK EUR USD NOK DKK GBP ISO LGH TEL MOB FAX SAL "
    "RUM HUS NR "
    "DNR BMW KTM SAS ABF AIK DIF HIF GIF MFF FFF SSU LUF CUF MUF UMO SFI RAL USB "
    "PDF JPG "
    "PNG DOC FKG ACC ANP MRF WAR RAC KKK SKP KPM AFA SUF RKU SSS ACA TBC THC DNA HTU_ "
    "KAP ART PAR PKT MED FÖR OCH ATT DET SOM DEN ETT HAR ALL KAN MAN HAN HON JAG NEJ "
    "JUL MAJ DEC JAN FEB MAR APR JUN AUG SEP OKT CAT ACE MAX MIN CAN SGB LAG BOX "
    "GAP NES "
    "SET TOP PRO PLU GRP UNG ELE HEM LAN LÅN BUS RAD ROK KOM PAX KCL KWH MHZ "
    "GHZ DBA "
    "ADB SMS MMS LCD LED USA EEC EES EFT TAX LEX UTE DAG ARK ASK".split()
)
_EJ_SKYLT_GEMENER = frozenset(
    "att och som den det har för med ett men hon han jag man var kan ska när hur "
    "där här "
    "bara inte dem sen nog mot upp ner åt per typ max min kap lag rum sal hus dag "
    "del hel "
    "halv art par pkt tel mob fax kör kom tog såg drog gör ger tar går två tre sex "
    "sju elva "
    "tolv runt över under ca alla all samt dom oss mig dig sig der efter bet ref "
    "frå buss "
    "nya nytt ute hem lgh box jan feb mar apr maj jun jul aug sep okt nov dec mån "
    "tis ons tor "
    "fre lör sön kor cal age she the and for rad bok spel set top nej ja upp ner "
    "ens ner "
    "dan ner pga tex med rek kan sms bra fel ram ask tal tak tåg bus usb dna".split()
)
_ENHET = re.compile(
    r"[ ]?(?:km|kr|kronor|m|meter|st|stycken|procent|%|gånger|personer|år|elever|kg|"
    r"g|min|"
    r"minuter|timmar|kvm|watt|dagar|euro|dollar|exemplar|ex)(?!\w)",
    re.IGNORECASE,
)


TECKEN = re.compile(r"\d|skylt|plåt|regn|registrering", re.IGNORECASE)


def finn(text: str) -> Iterator[Fynd]:
    """Yield registration plates in a text of plain signs that has a digit."""
    for traff in _SKYLT.finditer(text):
        if visshet := _visshet(text, traff):
            yield Fynd(*traff.span(), "regnr", visshet)
    for monster in (_NAMNGIVEN, _UTLANDSK):
        for traff in monster.finditer(text):
            skylt = traff["skylt"]
            if skylt not in _EJ_SKYLT and skylt.lower() not in _EJ_SKYLT_GEMENER:
                yield Fynd(*traff.span("skylt"), "regnr", SAKER)
    for traff in _DELAD.finditer(text):
        grupp = "skylt" if traff["skylt"] else "kort"
        if traff[grupp][:3].lower() not in _EJ_SKYLT_GEMENER:
            yield Fynd(*traff.span(grupp), "regnr", SAKER)


def _visshet(text, traff):
    """Return how sure it is that this is a plate; None when it isn't."""
    bokstaver = traff["bokstaver"]
    if bokstaver.upper() in _EJ_SKYLT:
        return None
    if bokstaver.lower() in _EJ_SKYLT_GEMENER and not _sticker_ut(text, traff):
        return None
    if _ENHET.match(text, traff.end()):
        return None
    start, end = traff.span()
    nara = bool(
        _FORDON_NARA.search(text, max(0, start - 60), start)
        or _FORDON_NARA.search(text, end, end + 45)
    )
    if bokstaver.isupper():
        return SAKER
    return SAKER if nara else _utan_fordon(traff)


def _sticker_ut(text, traff):
    """Capitals in a text that otherwise isn't written in capitals."""
    omgivning = text[max(0, traff.start() - 30) : traff.start()]
    omgivning += text[traff.end() : traff.end() + 30]
    return traff["bokstaver"].isupper() and not omgivning.isupper()


def _utan_fordon(traff):
    """In lower case, far from any vehicle, only abc12d is no word and number."""
    siffror = traff["siffror"]
    if traff["bokstaver"].islower() and siffror[2].isalpha():
        return OSAKER
    return None
