"""Street addresses with their number, box numbers and named farms.

A street or a square without a number is a public place and stays. Endings that only
streets have count in lower case too; endings that also end ordinary words (gården,
parken, gången) want a capital letter or words like «bor på» before.
"""

import re
from collections.abc import Iterator

from blanketter.avidentifiering.fynd import OSAKER, SAKER, Fynd

_FASTA = (
    r"gata|gatan|gatans|väg|vägen|vägens|vagen|gränd|gränden|grand|granden|stig|stigen|"
    r"backe|backen|backar|backarna|torg|torget|allé|allén|alle|allen|krok|kroken|"
    r"stråk|stråket|slinga|"
    r"slingan|esplanad|esplanaden|aveny|avenyn|b(?:o?u)levard(?:en)?|brink|brinken|kaj|"
    r"kajen|sväng|svängen|tvärväg|väjen|gattan|vägan|promenad|promenaden|rundel|rundeln"
)
_LOSA = (
    r"gång|gången|plan|planen|plats|platsen|park|parken|gård|gården|berg|berget|höjd|"
    r"höjden|äng|ängen|hage|hagen|lund|lunden|ås|åsen|dal|dalen|strand|stranden|bro|"
    r"bron|"
    r"ring|ringen|led|leden|båge|bågen|kulle|kullen|liden|lid|terrass|terrassen|"
    r"trappan|"
    r"passagen|passage|hamnen|viken|udden|gärdet|gärde|tunet|tun|vreten|vret|tået|"
    r"täppan|"
    r"vinkeln|spåret|rundan|holmen|näset|marken|lyckan|lycka|hörnet|sidan|kvarnen|"
    r"tomten|"
    r"bacchi|vall|vallen|skans|skansen|tåg|ryggen|grinden|varv|varvet|stränder|skog|"
    r"skogen"
)
_FORLED = (
    r"(?:(?:[nösv](?::a|\.)?|sankta?|s:t|s:ta|st|stora|lilla|norra|södra|östra|"
    r"västra|övre|nedre|"
    r"mellersta|"
    r"gamla|nya|inre|yttre|nordre|höga|långa|första|andra|tredje|fjärde|femte|\d:[ae]|"
    r"katarina|maria|karl|johan|erik|hans|nils|dag|sven|olof|per|lars|anders|carl|axel|"
    r"gustav|gustaf|drottning|kung|prins|birger|magnus|jakob|västra|fru|helga)[ ]){0,2}"
)
_NR = r"(?:nr\.?|no\.?|nummer|port|hus|uppg(?:ång|\.)?)?"
_NUMMER = (
    rf"(?:,?[ ]{{1,2}}{_NR}[ ]?)"
    r"(?:\d{1,3})(?:[ ]?-[ ]?\d{1,3}(?!\d)|/\d{1,4}(?!\d))?"
    r"(?:(?-i:[ ]?[A-HJ-Z])(?!\w)(?!\.\w)|[a-z](?![\w])|[ ][a-df-h](?![\w]))?"
    r"(?![\w%])(?![.,:/]\d)"
)
_UPPGANG = (
    r"(?:,?[ ](?:uppg(?:ång)?\.?[ ]?[A-Z0-9]{1,2}|port[ ][A-Z0-9]{1,3}|"
    r"(?:\d{1,2}|[Bb])[ ]?tr(?:appor|\.(?=[ ,][^A-ZÅÄÖ]))?|n\.b\.|ö\.g\.|b\.v\.|nb|"
    r"bv|ög|öv)(?!\w)){0,2}"
)
# Only a word with a number after it is looked at more closely: most aren't.
_FOLJS_AV_TAL = rf"(?=[\w'-]{{2,40}}\.?,?[ ]{{1,2}}{_NR}[ ]?\d)"
_FORLED_FORE = re.compile(rf"(?<![\w-]){_FORLED}\Z", re.IGNORECASE)
_GATA = re.compile(
    rf"(?<!\w)(?<!\w-){_FOLJS_AV_TAL}(?P<gata>"
    rf"(?:(?:\w[\w'-]{{0,29}})?(?P<fast>{_FASTA})|\w[\w'-]{{1,29}}(?P<los>{_LOSA}))s?)"
    rf"{_NUMMER}{_UPPGANG}",
    re.IGNORECASE,
)
_GATA_AV_ORD = re.compile(  # Olof Palmes gata 12, Sven Rinmans väg 3
    rf"(?<!\w)(?P<gata>(?:[A-ZÅÄÖ][\w':-]{{1,20}}[ ]){{1,3}}(?P<slag>(?:{_FASTA}|"
    rf"{_LOSA})))"
    rf"(?i:{_NUMMER}{_UPPGANG})|"
    rf"(?<=på )(?P<gata2>(?:[\w':-]{{3,20}}[ ]){{1,2}}(?P<slag2>{_FASTA}))"
    rf"(?i:{_NUMMER}{_UPPGANG})"
)
_FORKORTAD = re.compile(
    rf"(?<![\w-]){_FOLJS_AV_TAL}(?P<gata>(?:\w[\w'-]{{1,24}}(?:g|v|gr|st|all)\."
    rf"|(?P<utan>\w[\w'-]{{1,24}}(?:g|v|gr))))(?P<nrdel>{_NUMMER}{_UPPGANG})",
    re.IGNORECASE,
)
_BOX = re.compile(
    r"(?<!\w)(?:P[lL]\.?(?=[ ]\d{1,4})|Postlåda|Box|BOX|(?:[Pp]ost)?box(?=[ ]\d\d)|"
    r"[Pp]ostbox|[Pp]\.?[Oo]\.?[ ]?[Bb]ox)"
    r"[ ](?:nr[ ])?\d{1,5}(?!\w)(?![.,]\d)"
)
_GARD = re.compile(
    r"(?<!\w)(?i:bor|bodde|boende|bosatta?|hemma|adress(?:en)?|torpet|gården|stugan|"
    r"hemmanet|familjen|paret)"
    r"(?:[ ](?:är|på|i|vid|nära))?:?[ ]"
    r"(?P<gard>[A-ZÅÄÖ][\wåäö'-]{2,25}(?:[ ][A-ZÅÄÖ][\w'-]{2,25})?[ ]\d{1,4}[A-Z]?)"
    r"(?![\w:%])(?![.,]\d)"
)
_FASTIGHET = re.compile(
    r"(?<!\w)(?i:fastighet\w{0,12}|tomt(?:en)?|gård(?:en)?|stuga(?:n)?)[ ]"
    r"(?P<gard>[A-ZÅÄÖ][\w'-]{1,25}"
    r"(?:[ ][A-ZÅÄÖa-zåäö][\w'-]{1,25})?[ ]\d{1,3}:\d{1,4})(?!\w)"
)
_KVARTER = re.compile(
    r"(?<!\w)(?i:kv\.|kvarteret)[ ](?P<gard>[A-ZÅÄÖ][\w'-]{2,25}[ ]\d{1,3})(?![\w:])"
)
_CENTRUM = re.compile(  # Skäggetorp centrum 4, standing as an address does
    r"(?<!\w)[A-ZÅÄÖ][\w-]{2,25}[ ]?[Cc]entrum[ ]\d{1,2}[ ]?[A-Z]?(?=[.,;)\n]|\Z)"
    r"(?![.,]\d)"
)
_NUMMER_FORST = re.compile(
    rf"(?<!\w)(?:(?:nr|nummer|port(?:en|arna|ar|nummer)?|hus(?:et)?|"
    rf"(?:trapp)?uppgång(?:en)?|trappa)"
    rf"[ ]\d{{1,3}}(?:[ ]?-[ ]?\d{{1,3}})?[ ]?[A-Z]?|"
    rf"\d{{1,3}}:?an)"
    rf"(?:[ ]på)?[ ]{_FORLED}(?:\w[\w'-]{{1,29}})?(?:{_FASTA})(?!\w)",
    re.IGNORECASE,
)
_EJ_NUMMER = re.compile(
    r"[ ]?(?:gånger|ggr|gång|personer|elever|st|stycken|år|års|dagar|veckor|månader|"
    r"mån|timmar|min|"
    r"minuter|meter|m|km|mil|kr|kronor|procent|tjejer|killar|barn|ungdomar|män|kvinnor|"
    r"pojkar|flickor|poliser|bilar|dekaler|klistermärken|lappar|affischer|flygblad|"
    r"broschyrer|vuxna|januari|februari|mars|april|maj|juni|juli|augusti|september|"
    r"oktober|november|december|jan|feb|apr|aug|sept?|okt|nov|dec|mot|skyltar|"
    r"tonåringar)"
    r"(?!\w)",
    re.IGNORECASE,
)
_EJ_GATA = frozenset(
    "riksväg riksvägen länsväg länsvägen europaväg europavägen motorväg motorvägen "
    "huvudvägen landsvägen hemvägen omvägen utvägen halvvägen återväg återvägen genväg "
    "genvägen halvväg gångväg gångvägen cykelväg cykelvägen bilvägen skolvägen "
    "infartsvägen busshållplats busshållplatsen hållplats hållplatsen arbetsplats "
    "arbetsplatsen lekplats lekplatsen idrottsplats idrottsplatsen parkeringsplats "
    "parkeringsplatsen grillplats grillplatsen brottsplatsen mötesplats mötesplatsen "
    "samlingsplats samlingsplatsen träffplats träffplatsen marknadsplats badplats "
    "badplatsen ungdomsgård ungdomsgården fritidsgård fritidsgården skolgård "
    "skolgården "
    "förskolegården innergård innergården bakgård bakgården gårdsplan kyrkogård "
    "kyrkogården herrgården föräldragång ingång ingången utgång utgången uppgång "
    "uppgången övergång övergången nedgång nedgången tillgång omgång omgången gågata "
    "gågatan tvärgatan sidogatan huvudgatan fotbollsplan fotbollsplanen idrottsplan "
    "handlingsplan handlingsplanen våningsplan entréplan bottenplan lägesplan flygplan "
    "övning ledning samling avdelning anmälning tidning grupplan åtgärdsplan "
    "verksamhetsplan "
    "förening mening handling träning ökning minskning utredning varning vägvisning "
    "måndag krokodil loftgång loftgången korridorgång avgång avgången årgång årgången "
    "kundkrets bangård bangården slutspurt spelplan spelplanen skateparken lekparken "
    "lekpark skatepark nöjespark djurpark".split()
)
_EJ_FORKORTAD = re.compile(
    r"(?:dag|tag|lag|skog|krig|torg|omg|aug|avg|bilag|nov|halv|prov|brev|av|liv|"
    r"behov|krav|"
    r"lov|gav|blev|skriv|skrev|drog|tog|slog|såg|låg|steg|kring|omkring|mig|dig|sig|"
    r"jag|"
    r"nog|väg|"
    r"kväll|ring|ing|ng|elev|gr|rev|motiv|förslag|bidrag|uppdrag|fotbollsgr|årg|ung|"
    r"pag|"
    r"grav|sov|sju|övrig|uppg|ev|enl|kl|resp|fig|forts|sprang|ansv|medv|ggr|sekr)\Z",
    re.IGNORECASE,
)
_PA_FORE = re.compile(
    r"(?:bor|bodde|boende|bosatt|adress\w*|hemma|flyttat?|trapphuset|porten|huset|"
    r"lägenheten|"
    r"villan|hyreshuset|hemadress\w*)\W{1,2}(?:[\wåäö]{1,6}[ ]){0,2}\Z",
    re.IGNORECASE,
)
_ENSAM_FORE = re.compile(r"(?:\A|\n)\Z")
_LAGE_FORE = re.compile(
    r"(?:(?<!\w)(?:på|vid|till|från|utanför|bakom|framför|mittemot|intill|mot|i|"
    r"runt)[ ]|"
    r"[:,(][ ]?)\Z",
    re.IGNORECASE,
)


