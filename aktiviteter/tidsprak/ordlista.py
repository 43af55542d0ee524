"""The words of the time language: which class and value a word or phrase has.

Unknown words have no class. Of phrases the longest that fits wins. Compounds, which
coordinators make freely («tertialuppföljningen»), are recognised by their parts.
"""

from functools import lru_cache

from .varden import Aterkommer, Kanal

MANADER = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)

_VECKODAGAR = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
_ORD = {
    ("LOPANDE", ""): (
        "löpande | löp | löper på | löper vidare | rullar på | fortlöpande | "
        "pågående | pågår | kontinuerligt | kontinuerlig | kont | "
        "kontinuerliga | tills vidare | tillsvidare | fortgående | fortgår | "
        "fortsätter | fortsatt | permanent | ständigt | alltid | året runt | "
        "året om | dygnet runt | igång | i gång | i drift | implementerat | "
        "planperioden | "
        "programperioden | strategiperioden"
    ),
    ("PABORJAT", ""): (
        "påbörjat | påbörjad | påbörjades | startat | startad | startade | "
        "startades | inlett | inledd | inleddes"
    ),
    ("FRAN", ""): (
        "fr o m | f r o m | from | fr om | fom | f o m | fr | från och med | "
        "från | tidigast | med start | med början | start | startar | startas | "
        "starta | startas upp | startar upp | starta upp | startdatum | starten | "
        "uppstart | påbörjas | påbörja | börjar gälla | gäller från | inleds | "
        "inledas | börjar | börja | sedan"
    ),
    ("TILL", ""): (
        "t o m | tom | t om | to m | till och med | till o med | fram till | "
        "fram till och med | fram t o m | "
        "upp till | senast | ej senare än | inte senare än"
    ),
    ("TILL", "till"): "till | tills",
    ("KLAR", ""): (
        "klart | klar | klara | färdig | färdigt | färdiga | färdigställs | "
        "färdigställas | färdigställande | slutförs | slutföras | avslutas | "
        "upphör | slutar | deadline | slut | slutdatum | sluttid | avslut"
    ),
    ("GJORD", ""): (
        "genomfört | genomförd | genomförda | genomfördes | avslutat | avslutad | "
        "avslutade | avslutades | slutfört | slutförd | slutförda | slutfördes | "
        "färdigställt | färdigställd | utfört | utförd | utförda | åtgärdat | "
        "verkställt | avklarat | avklarad | avklarade"
    ),
    ("FORE", ""): "före | innan",
    ("INFOR", ""): "inför",
    ("EFTER", ""): "efter",
    ("INOM", ""): "inom",
    ("MELLAN", ""): "mellan",
    ("OCH", ""): "och | samt | respektive | resp | eller | o",
    ("FRAMAT", ""): "och framåt | och framöver | framåt | framöver | ff | och vidare | "
    "eller senare",
    ("VARJE", ""): "varje | var | vart",
    (
        "VARANNAN",
        "",
    ): "varannan | vartannat | varannat | var annan | vart annat | var annat",
    ("PER", ""): "per",
    ("GANG", ""): "gång | gånger | ggr | ggn | tillfälle | tillfällen",
    ("FLERA", ""): "flera | några | ett par | fler",
    ("ANTAL", 1): "en | ett",
    ("ANTAL", 2): "två",
    ("ANTAL", 3): "tre",
    ("ANTAL", 4): "fyra",
    ("ANTAL", 5): "fem",
    ("ANTAL", 6): "sex",
    ("ORDNING", 1): "första",
    ("ORDNING", 2): "andra",
    ("ORDNING", 3): "tredje",
    ("ORDNING", 4): "fjärde",
    ("ORDNING", 5): "femte",
    ("ORDNING", 6): "sjätte",
    ("ORDNING", -1): "sista",
    ("ADVERB", Aterkommer.DAGLIGEN): "dagligen",
    ("ADVERB", Aterkommer.VECKOVIS): "veckovis | veckovisa",
    ("ADVERB", Aterkommer.MANADSVIS): (
        "månadsvis | månadsvisa | månatligen | månatlig | månatliga | månatligt"
    ),
    ("ADVERB", Aterkommer.KVARTALSVIS): "kvartalsvis | kvartalsvisa | kvartalvis",
    ("ADVERB", Aterkommer.TERTIALVIS): "tertialvis | tertialvisa | tertialsvis",
    ("ADVERB", Aterkommer.TERMINSVIS): "terminsvis | terminsvisa",
    ("ADVERB", Aterkommer.HALVARSVIS): "halvårsvis | halvårsvisa | halvårligen",
    ("ADVERB", Aterkommer.ARLIGEN): "årligen | årsvis | årlig | årligt | årliga | årl",
    ("ADVERB", Aterkommer.REGELBUNDET): (
        "regelbundet | regelbunden | regelbundna | återkommande | "
        "med jämna mellanrum | med regelbundna mellanrum"
    ),
    ("ADVERB", Aterkommer.VID_BEHOV): (
        "vid behov | vid ev behov | efter behov | utifrån behov | behovsstyrt | "
        "behovsstyrd | när behov uppstår | när behov finns | om behov uppstår | "
        "om behov finns | när det behövs | på förekommen anledning | på begäran | "
        "ad hoc"
    ),
    ("ADVERB", Aterkommer.FLERA_GANGER_PER_AR): (
        "loven | skolloven | skollov | lovveckor | lovveckorna"
    ),
    ("ENHET", "dag"): "dag | dagen | dagar",
    ("ENHET", "vecka"): "vecka | veckan | veckor | veckorna",
    ("ENHET", "manad"): "månad | månaden | månader | mån",
    ("ENHET", "kvartal"): "kvartal | kvartalet | kvartalen",
    ("ENHET", "tertial"): "tertial | tertialet | tertialen | tert",
    ("ENHET", "halvar"): "halvår | halvåret",
    ("ENHET", "termin"): "termin | terminen | terminer",
    ("ENHET", "mandatperiod"): "mandatperiod | mandatperioden",
    ("ENHET", "ar"): "år | åren | års",
    ("ARET", 0): (
        "året | årets | helår | helåret | budgetåret | budgetår | kalenderåret | "
        "kalenderår | verksamhetsåret | verksamhetsår | innevarande år | i år | "
        "detta år"
    ),
    ("ARET", 1): "nästa år | nästkommande år | kommande år | följande år",
    ("ARET", -1): "förra året | föregående år | i fjol",
    ("LASAR", ""): "läsåret | läsår | lå | skolåret | skolår",
    ("KORT", "vecka"): "v | w | vv",
    ("KORT", "kvartal"): "q | kv",
    ("KORT", "tertial"): "t | tr",
    ("KORT", "halvar"): "h",
    ("DEL", "borjan"): (
        "början | tidigt | tidig | primo | inledningen | ingången | första delen | "
        "första tredjedelen"
    ),
    ("DEL", "mitten"): "mitten | medio",
    ("DEL", "slutet"): (
        "slutet | sent | sen | ultimo | sista delen | sista tredjedelen"
    ),
    ("DEL", "halva1"): "första halvan | första hälften",
    ("DEL", "halva2"): "andra halvan | andra hälften | senare delen | senare hälften",
    ("DEL", "utgang"): "utgången | utgång | årets slut",
    ("SKIFTE", "ar"): "årsskiftet | årsskifte | årskiftet | års skiftet",
    ("SKIFTE", "halvar"): "halvårsskiftet | halvårsskifte | halvårskiftet",
    ("SKIFTE", "manad"): "månadsskiftet | månadsskifte | månadskiftet",
    ("ARSTID", "var"): "vår | våren | vårens | vårmånaderna",
    ("ARSTID", "sommar"): (
        "sommar | sommaren | sommarens | sommarmånaderna | sommarlov | sommarlovet"
    ),
    ("ARSTID", "host"): "höst | hösten | höstens | höstmånaderna",
    ("ARSTID", "vinter"): "vinter | vintern | vinterns | vintermånaderna",
    ("TERMIN", "vt"): "vt | vårtermin | vårterminen | vårterminens",
    ("TERMIN", "ht"): "ht | hösttermin | höstterminen | höstterminens",
    ("LOV", "host"): "höstlov | höstlovet",
    ("LOV", "sport"): "sportlov | sportlovet | vinterlov | vinterlovet",
    ("LOV", "pask"): "påsklov | påsklovet",
    ("LOV", "jul"): "jullov | jullovet",
    ("PERIODSTART", "ar"): "läsårsstart | skolstart | läsårets start",
    ("PERIODSTART", "termin"): "terminsstart | terminens start",
    ("HOGTID", (12, 24)): "julen | julhelgen | julafton",
    ("VECKODAG", ""): " | ".join(
        f"{dag} | {dag}en | {dag}skväll | {dag}skvällen" for dag in _VECKODAGAR
    ),
    ("FYLL", ""): (
        "den | det | under | med | av | på | hela | ca | cirka | omkring | runt | "
        "kring | sker | görs | genomförs | preliminärt | prel | ungefär | "
        "minst | max | ska | vara | "
        "planeras till | planerat till | planerad till | skjuts till | "
        "framflyttat till | framflyttad till | uppskjutet till | uppskjuten till | "
        "flyttas till | perioden"
    ),
    ("I", ""): "i",
    ("VILLKOR", "vid"): "vid | i samband med | i anslutning till",
    ("VILLKOR", ""): (
        "när | så snart | så fort | om | då | utifrån | beroende på | enligt | "
        "enl | under förutsättning | i takt med | i mån av | följer | "
        "i enlighet med | årshjul | årshjulet"
    ),
    ("NEG", ""): "ej | inte | icke",
    ("OKANT", ""): (
        "inom kort | på sikt | så fort som möjligt | så snart som möjligt | "
        "oklart | oklar | okänt | tbd | tba | xx | xxx | xxxx | "
        "ej beslutat | inte beslutat | ej bestämt | inte bestämt | ej fastställt | "
        "ska bestämmas | bestäms senare | beslutas senare"
    ),
    ("SYSTEM", ""): (
        "stratsys | hypergene | i linjen | ledningssystemet | ledningssystem | "
        "uppföljningssystemet | uppföljningssystem"
    ),
    ("SE", ""): "se | se även | samma som | detsamma som | jfr | jämför | enligt | som",
    ("OVAN", ""): (
        "ovan | ovanstående | föregående | ovanför | raden ovan | raden ovanför | "
        "föregående rad | föregående aktivitet | föregående punkt | "
        "ovanstående rad | ovanstående aktivitet | ovanstående punkt | "
        "aktivitet ovan | aktiviteten ovan"
    ),
    ("NEDAN", ""): "nedan | nedanstående | nedanför | nästa rad",
    ("DITO", ""): "dito | ditto | d o | ibid",
    ("RADORD", ""): (
        "aktivitet | aktiviteten | aktivitet nr | aktivitet nummer | akt | nr | "
        "nummer | no | rad | raden | rad nr | punkt | punkten | punkt nr | p | "
        "pkt | åtgärd | åtgärden | åtgärd nr | insats | insatsen | insats nr"
    ),
    ("KANAL", Kanal.VERKSAMHETSBERATTELSE): "vb | verksamhetsber | verks ber",
    ("KANAL", Kanal.ARSREDOVISNING): "bokslut | bokslutet | åb | årsredov",
    ("KANAL", Kanal.DELARSRAPPORT): "delår | delåret | del år | dr",
    ("ORDINARIE", ""): (
        "ordinarie | ordinare | ordinära | reguljär | reguljära | sedvanlig | "
        "sedvanliga | befintlig | befintliga"
    ),
}
_KORTA_MANADER = (
    "jan",
    "feb | febr",
    "mar",
    "apr",
    "maj",
    "jun",
    "jul",
    "aug",
    "sep | sept",
    "okt | oct",
    "nov",
    "dec",
)
_ORD["ADVERB", Aterkommer.VECKOVIS] += "".join(
    f" | {dag}ar | {dag}skvällar" for dag in _VECKODAGAR
)
for _n, (_lang, _kort) in enumerate(zip(MANADER, _KORTA_MANADER, strict=True), 1):
    _ORD["MANAD", _n] = f"{_lang} | {_kort}"

