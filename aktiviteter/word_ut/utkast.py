"""The draft as those outside the board get it to read."""

from aktiviteter.bildtabeller import bildens_tabeller
from aktiviteter.planbild import planens_bilder
from aktiviteter.utbyte import plan_data
from aktiviteter.word_ut.dokument import skriv_word


def utkast_som_word(plan):
    """Return a draft as .docx without chapters for internal use and their parts.

    Nor has it a picture that isn't published, or appendices: they are written last.
    """
    avsnitten = list(plan.avsnitt.i_lasordning())
    kvar = [
        plats for plats, ar_intern in enumerate(_interna(avsnitten)) if not ar_intern
    ]
    nya = {plats: ny for ny, plats in enumerate(kvar)}
    data = plan_data(plan)
    data["avsnitt"] = [data["avsnitt"][plats] for plats in kvar]
    data["aktiviteter"] = [
        rad | {"avsnitt_nr": nya[rad["avsnitt_nr"]]}
        for rad in data["aktiviteter"]
        if rad["avsnitt_nr"] in nya
    ]
    bilder = planens_bilder(plan, avsnitten)
    return skriv_word(
        data,
        farg=plan.namnd.farg,
        bilder={
            nya[plats]: bildens_tabeller(bild)
            for plats, bild in bilder.items()
            if plats in nya
        },
    )


def _interna(avsnitten):
    """Yield for each section whether it is internal, itself or by its chapter."""
    kapitlets = False
    for avsnitt in avsnitten:
        if avsnitt.niva == 1:
            kapitlets = avsnitt.intern
        yield kapitlets or avsnitt.intern
