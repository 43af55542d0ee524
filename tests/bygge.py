"""Builds what tests need out of the real models: boards, users, plans, forms, units.

Plain functions with believable defaults. Everything of a board carries its short name
in its words («Aktivitet 3 i ekhamra»), so that a test can look for what has leaked.
"""

from copy import deepcopy
from datetime import date
from itertools import count

from django.conf import settings

from aktiviteter import historia
from aktiviteter.handlingar import importera_plan
from aktiviteter.models import Andring, Handlingsplan, Inlasning
from aktiviteter.utbyte import granska
from blanketter.handlingar import ta_emot
from blanketter.models import (
    Enhet,
    Frageversion,
    Fragutkast,
    Gallringsregel,
    Gallringsstopp,
    Kontakt,
    Rutinsteg,
)
from vbeplan.nycklar.falt import Krypterad
from vbeplan.organisation.models import Anvandare, Namnd, Roll

LOSENORD = "granby-prov-2027"
AR = 2027

_lopnummer = count(1)


def ny_namnd(kort="ekhamra", **falt):
    """Return a saved board; its name is made of the short name."""
    falt.setdefault("namn", f"{kort.capitalize()} stadsdelsnämnd")
    return Namnd.objects.create(kort=kort, **falt)


def nytt_delomrade(namnd, **falt):
    """Return a saved part of the board's district."""
    return namnd.delomraden.create(namn=f"Del {next(_lopnummer)}", **falt)


def ny_anvandare(ratt=None, namnd=None, *, losenord=None, roller=(), **falt):
    """Return a saved user with one right, or with none at all.

    Without `losenord` nobody can sign in by the form; tests use `force_login`.
    """
    nr = next(_lopnummer)
    falt.setdefault("epost", f"{ratt or 'ingen'}-{nr}@granby.example")
    falt.setdefault("namn", f"Åsa Öberg {nr}")
    anvandare = Anvandare.objects.create_user(password=losenord, **falt)
    if ratt:
        medlemskap = anvandare.medlemskap.create(ratt=ratt, namnd=namnd)
        medlemskap.roller.set(roller)
    return anvandare


def ny_roll(namnd, namn=None, *, innehavare="", fran=date(2020, 1, 1), till=None):
    """Return a board's role, held by `innehavare` when one is given."""
    roll = Roll.objects.med_namn(namnd, namn or f"Enhetschef i {namnd.kort}")
    if innehavare:
        roll.innehav.create(namn=innehavare, fran=fran, till=till)
    return roll


def ny_plan(namnd, ar=AR, *, aktiviteter=5, kapitel=3, delad=False, av=None):
    """Return a saved plan of that many chapters and activities, with one remark."""
    data = plandata(namnd, ar, aktiviteter=aktiviteter, kapitel=kapitel)
    plan = importera_plan(granska(data), namnd=namnd, ar=ar, av=av)
    if delad:
        plan.dela(True, av=av)
    return plan


def nytt_villkor(namnd, ar, *, delad=False):
    """Give a board a plan with an approval's condition; return its address's words."""
    plan = Handlingsplan.objects.create(namnd=namnd, ar=ar, delad=delad)
    beslut = plan.besluten.create(organ="KS", utfall="villkor", dag=date(ar, 5, 4))
    villkor = beslut.villkoren.create(text=f"Villkor i {namnd.kort}")
    return {"namnd": namnd.kort, "ar": ar, "pk": villkor.pk}


def nytt_ks_beslut(namnd, ar, *, delad=False):
    """Give a board a plan that its KS has sent back; return its address's words."""
    plan = Handlingsplan.objects.create(namnd=namnd, ar=ar, delad=delad)
    beslut = plan.besluten.create(organ="KS", utfall="aterremiss", dag=date(ar, 5, 4))
    return {"namnd": namnd.kort, "ar": ar, "pk": beslut.pk}


def plandata(namnd, ar=AR, *, aktiviteter=5, kapitel=3):
    """Return a whole plan in the exchange format, the last chapter holding the rows."""
    var = f"i {namnd.kort}"
    return {
        "format": "vbeplan-plan/1",
        "kommun": "Granby stad",
        "namnd": namnd.namn,
        "ar": ar,
        "titel": f"Handlingsplan {var}",
        "dnr": f"{namnd.kort.upper()} {ar}/88-1.3",
        "datum": None,
        "dokument": {"typ": "Plan", "agare": f"Samordnaren {var}"},
        "avsnitt": [
            {
                "rubrik": f"Kapitel {nr} {var}",
                "niva": 1,
                "text": f'<p>Text {nr} {var}<span class="fotnot">Not {var}</span></p>',
            }
            for nr in range(1, kapitel + 1)
        ],
        "aktiviteter": [
            _aktivitet(nr, kapitel - 1, var) for nr in range(1, aktiviteter + 1)
        ],
        "anmarkningar": [
            {
                "slag": "import",
                "plats": f"Kapitel 1 {var}",
                "text": f"Läs om {var}.",
                "avsnitt_nr": 0,
            }
        ]
        if kapitel
        else [],
    }


