"""The choices of a question: their words, their order and which go."""

from difflib import SequenceMatcher

from django import forms

from blanketter.fragor.koder import ny_kod
from blanketter.models.fragor import OKLART
from vbeplan.tema.formular import RenText
from vbeplan.text.svenska import normalisera

FARST, FLEST = 2, 30
SIST = {"annat", "annan", OKLART, "vill_inte", "inget"}  # what is read when none fits
LIKA = 0.9  # as alike as two spellings of the same words


class ValForm(RenText, forms.Form):
    """One choice. Its code follows along unseen and is never written by hand."""

    markera_frivilliga = False
    utan_plats = FLEST + 1

    kod = forms.CharField(widget=forms.HiddenInput, required=False, max_length=40)
    text = forms.CharField(label="Svar", required=False, max_length=100)
    plats = forms.IntegerField(label="Plats", required=False, min_value=1)
    samma = forms.BooleanField(label="Betyder samma sak som förut", required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["plats"].error_messages["min_value"] = "Skriv 1 eller mer."
        if not self.is_bound:
            del self.fields["samma"]

    @property
    def fortsatter(self):
        return self.cleaned_data.get("text") and not self.cleaned_data.get("DELETE")

    @property
    def turen(self):
        """Return what orders it: its place, where one that is moved there pushes on."""
        plats = self.cleaned_data.get("plats") or self.utan_plats
        forut = self.initial.get("plats", FLEST + 1)
        return plats, (plats > forut) - (plats < forut)


class _ValFormSet(forms.BaseFormSet):
    """A question's choices; `nu` is what it is in the draft, `historia` its choices'
    words through the versions, `lasta` the codes that may not go."""

    def __init__(self, *args, nu, historia, lasta=frozenset(), **kwargs):
        self.historia, self.lasta = historia, lasta
        self.nu = {v["kod"]: v["text"] for v in nu.get("val", ())}
        rader = [v | {"plats": nr} for nr, v in enumerate(nu.get("val", ()), 1)]
        super().__init__(*args, initial=rader, **kwargs)

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if index is not None:
            form.fields["text"].label = f"Svar {index + 1}"
        if "DELETE" in form.fields:  # a choice that is there, not an empty row
            form.fields["DELETE"].label = "Utgår"

    def clean(self):
        super().clean()
        rader = [form for form in self.forms if form.is_valid()]
        sedda = {}
        for form in rader:
            self._granska(form, sedda)
        kvar = {form.cleaned_data.get("kod") for form in rader if form.fortsatter}
        if borta := self.lasta - kvar:
            ord_ = self.nu[borta.pop()]
            raise forms.ValidationError(
                f"Svaret ”{ord_}” behövs alltid. Du kan ändra orden, men inte ta bort "
                "det."
            )
        antal = sum(1 for form in rader if form.fortsatter)
        if not FARST <= antal <= FLEST:
            raise forms.ValidationError(
                f"En fråga behöver {FARST}–{FLEST} svar att välja på. Nu är det "
                f"{antal}."
            )

    def _granska(self, form, sedda):
        data = form.cleaned_data
        kod, text = data.get("kod", ""), data.get("text", "")
        fel = self._fel(kod, text, form, sedda)
        if fel:
            form.add_error("text", fel)
        elif "samma" in form.fields:
            del form.fields["samma"]
        if form.fortsatter:
            sedda[normalisera(text)] = kod

    def _fel(self, kod, text, form, sedda):
        """Return what hinders this row, or nothing."""
        if form.cleaned_data.get("DELETE"):
            return ""
        if not text:
            return "Skriv svarets ord, eller bocka i Utgår." if kod else ""
        if normalisera(text) in sedda:
            return "Svaret står redan i listan."
        if agare := self._annans_ord(kod, text):
            return agare
        if self._betyder_annat(kod, text) and not form.cleaned_data.get("samma"):
            return (
                f"Förut stod det ”{self.historia[kod][0]}”. Betyder det samma sak: "
                "bocka i det och spara igen. Betyder det något annat: låt svaret utgå "
                "och lägg till ett nytt, för de gamla svaren räknas ihop med de nya."
            )
        return ""

    def _annans_ord(self, kod, text):
        """Refuse words that have belonged to another choice, in any version."""
        sokt = normalisera(text)
        for annan, texter in self.historia.items():
            if annan == kod or sokt not in map(normalisera, texter):
                continue
            if kod or annan in self.nu:
                return (
                    "De orden har hört till ett annat svar, och betyder det bland "
                    "äldre svar. Välj andra ord."
                )
            return (
                "Det svaret har funnits och utgått. Bocka i det under Utgångna svar i "
                "stället, så räknas det ihop med de gamla."
            )
        return ""

    def _betyder_annat(self, kod, text):
        """Whether the words are other than those that the code has had, spelling apart.

        Two environments may differ in one word: nothing but asking tells them apart.
        """
        har_haft = self.historia.get(kod, ())
        return bool(har_haft) and not any(lika(text, ord_) for ord_ in har_haft)

    def _plats_for_nya(self):
        """Return the place before «En annan» and «Vet inte», when those are last."""
        koder = list(self.nu)
        while koder and koder[-1] in SIST:
            koder.pop()
        return len(koder) + 1

    def valen(self):
        """Return the choices in order as [{"kod", "text"}], new ones with new codes."""
        fortsatter = [form for form in self.forms if form.fortsatter]
        upptagna = set(self.historia) | set(self.nu)
        ut = {}
        for form in fortsatter:
            form.utan_plats = self._plats_for_nya()
        for form in sorted(fortsatter, key=lambda form: form.turen):
            rad = form.cleaned_data
            kod = rad.get("kod")
            if kod not in upptagna or kod in ut:
                kod = ny_kod(rad["text"], upptagna | set(ut))
            ut[kod] = rad["text"]
        return [{"kod": kod, "text": text} for kod, text in ut.items()]


def lika(ena, andra):
    """Tell whether two wordings are the same, spelling apart."""
    par = SequenceMatcher(None, normalisera(ena), normalisera(andra), autojunk=False)
    return par.ratio() >= LIKA


ValFormSet = forms.formset_factory(
    ValForm,
    formset=_ValFormSet,
    extra=3,
    can_delete=True,
    can_delete_extra=False,
    max_num=FLEST + 3,
    absolute_max=FLEST + 10,
)
