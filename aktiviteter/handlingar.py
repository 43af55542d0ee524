"""Deeds that write several models at once."""

from html import escape

from django.db import IntegrityError, transaction

from aktiviteter import granskning
from aktiviteter.models import Aktivitet, Anmarkning, Ansvar, Avsnitt, Handlingsplan
from aktiviteter.models.handlingsplan import FINNS_REDAN
from aktiviteter.tidsprak import tolka_tidplan, tolka_uppfoljning
from aktiviteter.utbyte import UtbyteFel, granska, plan_data
from vbeplan.organisation.models import Roll, Spar
from vbeplan.organisation.models.roll import MAX_ROLLNAMN
from vbeplan.text.svenska import normalisera

STANDARDKAPITEL = (
    ("Inledning och syfte", ()),
    (
        "Ansvar och samverkan",
        (
            "Ansvar",
            "Samverkan",
            "Samverkan kring individer i risk",
            "Rutin vid oro eller händelse",
            "Blankett för avidentifierad information",
        ),
    ),
    ("Lokal lägesbild", ("Delområden", "Kartläggning", "Analys")),
    ("Förebyggande arbete", ("Tidig upptäckt", "Förebyggande aktiviteter")),
    (
        "Förhindrande arbete",
        ("Stöd till avhoppare och anhöriga", "Förhindrande aktiviteter"),
    ),
    ("Föreningsbidrag och upplåtande av lokaler", ()),
    ("Kompetenshöjande insatser", ()),
    ("Uppföljning", ()),
)


@transaction.atomic
def borja_med_standardkapitel(plan):
    """Give an empty plan the chapters that a board's plan has, in their order."""
    for i, (rubrik, delar) in enumerate(STANDARDKAPITEL):
        kapitel = Avsnitt.objects.create(plan=plan, rubrik=rubrik, ordning=i)
        Avsnitt.objects.bulk_create(
            Avsnitt(plan=plan, overordnat=kapitel, rubrik=del_, ordning=j)
            for j, del_ in enumerate(delar)
        )


def borja_med_kopia(plan, forlaga):
    """Give an empty plan the texts and activities of `forlaga`, with their numbers.

    Times are read anew: «hösten» and «VB» mean the new plan's year. «Se ovan» becomes
    what the paper said there, since rows may have changed places. Check dates, which
    lie in the old year, are left for the coordinator to set.
    """
    data = plan_data(forlaga)
    for aktivitet in data["aktiviteter"]:
        for kolumn in ("tidplan", "uppfoljning"):
            tid = aktivitet[kolumn]
            aktivitet[kolumn] = {"text": tid["hanvisning"] or tid["text"]}
    _skriv_innehall(plan, granska({**data, "anmarkningar": []}))


@transaction.atomic
def importera_plan(data, *, namnd, ar, av=None):
    """Make a plan out of checked plan data (`utbyte.granska`) and return it.

    Raises UtbyteFel when the board has a plan for the year; then nothing is changed.
    `av` is None on the command line.
    """
    if finns := Handlingsplan.objects.filter(namnd=namnd, ar=ar).first():
        raise UtbyteFel(plan_finns(finns))
    try:
        plan = _skriv_plan(data, namnd=namnd, ar=ar, av=av)
    except IntegrityError as fel:  # somebody was quicker
        raise UtbyteFel(FINNS_REDAN) from fel
    _skriv_innehall(plan, data)
    Spar.objects.skriv(Spar.Handling.IMPORTERAD, plan, av=av, namnd=namnd)
    return plan


def _skriv_plan(data, *, namnd, ar, av):
    return Handlingsplan.objects.create(
        namnd=namnd,
        ar=ar,
        titel=data["titel"],
        dnr=data["dnr"],
        datum=data["datum"],
        dokumenttyp=data["dokument"]["typ"],
        dokumentagare=data["dokument"]["agare"],
        giltig_till=data["dokument"]["giltig_till"],
        budgetmal=data["dokument"]["budgetmal"],
        nasta_revidering=data["dokument"]["nasta_revidering"],
        andrad_av=av,
    )


def plan_finns(plan):
    return (
        f"{plan.namnd} har redan en plan för {plan.ar}. Välj ett annat år, eller öppna "
        "den plan som finns och ändra i den. Inget har ändrats."
    )


@transaction.atomic
def ta_bort_plan(plan, *, av):
    """Remove a plan with all that is in it; the deed leaves a trace."""
    Spar.objects.skriv(Spar.Handling.BORTTAGEN, plan, av=av, namnd=plan.namnd)
    plan.delete()


@transaction.atomic
def _skriv_innehall(plan, data):
    avsnitt = _skriv_avsnitt(plan, data["avsnitt"])
    aktiviteter = _skriv_aktiviteter(plan, avsnitt, data["aktiviteter"])
    Anmarkning.objects.bulk_create(
        Anmarkning(
            plan=plan,
            slag=a["slag"],
            plats=a["plats"],
            text=a["text"],
            avsnitt=_nummer_i(avsnitt, a["avsnitt_nr"]),
            aktivitet=aktiviteter.get(a["aktivitet"]),
        )
        for a in data["anmarkningar"]
        if not (a["slag"] in granskning.SLAG and a["aktivitet"])  # read from the row
    )


