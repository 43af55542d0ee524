"""Letters put in the outbox, and times when they are sent."""

from datetime import timedelta

import time_machine
from django.utils import timezone

from vbeplan.organisation.post import lagg_brev


def lagg(namnd, nr=1, **falt):
    falt = {"till": f"linden{nr}@granby.example", "text": f"Hej nr {nr}."} | falt
    till, text = falt.pop("till"), falt.pop("text")
    return lagg_brev(
        f"prov:{nr}", "samråd", till, "Vad tycker ni?", text, namnd=namnd, **falt
    )


def senare(**tid):
    return time_machine.travel(timezone.now() + timedelta(**tid), tick=True)
