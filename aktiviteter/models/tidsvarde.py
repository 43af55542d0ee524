"""The time language's values as a model field."""

from django.db import models

from aktiviteter.tidsprak import fran_dict, som_dict


class TidsvardeField(models.JSONField):
    """A `Tidplan` or `Uppfoljning`, stored as the JSON of the exchange format.

    Kept whole, so that a value once resolved («Se ovan») does not change meaning when
    rows change places. Its parts can be asked for as JSON keys (`tidplan__typ`).
    """

    def from_db_value(self, value, expression, connection):
        data = super().from_db_value(value, expression, connection)
        return fran_dict(data) if isinstance(data, dict) else data

    def get_db_prep_value(self, value, connection, prepared=False):
        if not prepared and hasattr(value, "text"):
            value = som_dict(value)
            value.pop("avstamning", None)  # a column of its own
        return super().get_db_prep_value(value, connection, prepared)

    def value_to_string(self, obj):
        return som_dict(self.value_from_object(obj))
