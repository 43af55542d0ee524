"""A model field whose text lies encrypted in the database.

    text = KrypteradText("fritext", null=True, blank=True)

In Python the attribute is an ordinary str (or None, which stays null). It is opened
when it is read, not when it is fetched, so a list that doesn't show it costs nothing.

- The value is bound to model, field and row: the row's key must exist before it is
  saved (a UUID does), and a renamed model or field must be sealed anew by a migration.
- `update()`, `bulk_update()` and expressions don't know the row and are refused, except
  with None. `save()`, `create()` and `bulk_create()` work.
- `values()` gives a `Krypterad`, which prints as "(krypterad)"; `falt.oppna(varde, pk)`
  opens it. There is no lookup but `isnull` and
  `text=None`.
- `dumpdata` writes the sealed value, as JSON or YAML, and `loaddata` puts it back; the
  same keys must be in the ring.
"""

from dataclasses import dataclass

from django.conf import settings
from django.core import checks
from django.core.exceptions import FieldError
from django.db import models
from django.db.models.lookups import Exact, IsNull
from django.db.models.query_utils import DeferredAttribute

DUMPNYCKEL = "krypterad"


@dataclass(frozen=True)
class Krypterad:
    """A sealed value as it lies in the database; `fran_fil`: loaddata brings it."""

    varde: str
    fran_fil: bool = False

    def __str__(self):
        return "(krypterad)"

    @property
    def nyckel_id(self):
        return self.varde.partition(":")[0]


class BaraNull(Exact):
    """`text=None` asks for those without text; anything else can't be asked."""

    def __init__(self, lhs, rhs):
        if rhs is not None:
            raise FieldError("A sealed text can't be searched, only asked for null.")
        super().__init__(lhs, rhs)


class KrypteratAttribut(DeferredAttribute):
    """Opens a fetched value the first time it is read, and keeps it open."""

    def __get__(self, instance, cls=None):
        varde = super().__get__(instance, cls)
        if not isinstance(varde, Krypterad) or varde.fran_fil:
            return varde
        oppnat = self.field.oppna(varde, instance.pk)
        instance.__dict__[self.field.attname] = oppnat
        return oppnat

    def __set__(self, instance, varde):
        instance.__dict__[self.field.attname] = varde


class KrypteradText(models.TextField):
    """A TextField, encrypted at rest; see the module."""

    descriptor_class = KrypteratAttribut

    def oppna(self, varde, pk):
        """Return the str in a `Krypterad` of the row `pk`; raises GarInteAttLasa."""
        if varde is None:
            return None
        return settings.NYCKLAR.oppna(varde.varde, self._plats(pk)).decode()

    def forsegla(self, text, pk):
        """Return the text as a `Krypterad` that belongs to the row `pk`."""
        if text is None:
            return None
        return Krypterad(settings.NYCKLAR.kryptera(text.encode(), self._plats(pk)))

    def _plats(self, pk):
        if pk is None:
            raise ValueError("The row needs its key before a text is sealed to it.")
        return (
            f"{self.model._meta.label}.{self.name}:{self.model._meta.pk.to_python(pk)}"
        )

    def from_db_value(self, value, expression, connection):
        return None if value is None else Krypterad(value)

    def pre_save(self, model_instance, add):
        varde = getattr(model_instance, self.attname)
        if varde is None or isinstance(varde, Krypterad):
            return varde
        if not isinstance(varde, str):
            raise TypeError(f"{self} takes a str or None, not {type(varde).__name__}.")
        return self.forsegla(varde, model_instance.pk)

    def get_db_prep_save(self, value, connection):
        if value is None:
            return None
        if not isinstance(value, Krypterad):
            raise TypeError(
                f"{self} can't be set by update(), bulk_update() or an expression: the "
                "text would be stored in plain. Set it on the row and save()."
            )
        return value.varde

    def get_prep_value(self, value):
        return value

    def to_python(self, value):
        if isinstance(value, dict) and set(value) == {DUMPNYCKEL}:
            return Krypterad(value[DUMPNYCKEL], fran_fil=True)
        if isinstance(value, Krypterad):
            return value
        return super().to_python(value)

    def value_to_string(self, obj):
        varde = self.pre_save(obj, add=False)
        return varde and {DUMPNYCKEL: varde.varde}

    def get_lookup(self, lookup_name):
        return {"isnull": IsNull, "exact": BaraNull}.get(lookup_name)

    def check(self, **kwargs):
        fel = super().check(**kwargs)
        if self.unique or self.db_index:
            fel.append(checks.Error("A sealed text has no index.", obj=self))
        if isinstance(self.model._meta.pk, models.AutoField):
            fel.append(
                checks.Error("The row's key must exist before it is saved.", obj=self)
            )
        return fel


def krypterade_falt(app_registret):
    """Return every KrypteradText of every model, in a stable order."""
    falten = [
        falt
        for modell in app_registret.get_models(include_auto_created=True)
        for falt in modell._meta.local_concrete_fields
        if isinstance(falt, KrypteradText) and not modell._meta.proxy
    ]
    return sorted(falten, key=str)
