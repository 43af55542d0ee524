"""The city's template, and the standard one that follows with the program."""

from django.db import IntegrityError, transaction

from aktiviteter.models import Hjulpunkt, Moment

# Days before a meeting at the end of April, as the city's guidelines spread the year.
STANDARD = (
    {
        "moment": Moment.UNDERLAG,
        "namn": "Begär in underlag",
        "dagar": -105,
        "beskrivning": "Polisen, trafikkontoret, avvikelsesystemet och andra nämnder.",
    },
    {
        "moment": Moment.ENKAT_UT,
        "namn": "Öppna enkäten",
        "dagar": -98,
        "beskrivning": "Till egna enheter, föreningar, bostadsbolag och församlingar.",
    },
    {
        "moment": Moment.PAMINNELSE,
        "namn": "Påminn om enkäten",
        "dagar": -84,
        "beskrivning": "Bara de som inte har svarat får påminnelsen.",
    },
    {
        "moment": Moment.POLISMOTE,
        "namn": "Möte med polisen",
        "dagar": -56,
        "beskrivning": "Gå igenom lägesbilden tillsammans och skriv in samrådet.",
    },
    {
        "moment": Moment.LAGESBILD,
        "namn": "Lägesbilden klar",
        "dagar": -49,
        "beskrivning": "Analys och ställningstagande skrivna, lägesbilden publicerad.",
    },
    {
        "moment": Moment.UTKAST,
        "namn": "Utkastet klart",
        "dagar": -42,
        "beskrivning": "Alla aktiviteter genomgångna. Planen går ut på samråd.",
    },
    {
        "moment": Moment.SAMRAD,
        "namn": "Samrådet avslutat",
        "dagar": -21,
        "beskrivning": "Varje synpunkt har fått ett svar.",
    },
    {
        "moment": Moment.UTSKICK,
        "namn": "Skicka handlingarna till nämnden",
        "dagar": -10,
        "beskrivning": "Plan, ändringar och sammanfattning till nämndsekreteraren.",
    },
    {
        "moment": Moment.NAMND,
        "namn": "Nämnden beslutar",
        "dagar": 0,
        "beskrivning": "Skriv in paragrafen när protokollet är justerat.",
    },
    {
        "moment": Moment.KS,
        "namn": "Kommunstyrelsen godkänner",
        "dagar": 42,
        "beskrivning": "Skriv in beslutet och eventuella villkor.",
    },
    {
        "moment": Moment.T1,
        "namn": "Uppföljning till tertialrapport 1",
        "manad": 5,
        "dag": 15,
        "beskrivning": "Sista dag för ansvariga att rapportera.",
    },
    {
        "moment": Moment.T2,
        "namn": "Uppföljning till tertialrapport 2",
        "manad": 9,
        "dag": 15,
        "beskrivning": "Sista dag för ansvariga att rapportera.",
    },
    {
        "moment": Moment.VB,
        "namn": "Uppföljning till verksamhetsberättelsen",
        "manad": 1,
        "dag": 20,
        "aret_efter": True,
        "beskrivning": "Sista dag för ansvariga att rapportera.",
    },
)


def stadens_punkter():
    """Return the points of the city's template, as a list.

    A city that has none gets the standard set the first time it is asked, so that
    every plan has a wheel from the beginning.
    """
    if punkter := list(Hjulpunkt.objects.all()):
        return punkter
    try:
        with transaction.atomic():
            Hjulpunkt.objects.bulk_create(Hjulpunkt(**falt) for falt in STANDARD)
    except IntegrityError:  # another was first
        pass
    return list(Hjulpunkt.objects.all())
