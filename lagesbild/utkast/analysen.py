"""What the figures carry, in the paragraphs of lagesbild/barighet."""

from lagesbild.barighet import stycken
from lagesbild.utkast.delar import Del, Stycke


def barighetsdel(meningar):
    """Return the sentences (`Mening`) of a picture under their heading."""
    alla = (Stycke(ett.text, ledord=ett.ledord) for ett in stycken(meningar))
    return Del("Vad siffrorna bär", tuple(alla))
