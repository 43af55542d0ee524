"""One deed and its undoing; an old version and its way back."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aktiviteter import handlingar
from aktiviteter.handlingar import GarInteTillbaka
from aktiviteter.historia.las import andringens_ting, vagens_ting
from aktiviteter.historia.senaste import namn_ur
from aktiviteter.historia.tillbaka import angring, aterstallning
from aktiviteter.models import Andring, NagonHannFore, Version
from aktiviteter.views.historik import plansmulor
from aktiviteter.views.svar import beratta, klart
from vbeplan.organisation.behorighet import lasbar, redigerbar

ANDRINGAR = Andring.objects.select_related("av", "plan__namnd")
VERSIONER = Version.objects.select_related("andring__av", "andring__plan__namnd")
ANNAT_SEDAN = (
    "Någon har ändrat samma sak efteråt. Titta på vad som skulle hända och välj sedan."
)
TITTA_IGEN = (
    "Någon ändrade medan du tittade. Titta igen och välj sedan. Inget är gjort."
)


def visa(request, pk):
    andring = lasbar(ANDRINGAR, request.user, pk=pk)
    plan = andring.plan
    kan_redigera = plan.far_redigeras_av(request.user)
    vag = angring(andring) if kan_redigera else None
    ting, omordning, fler = andringens_ting(andring)
    context = {
        "andring": andring,
        "ting": ting,
        "omordning": omordning,
        "fler": fler,
        "vag": vag,
        "vad_hander": vagens_ting(plan, vag) if vag and vag.senare else (),
        "rubrik": f"{andring.vem} {andring.get_handling_display()} {andring.vad}",
        "smulor": plansmulor(plan),
        "plan": plan,
        "kan_redigera": kan_redigera,
        "aktuell_namnd": plan.namnd,
    }
    return render(request, "aktiviteter/historik_andring.html", context)


@require_POST
def angra(request, pk):
    andring = redigerbar(ANDRINGAR, request.user, pk=pk)
    sett = request.POST.get("sett")
    try:
        ny = handlingar.angra(andring, av=request.user, sett=sett)
    except GarInteTillbaka as hinder:
        messages.error(request, str(hinder))
        return klart(request, andring, byt_sida=True)
    except NagonHannFore:
        messages.warning(request, TITTA_IGEN if sett else ANNAT_SEDAN)
        return klart(request, andring, byt_sida=True)
    beratta(request, f"Ångrat: {ny.vad}.", ny)
    fore = ny.plan.ar
    ny.plan.refresh_from_db(fields=["ar"])  # the year itself may be what went back
    bytt_ar = ny.plan.ar != fore
    return klart(request, ny.plan, ankare=_ankare(andring), byt_sida=bytt_ar)


def _ankare(andring):
    """Return where on the plan's page what a deed changed stands, if it does."""
    ting = andring.versioner.filter(slag__in=("avsnitt", "aktivitet")).first()
    if ting is None:
        return ""
    return f"{ting.slag}-{ting.innehall.get('nummer', ting.objekt_id)}"


def aterstall(request, pk):
    version = redigerbar(VERSIONER, request.user, pk=pk)
    plan = version.andring.plan
    vag = aterstallning(version)
    if not vag.gor_nagot:
        messages.info(request, "Det är redan som i den versionen.")
        return redirect(_historiken(version))
    if request.method == "POST":
        if svar := _aterstall(request, version):
            return svar
        vag = aterstallning(version)
    gor = "Hämta tillbaka" if version.borttagen else "Återställ"
    context = {
        "version": version,
        "vag": vag,
        "ting": vagens_ting(plan, vag),
        "rubrik": f"{gor} {namn_ur(version.slag, version.innehall)}?",
        "smulor": plansmulor(plan),
        "avbryt": _historiken(version),
        "aktuell_namnd": plan.namnd,
    }
    return render(request, "aktiviteter/historik_aterstall.html", context)


def _aterstall(request, version):
    """Do it and return where to; None when there is something more to look at."""
    plan = version.andring.plan
    try:
        ny = handlingar.aterstall(
            version, av=request.user, sett=request.POST.get("sett", "osett")
        )
    except GarInteTillbaka as hinder:
        messages.info(request, str(hinder))
        return redirect(_historiken(version))
    except NagonHannFore:
        messages.warning(request, TITTA_IGEN)
        return None
    beratta(request, f"Återställt: {ny.vad}.", ny)
    plan.refresh_from_db(fields=["ar"])
    return redirect(plan)


def _historiken(version):
    if version.slag == Version.Slag.PLAN:
        plan = version.andring.plan
        return reverse("plan_framsida_historik", args=[plan.namnd.kort, plan.ar])
    return reverse(f"{version.slag}_historik", args=[version.objekt_id])
