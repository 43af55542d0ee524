"""Ekhamra's year: last year's plan as it was decided and followed up, this one revised.

The decision, the conditions and the results are those that the demo's plans tell of.
"""

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

from aktiviteter.handlingar.gang import bocka_av, registrera_ks
from aktiviteter.handlingar.revidera import revidera
from aktiviteter.handlingar.ta_upp_revidering import ta_upp_revidering
from aktiviteter.models import (
    Beslut,
    Handlingsplan,
    Samrad,
    Tillfalle,
    Uppfoljning,
    Villkor,
    Yttrande,
)
from vbeplan.rapport.forsegling import Uppgifter
from vbeplan.rapport.handlingar.besluta import besluta, sett_nu

FIL = Path(__file__).with_name("demo") / "aret.json"


def ladda_aret(namnder):
    """Decide and follow up the plan of 2026, and revise that of 2027 half-way."""
    data = json.loads(FIL.read_text("utf-8"))
    planer = Handlingsplan.objects.select_related("namnd")
    namndens = planer.filter(namnd=namnder[data["namnd"]])
    plan = namndens.get(ar=data["ar"])
    _samrad(plan, data["samrad"])
    _beslut(plan, data)
    for tillfalle in data["tillfallen"]:
        _folj_upp(plan, **tillfalle)
    _revidera(namndens.get(ar=data["nasta"]["ar"]), plan, data["nasta"])


def _samrad(plan, parter):
    for part in parter:
        yttranden = part.pop("yttranden")
        lage = {"status": "svarat"} | part
        samrad = Samrad.objects.create(plan=plan, **lage)
        Yttrande.objects.bulk_create(Yttrande(samrad=samrad, **y) for y in yttranden)


def _beslut(plan, data):
    """Seal it as one that was decided before the program came, and let anybody read."""
    plan.sammantrade = date.fromisoformat(data["sammantrade"])
    plan.save(update_fields=["sammantrade"])
    beslut = {**data["beslut"], "dag": date.fromisoformat(data["beslut"]["dag"])}
    uppgifter = Uppgifter(**beslut, efterhand=True)
    besluta(plan, uppgifter, sett=sett_nu(plan), av=None).publicera(True, av=None)
    ord_ = [villkor["text"] for villkor in data["villkor"]]
    registrera_ks(plan, Beslut(**data["ks"]), villkor=ord_, av=None)
    for villkor in data["villkor"]:
        if dag := villkor.get("uppfyllt"):
            rad = Villkor.objects.get(beslut__plan=plan, text=villkor["text"])
            bocka_av(rad, dag=dag, hur=villkor["hur"], av=None)


def _folj_upp(plan, *, period, senast, stangt, rapporter):
    tillfalle = Tillfalle.objects.create(
        plan=plan, ar=plan.ar, period=period, senast=senast
    )
    aktiviteter = {str(a.nummer): a for a in plan.aktiviteter.all()}
    Uppfoljning.objects.bulk_create(
        Uppfoljning(
            tillfalle=tillfalle,
            aktivitet=aktiviteter[nummer],
            status=status,
            resultat=resultat,
            skal=skal,
            utfall=None if utfall is None else Decimal(utfall),
            rapporterad=f"{stangt or '2026-11-16'}T09:00+01:00",
        )
        for nummer, (status, resultat, utfall, skal) in rapporter.items()
    )
    if stangt:  # nothing is reported after that
        plan.tillfallen.filter(pk=tillfalle.pk).update(
            stangt=stangt, status=Tillfalle.Status.STANGT
        )


def _revidera(plan, forlaga, data):
    """Give the draft its decisions on last year's rows; some wait for somebody."""
    plan.sammantrade = date.fromisoformat(data["sammantrade"])
    plan.save(update_fields=["sammantrade"])
    ta_upp_revidering(plan, forlaga, av=None)
    val = {nummer: ("andra", skal) for nummer, skal in data["andrade"].items()}
    val |= data["ut"]
    rader = plan.revideringar.exclude(nummer__in=data["kvar"])
    besluten = {
        rad.pk: (*val.get(str(rad.nummer), ("behall", "")), rad.version)
        for rad in rader
    }
    revidera(plan, besluten, av=None)
