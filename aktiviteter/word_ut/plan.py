"""A plan out of the database as a Word file."""

from base64 import b64decode

from aktiviteter.bilagor.planens import planens_bilagor
from aktiviteter.bildtabeller import bildens_tabeller
from aktiviteter.forseglat import forseglat
from aktiviteter.planbild import planens_bilder
from aktiviteter.utbyte import plan_data
from aktiviteter.word_ut.dokument import skriv_word


def plan_som_word(plan, *, med_utkast=False, med_bilagor=True):
    """Return the plan (with `namnd`) as .docx bytes, in its board's colour and mark.

    A decided plan is as it was decided.
    `med_utkast`: also a picture that isn't published; see `planens_bild`. Not
    `med_bilagor` for who doesn't work for the board.
    """
    if last := forseglat(plan):
        return _forseglat_som_word(last)
    logotyp = getattr(plan.namnd, "logotyp", None)
    avsnitten = plan.avsnitt.i_lasordning()
    bilder = planens_bilder(plan, avsnitten, med_utkast=med_utkast)
    return skriv_word(
        plan_data(plan),
        farg=plan.namnd.farg,
        logotyp=(logotyp.typ, bytes(logotyp.bild)) if logotyp else None,
        bilder={plats: bildens_tabeller(bild) for plats, bild in bilder.items()},
        bilagor=planens_bilagor(plan) if med_bilagor else (),
    )


def _forseglat_som_word(last):
    innehall = last.innehall
    return skriv_word(
        last.data,
        farg=innehall.farg,
        logotyp=_ur_data_uri(innehall.logotyp),
        bilder={
            plats: bildens_tabeller(avsnitt.bild)
            for plats, avsnitt in enumerate(innehall.avsnitt)
            if avsnitt.bild
        },
        bilagor=innehall.bilagor,
    )


def _ur_data_uri(uri):
    """Return a picture as (media type, bytes); None when there is none."""
    if not uri:
        return None
    typ, _, data = uri.removeprefix("data:").partition(";base64,")
    return typ, b64decode(data)
