"""Rich text as a model field, a form field and a widget.

The widget is a plain text area in the notation of `skrivtext`. Where scripts run, an
editor takes its place and sends HTML under the same name, and says so in a hidden field
beside it, `<name>-slag` = `html`. Both end in `stada`.
"""

from functools import lru_cache

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.safestring import mark_safe

from vbeplan.text.block import MAX_TECKEN, stada
from vbeplan.text.skrivtext import fran_skrivtext, till_skrivtext

HTML = "html"
# Drawn areas that are kept: a text is opened more often than it is changed.
ANTAL_KVAR, LANGST_KVAR = 256, 20_000


class Skrivet(str):
    """Words as the user sent them; `html` tells in which of the two notations."""

    html = False

    @classmethod
    def ur(cls, data, namn):
        """Return what `data`, a form's, holds for the field `namn`, or None."""
        if namn not in data:
            return None
        skrivet = cls(data[namn])
        skrivet.html = data.get(slagfalt(namn)) == HTML
        return skrivet

    @property
    def block(self):
        """The words as blocks, cleaned."""
        return stada(self) if self.html else fran_skrivtext(self)

    @property
    def skrivtext(self):
        """The words in the plain notation: as typed when they were typed in it."""
        return till_skrivtext(self.block) if self.html else str(self)


def slagfalt(namn):
    """Return the name of the hidden field that tells the notation of `namn`."""
    return f"{namn}-slag"


class Skrivyta(forms.Textarea):
    """A text area that an editor can take over; shows a stored text or `Skrivet`."""

    template_name = "text/skrivyta.html"

    def __init__(self, attrs=None):
        super().__init__({"data-skrivyta": True, **(attrs or {})})

    def value_from_datadict(self, data, files, name):
        return Skrivet.ur(data, name)

    def render(self, name, value, attrs=None, renderer=None):
        """Draw the area; a stored text of ordinary length once, then it is kept."""
        if isinstance(value, Skrivet) or len(value or "") > LANGST_KVAR:
            return super().render(name, value, attrs, renderer)
        alla = tuple(self.build_attrs(self.attrs, attrs).items())
        return _ritad(type(self), name, value, alla)

    def get_context(self, name, value, attrs):
        typad = isinstance(value, Skrivet)
        rik = value.block if typad else stada(value)
        context = super().get_context(name, None, attrs)
        context["widget"] |= {
            "value": value.skrivtext if typad else till_skrivtext(rik),
            "block": mark_safe(rik),  # noqa: S308 – it has just come out of `stada`
            "slagfalt": slagfalt(name),
            "max_tecken": MAX_TECKEN,
        }
        return context


@lru_cache(ANTAL_KVAR)
def _ritad(klass, namn, varde, attribut):
    ny = klass()
    ny.attrs = dict(attribut)
    return super(Skrivyta, ny).render(namn, varde)


class RikTextFormField(forms.CharField):
    """Written in the editor or in the plain notation, cleaned to blocks."""

    widget = Skrivyta

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(self.widget, Skrivyta):
            raise TypeError(
                "A rich text is written in a Skrivyta, for it is no plain text."
            )

    def bound_data(self, data, initial):
        return data

    def to_python(self, value):
        if value in self.empty_values:
            return ""
        rik = _block(value)
        # Sent HTML has wrappers that are not kept; the plain notation is as typed.
        langd = len(rik if getattr(value, "html", False) else value)
        if langd > MAX_TECKEN:
            raise ValidationError(
                f"Texten är {langd} tecken lång och får vara högst {MAX_TECKEN}. "
                "Dela upp den på flera kapitel."
            )
        return rik

    def has_changed(self, initial, data):
        return _block(data or "") != (initial or "")


def _block(text):
    return text.block if isinstance(text, Skrivet) else fran_skrivtext(text)


class RikTextField(models.TextField):
    """A text in the closed set of blocks; whatever is saved is sanitised first."""

    def get_db_prep_save(self, value, connection):
        return super().get_db_prep_save(stada(value), connection)

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": RikTextFormField, **kwargs})
