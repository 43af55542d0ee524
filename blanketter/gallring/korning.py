"""One board's run: tell in advance, then remove what has been told of."""

from dataclasses import dataclass, field

from blanketter.gallring.borttagning import BUNT, ta_bort_en_bunt
from blanketter.gallring.forvarning import forvarna
from blanketter.models import Gallringsklass, Gallringsregel

NAMNS = 20  # of those that can't be read; the rest is a number


@dataclass
class Resultat:
    """What a run did: (rule, number of forms), and what it could not read."""

    bruten: bool
    gallrat: list = field(default_factory=list)
    fel: list = field(default_factory=list)


def gallra(namnd, idag, bunt=BUNT):
    """Do the board's run of the day; returns the Resultat.

    Killed at any moment it has removed whole batches, each in a protocol. The next
    run, at once or days later, goes on; two at once do each form once.
    """
    resultat = Resultat(bruten=forvarna(namnd, idag))
    for regel in _regler(namnd):
        antal, olasliga = _gallra_efter(regel, namnd, idag, bunt)
        resultat.gallrat.append((regel, antal))
        if olasliga:
            resultat.fel.append(f"{regel}: {_i_ord(olasliga)}")
    return resultat


def _gallra_efter(regel, namnd, idag, bunt):
    """Return how many forms were done, and (form, why) of those that can't be read."""
    antal, olasliga = 0, []
    nu = ta_bort_en_bunt(namnd, regel, idag, bunt)
    while nu.sist:
        antal += nu.antal
        olasliga += nu.olasliga
        nu = ta_bort_en_bunt(namnd, regel, idag, bunt, efter=nu.sist)
    return antal, olasliga


def _i_ord(olasliga):
    antal = len(olasliga)
    vad = "1 blankett" if antal == 1 else f"{antal} blanketter"
    rader = [f"{vad} går inte att läsa. Inget är ändrat där, men de andra är gallrade."]
    rader += [f"{blankett}: {skal}" for blankett, skal in olasliga[:NAMNS]]
    if antal > NAMNS:
        rader.append(f"… och {antal - NAMNS} till.")
    return "\n".join(rader)


def _regler(namnd):
    regler = Gallringsregel.objects.per_klass(namnd)
    return [regler[klass] for klass in Gallringsklass if klass in regler]
