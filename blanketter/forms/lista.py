"""A register's list, pasted or out of a CSV file: shown first, then taken in whole."""

from django import forms
from django.db import IntegrityError, transaction

from blanketter.enhetslista import MEST_RADER, avkoda
from vbeplan.organisation.models import Namnd, Spar
from vbeplan.tema.formular import RenText

STORST_FIL = 200_000  # bytes


class Listform(RenText, forms.Form):
    """A pasted list or a file. `rader` is what it would become.

    A subclass says how a row is written (`HJALP`), how a list is read (`las`), what of
    it to remark (`varna`), which object a row is (`raden`), what that is called (`vad`;
    `ORD` for one and several), what is said when somebody else was first (`HANN_FORE`),
    what its columns are called (`kolumner`, the name first) and hold beside the name
    (`celler`), and which words a column takes (`ordlista` under ORDLISTANS_RUBRIK).

    For a `user` who coordinates boards that have become this one it opens with what
    they had (`gamla`: rows of cells), to be looked through like any list.
    """

    markera_frivilliga = False
    rader = ()
    text = forms.CharField(
        label="Lista att klistra in",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false"}),
    )
    fil = forms.FileField(
        label="Eller en CSV-fil",
        required=False,
        help_text="Spara som CSV i Excel. Högst 500 rader.",
        widget=forms.FileInput(attrs={"accept": ".csv,.txt"}),
    )

    def __init__(self, *args, namnd, user=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.namnd = namnd
        self.fields["text"].help_text = self.HJALP
        if user is not None and not self.is_bound:
            self._fyll_i(user)

    def _fyll_i(self, user):
        fore = [n.pk for n in self.namnd.var() if n != self.namnd]
        fore = Namnd.objects.samordnade_av(user).filter(pk__in=fore) if fore else []
        rader = [rad for gammal in fore for rad in self.gamla(gammal)]
        if rader:
            self.initial["text"] = "\n".join("\t".join(rad) for rad in rader)
            vems = " och ".join(str(n) for n in fore)
            self.fields["text"].help_text += (
                f" Ifyllt är det som {vems} hade och som inte finns här. Ta bort det "
                "som inte ska med."
            )

    def clean_fil(self):
        fil = self.cleaned_data["fil"]
        if fil and fil.size > STORST_FIL:
            raise forms.ValidationError(
                "Filen är större än 200 kB. Dela listan i flera filer."
            )
        return fil

    def clean(self):
        data = super().clean()
        if self.errors:
            return data
        if data["fil"]:
            # Shown in the field, so that what is confirmed is what one sees.
            self.data = self.data.copy()
            self.data["text"] = avkoda(data["fil"].read())
            self.data = self._ren(self.data)
            data["text"] = self.data["text"]
        rader = self.las(data)
        if not rader:
            self.add_error("text", "Klistra in minst en rad, eller välj en fil.")
        elif len(rader) > MEST_RADER:
            self.add_error("text", f"Ta in högst {MEST_RADER} rader åt gången.")
        else:
            self.rader = rader
            self.varna()
        return data

    @property
    def antal_i_ord(self):
        """Return how many there are, «1 enhet»."""
        ett, flera = self.ORD
        return f"{len(self.rader)} {ett if len(self.rader) == 1 else flera}"

    def tabell(self):
        """Yield (the row, its name, [(column, what it holds), …])."""
        for rad in self.rader:
            celler = zip(self.kolumner[1:], self.celler(rad), strict=True)
            yield rad, self.raden(rad).namn, list(celler)

    @property
    def har_radfel(self):
        return any(rad.fel for rad in self.rader)

    def spara(self, *, av):
        """Save every row of the list or none; return whether it went."""
        try:
            with transaction.atomic():
                for rad in map(self.raden, self.rader):
                    rad.save()
                    vad = f"{self.vad} {rad}"
                    Spar.objects.skriv(
                        Spar.Handling.SKAPAD, vad, av=av, namnd=self.namnd
                    )
        except IntegrityError:
            self.add_error(None, self.HANN_FORE)
            return False
        return True
