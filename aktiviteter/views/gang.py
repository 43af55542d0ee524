"""«Planens gång»: how far a plan has come, and the deeds that take it on or back."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from aktiviteter.forms.gang import KsForm, TillbakaForm, TillNamndForm, VillkorForm
from aktiviteter.gang import Underlag, gangen
from aktiviteter.gangens_delar import delar
from aktiviteter.handlingar import gang as handlingar
from aktiviteter.handlingar.gang import InteKlar, RedanGjort
from aktiviteter.models import Handlingsplan, Planstatus, Villkor
from aktiviteter.views.avsnitt import smulor
from vbeplan.organisation.behorighet import samordnad

PLANER = Handlingsplan.objects.select_related("namnd")
NAGON_HANN = (
    "Planen hade redan gått vidare eller tillbaka när du tryckte, så inget mer hände. "
    "Här ser du hur den står nu."
)


@require_safe
def gang(request, namnd, ar):
    plan = planen(request, namnd, ar)
    underlag = Underlag(plan, request.user)
    context = ram(plan, "Planens gång") | {
        "gang": gangen(plan, underlag),
        "delar": delar(plan, request.user, underlag),
        "smulor": smulor(plan),
    }
    return render(request, "aktiviteter/gang.html", context)


@require_POST
def pa_samrad(request, namnd, ar):
    plan = planen(request, namnd, ar)
    try:
        handlingar.skicka_pa_samrad(plan, av=request.user)
        messages.success(request, "Planen är på samråd. Du kan fortfarande ändra den.")
    except RedanGjort:
        messages.info(request, NAGON_HANN)
    return redirect("plan_gang", namnd, ar)


def till_namnd(request, namnd, ar):
    """Show what stops and what must be seen, then hand the plan to the board."""
    plan = planen(request, namnd, ar)
    if not plan.ar_oppen:
        messages.info(request, NAGON_HANN)
        return redirect("plan_gang", namnd, ar)
    lage = gangen(plan)
    form = TillNamndForm(
        request.POST if request.method == "POST" else None, varningar=lage.varningar
    )
    if form.is_valid():
        try:
            handlingar.till_namnd(
                plan, godtagna=form.cleaned_data.get("godtagna", ()), av=request.user
            )
        except InteKlar:
            lage = gangen(plan)  # something came in between the page and the press
            form = TillNamndForm(varningar=lage.varningar)
        except RedanGjort:
            messages.info(request, NAGON_HANN)
            return redirect("plan_gang", namnd, ar)
        else:
            organ = plan.namnd.beslutar_i_text
            messages.success(request, f"Planen ligger hos {organ} och är låst.")
            return redirect("plan_gang", namnd, ar)
    organ = plan.namnd.beslutar_i_text
    context = ram(plan, f"Skicka planen till {organ}") | {
        "gang": lage,
        "form": form,
        "organ": organ,
    }
    return render(request, "aktiviteter/gang_till_namnd.html", context)


def tillbaka(request, namnd, ar):
    plan = planen(request, namnd, ar)
    if plan.status not in handlingar.TILLBAKA_TILL:
        messages.info(request, plan.las_skal or "Planen är ett utkast.")
        return redirect("plan_gang", namnd, ar)
    form = TillbakaForm(request.POST or None, plan=plan)
    if form.is_valid():
        till = Planstatus(form.cleaned_data["till"])
        try:
            handlingar.tillbaka(
                plan,
                till,
                skal=form.cleaned_data["skal"],
                fran=plan.status,
                aterremiss=form.beslut,
                av=request.user,
            )
            messages.success(request, f"Planens läge är nu ”{till.label}”.")
        except RedanGjort:
            messages.info(request, NAGON_HANN)
        return redirect("plan_gang", namnd, ar)
    context = ram(plan, "Ta tillbaka planen") | {
        "form": form,
        "ingress": "Då går det att ändra i planen igen.",
        "spara": "Ta tillbaka",
    }
    return render(request, "aktiviteter/gang_formular.html", context)


def ks(request, namnd, ar):
    """Register what the executive board said of a decided plan."""
    plan = planen(request, namnd, ar)
    if hinder := _hindrar_ks(plan):
        messages.info(request, hinder)
        return redirect("plan_gang", namnd, ar)
    form = KsForm(request.POST or None, plan=plan)
    if form.is_valid():
        try:
            handlingar.registrera_ks(
                plan,
                form.save(commit=False),
                villkor=form.cleaned_data["villkor"],
                av=request.user,
            )
            messages.success(request, "Kommunstyrelsens beslut är registrerat.")
        except RedanGjort:
            messages.info(request, NAGON_HANN)
        return redirect("plan_gang", namnd, ar)
    context = ram(plan, "Kommunstyrelsens beslut om planen") | {
        "form": form,
        "ingress": "Skriv av det ur protokollet.",
        "spara": "Registrera",
    }
    return render(request, "aktiviteter/gang_formular.html", context)


def _hindrar_ks(plan):
    if not plan.namnd.ks_godkanner:
        return (
            "Kommunstyrelsen godkänner inte den här nämndens planer. Förvaltaren kan "
            "ändra det på nämndens sida."
        )
    if not plan.ar_beslutad:
        return "Registrera nämndens beslut först."
    if handlingar.ks_godkannande(plan):
        return "Kommunstyrelsens godkännande är redan registrerat."
    return ""


def villkor(request, namnd, ar, pk):
    """Tick a condition off, or take the tick back."""
    plan = planen(request, namnd, ar)
    ett = get_object_or_404(Villkor, pk=pk, beslut__plan=plan)
    form = VillkorForm(request.POST or None, instance=ett)
    if form.is_valid():
        gjort = form.cleaned_data
        handlingar.bocka_av(
            ett, dag=gjort["uppfyllt"], hur=gjort["hur"], av=request.user
        )
        ord_ = "uppfyllt" if gjort["uppfyllt"] else "inte uppfyllt än"
        messages.success(request, f"Sparat: villkoret är {ord_}.")
        return redirect("plan_gang", namnd, ar)
    context = ram(plan, "Villkor") | {"form": form, "ingress": ett.text}
    return render(request, "aktiviteter/gang_formular.html", context)


def planen(request, namnd, ar):
    return samordnad(PLANER, request.user, namnd__kort=namnd, ar=ar)


def ram(plan, rubrik):
    gang_url = reverse("plan_gang", args=[plan.namnd.kort, plan.ar])
    return {
        "rubrik": rubrik,
        "plan": plan,
        "namnd_kort": plan.namnd.kort,
        "smulor": [*smulor(plan), ("Planens gång", gang_url)],
        "avbryt": gang_url,
        "aktuell_namnd": plan.namnd,
    }
