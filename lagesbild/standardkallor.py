"""The sources that follow with the program, until the city writes its own.

In a letter the words within braces are filled in when it is sent; see brevtext.py.
"""

from lagesbild.models.enkat import Grupp
from lagesbild.models.standardkalla import Kallart

_SIST = """

Skicka inga uppgifter om enskilda personer, varken namn eller annat som kan peka ut \
någon. Har ni inget att rapportera, svara gärna just det. Det är också ett svar.

Svara senast {svara senast}.

Hälsningar
Samordnaren i {nämnd}"""

_POLIS_LOKALT = """Hej!

{nämnd} tar fram sin lokala lägesbild om våldsbejakande extremism inför planen för \
{år}. Vi ber om er bild av {period}:

- händelser och brott i vårt område som kan ha koppling till våldsbejakande extremism, \
som antal per miljö och slag
- vad som har ökat, minskat eller är nytt sedan året före
- platser eller tider som är värda uppmärksamhet
- vad ni bedömer att vi bör förebygga under {år}"""

_POLIS_REGIONALT = """Hej!

{nämnd} tar fram sin lokala lägesbild om våldsbejakande extremism inför planen för \
{år}. Vi ber om det ni kan dela om {period} i regionen:

- vilka miljöer som är aktiva, och hur de arbetar och rekryterar
- förändringar som kan märkas också hos oss
- var och när de brukar synas, till exempel vid högtider eller val"""

_NAMNDER = """Hej!

Inför planen för {år} vill {nämnd} veta vad era verksamheter i vårt område har sett av \
våldsbejakande extremism under {period}. Vi ber om resultatet av er enkät:

- hur många som fick den och hur många som svarade
- antal svar på varje fråga, utan fritextsvar"""

_KLOTTER = """Hej!

{nämnd} behöver statistik över klotter och klistermärken med budskap som kan kopplas \
till våldsbejakande extremism under {period}. Vi ber om en fil, gärna Excel eller CSV, \
med

- månad
- område
- slags budskap, om ni delar in det
- antal sanerade"""

_IA = """Hej!

{nämnd} behöver uppgifter ur avvikelsesystemet om {period}: antal avvikelser och \
tillbud om hot, våld, klotter eller propaganda som kan kopplas till våldsbejakande \
extremism. Vi ber om en fil, gärna Excel eller CSV, med

- månad
- verksamhet eller område
- slags händelse
- antal"""

STANDARD = (
    {
        "art": Kallart.POLIS,
        "namn": "Polisen lokalt",
        "tillfragad": "Kommunpolisen",
        "begaran": _POLIS_LOKALT + _SIST,
        "begransning": "Visar det som har anmälts eller kommit till polisens kännedom. "
        "Sekretess gör att allt inte kan delas.",
        "saknas": "uppgifter om anmälda brott och polisens bild av området",
    },
    {
        "art": Kallart.POLIS,
        "namn": "Polisen regionalt",
        "tillfragad": "Polisregionens kontaktpunkt",
        "begaran": _POLIS_REGIONALT + _SIST,
        "begransning": "Gäller hela regionen. Säger inte hur det ser ut i det egna "
        "området.",
        "saknas": "uppgifter om vilka miljöer som är aktiva i regionen",
    },
    {
        "art": Kallart.BLANKETTER,
        "namn": "Blanketter för avidentifierad information",
        "tillfragad": "Nämndens egna enheter",
        "begransning": "Visar det som medarbetare har lagt märke till och valt att "
        "skriva ner. Fler blanketter kan betyda att fler rapporterar.",
        "saknas": "uppgifter om vad medarbetare har sett i vardagen",
    },
    {
        "art": Kallart.ENKAT,
        "namn": "Enkät till egna enheter",
        "tillfragad": "Enhetschefer",
        "grupper": [Grupp.EGEN.value],
        "begransning": "Visar vad cheferna känner till när de svarar, inte vad som har "
        "hänt.",
        "saknas": "uppgifter om chefernas kunskap och om rutinen är känd",
    },
    {
        "art": Kallart.ENKAT,
        "namn": "Enkät till föreningar, bostadsbolag och församlingar",
        "tillfragad": "Föreningar, bostadsbolag, församlingar och stiftelser",
        "grupper": [g.value for g in Grupp if g != Grupp.EGEN],
        "begransning": "Få svarar, och de som svarar kan skilja sig från de andra.",
        "saknas": "uppgifter om vad som märks utanför kommunens egna verksamheter",
    },
    {
        "art": Kallart.NAMNDER,
        "namn": "Andra nämnders enkäter",
        "tillfragad": "Samordnare i andra nämnder",
        "begaran": _NAMNDER + _SIST,
        "begransning": "Frågorna och indelningen kan skilja sig från vår egen enkät.",
        "saknas": "uppgifter från skolor och andra verksamheter i området som inte är "
        "nämndens egna",
    },
    {
        "art": Kallart.KLOTTER,
        "namn": "Klotterstatistik",
        "tillfragad": "Trafikkontoret",
        "begaran": _KLOTTER + _SIST,
        "begransning": "Visar det som har sanerats, inte allt som har funnits. Beror "
        "inte på hur mycket personalen rapporterar.",
        "saknas": "den serie som inte beror på hur mycket personalen rapporterar",
    },
    {
        "art": Kallart.IA,
        "namn": "Avvikelser och tillbud (IA)",
        "tillfragad": "Den som förvaltar avvikelsesystemet",
        "begaran": _IA + _SIST,
        "begransning": "Systemet är till för arbetsmiljön. Allt som rör extremism "
        "skrivs inte in, och kan ligga under andra rubriker.",
        "saknas": "uppgifter om hot och tillbud mot medarbetare",
    },
)
