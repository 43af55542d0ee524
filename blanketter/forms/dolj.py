"""Which parts of a text are to be hidden, or to go for good."""

from django import forms

from blanketter.dolda_delar import Spann, forekomster, inom, ror, sla_ihop
from blanketter.lasning import utpekande
from blanketter.models import Maskering
from vbeplan import nycklar
from vbeplan.tema.formular import RenText

OMKRING = 24  # signs on each side of a find, so that one sees where it stands
INGET_VALT = (
    "Välj minst en del: bocka för ett ord i listan, eller skriv det som ska döljas."
)
FLYTTAD = (
    "Blanketten har ändrats sedan du öppnade sidan, av dig eller någon annan. Det du "
    "valde nu är inte gjort. Se efter hur texten står och välj igen."
)


class DoljForm(RenText, forms.Form):
    """`spann` of a valid form are the parts chosen, laid together.

    `text` is the stored one; `maskerat` are the spans that are hidden already and
    `ser_dolt` says whether she may see them: what she may not see she can't look for,
    and no place in the text is told her, for it tells how long the hidden words are.
    """

    fynd = forms.MultipleChoiceField(
        label="Det som ser ut att peka ut någon",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    dolda = forms.MultipleChoiceField(
        label="Det som redan är dolt",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    ord = forms.CharField(
        label="Andra ord",
        required=False,
        max_length=2_000,
        help_text="Skriv som det står i texten, en rad för varje ställe. Alla ställen "
        "där orden står tas med.",
        widget=forms.Textarea(attrs={"rows": 2, "autocomplete": "off"}),
    )
    typ = forms.ChoiceField(
        label="Vad de andra orden är",
        required=False,
        choices=Maskering.Typ.choices,
        initial=Maskering.Typ.ANNAT,
    )
    rakning = forms.IntegerField(
        widget=forms.HiddenInput,
        error_messages={"required": FLYTTAD, "invalid": FLYTTAD},
    )

    def __init__(self, data=None, *, text, rakning, maskerat, ser_dolt, bort):
        super().__init__(
            data, initial={"rakning": rakning}, use_required_attribute=False
        )
        self.text, self.rakning, self._val = text, rakning, {}
        self.utom = [] if ser_dolt else maskerat
        self._ge_val("fynd", utpekande(text, maskerat), visa=True)
        self._ge_val("dolda", maskerat if bort else [], visa=ser_dolt)

    def _ge_val(self, namn, spann, *, visa):
        val = {self._som_varde(s): s for s in spann}
        self.fields[namn].choices = [
            (varde, self._omkring(s, visa=visa)) for varde, s in val.items()
        ]
        self._val |= val
        if not spann:
            del self.fields[namn]

    def _som_varde(self, s):
        """Return a part's value in the page: its place, or a word that tells nothing.

        The word is the same only for the same part of the same text as it stands.
        """
        plats = f"{s.start}:{s.slut}:{s.typ}"
        if not self.utom:
            return plats
        return nycklar.hmac("doljval", f"{self.rakning}:{plats}:{self.text}")[:32]

    def _omkring(self, s, *, visa):
        """Return a part with the words about it; hidden words are not among them."""
        vad = Maskering.Typ(s.typ).label.lower()
        if not visa:
            return f"Dolt: {vad}"
        ord_ = " ".join(self.text[s.start : s.slut].split())
        fore = self.text[max(0, s.start - OMKRING) : s.start]
        efter = self.text[s.slut : s.slut + OMKRING]
        if any(
            ror(Spann(s.start - OMKRING, s.slut + OMKRING, ""), m) for m in self.utom
        ):
            fore = efter = ""
        return f"{ord_} ({vad}): …{' '.join((fore + ord_ + efter).split())}…"

    def clean_rakning(self):
        if self.cleaned_data["rakning"] != self.rakning:
            raise forms.ValidationError(FLYTTAD)
        return self.rakning

    def clean_ord(self):
        """Return every place of each row's words."""
        typ, ut = self.data.get("typ") or Maskering.Typ.ANNAT, []
        for rad in self.cleaned_data["ord"].splitlines():
            if not rad.strip():
                continue
            stallen = [
                s
                for s in forekomster(self.text, rad.strip(), typ)
                if not any(ror(s, m) for m in self.utom)
            ]
            if not stallen:
                self.add_error("ord", f"”{rad.strip()}” står inte i texten.")
            ut += stallen
        return ut

    def clean(self):
        data = super().clean()
        if "rakning" in self.errors:
            self._borja_om()
        if self.errors:
            return data
        valda = (*data.get("fynd", ()), *data.get("dolda", ()))
        spann = [self._val[v] for v in valda]
        spann += [*self._markerade().values(), *data["ord"]]
        if not spann or not inom(spann, self.text):
            raise forms.ValidationError(INGET_VALT)
        self.spann = sla_ihop(spann)
        return data

    def _borja_om(self):
        """Forget what was chosen: the places may be others in the text as it is now."""
        for namn in ("fynd", "dolda", "ord", "typ"):
            self.errors.pop(namn, None)
        for namn in ("fynd", "dolda", "markering"):
            self.data.setlist(namn, [])
        self.data["rakning"] = self.rakning

    def _markerade(self):
        """What was marked in the text itself, «start:slut:typ», by markera_text.js, as
        parts by value; nothing for who may not see all of it, and could try places."""
        if self.utom or not self.is_bound:
            return {}
        return {v: s for v in self.data.getlist("markering") if (s := _las(v))}

    @property
    def markerade(self):
        """Return what was marked as (value, words), for a form that comes back."""
        return [
            (varde, self._omkring(s, visa=True))
            for varde, s in self._markerade().items()
            if inom([s], self.text)
        ]

    def _synligt(self, s):
        return not any(ror(s, m) for m in self.utom)

    @property
    def att_skicka_igen(self):
        """Return (name, value) of what was chosen, for a page that asks once more."""
        namn = ("fynd", "dolda", "markering", "ord", "typ")
        return [(n, v) for n in namn for v in self.data.getlist(n) if v]

    @property
    def delarna(self):
        """Return the chosen parts in words; those she may not see by their kind."""
        return [self._omkring(s, visa=self._synligt(s)) for s in self.spann]


def _las(varde):
    delar = varde.split(":")
    if len(delar) != 3 or delar[2] not in Maskering.Typ.values:
        return None
    start, slut = delar[:2]
    if not (start.isdecimal() and slut.isdecimal() and len(start + slut) < 14):
        return None
    return Spann(int(start), int(slut), delar[2])
