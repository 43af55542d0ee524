"""The pages where a decided plan is opened for a new version, and that is laid down."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse

from aktiviteter.handlingar.gang import GALLANDE, RedanGjort
from aktiviteter.models import Handlingsplan, Planstatus
from aktiviteter.views.avsnitt import smulor
from vbeplan.organisation.behorighet import samordnad
from vbeplan.rapport.forms.ny_version import NedlaggningForm, NyVersionForm
from vbeplan.rapport.handlingar.ny_version import ArAndrad, borja_ny_version, lagg_ner
from vbeplan.rapport.utgavor import utgavan
from vbeplan.rapport.views.beslut import PLANER

REDAN = "En ny version är redan påbörjad. Här ser du hur planen står nu."
ERSATT = (
    "Planen är ersatt av en senare, så den får ingen ny version. Börja en ny version "
    "av den plan som gäller."
)
INTE_BESLUTAD = "Planen är inte beslutad än. Den går att ändra som den är."
INGEN_VERSION = "Det finns ingen ny version att lägga ner."
ANDRAD = (
    "Den nya versionen är ändrad, så den kan inte bara läggas ner. Ta tillbaka "
    "ändringarna under Historik tills planen är som den var, och försök sedan igen. "
    "Eller låt den ligga: den beslutade utgåvan gäller ändå."
)


def borja(request, namnd, ar):
    plan = samordnad(PLANER, request.user, namnd__kort=namnd, ar=ar)
    if plan.status not in GALLANDE:
        messages.info(request, _hindrar(plan))
        return redirect("plan_gang", namnd, ar)
    form = NyVersionForm(request.POST or None)
    if form.is_valid():
        try:
            borja_ny_version(plan, skal=form.cleaned_data["skal"], av=request.user)
            messages.success(
                request,
                f"Nu går det att ändra i planen igen. Det blir version {plan.omgang}.",
            )
        except RedanGjort:
            messages.info(request, REDAN)
        return redirect("plan_gang", namnd, ar)
    senare = Handlingsplan.objects.filter(namnd=plan.namnd_id, ar__gt=plan.ar)
    context = _ram(plan, f"Börja version {plan.omgang + 1} av planen") | {
        "form": form,
        "utgava": utgavan(plan),
        "senare": senare.order_by("ar").first(),
        "spara": "Börja en ny version",
    }
    return render(request, "rapport/ny_version.html", context)


def lagg_ned(request, namnd, ar):
    plan = samordnad(PLANER, request.user, namnd__kort=namnd, ar=ar)
    if not (plan.ar_oppen and plan.omgang > 1):
        messages.info(request, plan.las_skal or INGEN_VERSION)
        return redirect("plan_gang", namnd, ar)
    form = NedlaggningForm(request.POST or None)
    if form.is_valid():
        try:
            lagg_ner(plan, skal=form.cleaned_data["skal"], av=request.user)
        except ArAndrad:
            form.add_error(None, ANDRAD)
        except RedanGjort:
            messages.info(request, INGEN_VERSION)
            return redirect("plan_gang", namnd, ar)
        else:
            messages.success(request, "Den nya versionen är nedlagd.")
            return redirect("plan_gang", namnd, ar)
    context = _ram(plan, f"Lägg ner version {plan.omgang} av planen") | {
        "form": form,
        "ingress": "Planen står då som beslutad igen, precis som den förseglades. Det "
        "går så länge inget är ändrat i den.",
        "spara": "Lägg ner den nya versionen",
    }
    return render(request, "aktiviteter/gang_formular.html", context)


def _hindrar(plan):
    if plan.status == Planstatus.ERSATT:
        return ERSATT
    return REDAN if plan.omgang > 1 else INTE_BESLUTAD


def _ram(plan, rubrik):
    gangen = reverse("plan_gang", args=[plan.namnd.kort, plan.ar])
    return {
        "rubrik": rubrik,
        "plan": plan,
        "aktuell_namnd": plan.namnd,
        "smulor": [*smulor(plan), ("Planens gång", gangen)],
        "avbryt": gangen,
    }
