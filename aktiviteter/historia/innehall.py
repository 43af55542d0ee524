"""What a version holds of a thing, as plain data, and its way back to model fields."""

from datetime import date
from decimal import Decimal

from aktiviteter.models import Version
from aktiviteter.models.ansvar import Ansvarig
from aktiviteter.models.historia import SLAG
from aktiviteter.tidsprak import fran_dict, som_dict

FALT = {
    Version.Slag.PLAN: (
        "titel",
        "ar",
        "dnr",
        "datum",
        "giltig_till",
        "dokumenttyp",
        "dokumentagare",
        "budgetmal",
        "nasta_revidering",
    ),
    Version.Slag.AVSNITT: ("rubrik", "text", "overordnat_id"),
    Version.Slag.AKTIVITET: (
        "nummer",
        "avsnitt_id",
        "titel",
        "beskrivning",
        "tidplan",
        "avstamning",
        "uppfoljning",
        "mal",
        "maltal",
        "malenhet",
        "malgrupp",
        "niva",
        "insatsomrade",
        "strategiomrade",
    ),
    Version.Slag.REVIDERING: ("nummer", "val", "skal"),
}
TEXTADE = (Version.Slag.AVSNITT, Version.Slag.AKTIVITET)
DAGAR = {"datum", "giltig_till", "avstamning"}
TIDER = {"tidplan", "uppfoljning"}


def innehall(objekt):
    """Return what a version of a plan, a chapter or an activity holds.

    JSON data by field name; `ansvariga` of an activity is a list of [role, part, the
    role's id]. An activity that carries them (`med_ansvar`) costs no query. Which
    findings it answers (`iakttagelser`, their ids) is kept of one that carries them
    (`behovssvar.bar_svar`) and left out when it answers none.
    """
    slag = SLAG[objekt._meta.model_name]
    data = {falt: _platt(falt, getattr(objekt, falt)) for falt in FALT[slag]}
    if getattr(objekt, "text_ar", None):
        data["text_ar"] = objekt.text_ar
    if getattr(objekt, "intern", False):
        data["intern"] = True
    if slag == Version.Slag.AKTIVITET:
        data["ansvariga"] = [list(ansvarig) for ansvarig in _ansvariga(objekt)]
        if svarar_mot := getattr(objekt, "svarar_mot", ()):
            data["iakttagelser"] = list(svarar_mot)
    return data


def _ansvariga(aktivitet):
    if hasattr(aktivitet, "ansvariga"):
        return aktivitet.ansvariga
    rader = aktivitet.ansvar.i_bruk().values_list("roll__namn", "art", "roll")
    return [Ansvarig(*rad) for rad in rader]


def _platt(falt, varde):
    if falt in TIDER:
        tid = som_dict(varde)
        tid.pop("avstamning", None)  # a field of its own
        return tid
    if falt == "maltal" and varde is not None:
        return f"{Decimal(varde):.2f}"
    return varde.isoformat() if isinstance(varde, date) else varde


def som_falt(slag, data):
    """Return a version's content as model fields, the way `innehall` came."""
    ut = {falt: _varde(falt, data[falt]) for falt in FALT[slag]}
    if slag in TEXTADE and "text_ar" in data:  # older versions don't know it
        ut["text_ar"] = data["text_ar"]
    if slag == Version.Slag.AVSNITT:
        ut["intern"] = data.get("intern", False)
    return ut


def _varde(falt, varde):
    if falt in TIDER:
        return fran_dict(varde)
    if varde is None:
        return None
    if falt == "maltal":
        return Decimal(varde)
    return date.fromisoformat(varde) if falt in DAGAR else varde
