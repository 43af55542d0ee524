"""Builds what tests of the local picture need out of the real models."""

from lagesbild.models import Lagesbild

AR = 2027


def ny_lagesbild(namnd, ar=AR, **falt):
    """Return a saved picture of the calendar year before `ar`, with believable texts.

    `fran` and `till` are days; `status` and the texts as the model's fields.
    """
    bild = Lagesbild.ny(namnd, ar)
    for namn, varde in {"version": 1, **falt}.items():
        setattr(bild, namn, varde)
    bild.save()
    return bild
