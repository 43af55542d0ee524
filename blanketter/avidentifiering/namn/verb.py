"""Verbs that tell whether the capitalised word beside them is a person."""

import re

# What a person does, after the name or turned about before it.
SAGER = frozenset(
    """sa säger sagt berättar berättade tycker tyckte tror trodde menar menade undrar
    undrade frågar frågade svarade svarar ringde ringer skrev skriver hörde hör såg
    ser märkte vet visste vill ville känner kände skrattade grät gråter skrek skriker
    viskade hävdar hävdade påstår påstod förklarade förklarar nämnde nämner kom kommer
    gick går åkte åker sprang springer satt sitter stod står låg hittade hittar fann
    mår mådde tog tar fick får gav ger tänker tänkte orkar vågar vågade vågat hatar
    älskar gillar gillade bor bodde jobbar jobbade arbetar arbetade slutat slutade
    började börjar vägrar vägrade försvann hotade hotar slog slår skickade skickar
    visade visar läser läste ritade ritar sjöng sjunger spelar spelade delade delar
    klottrade heilade mötte möter träffade träffar pratade pratar talar talade lovade
    lovar mindes minns upptäckte noterade noterar uppfattade reagerade reagerar anmälde
    anmäler behöver behövde brukar brukade saknar hämtade hämtar lämnade lämnar hjälpte
    hjälper bad ber tackade följde följer uppger uppgav misstänker misstänkte oroar
    oroas vittnade informerade meddelade mejlade smsade ropade kallade kallar
    utsattes utsätts mobbas retas trakasseras pressas rekryterades radikaliserats
    blev blir heter har hade är var ska skulle kan kunde måste bör borde
    verkar verkade gör gjorde säjer sade drar drog stack köpte köper äter åt dricker
    sov sover duschade cyklade cyklar kör körde tvekar sökte söker bytte byter
    undervisar undervisade bär bar lyssnar lyssnade tittar tittade mejlar""".split()
)
STARKA_VERB = frozenset(
    """sa säger sade säjer berättar berättade tycker tyckte tror trodde menar menade
    undrar undrade frågar frågade svarade svarar ringde ringer skrev skriver hörde
    såg märkte vet visste vill ville skrattade grät skrek viskade hävdar hävdade påstår
    påstod förklarade nämnde orkar vågar vågade vägrar vägrade hatar älskar
    gillar pratade pratar heter mår jobbar jobbade bor bodde noterade noterar
    mindes minns upptäckte uppfattade reagerade anmälde uppger uppgav hittade
    mejlade smsade lovade gick sprang kom tog fick åkte cyklade satt visade hämtade
    slutat började slutade träffade tackade bad slog slår sparkade hotade hotar springer
    skrek skriker gråter grät cyklade körde åker mår känner kände klottrade heilade
    ritade hörs lyssnade vägrade tittade bor hatade spottade knuffade puttade""".split()
)
# After a word that begins a sentence without an article these tell of a person …
HJALPVERB = frozenset(
    """har hade ska skall skulle vill kan kunde måste är var blev blir får fick kommer
    brukar verkar behöver borde""".split()
)
# … unless it is a thing or a month that often begins one.
TVETYDIGA = frozenset(
    """liv dag sten björn storm sol ask vide ros ale lin maj juni juli april tor mina
    dina sina inga lova valborg lucia april augusti vår ren gran tall lind alm våld
    frost snö eld fred heder ära makt musik mark gala bus ansvar rand raid""".split()
)
# What begins or ends, be it a feast, a month or a pupil's schooling.
SKER = frozenset("började börjar slutade slutar kom kommer gick går".split())
# What one does to a person …
MOT_PERSON = frozenset(
    """retar retade mobbar mobbade slår slog hotar hotade sparkar sparkade trakasserar
    trakasserade knuffar knuffade hånar hånade filmade jagar jagade skrämde skrämmer
    kontaktar kontaktade värvar värvade rekryterar rekryterade pressar pressade
    utnyttjar anmälde anmäler misstänker misstänkte känner kände träffade träffar mötte
    möter frågade frågar hjälper hjälpte tröstade följer följde kallar kallade
    intervjuade varnade varnar saknar älskar hatar hatade påstår tror säger""".split()
)
# … and to a thing more often.
MOT_SAK = frozenset(
    """visade visar gillar gillade spelade spelar använder läste läser köpte köper bar
    bär ritade ritar skrev skriver sjöng sjunger klottrade har hade sprider delar delade
    tittade""".split()
)
KOPULA = frozenset(("är", "var", "blev", "blir", "verkar", "känner"))
# What only persons are, or are made.
PERSONORD = frozenset(
    """rädd arg ledsen sjuk trött snäll upprörd född slagen kallad utsatt hotad mobbad
    ensam glad stolt sur tyst borta hemma frånvarande anmäld misstänkt inblandad
    utskälld spottad jagad påhoppad retad inkallad anställd medlem muslim jude kristen
    tolv elva tretton fjorton femton sexton sjutton arton orolig ängslig aggressiv
    hotfull våldsam deprimerad förtvivlad förbannad skakad chockad skrämd nedstämd
    gråtfärdig kär gift skild sambo gravid sjukskriven sjukanmäld avstängd avskedad
    uppsagd friställd pensionerad arbetslös hemlös alkoholiserad påverkad full nykter
    knuffad puttad sparkad trakasserad hånad kränkt diskriminerad filmad förföljd
    attackerad misshandlad nedslagen omkullknuffad rånad påtvingad rekryterad värvad
    radikaliserad isolerad utstött utfryst ignorerad bortvald mordhotad påkörd gripen
    anhållen häktad dömd frikänd vittne målsägande troende ateist nazist rasist
    islamist salafist homosexuell trans flykting adopterad svensk muslimsk judisk
    kurdisk syrier kurd afghan somalier iranier irakier rom same finsk dement senil
    blind döv autistisk omhändertagen placerad förhindrad ledig försvunnen
    kontaktad uppringd uppsökt tillfrågad tillsagd utslängd utkastad avvisad
    portad bortkörd medveten beredd villig tacksam besviken irriterad frustrerad
    uppjagad uppgiven utmattad utbränd skamsen nyfiken blyg pratsam tystlåten
    där elak otrevlig oförskämd dum klok duktig""".split()
)
# What they have done …
SUPINUM = frozenset(
    """slutat börjat ringt sagt berättat skrivit bott jobbat arbetat gått åkt flyttat
    bytt hotat slagit sparkat mobbats hotats filmats kallats tystnat gråtit sovit ätit
    druckit tappat vågat velat orkat försökt lovat vägrat skickat ritat klottrat visat
    talat pratat frågat svarat tyckt trott känt mått anmält träffat mött hämtat lämnat
    hjälpt suttit stått sprungit förändrats ändrats rekryterats radikaliserats rakat
    klippt fyllt separerat umgåtts hängt delat gillat hört sett märkt mejlat messat
    smsat bett tackat klagat skrikit skrattat hånats hånat retats knuffats jagats
    trakasserats utsatts sjukskrivit sjukanmält läst köpt sålt burit spelat tränat
    erkänt nekat medgett ljugit stulit snattat rymt avvikit vittnat noterat
    uppgett uppgivit påstått nämnt hälsat heilat konverterat anslutit engagerat gått
    """.split()
)
# … and do, or have done to them.
SAGER_PERSON = frozenset(
    """sa säger sade säjer berättar berättade tycker tyckte tror trodde menar menade
    undrar undrade frågar frågade svarade ringde ringer skrev skriver hörde hör såg ser
    märkte vet visste skrattade grät gråter skrek skriker viskade hävdar hävdade påstår
    påstod förklarade nämnde orkar vågar vågade vägrar vägrade hatar hatade älskar
    gillar pratade pratar mår jobbar jobbade bor bodde noterade noterar minns mindes
    upptäckte uppfattade reagerade anmälde uppger uppgav mejlade smsade lovade sprang
    cyklade klottrade heilade ritade lyssnade tittade spottade knuffade puttade tackade
    fann hittade sover äter duschar tränar städar undervisar hämtade hånar hånade
    utbrast erkände nekade ljuger ljög snattade rymde vittnade ogillar föraktar
    """.split()
)
PASSIV_PERSON = frozenset(
    """kallades hotades mobbades retades trakasserades knuffades sparkades jagades
    hånades filmades möttes utsattes pressades värvades rekryterades skrämdes tystades
    greps anhölls häktades dömdes avvisades kränktes utpekades puttades misshandlades
    förföljdes attackerades utfrystes rånades avskedades tröstades intervjuades
    förhördes häcklades knivhöggs överfölls bespottades diskriminerades påhoppades
    radikaliserades indoktrinerades omhändertogs adopterades trakasseras hotas mobbas
    retas kränks pressas hånas jagas rekryteras misshandlas förföljs utnyttjas
    utnyttjades slogs""".split()
)
# What is done to works and wares.
PASSIV_SAK = frozenset(
    """spelades spelas visades visas lästes läses sjöngs sjungs säljs såldes används
    användes kostar kostade sändes sänds serverades serveras tillverkas publicerades
    publiceras trycktes streamas streamades laddas laddades släpptes""".split()
)
# What things do as well as persons.
SVAGA_VERB = frozenset(
    """är var blir blev stod står låg ligger satt sitter ska skulle kan kunde måste bör
    borde finns fanns gäller används kostar heter""".split()
)
VARSEBLIR = frozenset("såg ser sett hörde hör hört lät låter filmade".split())
PRATVERB = frozenset(
    """sa säger sade säjer berättar berättade tycker tyckte tror trodde menar menade
    undrar undrade frågar frågade svarade svarar skrev skriver ropade skrek viskade
    hävdar hävdade påstår påstod förklarade nämnde enligt tackar hälsar hälsade
    mötte träffade träffat ringde ringt kontaktade kontaktat frågat hörde""".split()
)
_VERB = re.compile(r"[a-zåäö]{2,}(?:ade|erar|erat|ades)$")


_FINIT = re.compile(r"[a-zåäö]{2,}(?:ade|ades|erar|erade|[dt]es|[^aeiouyåäö]te)$")
_EJ_FINITA = frozenset("inte ute bete arbete möte sorte komite andades".split())


def ar_finit(ord_: str) -> bool:
    """Whether a word (lower case) is a verb that may stand after its subject."""
    kant = ord_ in SAGER or ord_ in PASSIV_PERSON or ord_ in SAGER_PERSON
    return kant or (bool(_FINIT.match(ord_)) and ord_ not in _EJ_FINITA)


def ar_verb(ord_: str) -> bool:
    """Whether a word (lower case) is something a person does."""
    return ord_ in SAGER or bool(_VERB.match(ord_))


def med_objekt(ord_: str, *, kant: bool) -> float:
    """Return points that a verb gives the word after it; `kant`: lists have it."""
    if ord_ in MOT_PERSON:
        return 1.0
    if ord_ in MOT_SAK and not kant:
        return 0.0
    return 0.7 if ar_verb(ord_) else 0.0
