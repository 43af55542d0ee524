"""The report of an occasion, also as Word, and the results over years."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from aktiviteter.uppfoljning.rapport import rapport_over_aren, tillfallets_rapport
from aktiviteter.views.svar import bifoga
from aktiviteter.views.uppfoljning import PLANER, TILLFALLEN, ram, under
from aktiviteter.word_ut.ark import ark_som_word
from vbeplan.organisation.behorighet import lasbar

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
def visa(request, pk):
    ett = lasbar(TILLFALLEN, request.user, pk=pk)
    context = under(ett, f"Rapport: {ett}") | {"rapport": tillfallets_rapport(ett)}
    return render(request, "aktiviteter/uppfoljning/rapport.html", context)


@require_safe
def som_word(request, pk):
    ett = lasbar(TILLFALLEN, request.user, pk=pk)
    fil = ark_som_word(ett.plan, tillfallets_rapport(ett).som_ark)
    svar = HttpResponse(fil, content_type=WORD)
    return bifoga(svar, f"{ett}, {ett.plan.namnd}.docx")


@require_safe
def aren(request, namnd, ar):
    """What each activity came to year by year, whatever number it had."""
    plan = lasbar(PLANER, request.user, namnd__kort=namnd, ar=ar)
    if not plan.visar_utkast_for(request.user):
        raise Http404
    context = ram(_utan_tillfalle(plan), "Resultat över åren") | {
        "rapport": rapport_over_aren(plan)
    }
    return render(request, "aktiviteter/uppfoljning/rapport.html", context)


def _utan_tillfalle(plan):
    """Return what `ram` asks of an occasion, for a page that belongs to none."""
    return plan.tillfallen.model(plan=plan)
