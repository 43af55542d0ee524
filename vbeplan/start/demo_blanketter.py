"""Received forms for the demo city: two years of them, read and classed by the deeds.

Their days are counted from today, so that the desk always has something to read.
"""

import json
from datetime import timedelta
from pathlib import Path

from django.utils import timezone

from blanketter.dolda_delar import forekomster
from blanketter.handlingar import byt_status, ta_emot
from blanketter.handlingar.dialog import stalla_fraga, svara
from blanketter.handlingar.klassa import klassa
from blanketter.handlingar.lasa import lasa
from blanketter.handlingar.maskera import maskera
from blanketter.handlingar.ta_tillbaka import ta_tillbaka
from blanketter.models import Blankett, Maskering, Meddelande
from vbeplan.organisation.models import Delomrade, Medlemskap, Ratt

FIL = Path(__file__).with_name("demo") / "blanketter.json"
DOLT = "En kollega på biblioteket"  # masked in an answer, to show what that looks like


def ladda_blanketter(namnder):
    """Write the forms of the boards (by short name), which have their users already."""
    tidigare = {}
    for nr, data in enumerate(json.loads(FIL.read_text("utf-8"))):
        namnd = namnder[data["namnd"]]
        blankett = _ta_emot(namnd, data, f"demo-{nr}")
        if data.get("lage") == Blankett.Status.ATERTAGEN:
            ta_tillbaka(blankett)
            continue
        samordnare = _samordnare(namnd)
        _dialog(blankett, data, samordnare)
        _dolj(blankett, data, samordnare)
        _behandla(blankett, data, samordnare, tidigare.get(namnd))
        tidigare[namnd] = blankett


def _samordnare(namnd):
    rader = Medlemskap.objects.filter(namnd=namnd, ratt=Ratt.SAMORDNARE)
    forsta = rader.select_related("anvandare").first()
    return forsta and forsta.anvandare


def _ta_emot(namnd, data, bevis):
    inkom = timezone.localdate() - timedelta(days=data["dagar"])
    typ = data.get("typ", "vecka")
    start = inkom - timedelta(days=inkom.weekday())
    falt = {
        **{f: data[f] for f in ("miljo", "plats", "arbetsplats", "text")},
        "slag": tuple(data["slag"]),
        "atgarder": tuple(data["atgarder"]),
        "period_typ": typ,
        "period_start": start if typ == "vecka" else inkom.replace(day=1),
        "delomrade": Delomrade.objects.filter(
            namnd=namnd, namn=data.get("delomrade", "")
        ).first(),
    }
    blankett, _ = ta_emot(namnd, falt, bevis)
    Blankett.objects.filter(pk=blankett.pk).update(inkom=inkom, nyckel=None)
    blankett.refresh_from_db()
    return blankett


def _dialog(blankett, data, samordnare):
    if "lage" in data:
        lasa(blankett, av=samordnare)
    if "fraga" in data:
        stalla_fraga(blankett, data["fraga"], "demo", av=samordnare)
    if "svar" in data:
        svar = svara(blankett, data["svar"], "demo")
        spann = forekomster(svar.text, DOLT, Maskering.Typ.ANNAT)
        dag = min(blankett.inkom + timedelta(days=4), timezone.localdate())
        Meddelande.objects.filter(blankett=blankett).update(dag=dag)
        maskera(blankett, spann, av=samordnare, sedd=blankett.rakning, meddelande=svar)


def _dolj(blankett, data, samordnare):
    for ord_, typ in data.get("dolj", ()):
        spann = forekomster(blankett.text, ord_, typ)
        maskera(blankett, spann, av=samordnare, sedd=blankett.rakning)


def _behandla(blankett, data, samordnare, tidigare):
    lage = data.get("lage", "")
    if lage in ("klassad", "ingar"):
        falt = {
            "klass_slag": blankett.slag,
            "klass_miljo": blankett.miljo,
            "bedomning": data["bedomning"],
        }
        ar = blankett.inkom.year + 1 if lage == "ingar" else None
        klassa(blankett, falt, av=samordnare, sedd=blankett.rakning, lagesbild_ar=ar)
    hur = {"av": samordnare, "sedd": blankett.rakning}
    if lage == "ej_vbe":
        byt_status.ej_vbe(blankett, **hur)
    if lage == "dubblett":
        byt_status.ar_dubblett(blankett, tidigare, **hur)
