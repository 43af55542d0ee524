"""How many units reported, as a clause beside the events, or why it isn't known."""

from lagesbild.barighet.grund import BYTT, DELVIS, FA, INGA, OBESVARAT, fattas
from lagesbild.barighet.mening import Mening, Slag
from lagesbild.barighet.orden import stor

_BORJAN = {  # (how events went, how units went) → how the clause begins
    (1, 1): "men också fler",
    (1, -1): "trots att färre",
    (-1, -1): "men också färre",
    (-1, 1): "trots att fler",
    (0, 1): "fast fler",
    (0, -1): "fast färre",
}
_ENSAM = {
    INGA: "tillfrågades inga enheter",
    OBESVARAT: "svarade ingen av de tillfrågade enheterna",
    BYTT: "ändrades hur ofta enheterna tillfrågas",
    DELVIS: "tillfrågades enheterna bara om en del av tiden",
    FA: "svarade färre än {grans} enheter",
}
_BADA = {
    INGA: "Inga enheter tillfrågades {nu} eller {forr}",
    OBESVARAT: "Ingen av de tillfrågade enheterna svarade {nu} eller {forr}",
    BYTT: "Både {nu} och {forr} ändrades hur ofta enheterna tillfrågas",
    DELVIS: "Både {nu} och {forr} tillfrågades enheterna bara om en del av tiden",
    FA: "Både {nu} och {forr} svarade färre än {grans} enheter",
}


def riktning(a, b):
    """Return 1 when a is larger, -1 when b is, 0 when they are the same."""
    return (a > b) - (a < b)


def enheternas_riktning(grund):
    """Return how the number of units went, as it is written: 31 and 31,02 are alike."""
    nu, forr = grund.enheter, grund.enheter_forr
    return 0 if nu.snitt_ord == forr.snitt_ord else riktning(nu.snitt, forr.snitt)


def enhetsbisats(grund, skillnad, *, inga):
    """Return the clause on how many units reported: (words, figures).

    `skillnad` is how the events went; `inga` tells that there were none at all.
    """
    nu, forr = grund.enheter, grund.enheter_forr
    hur = enheternas_riktning(grund)
    borjan = _BORJAN.get((skillnad, hur), "och lika många")
    if inga and hur:
        borjan = "och fler" if hur > 0 else "och färre"
    antalen = f"{nu.snitt_ord} mot {forr.snitt_ord}"
    if not hur:
        antalen = f"{nu.snitt_ord} {grund.bada}"
    if del_ord := _del_ord(nu, forr):
        antalen = f"i snitt {antalen} per {del_ord}"
    return f"{borjan} enheter rapporterade ({antalen})", (
        (f"enheter som rapporterade {grund.nu}", nu.snitt_ord),
        (f"enheter som rapporterade {grund.forr}", forr.snitt_ord),
    )


def _del_ord(nu, forr):
    ord_ = {e.del_ord for e in (nu, forr)} - {""}
    return ord_.pop() if len(ord_) == 1 else "rapportperiod" if ord_ else ""


def okanda_enheter(grund):
    """Return why events can't be counted on units, None when they can."""
    par = ((grund.nu, grund.enheter), (grund.forr, grund.enheter_forr))
    skal = [(nar, fattas(e, grund.grans)) for nar, e in par]
    skal = [(nar, vad) for nar, vad in skal if vad]
    if not skal:
        return None
    if len({vad for _, vad in skal}) == 1 and len(skal) == len(par):
        text = _BADA[skal[0][1]]
    else:
        text = ", och ".join(f"{nar} {_ENSAM[vad]}" for nar, vad in skal)
    text = text.format(nu=grund.nu, forr=grund.forr, grans=grund.grans)
    tal = tuple(("period", nar) for nar, _ in skal)
    if any(vad == FA for _, vad in skal):
        tal += (("gräns för små tal", str(grund.grans)),)
    text = f"{stor(text)}, så händelserna kan inte räknas per enhet."
    return Mening(text, tal, Slag.SVAR)
