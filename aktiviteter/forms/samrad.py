"""Who is asked about a plan, what they answered, and each remark with its answer."""

from django import forms
from django.db import IntegrityError
from django.utils import timezone

from aktiviteter.forms.planrad import PlanradForm
from aktiviteter.models import Samrad, Yttrande
from blanketter.forms.utan_person import UtanPerson
from vbeplan.tema.formular import Dag
from vbeplan.text.svenska import normalisera

Status, Utfall = Samrad.Status, Yttrande.Utfall
SVARADE = (Status.SVARAT, Status.AVSTOD)
MED_SKAL = (Utfall.DELVIS, Utfall.INTE, Utfall.SENARE)
STAR_REDAN = "Den står redan på listan. Öppna raden som finns, eller skriv ett annat."
FORE_FRAGAN = "Svaret kan inte ha kommit före frågan. Ändra någon av dagarna."
SKRIV_VARFOR = "Skriv varför, så att de som lämnade synpunkten får veta det."
INTE_AN = "Dagen har inte varit än. Välj en tidigare."


class SamradForm(UtanPerson, PlanradForm):
    """A row of the list of those who are asked."""

    VAKTADE = ("part", "epost")

    class Meta:
        model = Samrad
        fields = ["part", "slag", "epost"]
        help_texts = {"epost": "Funktionens brevlåda, inte en persons."}

    def clean_part(self):
        part = self.cleaned_data["part"]
        andra = self.instance.plan.samraden.exclude(pk=self.instance.pk)
        if normalisera(part) in {normalisera(rad.part) for rad in andra}:
            raise forms.ValidationError(STAR_REDAN)
        return part

    def i_sparet(self):
        return f"samrådet med {self.instance} om {self.instance.plan}"

    def spara(self, *, av):
        try:
            return super().spara(av=av)
        except IntegrityError:  # put there by another just now
            self.add_error("part", STAR_REDAN)
            return False


class SamradssvarForm(PlanradForm):
    """How it stands with one who is asked, what they answered, what it led to."""

    i_sparet = SamradForm.i_sparet

    class Meta:
        model = Samrad
        fields = ["status", "fragad", "svar_senast", "svarat", "svar", "ledde_till"]
        widgets = {
            "fragad": Dag(),
            "svar_senast": Dag(),
            "svarat": Dag(),
            "svar": forms.Textarea(attrs={"rows": 4}),
            "ledde_till": forms.Textarea(attrs={"rows": 3}),
        }
        help_texts = {
            "fragad": "Har du frågat på ett möte eller per telefon: skriv dagen här.",
            "svar": "I korthet. Varje synpunkt som ska få ett svar skriver du för sig.",
            "ledde_till": "Till exempel: aktivitet 12 är ny.",
        }

    def clean_fragad(self):
        return self._har_varit("fragad")

    def clean_svarat(self):
        return self._har_varit("svarat")

    def _har_varit(self, namn):
        dag = self.cleaned_data[namn]
        if dag and dag > timezone.localdate():
            raise forms.ValidationError(INTE_AN)
        return dag

    def clean(self):
        data = super().clean()
        if "status" not in self.changed_data:
            data["status"] = self._forstatt(data)
        for falt, vad in self._brister(data):
            self.add_error(falt, vad)
        return data

    def _forstatt(self, data):
        """Return the status that the days say, when she has left it as it was."""
        status = data.get("status")
        if data.get("svarat") and status in (Status.INTE_FRAGAD, Status.FRAGAD):
            return Status.SVARAT
        if data.get("fragad") and status == Status.INTE_FRAGAD:
            return Status.FRAGAD
        return status

    def _brister(self, data):
        """Yield (field, what to do) for what doesn't hang together."""
        status, fragad = data.get("status"), data.get("fragad")
        svarat, senast = data.get("svarat"), data.get("svar_senast")
        har_fel = self.errors
        if fragad and svarat and svarat < fragad:
            yield "svarat", FORE_FRAGAN
        if fragad and senast and senast < fragad:
            yield "svar_senast", "Svarsdagen är före frågan. Välj en senare dag."
        if status == Status.INTE_FRAGAD and (fragad or svarat):
            yield "status", "Det finns en dag här nedanför. Välj ett annat läge."
        if status == Status.FRAGAD and not fragad and "fragad" not in har_fel:
            yield "fragad", "Skriv vilken dag ni frågade."
        if status in SVARADE and not svarat and "svarat" not in har_fel:
            yield "svarat", "Skriv vilken dag svaret kom."
        if status in (Status.FRAGAD, Status.UTEBLEV) and svarat:
            yield "status", "Här finns en svarsdag. Välj Har svarat eller Avstod."


class YttrandeForm(PlanradForm):
    """One remark: what it is about, its words, its outcome and our answer."""

    class Meta:
        model = Yttrande
        fields = ["galler", "text", "utfall", "svar"]
        widgets = {
            "galler": forms.TextInput(attrs={"list": "kan-galla"}),
            "text": forms.Textarea(attrs={"rows": 5}),
            "svar": forms.Textarea(attrs={"rows": 4}),
        }
        help_texts = {
            "text": "Ordagrant eller i korthet, men inget om enskilda personer.",
            "svar": "Vad ni gjorde, eller varför inte. De får läsa det.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["utfall"].choices = [("", "Inte besvarad än"), *Utfall.choices]

    def clean(self):
        data = super().clean()
        if data.get("utfall") in MED_SKAL and not data.get("svar"):
            self.add_error("svar", SKRIV_VARFOR)
        if data.get("svar") and not data.get("utfall") and "utfall" not in self.errors:
            self.add_error("utfall", "Välj vad synpunkten ledde till.")
        return data

    def i_sparet(self):
        samrad = self.instance.samrad
        return f"en synpunkt från {samrad} om {samrad.plan}"


class ForslagForm(forms.Form):
    """Suggestions to tick; one that has been put on the list meanwhile is no error."""

    part = forms.MultipleChoiceField(
        label="Vilka ska frågas?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Kryssa i minst en, eller lägg till en egen.",
            "invalid_choice": "En av dem står redan på listan. Välj bland de andra.",
        },
    )

    def __init__(self, data=None, *, forslag):
        super().__init__(data)
        self.forslag = {f.part: f for f in forslag}
        grupper = {}
        for f in forslag:
            grupper.setdefault(f.ur, []).append((f.part, f.part))
        self.fields["part"].choices = list(grupper.items())
        self.initial["part"] = [f.part for f in forslag if f.ar_fran_forra]

    @property
    def valda(self):
        """Return the `Forslag` that a valid form says."""
        return [self.forslag[part] for part in self.cleaned_data["part"]]
