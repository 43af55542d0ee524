"""The picture in the plan: its texts are put into the chapter's sections."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse

from aktiviteter.handlingar.lagg_in_bilden import (
    EGEN,
    LIKA,
    inlaggningar,
    lagg_in_bilden,
)
from aktiviteter.models import Handlingsplan, NagonHannFore
from aktiviteter.planbild import planens_bild
from aktiviteter.views.svar import beratta
from lagesbild.models import Lagesbild
from vbeplan.organisation.behorighet import redigerbar
from vbeplan.tema.formular import radnummer
from vbeplan.text.jamfor import jamfor_block

PLANER = Handlingsplan.objects.select_related("namnd")
HANN_FORE = (
    "Planen eller lägesbilden har ändrats sedan du öppnade sidan, så inget är inlagt. "
    "Jämför igen."
)


def lagg_in(request, namnd, ar):
    sokt = {"namnd__kort": namnd, "ar": ar}
    if forst := borja_pa_planen(request, sokt):
        return forst
    plan = redigerbar(PLANER, request.user, **sokt)
    last = planens_bild(plan, med_utkast=True)
    rader = inlaggningar(plan, last.innehall) if last else []
    if request.method == "POST" and rader and _lagt_in(request, plan, last, rader):
        return redirect(plan)
    hem = plan.get_absolute_url()
    context = {
        "rubrik": "Lägg in lägesbildens texter",
        "plan": plan,
        "last": last,
        "rader": [(rad, _jamfort(rad)) for rad in rader],
        "allt_finns": bool(rader) and all(rad.lage == LIKA for rad in rader),
        "smulor": [("Planer", reverse("planer")), (f"Plan {ar}", hem)],
        "avbryt": hem,
        "bilden": reverse("lagesbild", args=[namnd, ar])
        if last
        else reverse("lagesbilder"),
        "aktuell_namnd": plan.namnd,
    }
    return render(request, "aktiviteter/plan_lagesbild.html", context)


def borja_pa_planen(request, sokt):
    """Return the way to a new plan for who comes from her own picture to none."""
    bild = Lagesbild.objects.redigerbara(request.user).filter(**sokt)
    if not bild.exists() or PLANER.filter(**sokt).exists():
        return None
    ar = sokt["ar"]
    messages.info(request, f"Det finns ingen plan för {ar} än. Börja på den först.")
    return redirect("plan_ny")


def _lagt_in(request, plan, last, rader):
    """Carry out the choices and tell; False when there is something to look at."""
    val = {rad.bilddel: request.POST.get(f"val-{rad.bilddel}") for rad in rader}
    sedda = {
        rad.bilddel: radnummer(request.POST.get(f"sedd-{rad.bilddel}", ""))
        for rad in rader
    }
    saknas = [r.bilddel.label for r in rader if r.lage == EGEN and not val[r.bilddel]]
    if saknas:
        messages.warning(request, f"Välj vad som ska stå: {', '.join(saknas)}.")
        return False
    try:
        if request.POST.get("bild") != last.avtryck:
            raise NagonHannFore
        andring = lagg_in_bilden(plan, last.innehall, val, sedda, av=request.user)
    except NagonHannFore:
        messages.warning(request, HANN_FORE)
        return False
    if andring:
        beratta(request, "Lägesbildens texter är inlagda i planen.", andring)
    else:
        messages.info(request, "Planen är som den var.")
    return True


def _jamfort(rad):
    """Return safe HTML blocks: the picture's text, what the plan's lacks marked."""
    return [p.markerat for p in jamfor_block(rad.planens, rad.bildens) if p.markerat]
