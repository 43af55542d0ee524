"""Builds enkäter with answers, closed and ready to be counted."""

import json
from copy import deepcopy
from datetime import date

from lagesbild.enkatfragor.lista import enkatversion_gallande, fragor_for
from lagesbild.models import (
    AnnatResultat,
    Enkat,
    Enkatsvar,
    Enkatutkast,
    Inbjudan,
    Respondent,
)
from tests import bygge_lagesbild

EN = {
    "kod": "kunskap",
    "slag": "en",
    "fraga": "Hur stor är kunskapen?",
    "hjalp": "",
    "kravs": True,
    "grupper": [],
    "val": [
        {"kod": "lag", "text": "Låg"},
        {"kod": "medel", "text": "Medelhög"},
        {"kod": "hog", "text": "Hög"},
    ],
}
FLERA = EN | {
    "kod": "miljo",
    "slag": "flera",
    "fraga": "Vilka miljöer?",
    "kravs": False,
}
SKALA = {
    "kod": "vikt", "slag": "skala", "fraga": "Hur viktigt?", "hjalp": "",
    "kravs": False, "grupper": [], "min": 1, "max": 5,
    "lag": "inte alls", "hog": "mycket",
}  # fmt: skip
TAL = {
    "kod": "antal", "slag": "tal", "fraga": "Hur många gick den?", "hjalp": "",
    "kravs": False, "grupper": [], "min": 0, "max": 500, "enhet": "medarbetare",
}  # fmt: skip
TEXT = {
    "kod": "behov", "slag": "text", "fraga": "Vad behövs?", "hjalp": "",
    "kravs": False, "grupper": [],
}  # fmt: skip


def nytt_enkatutkast():
    """Return the draft of the city's next questions: one with other help."""
    fragor = deepcopy(enkatversion_gallande().fragor)
    fragor[0]["hjalp"] = "Välj det som ligger närmast."
    return Enkatutkast.objects.create(fragor=fragor)


def ny_enkat(namnd=None, *, bild=None, **falt):
    """Return a saved draft with the city's questions of today."""
    bild = bild or bygge_lagesbild.ny_lagesbild(namnd)
    falt.setdefault("grupper", ["egen"])
    return Enkat.objects.create(lagesbild=bild, version=enkatversion_gallande(), **falt)


def stangd(namnd=None, svar=(), *, fragor=None, **falt):
    """Return a closed enkät with the answers [(group, {code: answer}), …].

    Words are answers to questions of text. `fragor` are frozen as they would have been.
    """
    enkat = ny_enkat(namnd, **falt)
    enkat.fragor = fragor or fragor_for(enkat)
    enkat.status, enkat.stanger = Enkat.Status.STANGD, date(2026, 2, 28)
    enkat.save()
    for grupp, ett in svar:
        svara(enkat, grupp, ett)
    return enkat


def svara(enkat, grupp, ett):
    """Add one counted answer to an enkät; return it."""
    ord_ = {f["kod"] for f in enkat.fragor if f["slag"] == "text"}
    texter = {kod: text for kod, text in ett.items() if kod in ord_}
    rad = Enkatsvar(enkat=enkat, grupp=grupp, raknas=True)
    rad.svar = {kod: v for kod, v in ett.items() if kod not in ord_}
    rad.texter = json.dumps(texter) if texter else None
    rad.save()
    return rad


def bjud_in(enkat, grupp, antal, svarade=0):
    """Ask respondents of a group, of which the first have answered."""
    namnd = enkat.lagesbild.namnd
    for nr in range(antal):
        namn = f"{grupp} {nr} i {namnd.kort}, enkät {enkat.pk}"
        vem = Respondent.objects.create(namnd=namnd, namn=namn, grupp=grupp)
        rad = Inbjudan.ny(enkat, vem)
        rad.har_svarat = nr < svarade
        rad.save()


def nagra(grupp, **antal):
    """Return answers of a group to EN: nagra("egen", lag=3) are three low."""
    return [(grupp, {"kunskap": kod}) for kod, n in antal.items() for _ in range(n)]


def annat_resultat(bild, *, fran="Sjövik", fraga="kunskap_egen", **falt):
    """Return another board's saved result."""
    falt.setdefault("svarande", 30)
    falt.setdefault("antal", {"lag": 12, "medelhog": 10, "hog": 8})
    return AnnatResultat.objects.create(lagesbild=bild, fran=fran, fraga=fraga, **falt)
