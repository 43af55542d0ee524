"""Receive a form: once, however often it is sent, and in no order that shows."""

import secrets

from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from blanketter import kvitto
from blanketter.models import Blankett, Frageversion
from vbeplan import nycklar

# One day's forms are written anew among each other; beyond so many, these at random.
BLANDAS = 30
_LAS = 0x0B1A4E77  # PostgreSQL's advisory lock: one form at a time is mixed in


def ta_emot(namnd, falt, bevis):
    """Return (the stored form, its receipt code).

    `falt` are the answers by the model's names; `bevis` is the form's token. The same
    token gives the same form and code again, and changes nothing.
    """
    kod = kvitto.ny_kod(bevis)
    nyckel = nycklar.hmac("formularbevis", bevis)
    try:
        with transaction.atomic():
            return _ny(namnd, falt, nyckel, kod), kod
    except IntegrityError:
        if redan := Blankett.objects.filter(nyckel=nyckel, namnd=namnd).first():
            return redan, kod
        raise


def _ny(namnd, falt, nyckel, kod):
    if connection.vendor == "postgresql":
        with connection.cursor() as sql:
            sql.execute("SELECT pg_advisory_xact_lock(%s)", [_LAS])
    blankett = Blankett.objects.create(
        namnd=namnd,
        inkom=timezone.localdate(),
        kvitto=kvitto.hasha(kod),
        nyckel=nyckel,
        **{"version": Frageversion.objects.gallande()} | falt,
    )
    _blanda(blankett)
    return blankett


def _blanda(blankett):
    """Hide where among the day's rows this one came.

    Both databases keep a row's place beside what one asks for: SQLite numbers rows as
    they come, PostgreSQL lays them in order and notes who wrote them (xmin).
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as sql:
            sql.execute(
                "UPDATE blanketter_blankett SET rowid = %s WHERE id = %s",
                [secrets.randbits(62), blankett.pk.hex],
            )
        return
    dagens = (
        Blankett.objects.filter(inkom=blankett.inkom)
        .exclude(pk=blankett.pk)
        .order_by("?")
        .select_for_update(skip_locked=True)
        .values_list("pk", flat=True)[:BLANDAS]
    )
    alla = [*dagens, blankett.pk]
    secrets.SystemRandom().shuffle(alla)
    with connection.cursor() as sql:
        sql.executemany(
            "UPDATE blanketter_blankett SET rakning = rakning WHERE id = %s",
            [(pk,) for pk in alla],
        )
