"""A filled-in workbook: choosing the file, then what of it to take in."""

from django import forms
from django.db import transaction

from aktiviteter.handlingar.kalkyl import ta_in_kalkyl
from aktiviteter.historia import las_planen
from aktiviteter.kalkyl.skillnader import skillnader
from aktiviteter.models import Inlasning, NagonHannFore
from aktiviteter.planfil import MAX_BYTE
from aktiviteter.rollforslag import liknande_roller
from vbeplan.filer.barn import kor_i_barn
from vbeplan.filer.fel import FilFel
from vbeplan.filer.filslag import EXCEL
from vbeplan.tema.formular import RenText

# Each is a box in the preview, and a server takes no more fields than it is set to.
MAX_RUTOR = 900
FOR_MYCKET = (
    "Filen ändrar {} rutor och högst {} går att granska på en gång. Ta bort några "
    "kolumner ur arbetsboken, eller kopiera en del av raderna till en fil för sig, och "
    "ta in den i flera omgångar. Det som saknas i filen står kvar i planen."
)
HANN_FORE = (
    "Planen har ändrats sedan du såg förhandsvisningen. Inget är sparat. Nu visas vad "
    "som skiljer från planen som den är nu. Titta igenom det och spara igen."
)


class RedanIntagen(Exception):  # noqa: N818 — Swedish: taken in already
    """The other press of a double click came first."""


class KalkylfilForm(RenText, forms.Form):
    fil = forms.FileField(
        label="Ifylld arbetsbok",
        help_text="En Excel-fil (.xlsx) som du har hämtat ur den här planen och fyllt "
        "i. LibreOffice kan också spara sådana.",
        error_messages={
            "required": "Välj en fil.",
            "empty": "Filen är tom. Kontrollera att rätt fil är vald och sparad.",
        },
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )

    def __init__(self, *args, plan, **kwargs):
        super().__init__(*args, **kwargs)
        self.plan = plan

    def clean_fil(self):
        fil = self.cleaned_data["fil"]
        if fil.size > MAX_BYTE:
            raise forms.ValidationError(
                f"Filen är {fil.size // 1024**2} MB och får vara högst "
                f"{MAX_BYTE // 1024**2} MB. {EXCEL.dela}"
            )
        try:
            self.rader = kor_i_barn(
                "aktiviteter.kalkyl.las:las_arbetsbok", fil.read(), slag=EXCEL
            )
        except FilFel as fel:
            raise forms.ValidationError(str(fel)) from fel
        skiljer = skillnader(self.plan, self.rader)
        if skiljer.fel:
            raise forms.ValidationError(skiljer.fel)
        antal = sum(len(rad.byten) for rad in skiljer.andrade) + len(skiljer.nya)
        if antal > MAX_RUTOR:
            raise forms.ValidationError(FOR_MYCKET.format(antal, MAX_RUTOR))
        return fil

    def spara(self, *, av):
        """Keep the rows that were read until the user has seen what they change."""
        Inlasning.objects.gamla().delete()
        return Inlasning.objects.create(
            av=av,
            namnd=self.plan.namnd,
            ar=self.plan.ar,
            plan=self.plan,
            filnamn=self.cleaned_data["fil"].name[-200:],
            fil=b"",
            data=self.rader,
        )


class KalkylForm(forms.Form):
    """The yes, cell by cell. What has changed in the plan meanwhile is not chosen."""

    val = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)
    sett = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, inlasning, **kwargs):
        super().__init__(*args, **kwargs)
        self.inlasning = inlasning
        self._jamfor()

    def _jamfor(self):
        self.skillnader = skillnader(self.inlasning.plan, self.inlasning.data)
        byten = [b for rad in self.skillnader.andrade for b in rad.byten]
        nya = [rad for rad in self.skillnader.nya if not rad.hinder]
        alla = [*byten, *nya, *self.skillnader.saknade]
        self.fields["val"].choices = [(ett.val, ett.val) for ett in alla]
        forvalda = [b.val for b in byten if not b.krock]
        forvalda += [rad.val for rad in nya if not rad.fanns]
        self.initial = {"val": forvalda, "sett": self.skillnader.sett}

    @property
    def liknande(self):
        """Return (new name, the board's role that it is perhaps a spelling of)."""
        return liknande_roller(self.inlasning.plan.namnd, self.skillnader.rollnamn)

    @property
    def valda(self):
        """What is ticked: as the user left it, else as it is proposed."""
        if self.is_bound and not self.har_hunnits_fore:
            return set(self.data.getlist("val"))
        return set(self.initial["val"])

    @property
    def har_hunnits_fore(self):
        return self.is_bound and self.data.get("sett") != self.skillnader.sett

    def clean(self):
        data = super().clean()
        if not self.har_hunnits_fore and not data.get("val"):
            raise forms.ValidationError("Kryssa för det som ska med, eller avbryt.")
        return data

    def spara(self, *, av):
        """Take in what is ticked and return the `Andring`; None with the reason."""
        plan = self.inlasning.plan
        try:
            with transaction.atomic():
                las_planen(plan)
                if not Inlasning.objects.filter(pk=self.inlasning.pk).exists():
                    raise RedanIntagen
                self._jamfor()
                if self.har_hunnits_fore:
                    raise NagonHannFore
                andring = ta_in_kalkyl(
                    plan,
                    self.skillnader,
                    set(self.cleaned_data["val"]),
                    av=av,
                    filnamn=self.inlasning.filnamn,
                )
                self.inlasning.delete()
                return andring
        except NagonHannFore:
            self._jamfor()
            self.add_error(None, HANN_FORE)
            return None
