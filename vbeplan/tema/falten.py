"""A form's fields as plain data, for the light template komponenter/falt.html.

A form that opens in its place must come at once. Django's widgets and crispy's fields
are a dozen templates each; this is one, for the few kinds of field that a plan has.
"""

from django import forms
from django.forms.utils import flatatt
from django.utils.formats import localize_input
from django.utils.safestring import SafeString

_UTAN_EGEN = (forms.TextInput, forms.DateInput, forms.NumberInput)


def falten(form):
    """Return what is shown of each field, by name: a dict of words, `fel` and `val`.

    `slag` is "text" (any input), "val", "dold" or "eget": a widget that is drawn by
    its own template, already drawn in `widget`.
    """
    return {bundet.name: _falt(bundet) for bundet in form}


def _falt(bundet):
    widget = bundet.field.widget
    falt = {
        "namn": bundet.html_name,
        "id": bundet.id_for_label or bundet.auto_id,
        "slag": _slag(widget),
    }
    if falt["slag"] == "dold":
        falt["varde"] = _varde(bundet)
        return falt
    fel = bundet.errors
    falt |= {
        "etikett": bundet.label,
        "hjalp": bundet.help_text,
        "fel": fel,
        "beskrivs": _beskrivs_av(falt["id"], bundet.help_text, fel),
        "kravs": bundet.field.required,
    }
    if falt["slag"] == "eget":
        klass = "form-control is-invalid" if fel else "form-control"
        falt["widget"] = bundet.as_widget(attrs={"class": klass})
        return falt
    falt["attribut"] = SafeString(flatatt(widget.attrs))
    if falt["slag"] == "val":
        valt = falt["varde"] = widget.format_value(bundet.value())[0]
        # Read first when it is shown: a form in its place leaves some out.
        falt["val"] = ((v, ord_, str(v) == valt) for v, ord_ in bundet.field.choices)
    else:
        falt |= {"typ": widget.input_type, "varde": _varde(bundet)}
    return falt


def _slag(widget):
    if widget.is_hidden:
        return "dold"
    if isinstance(widget, forms.Select) and not widget.allow_multiple_selected:
        return "val"
    return "text" if isinstance(widget, _UTAN_EGEN) else "eget"


def _varde(bundet):
    varde = bundet.value()
    if bundet.field.localize and not isinstance(varde, str):
        return "" if varde is None else localize_input(varde)
    return bundet.field.widget.format_value(varde) or ""


def _beskrivs_av(id_, hjalp, fel):
    return " ".join([f"{id_}_helptext"] * bool(hjalp) + [f"{id_}_error"] * bool(fel))
