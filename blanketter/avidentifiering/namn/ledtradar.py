"""Words that tell whether the capitalised word beside them is a person."""

import re

from blanketter.avidentifiering.namn.institution import SAKSLUT

# Whoever carries the role may be named next: «mentorn Ulla», «grannen Berg».
ROLLER = frozenset(
    """elev eleven eleverna elever patient patienten brukare brukaren klient klienten
    boende hyresgäst hyresgästen kund kunden gäst gästen besökare besökaren deltagare
    deltagaren medlem medlemmen granne grannen grannarna chaufför chauffören förare
    föraren tränare tränaren ledare ledaren ledarna domare domaren spelare spelaren
    lärare läraren läraren mentor mentorn rektor rektorn kurator kuratorn skolsköterska
    skolsköterskan sköterska sköterskan sjuksköterska sjuksköterskan undersköterska
    undersköterskan läkare läkaren doktor doktorn dr psykolog psykologen pedagog
    pedagogen stödpedagogen specialpedagog specialpedagogen fritidspedagogen
    förskolläraren barnskötare barnskötaren vikarie vikarien elevassistent
    elevassistenten assistent assistenten resurs vaktmästare vaktmästaren lokalvårdare
    lokalvårdaren städare städaren städerskan kock kocken kokerskan chef chefen
    enhetschef enhetschefen biträdande handläggare handläggaren socialsekreterare
    socialsekreteraren fältare fältaren fältassistent fältassistenten samordnare
    samordnaren bibliotekarie bibliotekarien imam imamen präst prästen pastor pastorn
    kantor kantorn diakon diakonen ordförande ordföranden sekreterare sekreteraren
    kassör kassören väktare väktaren ordningsvakt ordningsvakten polis polisen polisman
    poliskommissarie praktikant praktikanten lärling lärlingen kollega kollegan kollegor
    kollegorna kollegorna kamrat kamraten kompis kompisen kompisarna vän vännen vännerna
    väninna väninnan klasskamrat klasskamraten killen tjejen pojken flickan grabben
    mannen kvinnan barnet barnen ungdomen tonåringen pappan mamman brodern systern sonen
    dottern kusinen herr fru fröken frun herrn tant farbror damen gubben gumman paret
    familjen bröderna systrarna syskonen makarna makan maken sambon syskonparet
    tvillingarna kusinerna mormor morfar farmor farfar mamma pappa mor far morbror
    moster faster svärmor svärfar lillebror storebror lillasyster storasyster syster
    bror son dotter kusin barnbarnet styvpappan bonuspappan bonusmamman flickvän
    flickvännen pojkvän pojkvännen sambo exet exmannen ägaren innehavaren snickaren
    elektrikern rörmokaren målaren frisören tolken advokaten läxhjälparen volontären
    kontaktperson kontaktpersonen godmannen vårdnadshavare vårdnadshavaren fostermamman
    familjehemsföräldern undertecknad undertecknat signerat avsändare hälsar hälsning
    hälsningar mvh vh vänligen kram kramar hej hejsan hallå tack tjena vittnet anmälaren
    anmälare uppgiftslämnare uppgiftslämnaren kontakt lagledaren lagkapten lagkaptenen
    scoutledaren fotbollstränaren gruppledaren ungdomsledaren fritidsledare
    fritidsledaren behandlingsassistenten arbetsledaren skolvärden skolvärd
    skolvärdinnan matten mattanten husfru hushållerskan trafikläraren slöjdläraren
    idrottsläraren bildläraren musikläraren svensklärare klassföreståndaren handledare
    handledaren studievägledaren syv syven bitr bitr. ssk usk kontaktman kontaktmannen
    hemtjänsten portvakten fastighetsskötaren reportern journalisten fotografen
    författaren konstnären löjtnant kapten sergeant professor prof docent lektor adjunkt
    överläkare överläkaren distriktssköterskan nämndeman ledamoten ledamot ersättaren
    politikern kommunalrådet rådmannen åklagare åklagaren utredaren inspektören
    strategen kommunikatören läkarsekreteraren receptionisten kassörskan butiksägaren
    krögaren bagaren busschauffören taxichauffören spårvagnsföraren lokföraren piloten
    brevbäraren tidningsbudet lapplisan parkeringsvakten badvakten badmästaren
    simläraren körledaren dagmamman dagbarnvårdaren förskolechefen avdelningschefen
    teamledaren
    """.split()
)
_ROLL = re.compile(
    r"(?:läraren?|pedagogen?|tränaren?|chefen?|ledaren?|sköterskan?|skötaren?|"
    r"assistenten?|kuratorn?|sekreteraren?|handläggaren?|biträdet?|samordnaren?|"
    r"mannen|kvinnan|killen|tjejen|pojken|flickan|mamman?|pappan?|brodern?|systern?|"
    r"kompisen?|kamraten?|vännen?|grannen?|vakten?|mästaren?|förälder[n]?|vikarien?|"
    r"konsulenten?|psykologen?|terapeuten?|logen|rektorn?|chauffören?|föraren?|"
    r"värden?|värdinnan?|åringen|medlemmen|anställda|ansvarige?a?|tekniker[n]?|"
    r"läkaren?|brukaren?|eleven|patienten|kunden|ägaren?|strategen?|utredaren?)$"
)

