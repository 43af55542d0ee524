"""One board's run: tell in advance, then remove what has been told of."""

from dataclasses import dataclass, field

from blanketter.gallring.borttagning import BUNT, ta_bort_en_bunt
from blanketter.gallring.forvarning import forvarna
from blanketter.models import Gallringsklass, Gallringsregel
from vbeplan.nycklar.ring import GarInteAttLasa


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
        antal, fler = 0, True
        try:
            while fler:
                fler = ta_bort_en_bunt(namnd, regel, idag, bunt)
                antal += fler
        except GarInteAttLasa as fel:
            resultat.fel.append(f"{regel}: {fel}")
        resultat.gallrat.append((regel, antal))
    return resultat


def _regler(namnd):
    regler = Gallringsregel.objects.per_klass(namnd)
    return [regler[klass] for klass in Gallringsklass if klass in regler]
