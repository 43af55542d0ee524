"""The history of a plan: its log, one thing's versions, what is gone, two moments."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from aktiviteter.forms.historik import JamforForm, LoggForm
from aktiviteter.historia.avtryck import (
    avtryck,
    rollnamn,
    samma_i_ett_annat_ar,
    samma_rad,
)
from aktiviteter.historia.jamforelse import jamfor_planer
from aktiviteter.historia.las import borttagna, jamfor_versioner
from aktiviteter.historia.las import logg as loggen
from aktiviteter.historia.senaste import namn_ur
from aktiviteter.models import Handlingsplan, Version
from aktiviteter.views.avsnitt import smulor
from vbeplan.organisation.models.medlemskap import NAMNDENS
from vbeplan.tema.formular import radnummer

PER_SIDA = 25
Slag = Version.Slag


def namndens_plan(request, namnd, ar):
    """Return a plan of one of the user's boards; 404 to the city: see `Andring`."""
    egna = Handlingsplan.objects.filter(namnd__in=request.user.namnd_id(*NAMNDENS))
    return get_object_or_404(egna.select_related("namnd"), namnd__kort=namnd, ar=ar)


def plansmulor(plan):
    return [
        *smulor(plan),
        ("Vad har ändrats", reverse("plan_historik", args=[plan.namnd.kort, plan.ar])),
    ]


def logg(request, namnd, ar):
    plan = namndens_plan(request, namnd, ar)
    form = LoggForm(request.GET or None, plan=plan)
    sida = Paginator(form.valj(loggen(plan)), PER_SIDA)
    sida = sida.get_page(request.GET.get("sida"))
    fraga = request.GET.copy()
    fraga.pop("sida", None)
    context = {
        "andringar": sida.object_list,
        "sida": sida,
        "fraga": fraga.urlencode(),
        "filter": form,
        "filtrerad": bool(fraga),
        "rubrik": f"Vad har ändrats i planen för {ar}",
        "ingress": "Det senaste först. Öppna en ändring för att se orden, eller för "
        "att ångra den.",
        "smulor": smulor(plan),
        "plan": plan,
        "aktuell_namnd": plan.namnd,
    }
    return render(request, "aktiviteter/historik_logg.html", context)


def borttaget(request, namnd, ar):
    plan = namndens_plan(request, namnd, ar)
    context = {
        "borttagna": borttagna(plan),
        "rubrik": "Borttaget",
        "ingress": "Kapitel och aktiviteter som har tagits bort ur planen. De finns "
        "kvar här så länge planen finns.",
        "smulor": plansmulor(plan),
        "plan": plan,
        "kan_redigera": plan.far_redigeras_av(request.user),
        "aktuell_namnd": plan.namnd,
    }
    return render(request, "aktiviteter/historik_borttaget.html", context)


def avsnitt(request, pk):
    return _versioner(request, Slag.AVSNITT, pk)


def aktivitet(request, pk):
    return _versioner(request, Slag.AKTIVITET, pk)


def framsida(request, namnd, ar):
    plan = namndens_plan(request, namnd, ar)
    return _versioner(request, Slag.PLAN, plan.pk)


def _versioner(request, slag, pk):
    alla = Version.objects.for_user(request.user).filter(slag=slag, objekt_id=pk)
    alla = alla.select_related("andring__av", "andring__plan__namnd").order_by("-pk")
    sida = Paginator(alla, PER_SIDA).get_page(request.GET.get("sida"))
    if not sida.object_list:
        raise Http404
    fore, efter = _valda(request, alla)
    senaste = alla[0]
    plan = senaste.andring.plan
    context = {
        "versioner": sida.object_list,
        "sida": sida,
        "fore": fore,
        "efter": efter,
        "falt": jamfor_versioner(fore, efter) if fore else (),
        "senaste": senaste,
        "rubrik": f"Tidigare versioner: {namn_ur(slag, senaste.innehall)}",
        "smulor": plansmulor(plan),
        "kan_redigera": plan.far_redigeras_av(request.user),
        "aktuell_namnd": plan.namnd,
    }
    return render(request, "aktiviteter/historik_versioner.html", context)


def _valda(request, alla):
    """Return the two versions to compare, the older first; at first the latest two."""
    valda = [radnummer(request.GET.get(namn, "")) for namn in ("fore", "efter")]
    rader = list(alla.filter(pk__in=valda)) if all(valda) else []
    rader = rader if len(rader) == 2 else list(alla[:2])
    if len(rader) < 2:
        return None, None
    efter, fore = rader
    return fore, efter


def jamfor(request, namnd, ar):
    plan = namndens_plan(request, namnd, ar)
    andra = plan.namnd.planer.exclude(pk=plan.pk).order_by("-ar")
    form = JamforForm(
        request.GET.dict(), plan=plan, user=request.user, andra_ar=list(andra)
    )
    fran, till, annan = form.valda()
    roller = rollnamn(plan.namnd_id)
    jamforelse = jamfor_planer(
        avtryck(annan or plan, vid=fran, roller=roller),
        avtryck(plan, vid=till, roller=roller),
        samma=samma_i_ett_annat_ar if annan else samma_rad,
    )
    context = {
        "jamforelse": jamforelse,
        "form": form,
        "rubrik": f"Jämför planen för {ar}",
        "smulor": plansmulor(plan),
        "plan": plan,
        "aktuell_namnd": plan.namnd,
    }
    return render(request, "aktiviteter/historik_jamfor.html", context)