FORKORTADE_ROLLER = frozenset("fam dr bitr prof ev tf ssk usk fru hr spec".split())

# The preposition before: a person's (plus) or a place's (minus).
PREPOSITIONER = {
    "hos": 1.5, "med": 1.0, "av": 0.7, "åt": 1.0, "mot": 0.3, "om": 0.3, "för": 0.5,
    "enligt": 1.0, "mellan": 0.3, "efter": 0.3, "kring": -0.5, "på": -1.0, "i": -3.0,
    "från": -1.0, "till": -0.3, "vid": -1.5, "genom": -2.5, "nära": -2.0, "runt": -1.5,
    "utanför": -1.5, "förbi": -1.0, "över": -1.0, "ur": -2.0, "inom": -3.0, "per": -3.0,
    "att": 0.7, "när": 0.7, "som": 0.3, "och": 0.3, "eller": 0.2, "är": 0.5, "var": 0.5,
    "en": -2.0, "ett": -3.0, "den": -1.0, "det": -1.5, "detta": -2, "någon": -1.0,
    "vår": -0.5, "vårt": -2, "typ": -1.0, "the": -4, "of": -4, "and": -3, "hela": -2,
    "denna": -2, "då": 0.5, "medan": 0.7, "hade": 0.3, "också": 0.7, "även": 0.5,
    "gäller": 1.0, "alltså": 0.7, "gärna": 0.7, "nämligen": 0.7, "utan": 0.7,
    "kontakta": 1.5, "fråga": 1.0, "ring": 1.0, "nämnde": 0.7, "efteråt": 0.3,
}  # fmt: skip

# Said right before a name: «heter X», «kallas X».
NAMNORD = frozenset(
    """heter hette kallas kallades kallad kallat döpt namnet namn döptes undertecknat
    signerat signerad underskrivet hetat undertecknad alias smeknamnet""".split()
)
FORE_NAMNLISTA = NAMNORD | set(
    """av närvarande frånvarande deltagare vittne vittnen kontaktperson anmälare
    inblandade elev elever personal kontakt""".split()
)
KANT_BROTT = frozenset("mordet morden attentatet avrättningen dådet".split())
# What bears a mark: «en tröja med Burzum».
BARARE = frozenset(
    """tröja tröjor mössa keps jacka jackor flagga flaggor bild bilder märke märken
    symbol symboler dekal dekaler affisch affischer text texten ryggsäck väska mugg
    halsband tatuering tatueringar banderoll skylt lapp klistermärke klistermärken
    väggen lyssnar låtar musik klipp film filmer""".split()
)
KAR_I = frozenset("kär förälskad intresserad besviken tilltro".split())

