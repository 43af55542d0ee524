"""Case numbers: diarienummer, K-nummer of the police, målnummer, incident reports.

Law references look alike (SFS 2009:400, prop. 2019/20:123) and are never case numbers.
"""

import re
from collections.abc import Iterator

from blanketter.avidentifiering.fynd import SAKER, Fynd

_FORM = re.compile(
    r"(?<![\w/-])(?:\d{4}[- ]?K ?\d{3,7}[-/]\d\d(?:\d\d)?|K ?\d{4,7}[-/]\d\d(?:\d\d)?|"
    r"(?:[TBÖPMUF]|FT|PMT|PMÄ)[ ]?\d{2,6}-\d\d|AM-?\d{4,8}-\d\d|"
    r"(?:[A-ZÅÄÖ]{2,5}[ -])?20[0-3]\d[/-]\d{3,7}(?<!/20\d\d)(?:-\d{1,3})?|"
    r"[A-ZÅÄÖ]{2,6}[ -]?20[0-3]\d[/:-]\d{2,7}|"
    r"(?:IA|INC|CASE|REF|DNR|HND|AVV|ID)[-:#]?\d{4,9})(?![\w/])(?!-\d)"
)
# «Stella-nr»: the number of some system, not one of the kinds that are something else
_ANNAT_NR = (
    r"(?!(?:tel|mobil|org|post|rum|art|linje|sid|lag|konto|bank|p|person|pers|reg|"
    r"hus|port|"
    r"vagn|buss|tåg|kurs|modell|serie|ocr|ip|bg|pg|sam|swish|"
    r"kort)-)\w{2,14}-n(?:umme)?r"
)
_ORD = (
    r"(?:(?:\w{2,16})?ärend\w{0,8}|arende\w{0,6}|(?:\w{2,12})?dnr|d\.nr|"
    r"diarie\w{0,12}|diarienr|"
    r"(?:\w{2,14}-?)?(?:anmälan|anmälning|anmälningar|anmälda)\w{0,8}|anmäl\w{0,4}|"
    r"målnr|målnummer|(?:\w{2,8}-?)?mål(?:et)?|akt(?:en|nr|nummer|bilaga)?|aktnr|"
    r"ref(?:erens)?(?:\.|nr|nummer|numret)?|k-nummer|k-nr|knr|knummer|beslut(?:et|"
    r"snr|snummer)?|"
    r"journal(?:nr|nummer|en)?|utrednings?(?:en|nr|nummer)?|förundersökning\w{0,6}|"
    rf"fu-n(?:umme)?r|anm\.?[ -]?n(?:umme)?r|{_ANNAT_NR}|"
    r"avvikelse(?:n|nr|nummer|rapport\w{0,5})?|incident(?:en|nr|nummer|"
    r"rapport\w{0,4}|-id)?|"
    r"händelse(?:nr|nummer|rapport\w{0,5}|-id)|ticket|case|skade(?:nr|nummer)|"
    r"löpnummer|löpnr|"
    r"registrera[dts]\w{0,2}|diarieför[dt]\w?|registrerad som|brotts(?:nr|nummer)|"
    r"orosanmälan|rapport(?:nr|nummer|en)?|"
    r"lex sarah\w{0,10}|inskrivningsnummer|klientnummer|klientnr|kundnummer|kundnr|"
    r"dossier\w{0,8}|beteckning\w{0,8}|lma\w{0,8}|uppehållstillstånd\w{0,2}|(?<!-)id|"
    r"fall(?:et)?|"
    r"patientnummer|patientnr|lånekort\w{0,6}|medlemsnummer|medlemsnr|"
    r"anställningsnummer|"
    r"tjänstenummer|id-nr|kvittonummer|bokningsnummer|bokningsnr|felanmälan|"
    r"jourrapport)"
)
_NR = r"(?:n(?:umme)?r|numret|no|num|beteckning(?:en)?|id|diarienummer)\.?"
_TAL = (
    r"(?P<tal>#?(?-i:[A-ZÅÄÖ]{1,6}[ :/-]{0,2})?(?-i:[A-Z]{1,4}-)?\d[\d./:-]*"
    r"(?:K ?\d[\d/-]*)?"
    r"(?:[A-Z]\d[\d-]*)?)"
)
_NAMNGIVET = re.compile(
    rf"(?<!\w)(?=[^\W\d])(?P<ord>{_ORD})(?![^\W\d])(?P<mellan>(?:\.(?=[ "
    rf"]?[#\d]))?[^\d.;!?\n]{{0,32}}?)(?<![\w-]){_TAL}"
    r"(?P<grupper>(?:[ ]\d{3}(?!\d)){0,2})(?!\w)",
    re.IGNORECASE,
)
_MED_NR = re.compile(rf"(?:\A|\W){_NR}\W|[:#]\s*\Z", re.IGNORECASE)
_EJ_MELLAN = re.compile(
    r"(?<!\w)(?:kl|klockan|v|vecka|år|åk|lgh|rum|sfs|prop|sou|lagen|lag|den|sedan|"
    r"efter|runt|kap|"
    r"ca|cirka|omkring|över|mer än|minst|tel|telefon|mobil|buss|linje|konto|"
    r"bankgiro|bg|pg|"
    r"plusgiro|swish|postnr|om|på|paragraf|klass|ringde?|nås)(?!\w)|§",
    re.IGNORECASE,
)
_EJ_TAL = re.compile(
    r"(?:(?:19|20)\d\d|(?:19|20)\d\d-[01]\d-[0-3]\d|"
    r"[0-2]?\d[.:][0-5]\d(?:-[0-2]?\d[.:][0-5]\d)?|\d\d?/\d\d?|\d\d?-\d\d?)\Z"
)
_ANTAL = re.compile(
    r"(?<!\w)(?:ök\w+|minsk\w+|antal\w*|uppgick|blev|var|totalt|från|mellan|ungefär|"
    r"nästan|drygt|knappt|färre|fler|tiotal|hade|fanns|har|kom)(?!\w)",
    re.IGNORECASE,
)
_LASAR = re.compile(r"(?:19|20)(\d\d)[-/](?:20)?(\d\d)\Z")
_LAG = re.compile(
    r"(?:SFS|SOU|[Pp]rop|[Bb]et|[Ss]kr|[Dd]s|DS|AFS|SOSFS|HSLF-?FS|NJA|JO|lag|lagen|"
    r"förordningen|"
    r"[Ll]ag[ ]?\(|\(|EU\)?|GDPR|OSL|SoL|LSS|LVU|direktiv(?:et)?|rekommendation|"
    r"förordning(?:en)?|"
    r"(?:[Ll]ag|[Ff]örordning\w*|[Dd]irektiv\w*) (?:nr|nummer))[. ]{0,2}\Z"
)
_LAGNAMN = re.compile(
    r"(?:SFS|SOU|DS|AFS|JO|NJA|COM|HFD|RÅ|OSL|SOL|LVU|LVM|LSS|GDPR|BRB|FL|TF|YGL|"
    r"HSL|PSL|PDL|"
    r"\w*FS|EU|ISO|EN|LAG|PROP|BET|SKR)(?![A-ZÅÄÖ])",
    re.IGNORECASE,
)
_ENHET = re.compile(
    r"[ ]?(?:kr|kronor|personer|elever|st|gånger|år|procent|%|meter|dagar|timmar|ex|"
    r"exemplar|sidor|dokument|fall|besök|rader|ord|tecken|"
    r"anmälningar|ärenden|tkr)(?!\w)",
    re.IGNORECASE,
)


