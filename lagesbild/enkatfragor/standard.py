"""The questions of the enkät that ship: the city changes them by a new version.

Own wording. Environments and kinds of events have the codes of the anonymous form, so
that they can stand beside what was reported there.
"""

from blanketter.standardfragor import STANDARD as BLANKETTENS

VET_INTE = {"kod": "vet_inte", "text": "Vet inte"}
EGNA = ["egen"]
ANDRA = ["forening", "bostad", "forsamling", "stiftelse", "annan"]
NIVAER = [
    {"kod": "lag", "text": "Låg"},
    {"kod": "medelhog", "text": "Medelhög"},
    {"kod": "hog", "text": "Hög"},
]
KANNER_TILL = [
    {"kod": "ja", "text": "Ja, och vi arbetar efter det som står där"},
    {"kod": "delvis", "text": "Ja, men vi kan inte så mycket om vad som står där"},
    {"kod": "nej", "text": "Nej"},
]
SETT = "Hoppa över frågan om ni inte har sett eller hört något."

# Answers that lead on to other questions: how many answered those tells their sum.
LEDER_VIDARE = {"handelser": ("flera", "nagon"), "utbildning": ("alla", "nagra")}


def _fraga(kod, slag, fraga, *, hjalp="", kravs=False, grupper=(), **mer):
    return {
        "kod": kod,
        "slag": slag,
        "fraga": fraga,
        "hjalp": hjalp,
        "kravs": kravs,
        "grupper": list(grupper),
    } | mer


def _ur_blanketten(namn):
    return [v for v in BLANKETTENS[namn]["val"] if v["kod"] != "rekrytering"]


STANDARD = [
    _fraga(
        "kunskap_egen",
        "en",
        "Hur stor är din egen kunskap om våldsbejakande extremism?",
        hjalp="Det finns inget rätt svar. Vi vill veta var stöd behövs.",
        kravs=True,
        val=NIVAER,
    ),
    _fraga(
        "kunskap_personal",
        "en",
        "Hur stor är kunskapen bland medarbetarna i enheten?",
        hjalp="En ungefärlig bedömning räcker.",
        kravs=True,
        grupper=EGNA,
        val=[*NIVAER, VET_INTE],
    ),
    _fraga(
        "kunskap_ledare",
        "en",
        "Hur stor är kunskapen bland ledare, anställda och förtroendevalda hos er?",
        hjalp="En ungefärlig bedömning räcker.",
        grupper=ANDRA,
        val=[*NIVAER, VET_INTE],
    ),
    _fraga(
        "riktlinjer",
        "en",
        "Känner ni i enheten till stadens riktlinjer mot våldsbejakande extremism?",
        grupper=EGNA,
        val=KANNER_TILL,
    ),
    _fraga(
        "lokal_plan",
        "en",
        "Känner ni i enheten till nämndens handlingsplan?",
        grupper=EGNA,
        val=KANNER_TILL,
    ),
    _fraga(
        "kontaktvag",
        "en",
        "Vet ni vart i kommunen ni kan vända er om ni blir oroliga för något?",
        grupper=ANDRA,
        val=[
            {"kod": "ja", "text": "Ja"},
            {"kod": "ungefar", "text": "Ungefär"},
            {"kod": "nej", "text": "Nej"},
        ],
    ),
    _fraga(
        "utbildning",
        "en",
        "Har medarbetarna gått stadens utbildning det senaste året?",
        grupper=EGNA,
        val=[
            {"kod": "alla", "text": "Ja, alla eller nästan alla"},
            {"kod": "nagra", "text": "Ja, några"},
            {"kod": "nej", "text": "Nej"},
            VET_INTE,
        ],
    ),
    _fraga(
        "utbildade",
        "tal",
        "Ungefär hur många medarbetare gick den?",
        hjalp="Hoppa över frågan om du inte vet.",
        grupper=EGNA,
        min=0,
        max=5000,
        enhet="medarbetare",
    ),
    _fraga(
        "handelser",
        "en",
        "Har ni sett eller hört något under året som kan höra ihop med "
        "våldsbejakande extremism?",
        hjalp="Klotter, klistermärken, flygblad, symboler, uttalanden eller annat. "
        "Skriv aldrig vem det gällde.",
        kravs=True,
        val=[
            {"kod": "flera", "text": "Ja, flera gånger"},
            {"kod": "nagon", "text": "Ja, någon gång"},
            {"kod": "nej", "text": "Nej"},
            VET_INTE,
        ],
    ),
    _fraga(
        "miljo",
        "flera",
        "Vilken eller vilka miljöer handlade det om?",
        hjalp=f"{SETT} ”Vet inte” är ett bra svar.",
        val=BLANKETTENS["miljo"]["val"],
    ),
    _fraga(
        "slag",
        "flera",
        "Vad var det som ni såg eller hörde?",
        hjalp=f"{SETT} Välj annars allt som stämmer.",
        val=_ur_blanketten("slag"),
    ),
    _fraga(
        "samverkan",
        "skala",
        "Hur viktig är samverkan med andra för ert förebyggande arbete?",
        min=1,
        max=5,
        lag="inte alls viktig",
        hog="mycket viktig",
    ),
    _fraga(
        "behov",
        "text",
        "Vad skulle hjälpa er mest i det förebyggande arbetet?",
        hjalp="Några meningar räcker. Skriv inte om enskilda personer och inte vem du "
        "är.",
    ),
]
