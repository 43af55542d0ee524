"""The big city: as many boards, years and activities as one asks for, in real words.

The demo's three boards are brought in year by year as any plan is; every other board
gets copies of theirs with its own name, roles and people, in bulk.
"""

import json
import re
import time
from dataclasses import dataclass
from datetime import date
from itertools import cycle, islice, product
from pathlib import Path

from django.contrib.auth.hashers import make_password
from django.db import transaction

from aktiviteter.handlingar import importera_plan
from aktiviteter.models import Aktivitet, Anmarkning, Ansvar, Avsnitt, Handlingsplan
from aktiviteter.utbyte import granska
from vbeplan.organisation.models import (
    Anvandare,
    Innehav,
    Kommun,
    Medlemskap,
    Namnd,
    Ratt,
    Roll,
)
from vbeplan.text.svenska import normalisera

DEMO = Path(__file__).resolve().parents[1] / "demo"
DEMOAR = SISTA_AR = 2027
CENTRAL, FORVALTARE = "central@storstad.example", "forvaltare@storstad.example"
PROV = "prov"  # a board whose plans have their number of activities as year
FORLED = (
    "Al Ask Berg Björk Brunn Dal Fur Gran Grön Hag Hassel Hög Kalk Klock Kvarn Lind "
    "Ljung Lång Mar Nor Ny Rön Sand Sol Sten Stor Tall Väster Öster"
).split()
EFTERLED = "hamra lunda torp vik näs holma sjö gärde bro åker".split()
FORNAMN = "Anna Erik Fatima Johan Karin Leila Lars Maria Mehmet Nils Sofia Åke".split()
EFTERNAMN = "Berg Dahl Ek Haddad Lind Nordin Sjö Svensson Wallin Yilmaz Öberg".split()


@dataclass(frozen=True)
class Storstad:
    """How many rows there are, how long it took, and whose pages to visit."""

    namnder: int
    planer: int
    avsnitt: int
    aktiviteter: int
    ansvar: int
    sekunder: float
    namnd: str  # the short name of the board to visit
    ar: int  # its newest year, a draft
    samordnare: str


def samordnare(kort):
    """Return the e-mail address of a board's coordinator."""
    return f"samordnare@{kort}.example"


def storstad(namnder=290, ar=10, aktiviteter=30, *, kort=False):
    """Fill an empty database with a city and return a `Storstad`.

    `namnder` boards, each with a plan for each of the `ar` years up to 2027 and
    `aktiviteter` activities in each plan. Earlier years are dated and shared with the
    city, the newest is a draft. `kort` leaves out the chapters without activities.
    """
    start = time.perf_counter()
    Kommun.objects.create(namn="Storstad")
    aren = range(SISTA_AR - ar + 1, SISTA_AR + 1)
    with transaction.atomic():
        forlagor = [
            _forlaga(data, aren, aktiviteter, kort) for data in _demonamnder()[:namnder]
        ]
    for ort, forlaga in islice(
        zip(_orter(), cycle(forlagor), strict=False), namnder - len(forlagor)
    ):
        with transaction.atomic():
            _kopiera(forlaga, ort)
    _anvandare()
    namnd = Namnd.objects.order_by("pk").first()
    return Storstad(
        namnder=Namnd.objects.count(),
        planer=Handlingsplan.objects.count(),
        avsnitt=Avsnitt.objects.count(),
        aktiviteter=Aktivitet.objects.count(),
        ansvar=Ansvar.objects.count(),
        sekunder=time.perf_counter() - start,
        namnd=namnd.kort,
        ar=SISTA_AR,
        samordnare=samordnare(namnd.kort),
    )


def demoplan(kort="ekhamra", ar=DEMOAR):
    """Return one of the demo's plans for any year, in the exchange format."""
    text = (DEMO / "planer" / f"{kort}-{DEMOAR}.json").read_text("utf-8")
    # The years near the plan's own; «Lag (2023:196)» keeps its year.
    return json.loads(
        re.sub(r"202[5-9]", lambda traff: str(int(traff[0]) + ar - DEMOAR), text)
    )


