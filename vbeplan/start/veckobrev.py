"""The weekly mail of what waits on a desk, and whether somebody wants it."""

from datetime import timedelta

from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_POST

from vbeplan.organisation.models import Anvandare, Brev
from vbeplan.organisation.post import lagg_brev
from vbeplan.start.skrivbord import skrivbord

AMNE = "Det här väntar på dig"
PA = "Du får ett brev i veckan när något väntar på dig."
AV = "Du får inga fler veckobrev. Det som väntar på dig står här på skrivbordet."
MANDAG, TIDIGAST = 1, 6  # the week's letters go on Monday morning, not at midnight


def lagg_veckobrev(nu):
    """Put the week's letter to each user for whom something waits; return how many.

    `nu` is the local time. Once a week and user however often it is run, by the
    letter's key: on Monday morning, or when it is next run after a stop. What
    wasn't sent in a week that has passed is not made up for. A desk that can't be
    read holds nobody else's letter; what it raised comes when the others are put.
    """
    if nu.isoweekday() == MANDAG and nu.hour < TIDIGAST:
        return 0
    lagda, fel = 0, []
    for person in _kvar(nu):
        try:
            lagda += _lagg(person, nu)
        except Exception as ett:
            fel.append(ett)
    if fel:
        raise ExceptionGroup(f"{len(fel)} skrivbord gick inte att läsa", fel)
    return lagda


def _kvar(nu):
    """Return those who want a letter and have got none of this week.

    Nor of the next: then the clock was set back over Monday just now.
    """
    alla = list(Anvandare.objects.som_vill_ha_veckobrev())
    veckor = (nu, nu + timedelta(weeks=1))
    lagda = Brev.objects.filter(
        nyckel__in=[_nyckel(person, dag) for person in alla for dag in veckor]
    )
    lagda = set(lagda.values_list("nyckel", flat=True))
    return [p for p in alla if not {_nyckel(p, dag) for dag in veckor} & lagda]


def _nyckel(person, dag):
    ar, vecka, _ = dag.isocalendar()
    return f"veckobrev:{person.pk}:{ar}-{vecka}"


def _lagg(person, nu):
    """Put her letter, if something waits; tell whether."""
    poster = skrivbord(person, nu=nu)["poster"]
    # The same words once: two activities of one day are told alike.
    rader = dict.fromkeys((p["i_brev"], p["nar"]) for p in poster if p["i_brev"])
    if rader:
        varden = {
            "person": person,
            "rader": list(rader),
            "adress": settings.WEBBADRESS + reverse("skrivbord"),
        }
        text = render_to_string("start/brev/veckobrev.txt", varden)
        lagg_brev(
            _nyckel(person, nu),
            "veckobrev",
            person.epost,
            AMNE,
            text,
            namnd=None,
            ersatter=f"veckobrev:{person.pk}:",
            genast=False,
        )
    return bool(rader)


@require_POST
def veckobrev(request):
    """Take whether she wants the letter: a button that says yes or no."""
    vill = request.POST.get("vill") == "ja"
    Anvandare.objects.filter(pk=request.user.pk).update(veckobrev=vill)
    messages.success(request, PA if vill else AV)
    return redirect("skrivbord")