_MALNUMMER = re.compile(r"\d-\d\d\Z")  # a goal («Mål: 60 föräldrar») has none


def finn(text: str) -> Iterator[Fynd]:
    """Yield case numbers in a text of plain signs that has a digit."""
    for traff in _FORM.finditer(text):
        start = traff.start()
        if not (
            _LAG.search(text, max(0, start - 18), start)
            or _ar_ar_eller_tid(traff[0])
            or _LAGNAMN.match(traff[0])
        ):
            yield Fynd(*traff.span(), "arende", SAKER)
    for traff in _NAMNGIVET.finditer(text):
        if _ar_nummer(traff, text):
            start = traff.start("tal")
            slut = len((traff["tal"] + traff["grupper"]).rstrip("./:-"))
            yield Fynd(start, start + slut, "arende", SAKER)


def _ar_ar_eller_tid(tal):
    """A year, a span of years (2024/25, 2025-2028), a date or an hour."""
    if lasar := _LASAR.match(tal):
        fran, till = map(int, lasar.groups())
        return fran <= till <= fran + 15 or till == (fran + 1) % 100
    return bool(_EJ_TAL.match(tal))


def _ar_nummer(traff, text):
    tal = traff["tal"].rstrip("./:-")
    if (
        _LAGNAMN.match(tal)
        or _ar_ar_eller_tid(tal)
        or _EJ_MELLAN.search(traff["mellan"])
    ):
        return False
    if _ENHET.match(text, traff.end()):
        return False
    if re.fullmatch(r"20\d\d:\d{1,3}", tal) and not re.search(
        "dnr|diarie|rende|avvik|incident|anmäl|case|ticket", traff["ord"], re.I
    ):
        return False
    if traff["ord"].lower().endswith(("mål", "målet")) and not _MALNUMMER.search(tal):
        return False
    siffror = sum(tecken.isdecimal() for tecken in tal)
    ord_ = traff["ord"].lower()
    direkt = bool(_MED_NR.search(traff["mellan"])) or ord_.endswith(("nr", "nummer"))
    if direkt:
        return siffror >= 2
    if traff["grupper"] or (siffror < 5 and _ANTAL.search(traff["mellan"])):
        return False
    return siffror >= 4
