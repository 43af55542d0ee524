"""Who is asked about a plan, for the tests: their answers and remarks."""

from datetime import timedelta

from django.utils import timezone

from aktiviteter.models import Samrad

Status, Slag = Samrad.Status, Samrad.Slag


def nytt_samrad(plan, part=None, *, fragad=10, **falt):
    """Return a body of the list, asked `fragad` days ago; None: not asked yet."""
    idag = timezone.localdate()
    falt = {"slag": Slag.POLIS, "epost": "kommunpolisen@granby.example"} | falt
    if fragad is not None:
        fragades = idag - timedelta(days=fragad)
        falt = {
            "status": Status.FRAGAD,
            "fragad": fragades,
            "svar_senast": fragades + timedelta(days=28),
        } | falt
    part = part or f"Kommunpolisen i {plan.namnd.kort}"
    return plan.samraden.create(part=part, **falt)


def nytt_yttrande(samrad, text=None, **falt):
    """Return a remark of theirs, not answered unless `falt` says so."""
    text = text or f"Skriv mer om {samrad.namnd.kort}."
    return samrad.yttranden.create(text=text, **falt)
