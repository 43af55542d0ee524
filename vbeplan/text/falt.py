"""Rich text as a model field and a form field."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from vbeplan.text.block import MAX_TECKEN, stada
from vbeplan.text.skrivtext import fran_skrivtext, till_skrivtext


class _Skrivet(str):
    """Words as the user typed them, to be shown as typed."""

    __slots__ = ()


class RikTextFormField(forms.CharField):
    """Written in the plain notation, cleaned to blocks."""

    widget = forms.Textarea

    def bound_data(self, data, initial):
        return data if data is None else _Skrivet(data)

    def prepare_value(self, value):
        # What the user typed comes back as typed; what is stored is translated.
        if value is None or isinstance(value, _Skrivet):
            return value
        return till_skrivtext(value)

    def to_python(self, value):
        text = super().to_python(value)
        if len(text) > MAX_TECKEN:
            raise ValidationError(
                f"Texten är {len(text)} tecken lång och får vara högst {MAX_TECKEN}. "
                "Dela upp den på flera kapitel."
            )
        return fran_skrivtext(text)

    def has_changed(self, initial, data):
        return fran_skrivtext(data or "") != (initial or "")


class RikTextField(models.TextField):
    """A text in the closed set of blocks; whatever is saved is sanitised first."""

    def get_db_prep_save(self, value, connection):
        return super().get_db_prep_save(stada(value), connection)

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": RikTextFormField, **kwargs})
