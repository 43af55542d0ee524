"""What has changed in a plan since the board's last one."""

from django.shortcuts import render

from aktiviteter.forseglat import planens_andringar
from aktiviteter.views.avsnitt import smulor
from aktiviteter.views.historik import namndens_plan


def andringarna(request, namnd, ar):
    plan = namndens_plan(request, namnd, ar)
    ut = planens_andringar(plan)
    context = {
        "a": ut,
        "plan": plan,
        "rubrik": f"Ändringar sedan {ut.mot}" if ut else "Ändringar",
        "smulor": smulor(plan),
        "kan_revidera": plan.far_redigeras_av(request.user)
        and plan.revideringar.exists(),
        "kan_samordna": plan.samordnas_av(request.user),
        "aktuell_namnd": plan.namnd,
    }
    return render(request, "aktiviteter/andringar.html", context)