SLAKT = frozenset(
    """mamma pappa mor far bror syster brorsa syrra brorsan syrran kusin kusiner kompis
    kompisar kompisarna vän vänner polare förälder föräldrar son söner dotter döttrar
    man fru hustru make maka sambo flickvän pojkvän tjej kille barn barnbarn familj
    syskon mormor morfar farmor farfar moster faster morbror farbror lärare mentor
    granne grannar handläggare assistent chef hund katt mobil telefon dator jacka väska
    ryggsäck skåp rum dörr lägenhet hem hus bil cykel konto profil insta namn födelsedag
    teckning teckningar bänk plats mejl brev uppsats anteckningar klass grupp hemtjänst
    boende skor mössa halsduk äldre lillebror storebror lillasyster storasyster bästa
    yngre berättelse röst ansikte arm hand tröja ex exman sms meddelande bekanta
    anhöriga pojkar flickor grabbar ungar dotterdotter sonson styvfar styvpappa svåger
    svägerska arbetskamrat
    kollega kollegor
    """.split()
)
# Where a person works or stays: «Klara i receptionen», «Tor på scouterna».
VERKSAMHET = frozenset(
    """receptionen köket scouterna fritids boendet lagret kassan städet avdelningen
    hemtjänsten förskolan skolan biblioteket kontoret expeditionen ekonomin fältgruppen
    fritidsgården ungdomsgården matsalen bespisningen reningsverket växeln förvaltningen
    slöjden engelskan matten svenskan idrotten musiken bilden gympan träningen jobbet
    praktiken kansliet hr it it-avdelningen vaktmästeriet bussen simhallen badet kiosken
    caféet affären butiken äldreboendet gruppboendet nattpasset dagverksamheten hemmet
    socialtjänsten soc facket kyrkan moskén parkförvaltningen parken verkstaden
    fastighet lokalvården städbolaget bemanningen vårdcentralen mottagningen gruppen
    laget klassen trean fyran femman sexan sjuan åttan nian ettan tvåan våningen
    parallellklassen styrelsen föreningen klubben elevhälsan sfi komvux nattvandrarna
    daghemmet demensavdelningen ettan tvåan femman sjuan förskoleklassen gympasalen
    korridoren receptionen kiosken slöjdsalen huset porten uppgången rummet grannhuset
    lägenheten koret kören bandet salen dagverksamheten boendestödet""".split()
)
_VERKSAMHET = re.compile(
    r"[a-zåäö]{2,}(?:gruppen|laget|skolan|enheten|teamet|avdelningen|boendet|hemmet|"
    r"köket|passet|gården|kontoret|verkstaden|receptionen|expeditionen|mottagningen|"
    r"hallen|biblioteket|förvaltningen|centralen|vården|hälsan|tjänsten|"
    r"verksamheten|rådet|kansliet|bolaget|distriktet|stationen|butiken|klassen|"
    r"våningen|programmet|linjen|vakten|växeln|kyrkan|moskén|föreningen|klubben)$"
)
_BAR_VERKSAMHET = frozenset("praktik jobbet fritids skolan prao fritis dagis".split())


def ar_verksamhet(ord_: str) -> bool:
    """Whether a word (lower case) is where people work or stay."""
    kant = ord_ in VERKSAMHET or ord_ in _BAR_VERKSAMHET
    return kant or bool(_VERKSAMHET.match(ord_))


