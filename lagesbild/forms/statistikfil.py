"""Statistics from a file: choosing it, and what its series is called."""

from django import forms
from django.db import transaction

from lagesbild.models import Serie, Statistikfil
from lagesbild.serier import ARTER, ny_serie
from lagesbild.statistikfil.inlasning import (
    ANONYMT_FILNAMN,
    MAX_BYTE,
    las_fil,
    ofarligt_filnamn,
)
from vbeplan.filer.fel import FilFel
from vbeplan.organisation.models import Namnd, Spar
from vbeplan.tema.formular import RenText

LAS_GENAST = 400_000  # bytes: what takes longer is read on a page that says how far
NY = "ny"


class StatistikfilForm(RenText, forms.Form):
    """A file, whose it is, and the series that it belongs to."""

    fil = forms.FileField(
        label="Filen med statistik",
        help_text="En fil i CSV eller Excel (.csv, .xlsx, .xls, .ods), högst 20 MB. "
        "Kolumner med fritext eller namn läses inte in.",
        error_messages={
            "required": "Välj en fil.",
            "empty": "Filen är tom. Kontrollera att rätt fil är vald och sparad.",
        },
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.tsv,.xlsx,.xls,.ods"}),
    )
    serie = forms.ChoiceField(
        label="Vilken serie hör filen till?",
        error_messages={"required": "Välj en serie, eller En ny serie."},
        help_text="Serien minns vad källans ord betyder till nästa gång.",
    )
    namnd = forms.ModelChoiceField(
        Namnd.objects.none(), label="Nämnd för en ny serie", required=False
    )
    namn = forms.CharField(
        label="Namn på en ny serie",
        max_length=120,
        required=False,
        help_text="Till exempel Klotterstatistik, trafikkontoret. Tomt: filens namn.",
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        namnder = Namnd.objects.samordnade_av(user).i_ordning()
        serier = Serie.objects.for_user(user).select_related("namnd")
        flera = len(namnder) > 1
        val = [(str(s.pk), f"{s}, {s.namnd}" if flera else str(s)) for s in serier]
        tomt = [("", "Välj serie")] if val else []
        self.fields["serie"].choices = [*tomt, *val, (NY, "En ny serie")]
        # A name without a choice says enough; a browser asks for the choice.
        self.fields["serie"].required = not self.data.get("namn")
        self.fields["namnd"].queryset = namnder
        if not flera:
            del self.fields["namnd"]
            self.namnden = namnder[0]

    def clean(self):
        data = super().clean()
        if data.get("namn") and data.get("serie") == "":
            data["serie"] = NY
        if data.get("serie") == NY:
            self._prova_ny(data)
        if data.get("fil") and not self.errors:
            self._las(data["fil"])
        return data

    def _prova_ny(self, data):
        namnd = data.get("namnd") or getattr(self, "namnden", None)
        # Refused, the file would have to be chosen once more: a name can be changed.
        namn = " ".join((data.get("namn") or _filens_namn(data.get("fil"))).split())
        if not namn:
            self.add_error("namn", "Skriv vad den nya serien ska heta.")
        if not namnd:
            self.add_error("namnd", "Välj vilken nämnd serien gäller.")
        elif namn and Serie.objects.filter(namnd=namnd, namn__iexact=namn).exists():
            self.add_error(
                "namn", "Nämnden har redan en serie med det namnet. Välj den i listan."
            )
        self.ny = (namnd, namn)

    def _las(self, fil):
        if fil.size > MAX_BYTE:
            self.add_error(
                "fil",
                f"Filen är {fil.size // 1024**2} MB och får vara högst "
                f"{MAX_BYTE // 1024**2} MB. Dela upp den, till exempel ett år i taget.",
            )
            return
        self.bytes, self.bladen = fil.read(), None
        if len(self.bytes) <= LAS_GENAST:
            try:
                self.bladen = las_fil(self.bytes)
            except FilFel as fel:
                self.add_error("fil", str(fel))

    @transaction.atomic
    def spara(self, *, av):
        """Keep what was read, or the file until it has been; return the Statistikfil.

        A new series stands from now on, empty until the figures are confirmed.
        """
        Statistikfil.objects.for_user(av).gamla().delete()
        serie = self._serien(av)
        last = self.bladen is not None
        return Statistikfil.objects.create(
            av=av,
            namnd=serie.namnd,
            serie=serie,
            filnamn=ofarligt_filnamn(self.cleaned_data["fil"].name),
            fil=b"" if last else self.bytes,
            data={"blad": self.bladen} if last else {},
        )

    def _serien(self, av):
        if self.cleaned_data["serie"] != NY:
            return Serie.objects.for_user(av).get(pk=self.cleaned_data["serie"])
        serie = ny_serie(*self.ny)
        serie.save()
        Spar.objects.skriv(Spar.Handling.SKAPAD, serie, av=av, namnd=serie.namnd)
        return serie


def _filens_namn(fil):
    namn = ofarligt_filnamn(fil.name) if fil else ANONYMT_FILNAMN
    return "" if namn == ANONYMT_FILNAMN else namn.rsplit(".", 1)[0][:120]


class SerieForm(RenText, forms.ModelForm):
    class Meta:
        model = Serie
        fields = ["namn", "art", "raknar", "beror_pa_personal"]

    art = forms.ChoiceField(label="Vad är det för källa?", choices=ARTER)

    def spara(self, *, av):
        serie = self.save()
        Spar.objects.skriv(Spar.Handling.ANDRAD, serie, av=av, namnd=serie.namnd)
        return serie