def _aktivitet(nr, avsnitt_nr, var):
    return {
        "nummer": nr,
        "avsnitt_nr": avsnitt_nr,
        "titel": f"Aktivitet {nr} {var}",
        "beskrivning": f"<p>Beskrivning {nr} {var}</p>",
        "ansvariga": [
            {"roll": f"Enhetschef {var}", "art": "huvudansvarig"},
            {"roll": f"Kurator {nr % 3} {var}", "art": "i_samrad_med"},
        ],
        "tidplan": {"text": "Löpande", "avstamning": "2027-04-30"},
        "uppfoljning": {"text": "Tertialrapport 1"},
    }


def ny_inlasning(av, namnd, ar=AR + 1):
    """Return a plan file that `av` has brought in and not yet said yes to."""
    data = plandata(namnd, ar)
    return Inlasning.objects.create(
        av=av, namnd=namnd, ar=ar, filnamn="plan.json", fil=b"{}", data=data
    )


def andra(rad, *, av=None, **falt):
    """Change a plan, a chapter or an activity as its form does; return the `Andring`.

    The row is read anew first.
    """
    rad.refresh_from_db()
    for namn, varde in falt.items():
        setattr(rad, namn, varde)
    rad.spara_over(rad.version, av=av)
    return historia.skriv(Andring.Handling.ANDRAD, rad, av=av)


def ny_arbetsbok(av, plan):
    """Return a workbook that `av` has brought in: one row changed, one row new."""
    forsta = plan.aktiviteter.order_by("ordning").first()
    rader = [
        {"rad": 2, "nr": str(forsta.nummer), "mål": f"Mål i {plan.namnd.kort}"},
        {
            "rad": 3,
            "nr": "",
            "aktivitet": f"Ny i {plan.namnd.kort}",
            "kapitel": plan.avsnitt.first().rubrik,
        },
    ]
    return Inlasning.objects.create(
        av=av, namnd=plan.namnd, ar=plan.ar, plan=plan, filnamn="rader.xlsx",
        fil=b"", data=rader,
    )  # fmt: skip


def ny_blankett(namnd, bevis=None, **falt):
    """Return a received form; `falt` by the model's names, its code from `bevis`."""
    falt = {
        "slag": ("klotter",),
        "miljo": "oklart",
        "period_typ": "vecka",
        "period_start": date(2026, 9, 28),
        "plats": "utomhus",
        "arbetsplats": "skola",
        "text": f"Klistermärken på en lyktstolpe i {namnd.kort}.",
    } | falt
    bevis = bevis or f"bevis-{next(_lopnummer)}"
    return ta_emot(namnd, falt, bevis)[0]


def forvansk(rad, varde=None):
    """Let the row's sealed text be `varde`, or nothing that its key opens."""
    varde = varde or f"{settings.NYCKLAR.aktiv}:{'A' * 64}"
    type(rad).objects.filter(pk=rad.pk).update(text=Krypterad(varde))


def ny_gallringsregel(av, klass="klassad", *, namnd=None, **falt):
    """Return a rule that is in force: 24 months from the day, unless `falt` differ."""
    falt = {
        "antal": 24,
        "dnr": "KS 2026/123",
        "paragraf": "§ 45",
        "beslutad": date(2026, 2, 4),
    } | falt
    efter = falt.pop("efter", None)
    regel = Gallringsregel(klass=klass, namnd=namnd, **falt)
    regel.lagg_in(av=av, efter=efter)
    return regel


def nytt_gallringsstopp(av, namnd, **falt):
    """Return a stop in force: for all of the board's, unless `falt` say less."""
    falt = {"skal": f"Begäran om utlämnande i {namnd and namnd.kort}"} | falt
    stopp = Gallringsstopp(namnd=namnd, **falt)
    stopp.lagg(av=av)
    return stopp


def ny_enhet(namnd, namn=None, **falt):
    """Return a saved reporting unit, asked since long."""
    falt = {"arbetsplats": "forskola", "fran": date(2020, 1, 1)} | falt
    namn = namn or f"Enhet {next(_lopnummer)} i {namnd.kort}"
    return Enhet.objects.create(namnd=namnd, namn=namn, **falt)


def ny_stegtext(namnd=None, kod="barn", **falt):
    """Return a board's own words of a step in the routine, or the city's."""
    var = namnd.kort if namnd else "staden"
    falt.setdefault("fraga", f"Är du orolig för ett barn i {var}?")
    falt.setdefault("gor", f"Gör en orosanmälan i {var}")
    return Rutinsteg.objects.create(namnd=namnd, kod=kod, version=1, **falt)


def ny_kontakt(namnd=None, kod="barn", **falt):
    """Return whom to reach in a step, a board's or the city's."""
    var = namnd.kort if namnd else "staden"
    falt.setdefault("funktion", f"Mottagningsgruppen i {var}")
    falt.setdefault("telefon", "010-123 45 60")
    return Kontakt.objects.create(namnd=namnd, kod=kod, version=1, **falt)


def nytt_fragutkast(**andrat):
    """Return the draft of the next questions; `andrat` is what differs, by question."""
    fragor = deepcopy(Frageversion.objects.gallande().fragor)
    andrat = andrat or {"miljo": {"hjalp": "Välj det som ligger närmast."}}
    for namn, delar in andrat.items():
        fragor[namn] |= delar
    return Fragutkast.objects.create(fragor=fragor)
