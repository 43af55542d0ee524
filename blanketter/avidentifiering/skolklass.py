"""School classes: 8B, klass 9a, BA23. A school year (årskurs 8) is coarse and stays."""

import re
from collections.abc import Iterator

from blanketter.avidentifiering.fynd import OSAKER, Fynd

_KLASSORD = r"(?:klass(?:en|erna|er|ens)?|åk\.?|årskurs|kl\.)"
_GRUND = re.compile(
    rf"(?<![\w@#/.,:+])(?<!\D-)(?P<ord>{_KLASSORD}[ ]{{1,2}}|åk)?(?P<ar>[1-9])"
    rf"(?P<mellan>[ ]|:|-|\.)?"
    r"(?P<del>[A-Ha-h])(?:[/&-]?[A-Ha-h])?(?P<andelse>'s|:?(?:an|ans|s|:s|orna|arna))?"
    r"(?![\w@])(?![.']\w)(?!-går)(?!/(?![1-9][A-Ha-h](?!\w))\w)",
    re.IGNORECASE,
)
TECKEN = re.compile(
    r"\d|or(?:na)? \w{1,4} [A-F]|(?:an|[Kk]lass\w*|[Kk]lass\w* \w{3,4}) [A-Fa-f](?!\w)"
)
_EFTER_STRECK = re.compile(r"(?<=\d[A-Ha-h][/&+,-])[1-9][A-Ha-h](?!\w)")
_PROGRAM = (
    r"(?:IMS|IMYA|IMSPR|IMVV|IMR|BA|BF|BFA|EE|EK|EKA|ES|EST|ET|FS|FT|FTA|GY|HA|HT|HU|"
    r"HV|IB|IM|IMA|IMV|IMY|"
    r"IN|JA|MP|NA|"
    r"NAT|NB|OP|RL|RX|SA|SAM|SB|SP|ST|TE|TEK|TI|VF|VO|VVS|YI|HUM|ESTET|NV|SX|NX|TX|"
    r"SV|AS|IT|EN|"
    r"MU|BI|DA|TI|LL|KN|INT|FO|LA)"
)
_GYMNASIUM = re.compile(
    rf"(?<![\w@#/.-])(?=[^\W\d])(?P<ord>{_KLASSORD}[ ]{{1,2}})?"
    rf"(?P<kod>{_PROGRAM}[ -]?(?:(?:1[89]|2\d|3[0-5])[A-Ha-h]?[A-Za-z]?|"
    rf"[1-4][A-Ha-h]?|(?:1[89]|2\d)[A-Z]{{2,3}})(?:[/&]-?[A-Ha-h](?!\w))?)"
    r"(?::?s)?(?![\w@])(?![/.]\d)",
    re.IGNORECASE,
)
_TALORD = re.compile(  # sexan B, 2:an C
    r"(?<!\w)(?:ettan|tvåan|trean|fyran|femman|sexan|sjuan|åttan|nian|[1-9]:an)[ ]{1,2}"
    r"(?-i:[A-F])(?!\w)|"
    r"(?:(?<=i )|(?<=från )|(?<=klass )|(?<=klassen ))(?:ettan|tvåan|trean|fyran|"
    r"femman|"
    r"sexan|sjuan|åttan|nian|ett|två|tre|fyra|fem|sex|sju|åtta|nio)[ ][B-Fb-f](?!\w)",
    re.IGNORECASE,
)
_KOLON = re.compile(  # elever ur 8:3
    r"(?<!\w)(?:elev|klass|kill|tjej|pojk|flick|barn|lärar|mentor|går)\w{0,6}"
    r"[^.!?\n\d]{0,20}[ ](?:i|ur|från)[ ](?P<kod>[1-9]:[1-6])(?!\w)",
    re.IGNORECASE,
)
_INTRO = re.compile(
    r"(?<!\w)IM-?(?:språk|spr|yrke|individuell|alt)\w{0,12}[ ]?(?:\d{1,2}[A-Da-d]?|"
    r"[A-D])"
    r"(?!\w)",
    re.IGNORECASE,
)
_KLASS_NAMN = re.compile(
    r"(?<!\w)(?:\w{0,12}klass(?:en)?|f-klass(?:en)?)[ ]{1,2}"
    r"(?P<kod>[1-9][:.][1-9](?!\d)|[1-9][-/][1-9][ ]?[A-F]|"
    r"(?-i:(?=[\w:-]{0,6}[A-ZÅÄÖ])(?=[\w:-]{0,6}\d)"
    r"[A-Z0-9][\w:-]{1,6})|(?-i:F-?[A-E]|[A-F](?=[ ,.;]|$)))(?!\w)",
    re.IGNORECASE,
)
_FORE = re.compile(
    r"(?:(?<!\w)(?:i|klass\w*|från|till|och|eller|samt|med|för|av|mot|hela|bland|åk|"
    r"mellan|vår|"
    r"elev\w*|kill\w*|tjej\w*|pojk\w*|flick\w*|mentor\w*|lärare\w*|grabb\w*|"
    r"ungar\w*|barnen|"
    r"parallellklass\w*|kompis\w*|går|gick|både|hos|alla|några|våra|sjuor\w*|"
    r"undervisar|ur|vi|jag|de|hen|han|hon|&|såg|slog|möter|retar|\w{2,12}de|"
    r"föräldr\w*|en|den|årskurs|sa|idrott|lektion\w*)[ ]{1,2}|\A[ ]?|[.!?:;\n][ ]?|"
    r"[(,/\"”][ ]?)\Z",
    re.IGNORECASE,
)
_KLASS_FORE = re.compile(
    r"(?<!\w)(?:i|klass\w*|åk|årskurs|elev\w*|kill\w*|tjej\w*|pojk\w*|flick\w*|"
    r"mentor\w*|från|"
    r"och|parallellklass\w*|hela|på|med|av|för|hos|till|en|mot)[ ]{1,2}\Z",
    re.IGNORECASE,
)
_I_KLASS = re.compile(r"(?<!\w)(?:i|ur|klass\w*|från) \Z", re.IGNORECASE)
_SKOLORD = re.compile(
    r"(?:(?<!\w)(?:går|gick|gått|börja\w*|klass\w*|elev\w*|kill\w*|tjej\w*|pojk\w*|"
    r"flick\w*|grabb\w*|barn\w*|lärar\w*|mentor\w*|föräldra\w*)[ ](?:i |ur |från |för |"
    r"till )?|(?<!\w)från )\Z",
    re.IGNORECASE,
)
_ORDET_FORE = re.compile(r"(?<!\w)[\w§]+[ .]{1,2}\Z")
_KEDJA = re.compile(
    r"(?<!\w)(?:[1-9][ ]?[A-Ha-h](?:,? och | eller | samt |, ?| ?[/&] ?))+\Z"
)
_ORDNING_EFTER = re.compile(  # «den 3e maj», «för 2a gången», «1a pris»
    r" (?:jan|feb|mars|apr|maj|jun|jul|aug|sep|okt|nov|dec|gång|pris|plats|våning|dag|"
    r"hand|vers|kvartal|advent|juldag|rad|sid|året|åren|maj)",
    re.IGNORECASE,
)
_TEKNIK = ("2D", "3D", "2G", "3G", "4G", "5G", "6G")
_EJ_FORE = re.compile(
    r"(?<!\w)(?:tåg|kategori|nivå|scenario|\w{0,12}mål|åtgärd\w*|aktivitet\w*|"
    r"indikator\w*|"
    r"bild|grad|avtal|exempel|film|läxa|kriteri\w*|\w{0,12}faktor|modell|blankett|"
    r"rutin|"
    r"formulär|regel|sid|sida|sidan|windows|väg|insats|uppgift|övning|moment|text|scen|"
    r"metod|mp|prop|jobba\w*|arbeta\w*|vänta\w*|väg(?:er|de)|"
    r"\w{0,12}hus(?:et)?|byggnad\w*|\w{0,10}linjen?|buss(?:en)?|"
    r"spårvagn\w*|\w{0,10}sal(?:en)?|"
    r"\w{0,8}rum(?:met)?|\w{0,6}port(?:en)?|uppg\w*|trapp\w*|gate|vitamin\w*|avd\w*|"
    r"plan|hall\w*|"
    r"lgh|lägenhet\w*|nr|nummer|typ|etapp\w*|lokal\w*|mr|\w*kunskap|\w*matte|"
    r"matematik|historia|engelska|"
    r"svenska|spanska|ryska|franska|tyska|fysik|kemi|biologi|religion|musik|kurs\w*|"
    r"kap\w*|§|storlek|kolumn|fråga|punkt\w*|bilaga|"
    r"steg|del|level|"
    r"version\w*|korridor\w*|ingång\w*|entré\w*|skåp\w*|plats\w*|bord\w*|rad|bänk|"
    r"spår|perrong|"
    r"paragraf|art\w*|fas|modul|zon|område\w*|ruta|alternativ\w*|tabell|figur|mått|"
    r"lucka|garage\w*|"
    r"hylla|dörr\w*|våning\w*|vån|station|batteri|stolpe|\w{3,}gatan|\w{3,}vägen|"
    r"\w{3,}gränd|"
    r"\w{3,}stigen|box|iphone|playstation|avsnitt|säsong|kapitel|mom\w*|litt\w*|"
    r"brunn|grupp|"
    r"stycke|st|rubrik|hållplats|läge|pall|vagn|fil|container|förråd\w*|kod|"
    r"terminal|pir|kaj|"
    r"parkering\w*|sektion\w*|läktare|fält|block|kvarter\w*|barack\w*|"
    r"paviljong\w*)[ .]{1,2}\Z",
    re.IGNORECASE,
)
_EJ_EFTER = re.compile(
    r"(?:[- ]?(?:kvalitet|skriv|film|model|print|glas|linjen|vitamin|nät|mobil|"
    r"teknik|animation|effekt)|"
    r"[ ]?(?:kap(?:\.|itel|itlet|(?!\w))|§|grader|volt|ampere|st\.|mom|kr|gb|tb|mb))",
    re.IGNORECASE,
)
_AR_OCH_DEL = re.compile(r"[^\W\d]-?(?:1[89]|2\d)[A-Ha-h]\Z")
_MENINGSSTART = re.compile(r"(?:\A|[.!?\n] ?)\Z")
_EJ_PROGRAM = r"(?!(?:[HV]T|EU|EM|VM|OS|SM|FN|AI|PM|EP|KB|SFI|AGENDA|COP|RAL|IOS|V)\d)"
_OKANT_PROGRAM = re.compile(  # VÅRD23, R23A: the school's own letters and the year
    r"(?<!\w)(?:i|från|ur|klass\w*|elev\w*|mentor för|undervisar|hela)[ ]{1,2}"
    rf"(?P<kod>{_EJ_PROGRAM}[A-ZÅÄÖ]{{1,6}}(?:1[89]|2\d)(?:[A-D]|[a-d])?)(?!\w)"
    r"(?![-/.:]\d)"
)
_ORNA = re.compile(  # niorna i E-klassen
    r"(?<!\w)(?:ettor|tvåor|treor|fyror|femmor|sexor|sjuor|åttor|nior)(?:na)? (?:i|"
    r"från|ur) "
    r"(?P<kod>[A-F](?:-klassen)?)(?![\w-])"
)
_SIFFRAN_FORST = re.compile(  # 2EKa, 3 NA
    r"(?<!\w)(?:i|från|ur|klass\w*|elev\w*|hela|mentor för)[ ]{1,2}(?P<kod>[1-3][ ]?"
    r"(?:NA|SA|EK|TE|ES|BF|VO|EE|BA|FT|HT|HA|RL|VF|NB|IN|HU|FS|IM|IB|BY|"
    r"VS)[A-Da-d]?)(?!\w)"
)
_OKANT_FORST = re.compile(  # EKO23 hade prov
    rf"(?:^|(?<=[.!?] ))(?P<kod>{_EJ_PROGRAM}[A-ZÅÄÖ]{{2,6}}2\d[A-Da-d]?)"
    r"(?=[ ](?:har|hade|är|var|fick|ska|och|samt)[ ])"
)
_EJ_GYMNASIUM = re.compile(
    r"(?:HT|VT|EU|IT|EN|AS|IN)[ -]?\d\d?\Z|(?:FS|SA|ES|IN|IT|EN|AS|LA|ET)[ -]", re.I
)


