"""A form's fields as plain data, for the light template komponenter/falt.html.

A form that opens in its place must come at once. Django's widgets and crispy's fields
are a dozen templates each; this is one, for the few kinds of field that a plan has.
"""

from django import forms
from django.forms.utils import flatatt
from django.utils.formats import localize_input

_UTAN_EGEN = (forms.TextInput, forms.DateInput, forms.NumberInput)


def falten(form):
    """Return what is shown of each field, by name: a dict of words, `fel` and `val`.

    `slag` is "text" (any input), "val", "dold" or "eget": a widget that is drawn by
    its own template, already drawn in `widget`.
    """
    return {bundet.name: _falt(bundet) for bundet in form}


def _falt(bundet):
    widget = bundet.field.widget
    slag = _slag(widget)
    falt = {
        "slag": slag,
        "namn": bundet.html_name,
        "id": bundet.id_for_label or bundet.auto_id,
        "fel": bundet.errors,
    }
    if slag == "dold":
        falt["varde"] = _varde(bundet)
        return falt
    falt |= {
        "etikett": bundet.label,
        "hjalp": bundet.help_text,
        "kravs": bundet.field.required,
    }
    if slag == "eget":
        falt["widget"] = bundet.as_widget(attrs={"class": _klass("control", falt)})
    elif slag == "val":
        valt = falt["varde"] = widget.format_value(bundet.value())[0]
        # Read first when it is shown: a form in its place leaves some out.
        falt["val"] = ((v, ord_, str(v) == valt) for v, ord_ in bundet.field.choices)
        falt["attribut"] = _attribut(falt, widget, {"class": _klass("select", falt)})
    else:
        egna = {"class": _klass("control", falt), "type": widget.input_type}
        falt["attribut"] = _attribut(falt, widget, {**egna, "value": _varde(bundet)})
    return falt


def _klass(sort, falt):
    return f"form-{sort} is-invalid" if falt["fel"] else f"form-{sort}"


def _attribut(falt, widget, egna):
    """Return the control's attributes, those that tie it to its words among them."""
    id_ = falt["id"]
    delar = [f"{id_}_helptext"] * bool(falt["hjalp"])
    delar += [f"{id_}_error"] * bool(falt["fel"])
    alla = {**egna, **widget.attrs, "name": falt["namn"], "id": id_}
    if delar:
        alla["aria-describedby"] = " ".join(delar)
    if falt["fel"]:
        alla["aria-invalid"] = "true"
    return flatatt({**alla, "required": falt["kravs"]})


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
