"""What the component gallery shows: a made-up example of every state, no database."""

from dataclasses import replace
from datetime import datetime
from types import SimpleNamespace

from django import forms
from django.contrib.messages import SUCCESS, WARNING
from django.contrib.messages.storage.base import Message
from django.utils.timezone import get_current_timezone

from aktiviteter.granskning.brist import brist
from aktiviteter.granskning.samling import samla
from vbeplan.text.falt import RikTextFormField, Skrivyta
from vbeplan.text.jamfor import jamfor_block, jamfor_ord

NIVAER = [("universell", "Universell"), ("selektiv", "Selektiv")]

TEXT = (
    "<p>Arbetet riktar sig till <strong>alla</strong>."
    '<span class="fotnot">Riktlinjer för arbetet, <em>Granby stad</em>.</span></p>'
    "\n<h3>Tidig upptäckt</h3>\n<ul><li>Oro tas upp samma dag.</li></ul>"
)


class Exempelformular(forms.Form):
    """One field of each kind the house uses; bound and empty it shows every error."""

    utan_fokus = True  # the error summary must not pull the gallery down to itself

    titel = forms.CharField(
        label="Aktivitet", help_text="En kort rubrik, till exempel ”Demokrativecka”."
    )
    beskrivning = RikTextFormField(
        label="Beskrivning", widget=Skrivyta(attrs={"rows": 4}), required=False
    )
    niva = forms.ChoiceField(label="Nivå", choices=[("", "Välj nivå"), *NIVAER])
    datum = forms.DateField(
        label="Beslutsdatum",
        widget=forms.DateInput(attrs={"type": "date"}),
        required=False,
    )
    maltal = forms.IntegerField(label="Måltal", required=False)
    malgrupp = forms.MultipleChoiceField(
        label="Målgrupper",
        choices=[("barn", "Barn"), ("unga", "Unga"), ("vuxna", "Vuxna")],
        widget=forms.CheckboxSelectMultiple,
        help_text="Välj alla som stämmer.",
    )
    art = forms.ChoiceField(
        label="Ansvar",
        choices=[("huvudansvarig", "Huvudansvarig"), ("medansvarig", "Medansvarig")],
        widget=forms.RadioSelect,
    )
    fil = forms.FileField(
        label="Word-fil", required=False, help_text="En .docx-fil på högst 20 MB."
    )
    klar = forms.BooleanField(label="Aktiviteten är klar", required=False)
    last = forms.CharField(label="Diarienummer", disabled=True, required=False)


def _aktivitet(nummer, titel, tidplan, **annat):
    return {
        "pk": nummer,
        "nummer": nummer,
        "titel": titel,
        "ansvarig": "Avdelningschef barn och unga i samråd med rektor",
        "tidplan": tidplan,
        "uppfoljning": "I ordinarie verksamhetsuppföljning",
        "ankare": f"aktivitet-{nummer}",
        **annat,
    }


def _avsnitt():
    aktiviteter = [
        _aktivitet(
            1,
            "Demokrativecka i årskurs 8",
            "25–31 oktober 2027",
            beskrivning="<p>Eleverna arbetar med källkritik.</p>\n"
            "<ul><li>Tema: propaganda förr och nu</li></ul>",
            fakta=[
                ("Mål", "alla fem skolor deltar"),
                ("Målgrupp", "elever i årskurs 8"),
                ("Nivå", "universell"),
                ("Nationell strategi", "Förebygga"),
            ],
        ),
        _aktivitet(2, "Fältassistenter på kvällstid", ""),
    ]
    return {
        "pk": 1,
        "nummer": "4",
        "niva": 1,
        "rubrik": "Förebyggande arbete",
        "text": TEXT,
        "ankare": "avsnitt-1",
        "tabelltitel": "Förebyggande aktiviteter",
        "aktiviteter": aktiviteter,
    }


STUND = datetime(2027, 3, 22, 9, 14, tzinfo=get_current_timezone())
FORE = "<p>Arbetet riktar sig till unga. Det följs upp varje år.</p>"
EFTER = "<p>Arbetet riktar sig till alla unga. Det följs upp varje termin.</p>"


def _granskning():
    """Return a margin: what stops, what waits, one told of many, one put away."""
    datum = "Datumet 2027-31-12 finns inte. Menade du 2027-12-31?"
    gammalt = "”Budget 2025” talar om 2025, men planen gäller 2027."
    brister = [
        _pa(brist("omojligt_datum", datum), "Aktivitet 2, Fältassistenter", "2"),
        *(
            _pa(brist("utan_avstamning", "Välj en dag."), f"Aktivitet {n}", str(n))
            for n in (1, 2)
        ),
        _pa(brist("gammalt_ar", gammalt), "4 Förebyggande arbete", "4"),
    ]
    lagd = SimpleNamespace(
        nyckel=brister[-1].nyckel, skal="Det är rätt år.", av="Malin", tid=STUND
    )
    return samla(brister, [lagd])


