"""The year wheel in a calendar: the open feed, and the page where its link stands."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from aktiviteter.arshjul.kalender import kalendern
from aktiviteter.models import Handlingsplan, Hjullank
from aktiviteter.views.avsnitt import smulor
from aktiviteter.views.svar import bifoga
from vbeplan.organisation.behorighet import samordnad

PLANER = Handlingsplan.objects.select_related("namnd")


@require_safe
def kalender(request, nyckel):
    """Answer whoever has a board's link with its days; open, see Hjullank."""
    lank = Hjullank.med_nyckel(nyckel)
    if lank is None:
        raise Http404
    innehall = kalendern(lank.namnd, timezone.localdate())
    svar = HttpResponse(innehall, content_type="text/calendar; charset=utf-8")
    svar["X-Robots-Tag"] = "noindex"
    return bifoga(svar, f"arshjul-{lank.namnd.kort}.ics")


def lank(request, namnd, ar):
    """Show the link to a board's days; POST gives it a new one."""
    plan = samordnad(PLANER, request.user, namnd__kort=namnd, ar=ar)
    rad = Hjullank.for_namnd(plan.namnd)
    if request.method == "POST":
        rad.fornya(av=request.user)
        messages.success(
            request, "Årshjulet har en ny länk. Den gamla gäller inte längre."
        )
        return redirect("plan_arshjul_lank", namnd, ar)
    context = {
        "rubrik": "Årshjulet i kalendern",
        "adress": request.build_absolute_uri(rad.lank()),
        "smulor": [
            *smulor(plan),
            ("Årshjul", reverse("plan_arshjul", args=[namnd, ar])),
        ],
        "plan": plan,
        "aktuell_namnd": plan.namnd,
    }
    return render(request, "aktiviteter/arshjul_lank.html", context)
