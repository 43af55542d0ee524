"""A question of the enkät: its words, its kind, whom it is asked and what to answer."""

from django import forms

from blanketter.forms.fragor import FragaForm as VersioneradFragaForm
from blanketter.forms.val import lika
from lagesbild.enkatfragor.koder import HAR_VAL
from lagesbild.forms.texter import UtanPersonText
from lagesbild.handlingar.enkatfragor import FLEST, Stangd, ny_kod_for
from lagesbild.models import Grupp
from vbeplan.text.svenska import normalisera

STORSTA_SKALA = 10
HUR_SVARAR_MAN = {
    "en": "Ett svar av flera att välja på",
    "flera": "Flera svar får väljas",
    "skala": "En skala, till exempel 1–5",
    "tal": "Ett tal",
    "text": "Egna ord",
}
VANLIGT = {"skala": {"min": 1, "max": 5}, "tal": {"min": 0, "max": 1000}}
STANGD = (
    "Enkäten har öppnat, och då ändras inte frågorna: de som svarar ska svara på samma "
    "sak. Det du skrev är inte sparat, men står kvar här nedan. Frågan kan ställas i "
    "nästa enkät."
)
PER_SLAG = {
    "skala": ("min", "max", "lag", "hog"),
    "tal": ("min", "max", "enhet"),
}
BETYDER_ANNAT = (
    "Förut stod det ”%s”. Frågar den efter samma sak: bocka i det och spara igen. "
    "Frågar den efter något annat: låt den här utgå och gör en ny fråga, för svaren "
    "jämförs mellan åren."
)


class EnkatfragaForm(UtanPersonText, VersioneradFragaForm):
    """`lager` is where the question is kept: STADENS or EgnaFragor of an enkät.

    Without `kod` it is a new one of the kind `slag`; its kind never changes. Whom it
    asks about is never a person.
    """

    VAKTADE = ("fraga", "hjalp", "lag", "hog", "enhet")
    TEXTER = ("fraga",)
    DELAR = (
        *VersioneradFragaForm.DELAR,
        ("grupper", "Ställs till"),
        ("kravs", "Måste besvaras"),
        ("min", "Minst"),
        ("max", "Högst"),
        ("lag", "Ord för det lägsta"),
        ("hog", "Ord för det högsta"),
        ("enhet", "Enhet"),
    )
    fraga = forms.CharField(label="Fråga", max_length=200)
    samma = forms.BooleanField(label="Frågar efter samma sak som förut", required=False)
    kravs = forms.BooleanField(
        label="Måste besvaras",
        required=False,
        help_text="Bara om det finns ett svar som alltid går att välja, till exempel "
        "”Vet inte”.",
    )
    grupper = forms.MultipleChoiceField(
        label="Ställs till",
        required=False,
        choices=Grupp.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text="Bocka inte i någon om frågan ställs till alla.",
    )
    min = forms.IntegerField(label="Minst")
    max = forms.IntegerField(label="Högst")
    lag = forms.CharField(label="Ord för det lägsta", max_length=40, required=False)
    hog = forms.CharField(label="Ord för det högsta", max_length=40, required=False)
    enhet = forms.CharField(
        label="Vad som räknas",
        max_length=30,
        required=False,
        help_text="Ett ord som står efter talet, till exempel medarbetare.",
    )
    plats = forms.IntegerField(
        label="Plats i enkäten",
        min_value=1,
        max_value=FLEST,
        required=False,
        help_text="Frågans nummer i listan. Tomt: där den står, en ny sist.",
    )

    def __init__(self, data=None, *, lager, kod="", slag=""):
        self.slag = lager.fraga(kod).get("slag", slag)
        super().__init__(data, namn=kod, lager=lager)
        self.initial = VANLIGT.get(self.slag, {}) | self.initial
        self.lydelser = lager.lydelser(kod) if kod else []
        for namn in self._utan():
            del self.fields[namn]

    @property
    def har_val(self):
        return self.slag in HAR_VAL

    @property
    def lasta(self):
        return frozenset()

    @property
    def slagets_ord(self):
        return HUR_SVARAR_MAN[self.slag]

    @property
    def falten(self):
        """Return what is drawn before the choices, but the words of the question."""
        forst = ("min", "max", "lag", "hog", "enhet")
        return [self[namn] for namn in forst if namn in self.fields]

    def _utan(self):
        """Yield the fields that aren't for the kind, or whose meaning stands.

        A scale that has been asked keeps its steps and their words: other ones are
        another question.
        """
        egna = PER_SLAG.get(self.slag, ())
        last = self.slag == "skala" and self.lydelser
        for namn in ("min", "max", "lag", "hog", "enhet"):
            if namn not in egna or last or (namn == "enhet" and self.lydelser):
                yield namn
        if self.slag == "text":
            yield "kravs"
        if not (self.is_bound and self.lydelser):
            yield "samma"

    def clean_fraga(self):
        text = self.cleaned_data["fraga"]
        for fraga in self.lager.bredvid():
            samma = normalisera(fraga["fraga"]) == normalisera(text)
            if samma and fraga["kod"] != self.namn:
                raise forms.ValidationError("Den frågan finns redan i enkäten.")
        return text

    def clean(self):
        data = super().clean()
        self._granska_lydelsen(data)
        minst, hogst = data.get("min"), data.get("max")
        if minst is None or hogst is None:
            return data
        if minst >= hogst:
            self.add_error("max", "Det högsta ska vara mer än det lägsta.")
        elif self.slag == "skala" and hogst - minst > STORSTA_SKALA:
            self.add_error("max", f"En skala får ha högst {STORSTA_SKALA + 1} steg.")
        return data

    def _vaktat(self, data):
        yield from super()._vaktat(data)
        for rad in self.rader or ():
            yield None, getattr(rad, "cleaned_data", {}).get("text") or ""

    def _granska_lydelsen(self, data):
        """Ask when the words are others than the question has had, spelling apart."""
        text = data.get("fraga")
        andra = (
            text
            and self.lydelser
            and not any(lika(text, ord_) for ord_ in self.lydelser)
        )
        if andra and not data.get("samma"):
            self.add_error("fraga", BETYDER_ANNAT % self.lydelser[0])
        elif "samma" in self.fields and not andra:
            del self.fields["samma"]

    def spara(self, *, av):
        if not self.namn:
            self.namn = ny_kod_for(self.lager, self.cleaned_data["fraga"])
        try:
            return super().spara(av=av)
        except Stangd:
            self.add_error(None, STANGD)
            return False

    def _hur(self):
        return {"plats": self.cleaned_data["plats"]}

    def _ny(self):
        data = self.cleaned_data
        fast = {"kod": self.namn, "slag": self.slag}
        fast |= {namn: data.get(namn, False) for namn in ("kravs", "grupper")}
        mer = {n: data[n] for n in PER_SLAG.get(self.slag, ()) if n in data}
        return self.nu | super()._ny() | fast | mer
