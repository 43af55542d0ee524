"""Sends the decided plan to the board's secretary, who registers it."""

from django.template.loader import render_to_string

from vbeplan.organisation.models import Spar
from vbeplan.organisation.post import lagg_brev
from vbeplan.rapport.filnamn import utgavans_filnamn


def lagg_utgavans_brev(utgava, *, av):
    """Put the letter in the outbox in the deed's transaction; the trail says so.

    Another line is written when it has gone. Nothing without an address.
    """
    namnd = utgava.namnd
    if not namnd.sekreterare_epost:
        return
    kvitto = f"{utgava} till nämndsekreteraren"
    lagg_brev(
        f"utgava:{utgava.pk}",
        "beslutad plan",
        namnd.sekreterare_epost,
        f"Beslutad plan: {utgava.plan.titel_med_ar}, {namnd}",
        render_to_string("rapport/brev_till_sekreteraren.txt", {"utgava": utgava}),
        namnd=namnd,
        svar_till=av.epost if av else "",
        bilaga=(utgavans_filnamn(utgava), bytes(utgava.pdf)),
        av=av,
        kvitto=kvitto,
    )
    Spar.objects.skriv(Spar.Handling.SKAPAD, f"brevet med {kvitto}", av=av, namnd=namnd)
