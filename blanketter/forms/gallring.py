"""Retention: a rule by a decision, and a stop with its reason."""

from django import forms
from django.db import IntegrityError, transaction

from blanketter.forms.utan_person import UtanPerson
from blanketter.models import Gallringsklass, Gallringsregel, Gallringsstopp
from vbeplan.tema.formular import Dag, RenText

NAGON_HANN_FORE = (
    "Någon annan ändrade regeln medan du skrev. Det du skrev står kvar här. Läs hur "
    "regeln ser ut nu, under Regler, innan du sparar igen."
)
FINNS = "%s har redan en regel för det. Öppna den under Regler och ändra den."
SAMMA = "Regeln ser redan ut så. Ändra något, eller välj Avbryt."


class GallringsregelForm(RenText, forms.ModelForm):
    """A new rule, or with `efter` the one that follows it: same class and board."""

    markera_frivilliga = False

    class Meta:
        model = Gallringsregel
        fields = [
            *("klass", "namnd", "antal", "enhet", "raknas"),
            *("dnr", "paragraf", "beslutad"),
        ]
        labels = {"namnd": "Gäller för", "enhet": "Tiden är i"}
        widgets = {"beslutad": Dag()}
        help_texts = {
            "antal": "Ett tal. Den sista dagen räknas med; texten tas bort dagen efter "
            "eller senare.",
            "raknas": "”Utgången av det året” gör att allt från ett år gallras "
            "samtidigt.",
            "namnd": "Nämndens egen regel går före kommunens.",
            "beslutad": "Den dag då beslutet om gallring fattades.",
        }
        error_messages = {
            "klass": {"required": "Välj vad som ska gallras."},
            "antal": {"required": "Skriv ett tal, till exempel 24."},
            "dnr": {"required": "Skriv beslutets diarienummer."},
            "paragraf": {"required": "Skriv paragrafen ur protokollet."},
            "beslutad": {"required": "Välj den dag då beslutet fattades."},
        }

    def __init__(self, *args, efter=None, **kwargs):
        kwargs["instance"] = _foljer(efter) if efter else Gallringsregel()
        super().__init__(*args, **kwargs)
        self.efter = efter
        if efter:
            del self.fields["klass"], self.fields["namnd"]
            return
        self.fields["namnd"].empty_label = "Hela kommunen"
        self.fields["klass"].choices = [("", "Välj"), *Gallringsklass.choices]
        self.fields["klass"].help_text = " ".join(
            f"{k.label}: {k.vad[0].lower()}{k.vad[1:]}" for k in _FORKLARAS
        )

    def clean(self):
        data = super().clean()
        if self.errors:
            return data
        if self.efter and not self.has_changed():
            raise forms.ValidationError(SAMMA)
        if not self.efter and _finns(data["klass"], data["namnd"]):
            vem = "Nämnden" if data["namnd"] else "Kommunen"
            self.add_error("klass", FINNS % vem)
        return data

    def spara(self, *, av):
        """Let the rule be in force; tell whether it went."""
        try:
            with transaction.atomic():
                self.instance.lagg_in(av=av, efter=self.efter)
        except IntegrityError:
            self.add_error(None, NAGON_HANN_FORE)
            return False
        return True


def _finns(klass, namnd):
    return Gallringsregel.objects.galler().filter(klass=klass, namnd=namnd).exists()


# The others' names say what they are.
_FORKLARAS = (
    *(Gallringsklass.DIALOG, Gallringsklass.PERSONUPPGIFTER),
    *(Gallringsklass.ENKATSVAR, Gallringsklass.ENKATLISTA, Gallringsklass.BREV),
)
_ARVS = ("klass", "namnd", "antal", "enhet", "raknas", "dnr", "paragraf", "beslutad")


def _foljer(regel):
    return Gallringsregel(**{falt: getattr(regel, falt) for falt in _ARVS})


class GallringsstoppForm(RenText, UtanPerson, forms.ModelForm):
    """A stop for what `instance` says: one form, a board, or the whole city."""

    VAKTADE = ("skal",)
    markera_frivilliga = False

    class Meta:
        model = Gallringsstopp
        fields = ["klass", "skal", "till"]
        widgets = {"till": Dag(), "skal": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "till": "Den sista dagen som stoppet gäller. Tomt: tills någon släpper det."
        }
        error_messages = {
            "skal": {"required": "Skriv varför det ska vara kvar."},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.blankett_id:
            del self.fields["klass"]
        else:
            allt = ("", "Allt")
            self.fields["klass"].choices = [allt, *Gallringsklass.choices]

    def spara(self, *, av):
        self.instance.lagg(av=av)
