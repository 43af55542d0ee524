"""The weekly mail of what waits on a desk, and whether somebody wants it."""

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
    wasn't sent in a week that has passed is not made up for.
    """
    ar, vecka, dag = nu.isocalendar()
    if dag == MANDAG and nu.hour < TIDIGAST:
        return 0
    nycklar = {
        person: f"veckobrev:{person.pk}:{ar}-{vecka}"
        for person in Anvandare.objects.som_vill_ha_veckobrev()
    }
    lagda = Brev.objects.filter(nyckel__in=nycklar.values())
    lagda = set(lagda.values_list("nyckel", flat=True))
    kvar = {p: nyckel for p, nyckel in nycklar.items() if nyckel not in lagda}
    return sum(_lagg(person, nyckel, nu) for person, nyckel in kvar.items())


def _lagg(person, nyckel, nu):
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
            nyckel,
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
