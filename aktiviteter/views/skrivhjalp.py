"""What a form asks for while one types. Nothing is stored.

By POST, so that what somebody is writing never stands in an address or a log.
"""

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from aktiviteter.forms import TolkningForm
from aktiviteter.models import Aktivitet, Avsnitt, Handlingsplan
from aktiviteter.rollforslag import rollforslag
from aktiviteter.tolkning import forstadd_tid, forstadd_uppfoljning
from vbeplan.organisation.behorighet import redigerbar
from vbeplan.organisation.models.roll import MAX_ROLLNAMN
from vbeplan.text.svenska import tvatta

# What a time is understood by, besides its own words: read between two keys.
PLATS = ("avsnitt", "ordning", "plan__ar", "plan__namnd")


@require_POST
def tolka(request, pk):
    """Answer how the time or the follow-up of an activity is understood."""
    rader = Aktivitet.objects.select_related("plan").only(*PLATS)
    return _tolkning(request, redigerbar(rader, request.user, pk=pk))


@require_POST
def tolka_ny(request, avsnitt):
    """Answer the same for an activity that doesn't exist yet."""
    kapitel = Avsnitt.objects.select_related("plan").only("plan__ar", "plan__namnd")
    avsnitt = redigerbar(kapitel, request.user, pk=avsnitt)
    return _tolkning(request, Aktivitet(plan=avsnitt.plan, avsnitt=avsnitt))


def _tolkning(request, aktivitet):
    form = TolkningForm(request.POST)
    form.is_valid()  # a day that is no day is told by the whole form
    tid, uppfoljning = map(form.skrivet, ("tidplan_text", "uppfoljning_text"))
    aktivitet.tolka_tider(tid, uppfoljning)
    if tid is not None:
        avstamning = form.cleaned_data.get("avstamning")
        ar = aktivitet.plan.ar
        svar = forstadd_tid(aktivitet.tidplan, avstamning=avstamning, ar=ar)
    elif uppfoljning is not None:
        svar = forstadd_uppfoljning(aktivitet.uppfoljning)
    else:
        svar = None
    return _bit("komponenter/tolkning.html", tolkning=svar)


@require_POST
def roller(request, namnd, ar):
    """Answer which roles of the board are meant by a half-typed name."""
    plan = redigerbar(
        Handlingsplan.objects.all(), request.user, namnd__kort=namnd, ar=ar
    )
    skrivet = tvatta(request.POST.get("roll", ""))[:MAX_ROLLNAMN]
    forslag = rollforslag(plan, request.user, skrivet)
    return _bit("aktiviteter/rollforslag.html", forslag=forslag)


def _bit(mall, **varden):
    """A piece of a page; without a request, since the page's frame costs more."""
    return HttpResponse(render_to_string(mall, varden))