def finn(text: str) -> Iterator[Fynd]:
    """Yield addresses in a text of plain signs that has a digit."""
    for traff in _GATA.finditer(text):
        start = _med_forled(text, traff.start())
        if not _ar_matt(text, traff) and _ar_gata(text, traff, start):
            yield Fynd(start, traff.end(), "adress", SAKER)
    for traff in _GATA_AV_ORD.finditer(text):
        start = _utan_inledning(text, traff)
        if start < max(traff.start("slag"), traff.start("slag2")) and not _ar_matt(
            text, traff
        ):
            yield Fynd(start, traff.end(), "adress", SAKER)
    for traff in _FORKORTAD.finditer(text):
        start = _med_forled(text, traff.start())
        if not _ar_matt(text, traff) and _ar_forkortad(text, traff, start):
            yield Fynd(start, traff.end(), "adress", SAKER)
    yield from _finn_ovrigt(text)


def _finn_ovrigt(text):
    for traff in _BOX.finditer(text):
        if not _ar_matt(text, traff):
            yield Fynd(*traff.span(), "adress", SAKER)
    for monster in (_GARD, _FASTIGHET, _KVARTER):
        for traff in monster.finditer(text):
            if not (_EJ_GARD.match(traff["gard"]) or _ar_matt(text, traff)):
                yield Fynd(*traff.span("gard"), "adress", OSAKER)
    for monster in (_NUMMER_FORST, _CENTRUM):
        for traff in monster.finditer(text):
            yield Fynd(*traff.span(), "adress", SAKER)


