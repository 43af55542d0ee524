"""What a form tells of, in the coordinator's judgement: one form, or several."""

from django import forms
from django.utils import timezone

from blanketter.handlingar.klassa import klassa
from blanketter.handlingar.spara_over import NagonHannFore
from blanketter.models import Blankett
from vbeplan.organisation.models import Spar

ANDRA_INTE = ("", "Ändra inte")
VALJ_BEDOMNING = "Välj hur säker uppgiften är."
NAGON_HANN_FORE = (
    "Någon annan hann spara. Det du valde är inte sparat än och står kvar. Jämför, "
    "ändra det du vill och spara igen."
)


def aren(blankett):
    """Return the years whose picture a form may count in, the likely one first.

    The picture of a year is made in its beginning, of what the year before brought.
    """
    nasta = blankett.inkom.year + 1
    return [(ar, str(ar)) for ar in (nasta, nasta - 1, nasta + 1)]


class KlassaForm(forms.Form):
    """Filled in with what the writer chose until somebody has classed it.

    After a refusal `annans` lists (label, what is saved now, what was chosen here).
    """

    klass_slag = forms.MultipleChoiceField(
        label="Vad gäller det?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Välj minst en sorts händelse."},
    )
    klass_miljo = forms.ChoiceField(label="Miljö", widget=forms.RadioSelect)
    bedomning = forms.ChoiceField(
        label="Din bedömning",
        widget=forms.RadioSelect,
        choices=Blankett.Bedomning.choices,
        help_text="Tydlig: den som skrev har själv sett, hört eller läst det. Trolig: "
        "det mesta talar för det. Osäker: hörsägen eller en gissning.",
        error_messages={"required": VALJ_BEDOMNING},
    )
    lagesbild_ar = forms.TypedChoiceField(
        label="Lägesbildens år", coerce=int, required=False
    )
    rakning = forms.IntegerField(widget=forms.HiddenInput)
    annans = vem = ()

    def __init__(self, data=None, *, blankett):
        self.blankett = blankett
        super().__init__(data, initial=_nu(blankett), use_required_attribute=False)
        version = blankett.version
        self.fields["klass_slag"].choices = version.val("slag")
        self.fields["klass_miljo"].choices = version.val("miljo")
        self.fields["lagesbild_ar"].choices = aren(blankett)

    def spara(self, *, av, ta_med):
        """Save and return True; with `ta_med` it counts in the year's picture too."""
        falt = dict(self.cleaned_data)
        sedd, ar = falt.pop("rakning"), falt.pop("lagesbild_ar")
        falt["klass_slag"] = tuple(falt["klass_slag"])
        try:
            klassa(
                self.blankett,
                falt,
                av=av,
                sedd=sedd,
                lagesbild_ar=(ta_med and ar) or None,
            )
        except NagonHannFore:
            return self._efter_annan(falt, (ta_med and ar) or None)
        return True

    def _efter_annan(self, mitt, ar):
        """Show both, and let the next save go over what is shown; tell whether it was
        a double click, which has saved the same already."""
        self.blankett.refresh_from_db()
        nu = _nu(self.blankett)
        self.annans = [
            (self.fields[namn].label, self._i_ord(namn, nu[namn]),
             self._i_ord(namn, varde))
            for namn, varde in mitt.items()
            if tuple(nu[namn]) != tuple(varde)
        ]  # fmt: skip
        if not self.annans and ar in (None, self.blankett.lagesbild_ar):
            return True
        sist = Spar.objects.filter(
            namnd=self.blankett.namnd_id, objekt__startswith=str(self.blankett)
        ).first()
        self.vem = sist and sist.av
        self.data = self.data.copy()
        self.data["rakning"] = self.blankett.rakning
        self.add_error(None, NAGON_HANN_FORE)
        return False

    def _i_ord(self, namn, varde):
        val = dict(self.fields[namn].choices)
        varden = [varde] if isinstance(varde, str) else varde
        return ", ".join(val.get(v, v) for v in varden) or "Inget valt"


def _nu(blankett):
    """Return what a form's fields hold for a row as it is saved."""
    return {
        "klass_slag": blankett.galler_slag,
        "klass_miljo": blankett.galler_miljo,
        "bedomning": blankett.bedomning,
        "lagesbild_ar": blankett.lagesbild_ar,
        "rakning": blankett.rakning,
    }


class KlassaFleraForm(forms.Form):
    """The same choice for several forms; what is left empty stays as it is in each."""

    klass_slag = forms.MultipleChoiceField(
        label="Händelse",
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="Väljer du inget behåller varje blankett sitt.",
    )
    klass_miljo = forms.ChoiceField(label="Miljö", required=False)
    bedomning = forms.ChoiceField(
        label="Din bedömning",
        required=False,
        choices=[ANDRA_INTE, *Blankett.Bedomning.choices],
    )
    lagesbild_ar = forms.TypedChoiceField(
        label="Lägesbild", coerce=int, required=False, empty_value=None
    )

    def __init__(self, data=None, *, versioner, obedomda=0):
        """`versioner` are those of the forms: what all of them know can be chosen.
        `obedomda`: how many of them nobody has assessed. Without that none is classed.
        """
        super().__init__(data, use_required_attribute=False)
        self.obedomda = obedomda
        self.fields["klass_slag"].choices = _i_alla(versioner, "slag")
        self.fields["klass_miljo"].choices = [
            ANDRA_INTE,
            *_i_alla(versioner, "miljo"),
        ]
        i_ar = timezone.localdate().year
        self.fields["lagesbild_ar"].choices = [
            ANDRA_INTE,
            *((ar, f"Ta med i lägesbilden {ar}") for ar in (i_ar + 1, i_ar, i_ar - 1)),
        ]

    def clean(self):
        data = super().clean()
        if not self.errors and not any(data.values()):
            raise forms.ValidationError("Välj minst en sak att ändra.")
        if not self.errors and self.obedomda and not data["bedomning"]:
            hur_manga = (
                "En av dem är inte bedömd"
                if self.obedomda == 1
                else f"{self.obedomda} av dem är inte bedömda"
            )
            self.add_error("bedomning", f"{hur_manga} än. {VALJ_BEDOMNING}")
        return data

    def spara(self, sedda, *, av):
        """Class each (form, seen counter); return how many, and those left alone."""
        val = {f: v for f, v in self.cleaned_data.items() if v}
        ar, kvar = val.pop("lagesbild_ar", None), []
        if "klass_slag" in val:
            val["klass_slag"] = tuple(val["klass_slag"])
        for blankett, sedd in sedda:
            try:
                falt = _som_skrivet(blankett) | val
                klassa(blankett, falt, av=av, sedd=sedd, lagesbild_ar=ar)
            except NagonHannFore:
                kvar.append(blankett)
        return len(sedda) - len(kvar), kvar


def _i_alla(versioner, fraga):
    """Return the choices, in the newest one's words, that every version has."""
    nyast = max(versioner, key=lambda v: v.nummer)
    alla = [dict(v.val(fraga)) for v in versioner]
    return [(k, ord_) for k, ord_ in nyast.val(fraga) if all(k in v for v in alla)]


def _som_skrivet(blankett):
    """What the writer chose stands as the classing where nobody has said otherwise."""
    return {
        "klass_slag": blankett.galler_slag,
        "klass_miljo": blankett.galler_miljo,
    }
