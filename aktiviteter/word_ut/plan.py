"""A plan out of the database as a Word file."""

from aktiviteter.bildtabeller import bildens_tabeller
from aktiviteter.planbild import planens_bilder
from aktiviteter.utbyte import plan_data
from aktiviteter.word_ut.dokument import skriv_word


def plan_som_word(plan, *, med_utkast=False):
    """Return the plan (with `namnd`) as .docx bytes, in its board's colour and mark.

    `med_utkast`: also a picture that isn't published; see `planens_bild`.
    """
    logotyp = getattr(plan.namnd, "logotyp", None)
    avsnitten = plan.avsnitt.i_lasordning()
    bilder = planens_bilder(plan, avsnitten, med_utkast=med_utkast)
    return skriv_word(
        plan_data(plan),
        farg=plan.namnd.farg,
        logotyp=(logotyp.typ, bytes(logotyp.bild)) if logotyp else None,
        bilder={plats: bildens_tabeller(bild) for plats, bild in bilder.items()},
    )
