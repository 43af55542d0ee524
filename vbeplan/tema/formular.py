"""What every form of the house has in common."""

import re
from datetime import date

from django import forms

from vbeplan.text.svenska import tvatta

_RADSLUT = re.compile(r"[\n\t]+")
FEL_DATUM = "Skriv datumet som år-månad-dag, till exempel 2027-04-30."
LAS_FORST = "Texten är inte sparad än. Läs igenom den, ändra det du vill och spara."
DJANGOS_KRAV = forms.Field.default_error_messages["required"]
MEST_SIFFROR = 18  # of the id of a row
FYLL_I = (  # by the kind of field, the first that fits
    (forms.FileField, "Välj en fil."),
    (forms.DateField, "Välj en dag."),
    (forms.MultipleChoiceField, "Välj minst ett alternativ."),
    (forms.ChoiceField, "Välj ett alternativ."),
    (forms.Field, "Fyll i fältet."),
)
FOR_LANG = "Skriv högst %(limit_value)d tecken. Nu är det %(show_value)d."


def radnummer(text):
    """Return the number of a row that an address or a hidden field says, else None.

    Digits that no database holds say no row; `int` itself refuses thousands of them.
    """
    return int(text) if text.isdecimal() and len(text) <= MEST_SIFFROR else None


class Dag(forms.DateInput):
    """The browser's own date field; reads and writes ISO dates.

    What is no date stands in a field of text, where it can be seen and mended.
    """

    def __init__(self, **kwargs):
        super().__init__(format="%Y-%m-%d", **kwargs)

    def typ(self, varde):
        """Return the input's type for a value as it is formatted."""
        try:
            date.fromisoformat(varde or "2000-01-01")
        except ValueError:
            return "text"
        return "date"

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["type"] = self.typ(context["widget"]["value"])
        return context


class TaBortRader:
    """A formset whose rows can be ticked to go, in the words of the house.

    Not the empty ones that wait for something new: there is nothing in them to remove.
    """

    def add_fields(self, form, index):
        super().add_fields(form, index)
        if "DELETE" not in form.fields:
            return
        if index >= self.initial_form_count() and not form.has_changed():
            del form.fields["DELETE"]
        else:
            form.fields["DELETE"].label = "Ta bort"


class RenText:
    """Words in NFC, without control characters and bidi overrides, before anything
    else looks at them. A field of one line holds one line. The browser does not cut
    pasted text short in silence: too long a text is told by the server, with the text
    still in its field. Sent with `ta_fram` a form comes back as it is, to be read.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for falt in self.fields.values():
            falt.widget.attrs.pop("maxlength", None)
            falt.error_messages["max_length"] = FOR_LANG
            if falt.error_messages["required"] == DJANGOS_KRAV:
                slag = (ord_ for typ, ord_ in FYLL_I if isinstance(falt, typ))
                falt.error_messages["required"] = next(slag)
            if isinstance(falt, forms.DateField):
                falt.error_messages["invalid"] = FEL_DATUM
        if self.is_bound:
            self.data = self._ren(self.data)

    def full_clean(self):
        super().full_clean()
        if self.is_bound and "ta_fram" in self.data and not self.prefix:
            self.add_error(None, LAS_FORST)

    def _ren(self, data):
        ren = data.copy()
        for namn, falt in self.fields.items():
            nyckel = self.add_prefix(namn)
            if nyckel in ren and isinstance(falt, forms.CharField):
                text = tvatta(ren[nyckel])
                flera_rader = isinstance(falt.widget, forms.Textarea)
                ren[nyckel] = text if flera_rader else _RADSLUT.sub(" ", text)
        return ren
