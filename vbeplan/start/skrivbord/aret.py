"""Read: what the year of her plans waits for: revision, consultation, board, wheel."""

from datetime import timedelta

from aktiviteter.models import Moment
from aktiviteter.models.beslut import KS_NEJ
from aktiviteter.models.handlingsplan import Planstatus
from vbeplan.organisation.models import Ratt
from vbeplan.start.skrivbord.post import (
    datum,
    ord_antal,
    planlank,
    plantitel,
    post,
    senast,
)

FORE = timedelta(days=14)  # how long before its day a point of the wheel is told
FORE_RAPPORT = timedelta(days=28)  # how long before its day a report is to be opened
HOGST = 4  # points of one wheel; the rest stand on its page
RAPPORTER = {
    Moment.T1: "tertialrapport 1",
    Moment.T2: "tertialrapport 2",
    Moment.VB: "verksamhetsberättelsen",
}
# Told of by a line of its own, with what is left to do
EGEN_RAD = {Moment.NAMND, Moment.KS, Moment.T1, Moment.T2, Moment.VB}


# The next deed of a picture that is worked on, which is told as that deed
BILDENS = {Moment.POLISMOTE, Moment.LAGESBILD}
# Where the deed of a point is done; else on the wheel's own page
SIDOR = {
    Moment.UTKAST: ("plan_revidering", "Visa revideringen"),
    Moment.SAMRAD: ("plan_samrad", "Visa samrådet"),
    Moment.UTSKICK: ("plan_gang", "Visa planens gång"),
}
# And when the year's picture is worked on
MED_BILD = SIDOR | dict.fromkeys(
    (Moment.UNDERLAG, Moment.ENKAT_UT, Moment.PAMINNELSE), ("kallor", "Visa källorna")
)


def bildernas_dagar(planer, hjulen):
    """Return by (board, year) the first day that its picture is late for, or is next
    to be ready."""
    dagar = {}
    for plan in planer:
        kvar = [d.dag for d in hjulen[plan.pk].dagar if _ar_bildens(d)]
        if kvar:
            dagar[plan.namnd_id, plan.ar] = min(kvar)
    return dagar


def _ar_bildens(dag):
    return dag.moment in BILDENS and not dag.ar_klar and dag.dag is not None


def arets(planer, hjulen, bilder, idag):
    """What waits in `planer`; `hjulen` are their `Hjul` by the plan's id, `bilder`
    the pictures that are worked on."""
    tagna = {(bild.namnd_id, bild.ar) for bild in bilder}
    for plan in planer:
        if plan.ar_oppen:
            yield from _oppnas(plan, idag)
        yield from _namndens(plan, hjulen[plan.pk].dagar, idag)
        tagen = (plan.namnd_id, plan.ar) in tagna
        egna = BILDENS if tagen else set()
        dagar = [d for d in hjulen[plan.pk].dagar if d.moment not in egna]
        yield from _hjulets(plan, dagar, MED_BILD if tagen else SIDOR, idag)
        if plan.ar_beslutad:
            yield from _rapporternas(plan, hjulen[plan.pk].dagar, idag)


def _oppnas(plan, idag):
    """What is left before the plan can go to the board."""
    titel = plantitel(plan)
    if antal := plan.revideringar_kvar:
        ord_ = ord_antal(antal, "aktivitet saknar", "aktiviteter saknar")
        yield post(
            f"{ord_} beslut inför revideringen",
            f"{titel}: behåll, ändra, slutför eller avsluta. Sedan skriver sig "
            "ändringslistan själv.",
            planlank("plan_revidering", plan),
            "Gå igenom",
        )
    samradet = planlank("plan_samrad", plan)
    if antal := plan.sena_svar:
        yield post(
            f"{antal} har inte svarat på samrådet",
            f"{titel}: svarsdagen har gått ut. Påminn, eller skriv att svaret uteblev.",
            samradet,
            "Visa samrådet",
            dag=idag,
        )
    if plan.status == Planstatus.SAMRAD and plan.ofragade:
        yield post(
            ord_antal(plan.ofragade, "part", "parter")
            + " på samrådets lista har inte fått frågan",
            f"{titel}: planen är på samråd. Skicka frågan, eller stryk ur listan.",
            samradet,
            "Visa samrådet",
        )
    if antal := plan.obesvarade:
        yield post(
            ord_antal(antal, "synpunkt", "synpunkter") + " att svara på",
            f"{titel}: svaret skrivs ut i planens bilaga om samråd.",
            samradet,
            "Svara",
        )


