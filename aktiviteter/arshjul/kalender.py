"""A board's days as an iCalendar feed (RFC 5545), to be subscribed to.

A calendar service outside the municipality may fetch it, so it says no more than a
point's name and the board's.
"""

from datetime import timedelta

from django.conf import settings
from icalendar import Calendar, Event

from aktiviteter.arshjul.hjul import hjulen
from aktiviteter.models.handlingsplan import Planstatus

HAMTAS = timedelta(hours=12)  # how often a calendar should ask again


def kalendern(namnd, idag):
    """Return the feed of a board as bytes: the same bytes until something is changed.

    It holds every plan that is not replaced; a day keeps its UID when it is moved.
    """
    kalender = Calendar()
    kalender.add("prodid", "-//VBE-plan//Årshjul//SV")
    kalender.add("version", "2.0")
    kalender.add("name", f"Årshjul, {namnd}")
    kalender.add("x-wr-calname", f"Årshjul, {namnd}")
    kalender.add("x-wr-timezone", settings.TIME_ZONE)
    kalender.add("refresh-interval", HAMTAS, parameters={"value": "DURATION"})
    kalender.add("x-published-ttl", "PT12H")
    planer = namnd.planer.exclude(status=Planstatus.ERSATT).select_related("namnd")
    for hjul in hjulen(planer.order_by("ar"), idag).values():
        for dag in hjul.dagar:
            if dag.dag:
                kalender.add_component(_handelse(hjul.plan, dag))
    return kalender.to_ical()


def _handelse(plan, dag):
    handelse = Event()
    handelse.add("uid", f"arshjul-{plan.pk}-{dag.nyckel}@vbeplan")
    handelse.add("dtstamp", _stampel(plan, dag))
    handelse.add("dtstart", dag.dag)
    handelse.add("dtend", dag.dag + timedelta(1))
    handelse.add("summary", f"{dag.namn} – {plan.namnd}")
    handelse.add("transp", "TRANSPARENT")  # the day is not taken up by it
    return handelse


def _stampel(plan, dag):
    """Return when what the day hangs on was last changed, to the second."""
    rader = (plan, dag.punkt, dag.rad)
    senast = max(rad.andrad for rad in rader if rad is not None)
    return senast.replace(microsecond=0)