def _nummer_i(lista, nr):
    return lista[nr] if nr is not None and nr < len(lista) else None


def _skriv_avsnitt(plan, data):
    """Write the chapters first, then their sections; return all in reading order."""
    avsnitt, kapitel = [], None
    for ordning, a in enumerate(data):
        nytt = Avsnitt(plan=plan, rubrik=a["rubrik"], text=a["text"], ordning=ordning)
        if a["niva"] == 1 or kapitel is None:
            kapitel = nytt
        else:
            nytt.overordnat = kapitel
        avsnitt.append(nytt)
    Avsnitt.objects.bulk_create(a for a in avsnitt if not a.overordnat)
    for a in avsnitt:
        a.overordnat = a.overordnat  # takes the id that the chapter has got by now
    Avsnitt.objects.bulk_create(a for a in avsnitt if a.overordnat)
    return avsnitt


def _skriv_aktiviteter(plan, avsnitt, data):
    """Write the activities with their roles; return them by number."""
    nasta = _forsta_lediga_nummer(plan, data)
    rader = {}
    for ordning, a in enumerate(data):
        nummer = a["nummer"] or nasta
        nasta += not a["nummer"]
        rader[nummer] = _ny_aktivitet(plan, avsnitt, a, nummer, ordning)
    _tolka(plan, rader, data)
    Aktivitet.objects.bulk_create(rader.values())
    roller = _roller(plan.namnd, data)
    Ansvar.objects.bulk_create(
        Ansvar(aktivitet=aktivitet, roll=roll, art=art, ordning=i)
        for aktivitet, a in zip(rader.values(), data, strict=True)
        for i, (roll, art) in enumerate(_ansvar(a, roller).items())
    )
    return rader


def _ansvar(a, roller):
    """Return art by role; the first mention of a role counts."""
    ansvar = {}
    for x in a["ansvariga"]:
        if roll := roller.get(normalisera(x["roll"])):
            ansvar.setdefault(roll, x["art"])
    return ansvar


def _forsta_lediga_nummer(plan, data):
    anvanda = Aktivitet.objects.filter(plan__namnd=plan.namnd)
    storst = max(
        [
            0,
            *(a["nummer"] or 0 for a in data),
            *anvanda.values_list("nummer", flat=True),
        ]
    )
    return storst + 1


def _ny_aktivitet(plan, avsnitt, a, nummer, ordning):
    falt = (
        "titel", "insatsomrade", "malgrupp", "niva", "strategiomrade", "mal",
        "maltal", "malenhet", "avstamning",
    )  # fmt: skip
    return Aktivitet(
        plan=plan,
        avsnitt=avsnitt[a["avsnitt_nr"]],
        nummer=nummer,
        ordning=ordning,
        beskrivning=a["beskrivning"] + _for_langa_roller(a),
        **{f: a[f] for f in falt},
    )


def ryms_som_roll(namn):
    """Tell whether words can be a role's name; compared as «ss», ß takes more room."""
    return max(len(namn), len(normalisera(namn))) <= MAX_ROLLNAMN


def _for_langa_roller(a):
    """Keep the words of a cell that is too long to be a role's name."""
    rader = [
        f"<p>Ansvarig enligt förlagan: {escape(x['roll'], quote=False)}</p>"
        for x in a["ansvariga"]
        if not ryms_som_roll(x["roll"])
    ]
    return "".join(f"\n{rad}" for rad in rader)


def _tolka(plan, rader, data):
    """Read the times that came as words only; twice, for «Se 5» may point downwards."""
    tidplaner, uppfoljningar = {}, {}
    for _ in range(2):
        _tolka_rader(plan, rader, data, tidplaner, uppfoljningar)


def _tolka_rader(plan, rader, data, tidplaner, uppfoljningar):
    ovan = {}
    for (nummer, aktivitet), a in zip(rader.items(), data, strict=True):
        fore = ovan.get(aktivitet.avsnitt)
        tidplaner.pop(nummer, None)  # no row points at itself
        uppfoljningar.pop(nummer, None)
        text, tidplan = a["tidplan"]
        aktivitet.tidplan = tidplan or tolka_tidplan(
            text, ar=plan.ar, ovan=fore and fore.tidplan, rader=tidplaner
        )
        text, uppfoljning = a["uppfoljning"]
        aktivitet.uppfoljning = uppfoljning or tolka_uppfoljning(
            text, ar=plan.ar, ovan=fore and fore.uppfoljning, rader=uppfoljningar
        )
        ovan[aktivitet.avsnitt] = aktivitet
        tidplaner[nummer] = aktivitet.tidplan
        uppfoljningar[nummer] = aktivitet.uppfoljning


def _roller(namnd, data):
    """Return the board's roles by normalised name, the new ones made."""
    namn = {}
    for a in data:
        for x in a["ansvariga"]:
            if x["roll"] and ryms_som_roll(x["roll"]):
                namn.setdefault(normalisera(x["roll"]), x["roll"])
    fanns = {r.namn_norm: r for r in Roll.objects.filter(namnd=namnd)}
    nya = [
        Roll(namnd=namnd, namn=ord_, namn_norm=norm)
        for norm, ord_ in namn.items()
        if norm not in fanns
    ]
    Roll.objects.bulk_create(nya)
    return fanns | {r.namn_norm: r for r in nya}
