"""Receive a form: once, however often it is sent, and in no order that shows."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from blanketter import kvitto
from blanketter.blandning import blanda, ensam
from blanketter.models import Blankett, Frageversion
from vbeplan import nycklar


def ta_emot(namnd, falt, bevis):
    """Return (the stored form, its receipt code).

    `falt` are the answers by the model's names; `bevis` is the form's token. The same
    token gives the same form and code again, and changes nothing.
    """
    kod = kvitto.ny_kod(bevis)
    with transaction.atomic():
        # Asked first, for PostgreSQL logs the clock and the values of what it refuses.
        ensam(Blankett)
        return redan_mottagen(namnd, bevis) or _ny(namnd, falt, bevis, kod), kod


def redan_mottagen(namnd, bevis):
    """Return the form that came with this token before, or None."""
    # The receipt too: a clock that ran ahead has let the token be forgotten.
    samma = Q(nyckel=_nyckel(bevis)) | Q(kvitto=kvitto.hasha(kvitto.ny_kod(bevis)))
    return Blankett.objects.filter(samma, namnd=namnd).first()


def _nyckel(bevis):
    return nycklar.hmac("formularbevis", bevis)


def _ny(namnd, falt, bevis, kod):
    idag = timezone.localdate()
    _glom_nycklar(idag)
    blankett = Blankett.objects.create(
        namnd=namnd,
        inkom=idag,
        kvitto=kvitto.hasha(kod),
        nyckel=_nyckel(bevis),
        **{"version": Frageversion.objects.gallande()} | falt,
    )
    blanda(blankett, Blankett.objects.filter(inkom=idag))
    return blankett


def _glom_nycklar(idag):
    """Forget the tokens of forms so old that they can't be sent again (bevis.SIST)."""
    gamla = Blankett.objects.filter(inkom__lt=idag - timedelta(days=1))
    # Not isnull: a range goes by the index whatever SQLite has counted.
    gamla.filter(nyckel__gt="").update(nyckel=None)
