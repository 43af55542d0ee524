"""What the figures can carry, in figures and in words.

jamforelse   rates and two of them compared, exactly
mening       a sentence with the figures that bear it
grund        what sentences are made of: shown figures, and who reported
las          from a picture to its grund; enheterna, how the units reported
provning     what the test says of the events
handelser, dolda, enhetsord, oberoende, slutsats, miljoer, svaren   the sentences
meningar     all of them in order; stycken, in paragraphs for page and draft

A sentence is made of what the page shows and nothing else, so that it can't tell of
what the page hides: also its verdict is a function of the shown figures alone.
"""

from lagesbild.barighet.enkaterna import enkatmeningar
from lagesbild.barighet.jamforelse import Jamforelse, Takt, jamfor, takt
from lagesbild.barighet.las import las_grund
from lagesbild.barighet.mening import Mening, Slag
from lagesbild.barighet.meningar import meningar
from lagesbild.barighet.stycken import Barighetsstycke, stycken

__all__ = [
    "Barighetsstycke",
    "Jamforelse",
    "Mening",
    "Slag",
    "Takt",
    "barighet",
    "jamfor",
    "stycken",
    "takt",
]


def barighet(lagesbild, underlag, enkater=(), last=None):
    """Return what a picture's figures carry, as a tuple of `Mening`.

    `underlag` holds the shown figures (lagesbild.sammanstallning), `enkater` the shown
    results (lagesbild.enkatresultat). How units reported is read from the database, by
    four queries, when it isn't given as `last` (`Rapporteringsrader`).
    """
    grund = las_grund(lagesbild, underlag, last)
    return (*meningar(grund), *enkatmeningar(enkater))
