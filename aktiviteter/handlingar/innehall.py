"""Writes what plan data holds into an empty plan: chapters, activities, remarks."""

from django.db import transaction

from aktiviteter import granskning
from aktiviteter.handlingar.roller import for_langa_roller, roller_ur, valda_roller
from aktiviteter.models import Aktivitet, Anmarkning, Ansvar, Avsnitt
from aktiviteter.tidsprak import tolka_tidplan, tolka_uppfoljning


@transaction.atomic
def skriv_innehall(plan, data):
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
        if not granskning.ser_sjalv(a["slag"], pa_rad=bool(a["aktivitet"]))
    )


def _nummer_i(lista, nr):
    return lista[nr] if nr is not None and nr < len(lista) else None


def _skriv_avsnitt(plan, data):
    """Write the chapters first, then their sections; return all in reading order."""
    avsnitt, kapitel = [], None
    for ordning, a in enumerate(data):
        nytt = Avsnitt(
            plan=plan,
            rubrik=a["rubrik"],
            text=a["text"],
            intern=a.get("intern", False),  # a sealed plan of the format's version 1
            ordning=ordning,
        )
        nytt.ord_skrivna()
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
    roller = roller_ur(plan.namnd, data)
    Ansvar.objects.bulk_create(
        Ansvar(aktivitet=aktivitet, roll=roll, art=art, ordning=i)
        for aktivitet, a in zip(rader.values(), data, strict=True)
        for i, (roll, art) in enumerate(valda_roller(a, roller).items())
    )
    return rader


def _forsta_lediga_nummer(plan, data):
    storst = Aktivitet.objects.storsta_nummer(plan.namnd)
    return max([storst, *(a["nummer"] or 0 for a in data)]) + 1


def _ny_aktivitet(plan, avsnitt, a, nummer, ordning):
    falt = (
        "titel", "insatsomrade", "malgrupp", "niva", "strategiomrade", "mal",
        "maltal", "malenhet", "avstamning",
    )  # fmt: skip
    return Aktivitet(
        plan=plan,
        avsnitt=avsnitt[a["avsnitt_nr"]],
        nummer=nummer,
        text_ar=plan.ar,
        ordning=ordning,
        beskrivning=a["beskrivning"] + for_langa_roller(a),
        **{f: a[f] for f in falt},
    )


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