def provplaner(*antal, kort=False):
    """Give a board of its own one plan per number of activities, as "year" and size."""
    namnd = Namnd.objects.create(namn="Provnämnden", kort=PROV)
    for aktiviteter in antal:
        plan = _ny_plan(namnd, "ekhamra", DEMOAR, aktiviteter, kort=kort)
        Handlingsplan.objects.filter(pk=plan.pk).update(ar=aktiviteter)
    person = _person(samordnare(PROV), 0)
    person.save()
    person.medlemskap.create(namnd=namnd, ratt=Ratt.SAMORDNARE)


def _demonamnder():
    return json.loads((DEMO / "organisation.json").read_text("utf-8"))["namnder"]


def _forlaga(data, aren, aktiviteter, kort):
    """Make one of the demo's boards with a plan for every year, and remember it all."""
    namnd = Namnd.objects.create(
        **{falt: data[falt] for falt in ("namn", "kort", "typ", "farg")}
    )
    for ar in aren:
        _ny_plan(namnd, namnd.kort, ar, aktiviteter, kort=kort)
    Anmarkning.objects.bulk_create(
        Anmarkning(plan=plan, slag="ej_placerat", plats="Hela dokumentet", text=text)
        for plan in namnd.planer.filter(ar=SISTA_AR)
        for text in ("Rutan Ansvarig är tom på två rader.", "Bilden togs inte med.")
    )
    _innehav(namnd.roller.order_by("pk"))
    return _Forlaga(namnd)


def _ny_plan(namnd, forlaga, ar, aktiviteter, *, kort=False):
    data = demoplan(forlaga, ar)
    andras = [n["kort"] for n in _demonamnder() if n["kort"] != forlaga]
    data["aktiviteter"] = _lagom(data, andras, aktiviteter)
    if kort:
        _korta(data)
    if ar < SISTA_AR:
        data["datum"] = date(ar - 1, 12, 10).isoformat()
    plan = importera_plan(granska(data), namnd=namnd, ar=ar)
    plan.delad = ar < SISTA_AR
    plan.save()
    return plan


def _lagom(data, andras, antal):
    """Return the plan's activities, then other boards', `antal` in all."""
    egna = data["aktiviteter"]
    platser = {_rubrik(data, a): a["avsnitt_nr"] for a in egna}
    alla = list(egna)
    for annan in (demoplan(kort, data["ar"]) for kort in andras):
        for a in annan["aktiviteter"]:
            plats = platser.get(_rubrik(annan, a), egna[-1]["avsnitt_nr"])
            alla.append({**a, "avsnitt_nr": plats})
    return [
        {**a, "nummer": nummer}
        for nummer, a in enumerate(islice(cycle(alla), antal), 1)
    ]


def _korta(data):
    """Leave out the chapters that have no activities."""
    kvar = sorted({a["avsnitt_nr"] for a in data["aktiviteter"]})
    data["avsnitt"] = [data["avsnitt"][nr] for nr in kvar]
    for aktivitet in data["aktiviteter"]:
        aktivitet["avsnitt_nr"] = kvar.index(aktivitet["avsnitt_nr"])


def _rubrik(data, aktivitet):
    return data["avsnitt"][aktivitet["avsnitt_nr"]]["rubrik"]


class _Forlaga:
    """A board's rows, kept in memory to be copied to other boards."""

    def __init__(self, namnd):
        self.namnd = namnd
        self.roller = list(namnd.roller.order_by("pk"))
        self.planer = list(namnd.planer.order_by("pk"))
        i_namnden = {"plan__namnd": namnd}
        self.avsnitt = list(Avsnitt.objects.filter(**i_namnden).order_by("pk"))
        self.aktiviteter = list(Aktivitet.objects.filter(**i_namnden).order_by("pk"))
        self.ansvar = list(Ansvar.objects.filter(aktivitet__plan__namnd=namnd))
        self.anmarkningar = list(Anmarkning.objects.filter(**i_namnden))


