"""What the component gallery shows: a made-up example of every state, no database."""

from django import forms

from vbeplan.text.falt import RikTextFormField, Skrivyta

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
        "aktiviteter": aktiviteter,
    }


def exempel():
    """Return the gallery's context."""
    return {
        "statusord": ["Utkast", "Pågår", "Beslutad", "Försenad", "Avslutad"],
        "nivaer": ["success", "info", "warning", "error"],
        "tomt_formular": Exempelformular(
            auto_id="tomt_%s", initial={"last": "EKH 1", "beskrivning": TEXT}
        ),
        "fel_formular": Exempelformular({}, auto_id="fel_%s"),
        "kapitel": [_avsnitt()],
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
