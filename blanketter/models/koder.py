"""A field of several codes, which both databases can filter on."""

from django.db import models

SKILJE = "|"


class Koder(models.CharField):
    """Holds a tuple of codes; stored as `|klotter|hot|`, empty as the empty string.

    A list's rows would have keys in the order they came, and JSON can't be asked for
    one code on SQLite. Ask with `field__contains=en_kod("hot")`.
    """

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("max_length", 400)
        kwargs.setdefault("blank", True)
        kwargs.setdefault("default", ())
        super().__init__(*args, **kwargs)

    def from_db_value(self, value, expression, connection):
        return self.to_python(value)

    def to_python(self, value):
        if isinstance(value, str):
            return tuple(kod for kod in value.split(SKILJE) if kod)
        return tuple(value or ())

    def get_prep_value(self, value):
        if isinstance(value, str):
            return value  # a lookup's own words
        return f"{SKILJE}{SKILJE.join(value)}{SKILJE}" if value else ""

    def value_to_string(self, obj):
        return self.get_prep_value(self.value_from_object(obj))

    def run_validators(self, value):
        """A form's list is held to its choices; the length is the stored text's."""
        super().run_validators(self.get_prep_value(value))

    def formfield(self, **kwargs):
        raise NotImplementedError(
            "The codes of a question stand in its Frageversion: the form gives them."
        )


def en_kod(kod):
    """Return what a column of codes contains when `kod` is among them."""
    return f"{SKILJE}{kod}{SKILJE}"
