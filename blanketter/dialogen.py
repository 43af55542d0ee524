"""Read: the dialogue about a form, as its reader at the desk may see it."""

from typing import NamedTuple

from blanketter.handlingar.dialog import hinder
from blanketter.lasning import Visat, visad_text
from blanketter.models import Meddelande


class Replik(NamedTuple):
    """A message and its words in pieces, what is masked hidden."""

    meddelande: Meddelande
    visat: Visat

    @property
    def ar_ny(self):
        return not self.meddelande.last


class Dialog(NamedTuple):
    """`hinder` says why no question can be asked, or is ""."""

    repliker: list[Replik]
    hinder: str

    @property
    def har_nya_svar(self):
        return any(r.ar_ny for r in self.repliker)


def dialogen(blankett, user):
    """Return the dialogue about a form in the order it was written."""
    repliker = [
        Replik(m, visad_text(blankett, user, meddelande=m))
        for m in blankett.meddelanden.all()
    ]
    return Dialog(repliker, hinder(blankett))
