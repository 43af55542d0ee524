"""Read: one received form as its reader may see it, and what has happened to it."""

from typing import NamedTuple

from blanketter.dolda_delar import Del, Spann, dela_upp, ror
from blanketter.handlingar.maskera import spannen
from blanketter.vakten import hitta
from vbeplan.nycklar.ring import GarInteAttLasa, NyckelSaknas
from vbeplan.organisation.models import Ratt, Spar

SAKNAS = (
    "Texten går inte att läsa just nu, för servern har inte nyckeln till den. Den "
    "finns kvar. Säg till den som sköter servern."
)
SKADAD = (
    "Texten går inte att läsa: den är skadad eller utbytt i databasen. Säg till den "
    "som sköter servern, som kan hämta den ur säkerhetskopian."
)


class Visat(NamedTuple):
    """A text in pieces, the rows of what is masked in it, and how many places more the
    guard thinks point at somebody. `fel` says why it can't be read, or is ""."""

    delar: list[Del]
    maskeringar: list
    utpekande: int
    fel: str = ""


def visad_text(blankett, user, *, meddelande=None):
    """Return a stored text as `user` may see it: what is masked is hidden from who may
    not mask. An empty one for a text that is gone, or that can't be opened: it must not
    hide the others."""
    maskeringar = [
        m
        for m in blankett.maskeringar.all()
        if m.meddelande_id == (meddelande and meddelande.pk)
    ]
    try:
        text = (meddelande or blankett).text or ""
    except GarInteAttLasa as fel:
        varfor = SAKNAS if isinstance(fel, NyckelSaknas) else SKADAD
        return Visat([], maskeringar, 0, varfor)
    visa = ser_dolt(user, blankett)
    spann = spannen(maskeringar)
    delar = dela_upp(text, spann, visa=visa)
    return Visat(delar, maskeringar, len(utpekande(text, spann)))


def utpekande(text, maskerat):
    """Return the spans of a text that the guard finds, but for what is masked."""
    funna = [Spann(f.start, f.end, f.typ) for f in hitta(text or "")]
    return [s for s in funna if not any(ror(s, m) for m in maskerat)]


def ser_dolt(user, blankett):
    """Tell whether she may see what is masked: who may mask must see what it was."""
    return user.har_ratt(Ratt.MASKERA, namnd=blankett.namnd)


def spar_efter(blankett):
    """Return the trail of what was done with a form, the latest first."""
    rader = Spar.objects.filter(namnd=blankett.namnd_id)
    return rader.filter(objekt__startswith=str(blankett)).select_related("av")