# What comes after these is a thing's or a group's name.
SAKORD = frozenset(
    """gruppen gruppering grupperingen grupp bandet band artisten filmen film boken bok
    romanen appen app spelet spel låten låt låtar skivan partiet parti föreningen
    förening klubben klubb lagen företaget företag firman sidan sajten hemsidan
    bloggen kanalen podden kommunen staden stadsdelen orten byn ön floden tidningen
    radion serien programmet butiken affären restaurangen kiosken pizzerian båten
    fartyget tåget stormen operation märket ordet ord guden gudarna runan symbolen
    bostadsområdet området kvarteret köpcentret gallerian varumärket modellen
    organisationen organisation nätverket nätverk rörelsen sekten ligan gänget gäng
    festivalen servern chatten forumet forum streamern youtubern figuren karaktären
    sagan dikten dikt sången visan teatern gården torget hållplatsen stationen
    bolaget koncernen myndigheten stiftelsen församlingen kyrkan moskén scoutkåren
    hunden katten hästen kampanjen projektet frasen uttrycket begreppet termen
    bokstaven bokstäverna texten orden mötesplatsen boendet avdelningen skolan förskolan
    bageriet märke märken t-shirt tröja dekaler seriefiguren hårdrocksbandet
    tv-serien datorspelet krönikan pjäsen podcasten tidskriften sjön ån älven berget
    bandy hockeylaget fotbollslaget supporterklubben brödraskapet milisen
    dokumentären bilmärket hotellet krogen puben baren caféet centret huset parken
    aktivklubb köpcentrumet landet regionen länet socknen byggnaden salen rummet
    filen mappen utställningen metoden materialet kursen utbildningen rasen gruppchatten
    artikeln rubriken loggan dekalen dekaler klistermärken affischen månaden dagen
    natten årstiden högtiden spelfiguren rollen guden gudinnan""".split()
)
_SAKSLUT = re.compile(
    r"[a-zåäö]{3,}(?:boendet?|hallen|hemmet|gården|huset|skolan|förskolan|föreningen|partiet|"
    r"gruppen|filmen|boken|appen|spelet|låten|bandet|tidningen|klubben|laget|ligan|"
    r"butiken|affären|området|projektet|kampanjen|rörelsen|organisationen|nätverket|"
    r"bolaget|företaget|systemet|programmet|serien|kedjan|förlaget|kåren|krogen|"
    r"restaurangen|festivalen|sällskapet|stiftelsen|kanalen|podden|märket|torget|"
    r"stationen|rummet|salen|stugan|färjan|båten|fartyget|stormen|orkanen|ovädret|"
    r"skeppet|"
    r"vagnen|hotellet|kyrkan|moskén|församlingen|parken|tröjan?|kepsen?|jackan?)$"
)
_SAK_UTAN_ARTIKEL = frozenset(
    """restaurang restaurangen pizzeria café kafé hotell förskola skola vårdboende
    äldreboende gruppboende kvarteret kvarter brf kedjan sal lektionssal orkanen
    färjan stugan båten stormen gym gymmet bokhandel frisör salong biograf system
    projekt kampanj app metod systemet programmet verktyget""".split()
)


def ar_sakord(ord_: str) -> bool:
    """Whether a word (lower case) says that what comes next is a thing's name."""
    return (
        ord_ in SAKORD or ord_ in _SAK_UTAN_ARTIKEL or bool(_SAKSLUT.match(ord_))
    ) and ord_ not in ROLLER


GUDAR = frozenset(
    """odin oden tor thor freja freyja balder loke loki tyr fenris mjölner heimdall
    brage idun frigg njord hel ragnarök valhall sleipner hugin munin zeus apollon
    athena venus mars jupiter shiva krishna ganesha kali horus isis anubis""".split()
)
INSKRIFT = frozenset(
    """stod står stå tryckt tryckta ritat ritade klottrat klottrade skrivit skrev målat
    målade ristat ristade texten ordet namnet loggan bilden""".split()
)
BAR = re.compile(
    r"(?:tröja|jacka|rygg|möss|mössa|väggen|bröst|keps|affisch|flagga|arm|hals|sköld|"
    r"väska|bänk|dekal|märke|plakat|skylt|omslag|hjälm|hammar|tavla|målning)"
)
TILLTAL = frozenset("herr fru fröken familjen tant farbror".split())
# Beasts, toys and machines that are named as children are; nothing else is beside them.
_DOPT = re.compile(
    r"(?:[a-zåäö]*hund(?:en)?|[a-zåäö]*katt(?:en)?|hästen|kaninen|papegojan|undulaten|"
    r"marsvinet|hamstern|sköldpaddan|guldfisken|ponnyn|kossan|valpen|"
    r"[a-zåäö]*dockan?|nallen?|maskoten|gosedjuret|[a-zåäö]*roboten|[a-zåäö]*klipparen|"
    r"[a-zåäö]*jouren|programvaran|[a-zåäö]*skeppet|färjan|skutan|orkanen|stormen)$"
)

