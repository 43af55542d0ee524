"""Read: what a text of the picture should not say, by the board's own places."""

from blanketter.models import Frageversion
from lagesbild.rojande import varna_prosa


def varningar(lagesbild, text, *, sma=()):
    """Return sentences on places that a plain text names beside a small count.

    `sma` are names of what has been counted below the threshold, as in `varna_prosa`.
    Three queries.
    """
    platser = platsord(lagesbild.namnd)
    funna = varna_prosa(text, platser=platser, sma=sma)
    return list(dict.fromkeys(varning.mening for varning in funna))


def platsord(namnd):
    """Return the names of a board's sub-areas and units, and the kinds of place."""
    slag = Frageversion.objects.gallande().val("plats")
    orden = [ord_ for _, text in slag for ord_ in _delar(text)]
    for rader in (namnd.delomraden, namnd.enheter):
        orden += rader.order_by().values_list("namn", flat=True)
    return orden


def _delar(text):
    """Return the words of a choice: «Park, gata eller torg» is three places."""
    delar = text.replace(" eller ", ", ").replace(" och ", ", ").split(", ")
    return [ord_.strip().lower() for ord_ in delar if len(ord_.strip()) > 2]
