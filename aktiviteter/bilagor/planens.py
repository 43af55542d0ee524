"""Read: the appendices that a plan prints, in their order."""

from aktiviteter.andringar.bilaga import andringsbilaga
from aktiviteter.andringar.forra import las_forra
from aktiviteter.bilagor.resultat import resultatbilaga
from aktiviteter.bilagor.samrad import samradsbilaga

# The plan's field that says whether it is printed, and what makes it.
BILAGORNA = {
    "bilaga_andringar": andringsbilaga,
    "bilaga_samrad": samradsbilaga,
    "bilaga_resultat": resultatbilaga,
}


def planens_bilagor(plan):
    """Return the `Bilaga` that a plan prints: those chosen that have rows.

    Reads two whole plans, so ask only where they are drawn.
    """
    forra = las_forra(plan)
    valda = [gor for falt, gor in BILAGORNA.items() if getattr(plan, falt)]
    return tuple(b for gor in valda if (b := gor(plan, forra)) is not None)


def alla_bilagor(plan):
    """Return {field: `Bilaga` or None when it has no rows}, chosen or not."""
    forra = las_forra(plan)
    return {falt: gor(plan, forra) for falt, gor in BILAGORNA.items()}