def finn(text: str) -> Iterator[Fynd]:
    """Yield school classes in a text of plain signs that has a digit."""
    for traff in _GRUND.finditer(text):
        if _ar_klass(text, traff):
            yield Fynd(*traff.span(), "skolklass", OSAKER)
    for traff in _EFTER_STRECK.finditer(text):
        yield Fynd(*traff.span(), "skolklass", OSAKER)
    for traff in _GYMNASIUM.finditer(text):
        if _ar_gymnasieklass(text, traff):
            yield Fynd(*traff.span(), "skolklass", OSAKER)
    yield from _finn_namngivna(text)


def _finn_namngivna(text):
    for monster in (
        _KLASS_NAMN,
        _KOLON,
        _OKANT_PROGRAM,
        _OKANT_FORST,
        _ORNA,
        _SIFFRAN_FORST,
    ):
        for traff in monster.finditer(text):
            yield Fynd(*traff.span("kod"), "skolklass", OSAKER)
    for monster in (_TALORD, _INTRO):
        for traff in monster.finditer(text):
            yield Fynd(*traff.span(), "skolklass", OSAKER)


def _ar_klass(text, traff):
    if traff["ord"]:
        return True
    start, end = traff.span()
    fore = text[max(0, start - 36) : start]
    if any(tecken.isdecimal() for tecken in fore[-9:]):
        fore = _KEDJA.sub("", fore)  # «skåp 4b och 5c»
    if _EJ_EFTER.match(text, end) or _ar_etikett(fore):
        return False
    if traff["del"] in "ae" and _ORDNING_EFTER.match(text, end):
        return False
    versal, del_ = traff["del"].isupper(), traff["del"].upper()
    if traff["ar"] + del_ in _TEKNIK:
        return bool(_SKOLORD.search(fore))
    if traff["mellan"]:
        if not versal:
            return del_ in "ABCDF" and bool(_SKOLORD.search(fore))
        return bool(_I_KLASS.search(fore) or (del_ != "A" and _KLASS_FORE.search(fore)))
    return versal or bool(_FORE.search(fore))


def _ar_etikett(fore):
    """The word before says that the number is a room's, a line's, a paragraph's."""
    ord_ = _ORDET_FORE.search(fore)
    return bool(ord_ and _EJ_FORE.match(fore, ord_.start()))


def _ar_gymnasieklass(text, traff):
    if traff["ord"]:
        return True
    kod = traff["kod"]
    start = traff.start()
    if _EJ_GYMNASIUM.match(kod):
        return False
    fore = text[max(0, start - 20) : start]
    if _ar_etikett(fore):
        return False
    if _AR_OCH_DEL.search(kod):
        return True
    if kod[:2].isupper() and " " not in kod:
        return any(tecken.isdecimal() for tecken in kod)
    if (
        kod[0].isupper()
        and re.search(r"\d\d|\d[a-d]\Z", kod)
        and _MENINGSSTART.search(fore)
    ):
        return " " not in kod
    return bool(_KLASS_FORE.search(fore)) and len(kod.strip()) >= 4
