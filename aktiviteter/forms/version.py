"""A form that remembers which version of the row it was opened on."""

from copy import copy
from functools import reduce

from django import forms
from django.db import transaction

from aktiviteter import historia
from aktiviteter.forms.krock import VAL, Krock
from aktiviteter.models import NagonHannFore
from vbeplan.tema.formular import RenText, radnummer

SEDD = "krock"  # the version that stood beside one's own on the page of a clash
SKRIV_VIDARE = "krock-skriv"  # the button that saves nothing yet
BARA_HAR = ("csrfmiddlewaretoken", "skribent", "ta_fram", SEDD, SKRIV_VIDARE)


class VersionForm(RenText, forms.ModelForm):
    """Its `spara` refuses to overwrite what the user has not seen.

    After a refusal `krock` holds both versions. The page of it sends all that was
    written, with the choices, and the form becomes the form of what was chosen.

    A form says how a row is saved in `_andra(av, version)`, which runs in a transaction
    and raises NagonHannFore. `andring` is then the deed in the history, if any.
    """

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    UTANFOR = ("version",)
    # Where a field's value stands in the history, when not under its own name.
    I_HISTORIEN = {}
    krock = annans = andring = None
    valen_star_i = False

    def __init__(self, data=None, *args, instance, **kwargs):
        if data is not None and SEDD in data:
            data = self._enligt_valen(data, instance)
        super().__init__(data, *args, instance=instance, **kwargs)
        self.initial["version"] = instance.version

    def falt_att_jamfora(self):
        return [(n, f) for n, f in self.fields.items() if n not in self.UTANFOR]

    def innehall(self):
        """Return what a valid form would save, as the row's history would keep it."""
        return historia.innehall(self.instance)

    def varden(self, innehall):
        """Return a content of the history by the form's fields."""
        vagar = {n: self.I_HISTORIEN.get(n, (n,)) for n, _ in self.falt_att_jamfora()}
        return {n: reduce(lambda x, y: x[y], v, innehall) for n, v in vagar.items()}

    def _enligt_valen(self, data, instance):
        """Return what was written, with the choices of a clash carried out."""
        val = {namn: varde for namn, varde in data.items() if namn.startswith(VAL)}
        skrivet = data.copy()
        for namn in (*BARA_HAR, *val):
            skrivet.pop(namn, None)
        sedd = data[SEDD]
        nummer = radnummer(sedd)
        annans = nummer and historia.version(instance, nummer)
        mitt = type(self)(skrivet, instance=copy(instance))
        if not (annans and mitt.is_valid()):
            return skrivet  # the clash is shown anew, or what must be mended first
        self.valen_star_i = SKRIV_VIDARE in data
        ihop = Krock(mitt, mitt.bas(), annans, val).data(skrivet)
        ihop["version"] = sedd
        return ihop

    @property
    def att_skicka_igen(self):
        """Return (name, value) of all that was sent, for the page of a clash."""
        return [
            (namn, varde)
            for namn, varden in self.data.lists()
            if namn not in BARA_HAR
            for varde in varden
        ]

    def bas(self):
        """Return the content that the form was opened on, None when nobody knows."""
        oppnad = self.cleaned_data.get("version")
        return historia.version(self.instance, oppnad) if oppnad else None

    def spara(self, *, av):
        """Save and return True; False when there is something to see first."""
        if self.valen_star_i:
            return False
        try:
            with transaction.atomic():
                self._andra(av, self.cleaned_data.get("version") or 0)
        except NagonHannFore:
            return self._efter_annan(av)
        return True

    def _efter_annan(self, av):
        """Show both, unless what this form would save is saved already."""
        rader = type(self.instance)._base_manager.select_related("andrad_av")
        annans = rader.filter(pk=self.instance.pk).first()
        if annans is None:
            return self._efter_borttagning()
        krock = Krock(self, self.bas(), historia.innehall(annans))
        if krock.inget_nytt:
            return True
        self.krock, self.annans = krock, annans
        self.annans_ar_jag = annans.andrad_av == av
        self.add_error(None, "Det du skrev är inte sparat än.")
        return False

    def _efter_borttagning(self):
        self.add_error(
            None,
            "Någon tog bort det här medan du skrev, så det gick inte att spara. "
            "Kopiera det du vill ha kvar innan du lämnar sidan.",
        )
        return False
