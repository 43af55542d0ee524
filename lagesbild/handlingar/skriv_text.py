"""Saves one of a picture's texts, and keeps how it was."""

import hashlib

from django.db import transaction
from django.db.models import F

from lagesbild.models import Lagesbild, Textversion
from vbeplan.organisation.models import Spar
from vbeplan.text.block import stada


class NagonHannFore(Exception):  # noqa: N818 — Swedish: somebody came first
    """The text isn't what it was when it was opened."""


class ArPublicerad(Exception):  # noqa: N818 — Swedish: is published
    """The picture has been published since the text was opened."""


def fingeravtryck(text):
    """Return what a form keeps of the text that it was opened on."""
    return hashlib.sha256(text.encode()).hexdigest()[:32]


@transaction.atomic
def skriv_text(bild, bilddel, text, *, sedd, av):
    """Save a rich text over the one with the fingerprint `sedd`; tell if it is new.

    Raises NagonHannFore or ArPublicerad, and then nothing is saved.
    """
    rad = Lagesbild.objects.select_for_update().get(pk=bild.pk)
    fore, text = getattr(rad, bilddel), stada(text)
    if fore == text:
        return False
    if rad.ar_klar:
        raise ArPublicerad
    if fingeravtryck(fore) != sedd:
        raise NagonHannFore
    if fore and not rad.textversioner.filter(bilddel=bilddel).exists():
        Textversion.objects.lagg_till(rad, bilddel, fore, av=rad.andrad_av)
    Textversion.objects.lagg_till(rad, bilddel, text, av=av)
    Lagesbild.objects.filter(pk=rad.pk).update(
        **{bilddel: text}, version=F("version") + 1, andrad_av=av
    )
    setattr(bild, bilddel, text)
    namn = f"{rad._meta.get_field(bilddel).verbose_name} i {rad}"
    Spar.objects.skriv(Spar.Handling.ANDRAD, namn, av=av, namnd=rad.namnd)
    return True
