"""The deed that lets anybody read an edition, and the one that takes it back."""

from django.contrib import messages
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from aktiviteter.models import Handlingsplan
from vbeplan.organisation.behorighet import samordnad
from vbeplan.rapport.utgavor import INGEN_UTGAVA, utgavan

PLANER = Handlingsplan.objects.select_related("namnd")


@require_POST
def publicera(request, namnd, ar):
    plan = samordnad(PLANER, request.user, namnd__kort=namnd, ar=ar)
    utgava = utgavan(plan)
    if utgava is None:
        messages.info(request, INGEN_UTGAVA)
        return redirect(plan)
    # Which of the two is said, so that a double click doesn't undo it.
    publik = request.POST.get("publik") == "ja"
    utgava.publicera(publik, av=request.user)
    messages.success(
        request,
        "Planen är publicerad. Vem som helst kan läsa den på nämndens öppna sida."
        if publik
        else "Planen är inte längre publicerad.",
    )
    return redirect("plan_utgava", namnd, ar)
