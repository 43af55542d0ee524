"""The appendices of a plan: how they will be printed, and which of them."""

from django.contrib import messages
from django.shortcuts import redirect, render

from aktiviteter.bilagor.planens import alla_bilagor
from aktiviteter.forms.bilagor import BilagorForm
from aktiviteter.models import Handlingsplan
from aktiviteter.views.avsnitt import smulor
from vbeplan.organisation.behorighet import redigerbar, samordnad

PLANER = Handlingsplan.objects.select_related("namnd")
SAKNAS = {
    "bilaga_andringar": "Det finns inget att berätta: planen är nämndens första, eller "
    "lik den förra.",
    "bilaga_samrad": "Ingen är tillfrågad än, så det finns inget att skriva ut.",
    "bilaga_resultat": "Inget resultat är rapporterat för förra planen.",
}


def bilagor(request, namnd, ar):
    if request.method == "POST":
        plan = redigerbar(PLANER, request.user, namnd__kort=namnd, ar=ar)
        return _valj(request, plan)
    plan = samordnad(PLANER, request.user, namnd__kort=namnd, ar=ar)
    rader = [
        {
            "falt": falt,
            "namn": plan._meta.get_field(falt).verbose_name,
            "vald": getattr(plan, falt),
            "bilaga": bilaga,
            "saknas": SAKNAS[falt],
        }
        for falt, bilaga in alla_bilagor(plan).items()
    ]
    context = {
        "plan": plan,
        "rader": rader,
        "skrivs_ut": [r["bilaga"] for r in rader if r["vald"] and r["bilaga"]],
        "rubrik": "Bilagor",
        "smulor": smulor(plan),
        "kan_redigera": plan.far_redigeras_av(request.user),
        "aktuell_namnd": plan.namnd,
    }
    return render(request, "aktiviteter/bilagor.html", context)


def _valj(request, plan):
    form = BilagorForm(request.POST, instance=plan)
    if form.is_valid() and form.spara(av=request.user):
        messages.success(request, "Sparat. Så här skrivs bilagorna ut.")
    else:
        messages.warning(request, Handlingsplan.objects.get(pk=plan.pk).las_skal)
    return redirect("plan_bilagor", plan.namnd.kort, plan.ar)