def _pa(b, plats, kort):
    ankare = "avsnitt-1" if kort == "4" else f"aktivitet-{kort}"
    nyckel = f"exempel-{b.slag}-{kort}".replace("_", "-")
    return replace(
        b, plats=plats, kort=kort, ankare=ankare, redigera="#oppet", nyckel=nyckel
    )


def _faltpar():
    return [
        {"etikett": "Tidplan", "markerat": jamfor_ord("Hösten 2027", "Våren 2027")},
        {"etikett": "Beskrivning", "block": jamfor_block(FORE, EFTER)},
    ]


def _krock():
    """Return what a form with a clash holds: one thing to choose, one that is taken."""
    fragan = {
        "slag": "krock",
        "namn": "val-exempel",
        "forval": "min",
        "mina": [b.markerat for b in jamfor_block(FORE, EFTER)],
        "andras": [b.markerat for b in jamfor_block(FORE, FORE.replace("år", "månad"))],
        "bada_gar": True,
    }
    taget = {"slag": "annans", "andras": [jamfor_ord("Hösten 2027", "Våren 2027")]}
    return {
        "krock": {
            "fragor": [{"etikett": "Beskrivning", "rik": True, "fragor": [fragan]}],
            "tagna": [{"etikett": "Tidplan", "fragor": [taget]}],
        },
        "annans": {"andrad_av": "Leila Haddadi", "version": 2},
        "utan_fokus": True,
    }


def _andringar():
    """Return deeds as the list of changes tells them, the latest first."""
    gjort = [
        ("ändrade", "kapitlet Förebyggande arbete", False),
        ("flyttade", "aktivitet 2. Fältassistenter på kvällstid", True),
    ]
    return [
        {
            "tid": STUND,
            "vem": "Malin Östergren",
            "get_handling_display": handling,
            "vad": vad,
            "ar_angrad": angrad,
            "get_absolute_url": "#historik",
        }
        for handling, vad, angrad in gjort
    ]


def exempel():
    """Return the gallery's context."""
    return {
        "statusord": ["Utkast", "Pågår", "Beslutad", "Försenad", "Avslutad"],
        "nivaer": ["success", "info", "warning", "error"],
        "tomt_formular": Exempelformular(
            auto_id="tomt_%s", initial={"last": "EKH 1", "beskrivning": TEXT}
        ),
        "fel_formular": Exempelformular({}, auto_id="fel_%s"),
        "besked": [
            Message(SUCCESS, "Sparat: Förebyggande arbete.", "#meddelanden"),
            Message(SUCCESS, "Ångrat: ändringen av kapitlet.", "#gor-om"),
            Message(WARNING, "Någon hann före. Titta igen och välj sedan."),
        ],
        "granskning": _granskning(),
        "namnd_kort": "ekhamra",
        "plan": {"ar": 2027, "avsnitt": True},
        "form": _krock(),
        "ting": {
            "vad": "aktivitet",
            "namn": "1. Demokrativecka i årskurs 8",
            "falt": _faltpar(),
        },
        "andringar": _andringar(),
        "avsnitt": _avsnitt(),
        "dokument": [("Diarienummer", "EKH 2027/41-1.3"), ("Gäller till", "30 april")],
        "smulor": [("Planer", "#planer"), ("Planen 2027", "#planen")],
        "steg": [("Underlag", "klart"), ("Samråd", "nu"), ("Beslut 22 april", "")],
        "anmarkningar": [
            {
                "slag": "omojligt_datum",
                "rubrik": "Datumet finns inte",
                "text": "”T.o.m. 2027-31-12” – menade du 2027-12-31?",
                "plats": "Aktivitet 4, Tidplan",
                "ankare": "aktivitet-2",
            },
            {"text": "Rutan Ansvarig är tom.", "plats": "Kapitel 5, rad 2"},
        ],
        "tolkningar": [
            {"text": "Löpande – nästa avstämning 30 april 2027"},
            {"text": "Hösten 2027, 1 september–30 november", "slag": "fraga"},
            {
                "text": "2027-31-12",
                "slag": "fel",
                "forslag": "2027-12-31",
            },
        ],
        "foljder": ["Kapitlets text", "3 aktiviteter med ansvariga och tidplan"],
    }
