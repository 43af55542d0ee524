"""How large a difference is, in words, with the figures that the words hold."""

from lagesbild.barighet.jamforelse import FARRE
from lagesbild.barighet.tal import i_text

MED_SLUMPEN = "med slumpen inräknad"


def hur_mycket(jamforelse):
    """Return how large a proven difference is: (words, figures)."""
    if jamforelse.ord == FARRE:
        return _farre(jamforelse)
    minst = ("gånger, minst", i_text(jamforelse.lag, 1))
    if jamforelse.hog == float("inf"):
        return f"minst {minst[1]} gånger så många", (minst,)
    ganger = ("gånger så många", i_text(jamforelse.kvot, 1))
    mest = ("gånger, högst", i_text(jamforelse.hog, 1))
    text = f"{ganger[1]} gånger så många, {MED_SLUMPEN} {minst[1]}–{mest[1]}"
    return text, (ganger, minst, mest)


def _farre(jamforelse):
    tal = tuple(
        (namn, i_text(100 * (1 - kvot)))
        for namn, kvot in (
            ("minskning i procent", jamforelse.kvot),
            ("procent, minst", jamforelse.hog),
            ("procent, högst", jamforelse.lag),
        )
    )
    (_, hur), (_, minst), (_, mest) = tal
    if not jamforelse.kvot:
        return f"minst {minst} % färre", tal[1:2]
    return f"{hur} % färre, {MED_SLUMPEN} {minst}–{mest} %", tal


def spannet(jamforelse):
    """Return between which changes the truth lies, in per cent: (words, figures)."""
    ner, upp = i_text(100 * (1 - jamforelse.lag)), i_text(100 * (jamforelse.hog - 1))
    text = f"{MED_SLUMPEN} mellan {ner} % färre och {upp} % fler"
    return text, (("procent färre, högst", ner), ("procent fler, högst", upp))