def _kopiera(fran, ort):
    """Write a board like `fran`, named after a place that doesn't exist."""
    namn = f"{ort} stadsdelsnämnd"
    namnd = _kopia(fran.namnd, namn=namn, namn_norm=normalisera(namn), kort=_kort(ort))
    namnd.save()
    gammalt = fran.namnd.namn

    def byt(text):
        return text.replace(gammalt, namn)

    roller = _kopior(fran.roller, namnd_id=lambda _: namnd.pk)
    _innehav(Roll.objects.filter(namnd=namnd))
    planer = _kopior(fran.planer, namnd_id=lambda _: namnd.pk)
    i_plan = {"plan_id": lambda rad: planer[rad.plan_id], "text": lambda r: byt(r.text)}
    kapitel = _kopior([a for a in fran.avsnitt if not a.overordnat_id], **i_plan)
    delar = _kopior(
        [a for a in fran.avsnitt if a.overordnat_id],
        overordnat_id=lambda rad: kapitel[rad.overordnat_id],
        **i_plan,
    )
    avsnitt = kapitel | delar
    aktiviteter = _kopior(
        fran.aktiviteter,
        plan_id=lambda rad: planer[rad.plan_id],
        avsnitt_id=lambda rad: avsnitt[rad.avsnitt_id],
        beskrivning=lambda rad: byt(rad.beskrivning),
    )
    _kopior(
        fran.ansvar,
        aktivitet_id=lambda rad: aktiviteter[rad.aktivitet_id],
        roll_id=lambda rad: roller[rad.roll_id],
    )
    _kopior(fran.anmarkningar, plan_id=lambda rad: planer[rad.plan_id])


def _kopior(rader, **andrat):
    """Write copies of rows in bulk; return the new ids by the old.

    `andrat` gives for a field how its new value comes out of the old row.
    """
    nya = [_kopia(r, **{falt: hur(r) for falt, hur in andrat.items()}) for r in rader]
    if nya:
        type(nya[0])._base_manager.bulk_create(nya)
    return {gammal.pk: ny.pk for gammal, ny in zip(rader, nya, strict=True)}


def _kopia(rad, **andrat):
    falt = {
        f.attname: getattr(rad, f.attname)
        for f in rad._meta.concrete_fields
        if not f.primary_key
    }
    return type(rad)(**(falt | andrat))


def _innehav(roller):
    """Give nine roles of ten a holder; every tenth has become vacant."""
    Innehav.objects.bulk_create(
        Innehav(
            roll=roll,
            namn=_namn(roll.pk),
            fran=date(2020, 1, 1),
            till=None if i % 10 else date(2026, 5, 31),
        )
        for i, roll in enumerate(roller, 1)
    )


def _anvandare():
    """One coordinator per board, and the city's two."""
    namnder = list(Namnd.objects.all())
    personer = [_person(samordnare(n.kort), i) for i, n in enumerate(namnder)]
    stadens = [_person(CENTRAL, 1), _person(FORVALTARE, 2)]
    Anvandare.objects.bulk_create([*personer, *stadens])
    Medlemskap.objects.bulk_create(
        [
            *(
                Medlemskap(anvandare=p, namnd=n, ratt=Ratt.SAMORDNARE)
                for p, n in zip(personer, namnder, strict=True)
            ),
            Medlemskap(anvandare=stadens[0], ratt=Ratt.CENTRAL),
            Medlemskap(anvandare=stadens[1], ratt=Ratt.FORVALTARE),
        ]
    )


def _person(epost, nummer):
    return Anvandare(epost=epost, namn=_namn(nummer), password=make_password(None))


def _namn(nummer):
    return f"{FORNAMN[nummer % 12]} {EFTERNAMN[nummer // 12 % 11]}"


def _orter():
    """Return endless names of places: Alhamra, Askhamra … then «Alhamra 2»."""
    orter = [f"{fore}{efter}" for efter, fore in product(EFTERLED, FORLED)]
    yield from orter
    for varv, ort in product(range(2, 1000), orter):
        yield f"{ort} {varv}"


def _kort(ort):
    return ort.lower().translate(str.maketrans("åäö ", "aao-"))
