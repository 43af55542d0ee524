"""Proof-reading: a remark is put away with a reason, and taken back."""

from django.contrib import messages
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aktiviteter.forms.avfarda import AvfardaForm
from aktiviteter.models import Avfardad, Handlingsplan
from aktiviteter.sammanstallning import granskningen, plan_innehall
from aktiviteter.views.svar import falt_id, klart
from vbeplan.organisation.behorighet import redigerbar

PLANER = Handlingsplan.objects.select_related("namnd")
BORTA = (
    "Anmärkningen finns inte längre. Texten har ändrats, eller så är den redan "
    "avfärdad."
)


def avfarda(request, namnd, ar, nyckel):
    plan = redigerbar(PLANER, request.user, namnd__kort=namnd, ar=ar)
    post = granskningen(plan, plan_innehall(plan, med_utkast=True)).post(nyckel)
    if post is None:
        messages.info(request, BORTA)
        return _klart(request, plan)
    form = AvfardaForm(
        request.POST if request.method == "POST" else None,
        kravs=not post.inlast,
        auto_id=falt_id(request, f"avfarda-{nyckel}"),
    )
    if form.is_valid():
        skal = form.cleaned_data["skal"]
        Avfardad.objects.avfarda(plan, post.delar, skal=skal, av=request.user)
        messages.success(request, "Avfärdad. Den ligger kvar underst i granskningen.")
        return _klart(request, plan)
    hem = plan.get_absolute_url()
    context = {
        "form": form,
        "post": post,
        "rubrik": "Avfärda anmärkningen",
        "spara": "Avfärda",
        "smulor": [("Planer", reverse("planer")), (f"Plan {ar}", hem)],
        "avbryt": f"{hem}#granskning",
        "aktuell_namnd": plan.namnd,
    }
    return render(request, "aktiviteter/avfarda.html", context)


@require_POST
def angra(request, namnd, ar, nyckel):
    plan = redigerbar(PLANER, request.user, namnd__kort=namnd, ar=ar)
    lagd = granskningen(plan, plan_innehall(plan, med_utkast=True)).avfardad(nyckel)
    if lagd is None:
        messages.info(request, "Anmärkningen är inte längre avfärdad.")
        return _klart(request, plan)
    plan.avfardade.filter(nyckel__in=[b.nyckel for b in lagd.post.delar]).delete()
    messages.success(request, "Anmärkningen är tillbaka.")
    return _klart(request, plan)


def _klart(request, plan):
    till = f"{plan.get_absolute_url()}#granskning"
    return klart(request, till, ankare="granskning-rubrik")