# First part of a compound → channel; the longest that fits wins.
SAMMANSATTA = {
    "verksamhetsberättels": ("KANAL", Kanal.VERKSAMHETSBERATTELSE),
    "årsberättels": ("KANAL", Kanal.VERKSAMHETSBERATTELSE),
    "årsredovisning": ("KANAL", Kanal.ARSREDOVISNING),
    "årsbokslut": ("KANAL", Kanal.ARSREDOVISNING),
    "årsrapport": ("KANAL", Kanal.ARSREDOVISNING),
    "årsuppföljning": ("KANAL", Kanal.ARSREDOVISNING),
    "helårsrapport": ("KANAL", Kanal.ARSREDOVISNING),
    "helårsuppföljning": ("KANAL", Kanal.ARSREDOVISNING),
    "helårsbokslut": ("KANAL", Kanal.ARSREDOVISNING),
    "tertial": ("KANAL", Kanal.TERTIALRAPPORT),
    "delår": ("KANAL", Kanal.DELARSRAPPORT),
    "kvartals": ("KANAL", Kanal.KVARTALSRAPPORT),
    "månadsrapport": ("KANAL", Kanal.MANADSRAPPORT),
    "månadsuppföljning": ("KANAL", Kanal.MANADSRAPPORT),
    "verksamhetsuppföljning": ("ORDINARIE", "uppföljning"),
    "verksamhetsstyrning": ("ORDINARIE", "uppföljning"),
}


def _fraser() -> dict[str, list[tuple[tuple[str, ...], str, object]]]:
    fraser: dict[str, list[tuple[tuple[str, ...], str, object]]] = {}
    for (klass, varde), former in _ORD.items():
        for form in former.split(" | "):
            forsta, *resten = form.split()
            fraser.setdefault(forsta, []).append((tuple(resten), klass, varde))
    for val in fraser.values():
        val.sort(key=lambda rad: -len(rad[0]))
    return fraser


FRASER = _fraser()


@lru_cache(maxsize=4096)
def sammansatt(ordet: str) -> tuple[str, object] | None:
    """Class and value of a compound such as «tertialuppföljningen», else None."""
    for forled, traff in SAMMANSATTA.items():
        if ordet.startswith(forled):
            return traff
    return None
