"""A form of a row that hangs on an open plan and has no history of its own."""

from django.db import transaction
from django.utils.formats import date_format

from aktiviteter.historia.skriv import las_planen
from aktiviteter.models import NagonHannFore
from blanketter.forms.raknad import NAGON_HANN_FORE, RaknadForm, i_ord
from vbeplan.organisation.models import Spar
from vbeplan.text.jamfor import jamfor_ord

NAGON_TOG_BORT = (
    "Någon tog bort det här medan du skrev, så det gick inte att spara. Kopiera det du "
    "vill ha kvar innan du lämnar sidan."
)


class PlanradForm(RaknadForm):
    """As `RaknadForm`, for a `Versionerad` with a `plan`.

    `spara` raises PermissionDenied with the reason when the plan was locked meanwhile.
    """

    def spara(self, *, av):
        try:
            self._skriv(av)
        except NagonHannFore:
            return self._efter_annan()
        return True

    @transaction.atomic
    def _skriv(self, av):
        rad = self.instance
        las_planen(rad.plan)
        if self.fanns:
            rad.spara_over(self.cleaned_data["version"] or 0, av=av)
        else:
            rad.andrad_av = av
            rad.save()
        handling = Spar.Handling.ANDRAD if self.fanns else Spar.Handling.SKAPAD
        Spar.objects.skriv(handling, self.i_sparet(), av=av, namnd=rad.namnd)

    def _efter_annan(self):
        nu = type(self.instance).objects.filter(pk=self.instance.pk).first()
        if nu is None:
            self.add_error(None, NAGON_TOG_BORT)
            return False
        self.annans = [
            (falt.label, jamfor_ord(_ord(falt, mitt), _ord(falt, annans)) or "Tomt")
            for namn, falt in self.fields.items()
            if hasattr(nu, namn) and namn != "version"
            if (mitt := self.cleaned_data[namn]) != (annans := getattr(nu, namn))
        ]
        if not self.annans:
            return True
        self.add_error(None, NAGON_HANN_FORE)
        self.data["version"] = nu.version
        return False


def _ord(falt, varde):
    if hasattr(varde, "isoformat"):
        return date_format(varde, "j F Y")
    return i_ord(dict(getattr(falt, "choices", ())).get(varde, varde))
