"""An enkät before it opens, its letters, and the day it can be answered until."""

from django import forms
from django.db import transaction
from django.utils import timezone

from blanketter.forms.sedd import SeddForm
from blanketter.forms.utan_person import UtanPerson
from lagesbild.models import Enkat, Grupp
from vbeplan.organisation.models import Spar
from vbeplan.tema.formular import Dag, RenText

FORBI = "Dagen har redan gått. Välj en som kommer."


def kommande_dag(dag):
    """Return the day; a ValidationError when it has passed."""
    if dag and dag < timezone.localdate():
        raise forms.ValidationError(FORBI)
    return dag


class _EnkatForm(SeddForm):
    def spara(self, *, av):
        """Save the enkät with its trace; tell whether it went."""
        enkat = self.instance
        ny = enkat._state.adding
        with transaction.atomic():
            if not ny and self.annan_hann_fore(self._sparad()):
                return False
            self.save()
            handling = Spar.Handling.SKAPAD if ny else Spar.Handling.ANDRAD
            enkat.spar(handling, enkat, av)
        return True

    def _sparad(self):
        return Enkat.objects.select_for_update().get(pk=self.instance.pk)


class EnkatForm(UtanPerson, _EnkatForm):
    """Whom it asks and until when. What is frozen when it opens isn't among the fields
    of an open one.
    """

    VAKTADE = ("namn",)
    grupper = forms.MultipleChoiceField(
        label="Till vilka",
        choices=Grupp.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="De i registret som hör till grupperna får var sin länk.",
    )

    class Meta:
        model = Enkat
        fields = ["namn", "grupper", "oppen_lank", "stanger"]
        widgets = {"stanger": Dag()}
        labels = {"oppen_lank": "Öppen länk i stället för personliga"}
        help_texts = {
            "namn": "Rubriken som den som svarar ser.",
            "oppen_lank": "En länk som alla kan svara på, till exempel på en affisch. "
            "Då går det inte att räkna ut hur många av dem som fick den som har "
            "svarat, och ingen kan påminnas.",
            "stanger": "Efter den dagen stänger enkäten av sig själv. Du kan ändra "
            "dagen så länge den är öppen.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance.ar_utkast:
            for namn in ("grupper", "oppen_lank"):
                del self.fields[namn]
            self.fields["stanger"].required = True

    def clean_stanger(self):
        return kommande_dag(self.cleaned_data["stanger"])


class BrevForm(_EnkatForm):
    """What the letters say. The link and the last day are added to each."""

    class Meta:
        model = Enkat
        fields = ["amne", "brev", "paminnelse", "avsandare", "svar_till"]
        widgets = {
            "brev": forms.Textarea(attrs={"rows": 8}),
            "paminnelse": forms.Textarea(attrs={"rows": 6}),
        }
        help_texts = {
            "brev": "Hälsningen, länken och sista dagen läggs till av sig själva.",
            "avsandare": "Står sist i brevet. Tomt: samordnaren i nämnden.",
            "svar_till": "Dit kommer svaret om någon svarar på brevet.",
        }


class OppnaIgenForm(RenText, forms.Form):
    """Until when a closed enkät can be answered again."""

    stanger = forms.DateField(label="Ny sista dag att svara", widget=Dag())

    def clean_stanger(self):
        return kommande_dag(self.cleaned_data["stanger"])
