"""Read: one received form as its reader may see it, and what has happened to it."""

from typing import NamedTuple

from blanketter.dolda_delar import Del, dela_upp
from blanketter.handlingar.maskera import spannen
from vbeplan.organisation.models import Ratt, Spar


class Visat(NamedTuple):
    """A text in pieces, and the rows of what is masked in it."""

    delar: list[Del]
    maskeringar: list


def visad_text(blankett, user, *, meddelande=None):
    """Return a stored text as `user` may see it: what is masked is hidden from who may
    not mask. An empty one for a text that is gone."""
    maskeringar = [
        m
        for m in blankett.maskeringar.all()
        if m.meddelande_id == (meddelande and meddelande.pk)
    ]
    text = (meddelande or blankett).text or ""
    visa = ser_dolt(user, blankett)
    return Visat(dela_upp(text, spannen(maskeringar), visa=visa), maskeringar)


def ser_dolt(user, blankett):
    """Tell whether she may see what is masked: who may mask must see what it was."""
    return user.har_ratt(Ratt.MASKERA, namnd=blankett.namnd)


def spar_efter(blankett):
    """Return the trail of what was done with a form, the latest first."""
    rader = Spar.objects.filter(namnd=blankett.namnd_id)
    return rader.filter(objekt__startswith=str(blankett)).select_related("av")