_EJ_GARD = re.compile(
    r"(?:Boende|Avdelning|Avd|Rum|Plan|Hus|Grupp|Enhet|Våning|Sal|Korridor|Box|Skola|"
    r"Zon|Område|Distrikt|Lägenhet|Lgh)\b",
    re.IGNORECASE,
)


def _ar_matt(text, traff):
    """The number belongs to what comes after: 3 gånger, 14 mars."""
    return bool(_EJ_NUMMER.match(text, traff.end()))


def _med_forled(text, start):
    """Return where the street begins: «Norra», «Sankt» and «Ö.» belong to it."""
    forled = _FORLED_FORE.search(text, max(0, start - 30), start)
    return forled.start() if forled else start


def _ar_gata(text, traff, start):
    ord_ = traff["gata"]
    gata = text[start : traff.end("gata")]
    if ord_.lower() in _EJ_GATA or ord_ == traff["fast"]:
        lage = _LAGE_FORE.search(text, max(0, start - 12), start)
        return ord_[0].isupper() and bool(lage or " " in gata)
    if traff["fast"]:
        return True
    if _PA_FORE.search(text, max(0, start - 30), start):
        return True
    if not gata[0].isupper():
        return False
    ensam = _ENSAM_FORE.search(text, max(0, start - 2), start)
    if ensam and text[traff.end() : traff.end() + 1] in ("", ",", "\n"):
        return True
    return bool(_LAGE_FORE.search(text, max(0, start - 12), start))


def _ar_forkortad(text, traff, start):
    namn = traff["gata"].rstrip(".")
    ej = _EJ_FORKORTAD.search if traff["utan"] else _EJ_FORKORTAD.fullmatch
    if ej(namn):
        return False
    if _PA_FORE.search(text, max(0, start - 30), start):
        return True
    if not traff["utan"]:
        return namn[0].isupper() or len(namn) > 4
    lage = _LAGE_FORE.search(text, max(0, start - 12), start)
    ensam = start == 0 and text[traff.end() : traff.end() + 1] in ",;\n"
    return bool(lage or ensam) and namn[0].isupper()


_INLEDNING = re.compile(
    r"(?:(?:På|Vid|I|Från|Till|Hos|Mot|Utanför|Bakom|Framför|Adress|Adressen|"
    r"Trapphuset|"
    r"Porten|Huset|Längs|Bor|Hemma|Alla|Den|Det|En|Ett|Hörnet)[ ])+"
)


def _utan_inledning(text, traff):
    inledning = _INLEDNING.match(text, traff.start(), traff.end())
    return inledning.end() if inledning else traff.start()
