"""A form's fields, drawn by the light template komponenter/falt.html and kept.

A form that opens in its place must come at once. Django's widgets and crispy's fields
are a dozen templates each; this is one, for the few kinds of field that a plan has. And
what a field looks like depends on its words alone, so one that looks as it did the last
time, as most of them do from row to row, is not drawn again.
"""

from functools import lru_cache
from typing import NamedTuple

from django import forms
from django.forms.utils import flatatt
from django.template.loader import render_to_string
from django.utils.formats import localize_input

from vbeplan.tema.formular import Dag

_UTAN_EGEN = (forms.TextInput, forms.DateInput, forms.NumberInput)
ANTAL_KVAR = 4096  # drawn fields, about a kilobyte each


class Ritning(NamedTuple):
    """All that decides how a field looks; `slag` is "text" (any input), "val", "dold".

    `attribut` are the widget's own; `val` the choices, (value, words); `fel` sentences.
    """

    slag: str
    namn: str
    id: str
    varde: str
    etikett: str = ""
    hjalp: str = ""
    kravs: bool = False
    fel: tuple[str, ...] = ()
    attribut: tuple[tuple[str, str], ...] = ()
    val: tuple[tuple[str, str], ...] = ()
    utan_frivilligt: bool = False


class Falt:
    """One bound field. Its choices are read first when it is drawn: a form in its place
    leaves some fields out."""

    def __init__(self, bundet):
        self.bundet = bundet
        self.widget = bundet.field.widget
        self.slag = _slag(self.widget)

    @property
    def fel(self):
        return tuple(str(fel) for fel in self.bundet.errors)

    @property
    def varde(self):
        varde = self.bundet.value()
        if self.slag == "val":
            return self.widget.format_value(varde)[0]
        if self.bundet.field.localize and not isinstance(varde, str):
            return "" if varde is None else localize_input(varde)
        return self.widget.format_value(varde) or ""

    def rita(self, *, utan_frivilligt=False):
        """Return the field's HTML. `utan_frivilligt`: say not what is optional."""
        ritning = self._ritning(utan_frivilligt)
        if self.slag != "eget":
            return _rita(ritning)
        # A widget with a template of its own: long texts, not worth keeping
        klass = "form-control is-invalid" if ritning.fel else "form-control"
        egen = self.bundet.as_widget(attrs={"class": klass})
        return _skriv(ritning, widget=egen)

    def _ritning(self, utan_frivilligt):
        bundet, falt = self.bundet, self.bundet.field
        namn, id_ = bundet.html_name, bundet.id_for_label or bundet.auto_id
        if self.slag == "dold":
            return Ritning(self.slag, namn, id_, str(self.varde))
        eget = self.slag == "eget"
        typ = (("type", self._typ()),) if self.slag == "text" else ()
        return Ritning(
            slag=self.slag,
            namn=namn,
            id=id_,
            varde="" if eget else str(self.varde),
            etikett=str(bundet.label),
            hjalp=str(bundet.help_text),
            kravs=falt.required,
            fel=self.fel,
            attribut=() if eget else (*typ, *self.widget.attrs.items()),
            val=tuple((str(v), str(ord_)) for v, ord_ in falt.choices)
            if self.slag == "val"
            else (),
            utan_frivilligt=utan_frivilligt,
        )

    def _typ(self):
        dag = isinstance(self.widget, Dag)
        return self.widget.typ(str(self.varde)) if dag else self.widget.input_type


def falten(form):
    """Return a form's fields as `Falt` by name."""
    return {bundet.name: Falt(bundet) for bundet in form}


@lru_cache(ANTAL_KVAR)
def _rita(ritning):
    return _skriv(ritning)


def _skriv(ritning, *, widget=""):
    varden = {"f": ritning, "widget": widget, "attribut": _attribut(ritning)}
    return render_to_string("komponenter/falt.html", varden)


def _attribut(f):
    """Return the control's attributes, those that tie it to its words among them."""
    sort = "select" if f.slag == "val" else "control"
    alla = {"class": f"form-{sort} is-invalid" if f.fel else f"form-{sort}"}
    if f.slag == "text" and f.varde:
        alla["value"] = f.varde
    alla |= dict(f.attribut)
    delar = [f"{f.id}_helptext"] * bool(f.hjalp) + [f"{f.id}_error"] * bool(f.fel)
    if delar:
        alla["aria-describedby"] = " ".join(delar)
    if f.fel:
        alla["aria-invalid"] = "true"
    # A list that always has something chosen can't be left empty (HTML forbids it too)
    kravs = f.kravs and not (f.val and f.val[0][0])
    return flatatt({**alla, "name": f.namn, "id": f.id, "required": kravs})


def _slag(widget):
    if widget.is_hidden:
        return "dold"
    if isinstance(widget, forms.Select) and not widget.allow_multiple_selected:
        return "val"
    return "text" if isinstance(widget, _UTAN_EGEN) else "eget"
