"""A form that also makes new rows: each once, however often it is sent."""

import uuid

from django import forms
from django.db import IntegrityError, transaction

from aktiviteter.forms.krock import arter
from aktiviteter.forms.version import VersionForm
from aktiviteter.models import Andring
from aktiviteter.models.historia import SLAG

SOM_NYTT = "som_nytt"


class NyForm(VersionForm):
    """A new row's form holds a one-time key, which its deed in the history keeps.

    `borttagen` is the deed that removed the row while somebody wrote in it: the form is
    then that of a new row, which is made when it comes back with `som_nytt`.

    A form says how a row is made in `_skapa(av, nyckel)`, which runs in a transaction.
    """

    nyckel = forms.UUIDField(widget=forms.HiddenInput, required=False)

    UTANFOR = ("version", "nyckel")
    borttagen = None

    def __init__(self, data=None, *args, instance, **kwargs):
        ny = instance.pk is None
        if ny and data is not None and not data.get("nyckel"):
            data = data.copy()  # it was sent from the page of a row that is gone
            data["nyckel"] = str(uuid.uuid4())
        super().__init__(data, *args, instance=instance, **kwargs)
        if ny:
            self.initial["nyckel"] = uuid.uuid4()
            self.borttagen = getattr(instance, "borttagen", None)
        else:
            del self.fields["nyckel"]

    def spara(self, *, av):
        if self.instance.pk:
            return super().spara(av=av)
        if self.borttagen and SOM_NYTT not in self.data:
            return False
        try:
            self._skapa_en(av, self.cleaned_data.get("nyckel"))
        except IntegrityError:
            if not self._skapad_redan(av):
                raise
        return True

    @transaction.atomic
    def _skapa_en(self, av, nyckel):
        self._skapa(av, nyckel)

    def _skapad_redan(self, av):
        """Lead to the row that the same form made before; what was changed in it since
        (by way of the back button) becomes a row of its own, so that it isn't lost.

        False when it was no such thing.
        """
        nyckel = self.cleaned_data.get("nyckel")
        andring = Andring.objects.filter(nyckel=nyckel).first() if nyckel else None
        if andring is None:
            return False
        self.instance.pk, self.instance._state.adding = None, True
        if rad := self._samma_rad(andring):
            self.instance.pk, self.andring = rad.pk, andring
            self.instance.refresh_from_db()
        else:
            self._skapa_en(av, None)
        return True

    def _samma_rad(self, andring):
        """Return the row that a deed made in this plan out of the same words."""
        modell, plan = type(self.instance), self.instance.plan_id
        slag = SLAG[modell._meta.model_name]
        rad = andring.versioner.filter(slag=slag, andring__plan=plan).first()
        if rad is None or not self._samma(self.innehall(), rad.innehall):
            return None
        return modell.objects.filter(pk=rad.objekt_id).first()

    def _samma(self, *bada):
        roller = [{n: art for n, (_, art) in arter(x).items()} for x in bada]
        varden = [self.varden(x) for x in bada]
        return roller[0] == roller[1] and varden[0] == varden[1]