def _namndens(plan, dagar, idag):
    """What the board's and the executive board's decisions ask for."""
    titel, gang = plantitel(plan), planlank("plan_gang", plan)
    if _vantar_beslut(plan, idag):
        yield post(
            "Skriv in vad nämnden beslutade",
            f"{titel}: sammanträdet var den {datum(plan.sammantrade, idag)}.",
            gang,
            "Skriv in beslutet",
            dag=plan.sammantrade,
        )
    elif plan.ar_oppen and plan.sammantrade and plan.sammantrade < idag:
        yield post(
            f"Sammanträdet om planen för {plan.ar} har varit",
            f"{titel}: den {datum(plan.sammantrade, idag)}. Skriv in beslutet under "
            "Planens gång, eller sätt dagen för nästa sammanträde i årshjulet.",
            gang,
            "Till planens gång",
            dag=plan.sammantrade,
        )
    ks = next((dag.dag for dag in dagar if dag.moment == Moment.KS), None)
    beslutad = plan.status == Planstatus.BESLUTAD and plan.namnd.ks_godkanner
    if beslutad and plan.ks_svar in KS_NEJ:
        vad = "godkände inte" if plan.ks_svar == KS_NEJ[0] else "återremitterade"
        yield post(
            f"Kommunstyrelsen {vad} planen för {plan.ar}",
            f"{titel}: börja en ny version om den ska ändras och beslutas igen i år.",
            gang,
            "Till planens gång",
        )
    elif beslutad and (ks is None or ks <= idag):
        yield post(
            "Skriv in kommunstyrelsens besked",
            f"{titel}: nämnden har beslutat planen. Godkändes den, och med villkor?",
            gang,
            "Skriv in",
            dag=ks,
        )


def _rapporternas(plan, dagar, idag):
    """The reports that nobody has opened, from four weeks before their last day.

    One that is a month late is left to the wheel: it was hardly to be made.
    """
    for dag in dagar:
        if dag.moment not in RAPPORTER or dag.ar_klar or dag.har_tillfalle:
            continue
        if dag.dag and abs(dag.dag - idag) <= FORE_RAPPORT:
            yield post(
                f"Öppna uppföljningen till {RAPPORTER[dag.moment]}",
                f"{plantitel(plan)}: öppna tillfället och skicka länkar till rollerna, "
                "så att de hinner rapportera.",
                planlank("tillfalle_nytt", plan),
                "Öppna",
                **senast(dag.dag, idag),
            )


def oregistrerade(user, egna, idag):
    """The newest plan that came in from outside with its day on the cover, of each
    board that has decided none in the program: until then it can't be followed up."""
    namnder = user.namnd_id(Ratt.SAMORDNARE)
    klara = {plan.namnd_id for plan in egna if plan.har_beslutats}
    for plan in egna:
        if plan.namnd_id in klara or plan.namnd_id not in namnder:
            continue
        if plan.status == Planstatus.UTKAST and plan.datum and plan.datum <= idag:
            klara.add(plan.namnd_id)
            yield post(
                f"Är planen för {plan.ar} beslutad?",
                f"{plantitel(plan)}, är daterad den {datum(plan.datum, idag)}. Skriv "
                "in beslutet, så kan ni följa upp planen.",
                planlank("plan_aldre", plan),
                "Skriv in beslutet",
            )


def villkorens(user, egna):
    """The conditions that are left to meet, also of a plan that has been replaced:
    what the approval asked for is often to be done in the next one."""
    namnder = user.namnd_id(Ratt.SAMORDNARE)
    for plan in egna:
        if plan.namnd_id in namnder and plan.villkor_kvar:
            antal = ord_antal(plan.villkor_kvar, "villkor", "villkor")
            yield post(
                f"{antal} från beslutet att uppfylla",
                f"{plantitel(plan)}: bocka av när det är gjort och skriv hur.",
                planlank("plan_gang", plan) + "#villkor",
                "Visa villkoren",
            )


def _vantar_beslut(plan, idag):
    hos = plan.status == Planstatus.TILL_NAMND
    return hos and plan.sammantrade is not None and plan.sammantrade < idag


def _hjulets(plan, dagar, sidor, idag):
    """The nearest points of its year that are not done, or that it can't be counted."""
    if plan.ar_oppen and not plan.sammantrade and not plan.datum:
        yield post(
            f"Sammanträdet om planen för {plan.ar} är inte inskrivet",
            f"{plan.namnd}: skriv in dagen, så räknas årets alla andra dagar ut.",
            planlank("plan_arshjul", plan),
            "Skriv in dagen",
        )
    for dag in [dag for dag in dagar if _ar_nara(dag, idag)][:HOGST]:
        sida, knapp = sidor.get(dag.moment, ("plan_arshjul", "Visa årshjulet"))
        yield post(
            dag.namn,
            f"Årshjulet för {plan.ar}, {plan.namnd}. {dag.beskrivning}".strip(),
            planlank(sida, plan),
            knapp,
            **senast(dag.dag, idag),
        )


def _ar_nara(dag, idag):
    if dag.ar_klar or dag.dag is None or dag.moment in EGEN_RAD:
        return False
    return dag.dag <= idag + FORE
