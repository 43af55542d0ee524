"""What the exact test says of the events, out of what is shown of them."""

from dataclasses import dataclass

from lagesbild.barighet.jamforelse import (
    FARRE,
    FLER,
    GAR_EJ,
    NIVA,
    Jamforelse,
    jamfor,
)

FOR_FA = "for_fa"
FLEST_FOR_FA = 5  # five on one side of equal bases: p = 0.06


@dataclass(frozen=True, slots=True)
class Provning:
    """The test of the events: the comparison, and what word to go by.

    `utfall` is the comparison's, or FOR_FA when no outcome of so few events could have
    been told from chance, "" when the figures can't be tested. `per_enhet` tells if
    the events were counted on the units that reported.
    """

    utfall: str
    per_enhet: bool
    jamforelse: Jamforelse | None = None


def prova(grund):
    """Return the `Provning` of the picture's events, of shown figures only."""
    per_enhet = grund.enheter_kanda
    nu, forr = grund.handelser, grund.handelser_forr
    if not grund.forr or nu is None or forr is None:
        return Provning("", per_enhet)
    if nu.tal is None or forr.tal is None:
        return Provning(vid_gransen(nu, forr, grund.baser), per_enhet)
    basa, basb = grund.baser
    jamforelse = jamfor(nu.tal, basa, forr.tal, basb)
    if jamforelse.ord != GAR_EJ and not _kan_skilja(nu.tal + forr.tal, basa, basb):
        return Provning(FOR_FA, per_enhet, jamforelse)
    return Provning(jamforelse.ord, per_enhet, jamforelse)


def _kan_skilja(alla, basa, basb):
    """Tell if so many events could be told from chance when all fell on one side.

    Fewer than can on equal bases are always too few: they may be one matter.
    """
    if alla < FLEST_FOR_FA + 1:
        return False
    p = min(jamfor(alla, basa, 0, basb).p, jamfor(0, basa, alla, basb).p)
    return p < NIVA


def vid_gransen(nu, forr, baser):
    """Return what holds for every number that the words of two counts leave open.

    FLER, FARRE or FOR_FA; "" when nothing does.
    """
    if nu.hogst is None or forr.hogst is None:
        return ""
    bada_oppna = nu.tal is None and forr.tal is None
    if bada_oppna or nu.hogst + forr.hogst <= FLEST_FOR_FA:
        return FOR_FA
    # The open one at its highest is the one that is hardest to tell from the other.
    ordet = jamfor(nu.hogst, baser[0], forr.hogst, baser[1]).ord
    vantat = FARRE if nu.tal is None else FLER
    return vantat if ordet == vantat else ""