# Makes whose models are called anything.
MARKEN = frozenset(
    """volvo saab audi bmw toyota opel skoda škoda tesla ford fiat kia hyundai honda
    mazda nissan mitsubishi suzuki subaru renault peugeot citroën citroen seat lexus
    volkswagen vw dacia jeep chevrolet chrysler dodge cadillac porsche ferrari yamaha
    kawasaki vespa piaggio husqvarna samsung nokia sony xiaomi huawei nintendo xbox
    playstation polestar cupra byd mg rover daihatsu isuzu scania pizza pasta sallad
    tårta""".split()
)


def ar_dopt(ord_: str) -> bool:
    """Whether a word (lower case) names its thing or beast, and never a person."""
    return ord_ in _SAK_UTAN_ARTIKEL or bool(_DOPT.match(ord_))


# Known persons and saints carry these.
HOVORD = frozenset(
    """kung kungen drottning drottningen prins prinsen prinsessan kronprinsessan påven
    profeten guden apostel aposteln kejsar kejsaren statsminister statsministern
    justitieministern utrikesministern ministern minister president presidenten
    partiledaren diktatorn sankt sankta s:t st s:ta helige heliga ärkebiskop jungfru
    rapparen sångaren sångerskan skådespelaren artisten nazistledaren terroristen
    mördaren världsmästaren filosofen riksdagsmannen statsrådet ärkeängeln ängeln
    influencern komikern förbundskaptenen förbundskapten gud helgonet""".split()
)
_BESTAMD = re.compile(r"[a-zåäö]{3,}(?:en|et|an|na|n)$")


_ROLLER_OCH_NAMN = frozenset(("son", "far", "frun", "kram"))
_YRKE = re.compile(
    r"[a-zåäö]{2,}(?:are|aren|arie|arien|ister|istern|ör|ören|ent|enten|ant|anten|log|"
    r"logen|ist|isten|iker|ikern|inna|innan|ska|skan|man|mannen|råd|rådet|biträde|"
    r"biträdet|vakt|vakten|chef|chefen|ombud|ombudet|kamrat|kamraten)$"
)


def ar_yrke(ord_: str) -> bool:
    """Whether a word (lower case) is formed as the word for someone with a trade."""
    return bool(_YRKE.match(ord_))


def ar_roll(ord_: str) -> bool:
    """Whether a word (lower case) is what a person is or how one is addressed."""
    return ord_ in ROLLER or bool(_ROLL.search(ord_))


def ar_rollord(ord_: str) -> bool:
    """Whether a word (lower case) is a role or a greeting and nobody's name."""
    return ord_ in ROLLER and ord_ not in _ROLLER_OCH_NAMN


def ar_sak(ord_: str) -> bool:
    """Whether an unknown word (lower case) is formed as a thing's or a role's."""
    return ord_ in HOVORD or bool(
        SAKSLUT.fullmatch(ord_)
        or _ROLL.search(ord_)
        or _SLUT_I_ORD.search(ord_)
        or _SAKSLUT.match(ord_)
    )


_SLUT_I_ORD = re.compile(
    r"(?:ningen|ningar|ningarna|heten|heter|het|skapet?|ismen?|tionen?|erna|arna|orna|"
    r"aren|arens|ande|else|elsen|eringen?|iteten?|andet|inget|armén|mässigt?|"
    r"samordnaren|ansvarig|verket|byrån|nämnd|kommitté|styrelsen?|rådet|mentet?)$"
)


def ar_bestamd(ord_: str) -> bool:
    """Whether a word (lower case) looks like a noun in its definite form."""
    return bool(_BESTAMD.match(ord_))
