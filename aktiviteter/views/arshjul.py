"""The year wheel of a plan: its days, the day of the meeting, what a board does."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from aktiviteter.arshjul import hjulet
from aktiviteter.arshjul.ring import ringen
from aktiviteter.forms.arshjul import HjuldagForm, SammantradeForm
from aktiviteter.handlingar.arshjul import bocka
from aktiviteter.models import Handlingsplan, Hjuldag, Moment
from aktiviteter.views.avsnitt import smulor
from aktiviteter.views.historik import namndens_plan
from vbeplan.organisation.behorighet import samordnad
from vbeplan.organisation.models import Spar

PLANER = Handlingsplan.objects.select_related("namnd")
TILL_BILDEN = "Till lägesbilden", "lagesbilder"
TILL_GANGEN = "Till planens gång", "plan_gang"
TILL_UPPFOLJNINGEN = "Till uppföljningen", "plan_uppfoljning"
GORS = {  # where each point of the year is done
    Moment.UNDERLAG: TILL_BILDEN,
    Moment.ENKAT_UT: TILL_BILDEN,
    Moment.PAMINNELSE: TILL_BILDEN,
    Moment.POLISMOTE: TILL_BILDEN,
    Moment.LAGESBILD: TILL_BILDEN,
    Moment.UTKAST: ("Till revideringen", "plan_revidering"),
    Moment.SAMRAD: ("Till samrådet", "plan_samrad"),
    Moment.UTSKICK: TILL_GANGEN,
    Moment.NAMND: TILL_GANGEN,
    Moment.KS: TILL_GANGEN,
    Moment.T1: TILL_UPPFOLJNINGEN,
    Moment.T2: TILL_UPPFOLJNINGEN,
    Moment.VB: TILL_UPPFOLJNINGEN,
}
DAGEN_STAR_FAST = "Planen är beslutad, så sammanträdets dag står fast."


@require_safe
def arshjul(request, namnd, ar):
    plan = namndens_plan(request, namnd, ar)
    hjul, samordnas = (
        hjulet(plan, timezone.localdate()),
        plan.samordnas_av(request.user),
    )
    context = {
        "rubrik": f"Årshjul {ar}",
        "plan": plan,
        "hjul": hjul,
        "ring": ringen(hjul),
        "kan_andra": samordnas,
        "gors_har": _gors_har(plan, hjul) if samordnas else None,
        "andra_ar": plan.namnd.planer.exclude(pk=plan.pk).order_by("-ar")[:5],
        "smulor": smulor(plan),
        "aktuell_namnd": plan.namnd,
    }
    if samordnas and not plan.ar_beslutad:
        context["form"] = SammantradeForm(instance=plan)
    return render(request, "aktiviteter/arshjul.html", context)


def _gors_har(plan, hjul):
    """Return (what the link says, address) of where the wheel's next point is done."""
    kvar = hjul.forsenade or hjul.nasta
    ord_, namn = GORS.get(kvar[0].moment, ("", "")) if kvar else ("", "")
    if not namn:
        return None
    med_plan = namn.startswith("plan_")
    return ord_, reverse(namn, args=[plan.namnd.kort, plan.ar] if med_plan else [])


def mote(request, namnd, ar):
    """Set the day of the meeting; its form stands on the wheel's page too."""
    plan = samordnad(PLANER, request.user, namnd__kort=namnd, ar=ar)
    hem = reverse("plan_arshjul", args=[namnd, ar])
    if plan.ar_beslutad:
        messages.info(request, DAGEN_STAR_FAST)
        return redirect(hem)
    form = SammantradeForm(request.POST or None, instance=plan)
    if form.is_valid() and form.spara(av=request.user):
        messages.success(request, _satt(plan))
        return redirect(hem)
    context = {
        "form": form,
        "rubrik": "Nämndens sammanträde",
        "ingress": "Årets dagar räknas från det.",
        "spara": "Spara dagen",
        "smulor": [*smulor(plan), ("Årshjul", hem)],
        "avbryt": hem,
        "aktuell_namnd": plan.namnd,
    }
    return render(request, "komponenter/formularsida.html", context)


def _satt(plan):
    if plan.sammantrade is None:
        return "Sammanträdet har ingen dag. Dagarna som hänger på det väntar."
    return "Sparat. Dagarna är räknade från sammanträdet."


def dag(request, namnd, ar, nyckel):
    """Move a day, say when it was done; one's own can have other words too."""
    plan, dagen = _dagen(request, namnd, ar, nyckel)
    rad = dagen.rad or _ny_rad(plan, dagen)
    context = {
        "rubrik": dagen.namn,
        "ingress": dagen.beskrivning,
        "ta_bort": "" if dagen.punkt else _adress("plan_arshjul_ta_bort", plan, nyckel),
        "ta_bort_text": "Ta bort dagen",
    }
    return _formular(request, plan, rad, context, raknad=dagen.raknad)


def ny(request, namnd, ar):
    plan = samordnad(PLANER, request.user, namnd__kort=namnd, ar=ar)
    rad = Hjuldag(plan=plan, ar=ar)
    context = {
        "rubrik": "Ny dag i årshjulet",
        "ingress": "Något som bara er nämnd gör. Det som alla nämnder gör står i "
        "stadens mall.",
    }
    return _formular(request, plan, rad, context)


def _formular(request, plan, rad, context, **mer):
    form = HjuldagForm(request.POST or None, instance=rad, **mer)
    hem = reverse("plan_arshjul", args=[plan.namnd.kort, plan.ar])
    if form.is_valid() and form.spara(av=request.user):
        messages.success(request, f"Sparat: {form.instance.namn}.")
        return redirect(hem)
    context |= {
        "form": form,
        "smulor": [*smulor(plan), ("Årshjul", hem)],
        "avbryt": hem,
        "aktuell_namnd": plan.namnd,
    }
    return render(request, "blanketter/raknat_formular.html", context)


@require_POST
def klar(request, namnd, ar, nyckel):
    """Tick a day off, or not; which of the two is said, for a double click."""
    plan, dagen = _dagen(request, namnd, ar, nyckel)
    ar_klar = request.POST.get("klar") == "ja"
    bocka(plan, dagen, timezone.localdate() if ar_klar else None, av=request.user)
    ord_ = "Klart" if ar_klar else "Inte klart"
    messages.success(request, f"{ord_}: {dagen.namn}.")
    return redirect("plan_arshjul", namnd, ar)


def ta_bort(request, namnd, ar, nyckel):
    plan, dagen = _dagen(request, namnd, ar, nyckel)
    if not dagen.ar_egen:
        raise Http404  # the template's points are the city's
    hem = reverse("plan_arshjul", args=[namnd, ar])
    if request.method == "POST":
        gjort, vad = Spar.Handling.BORTTAGEN, f"dagen {dagen.namn} i årshjulet för {ar}"
        with transaction.atomic():
            dagen.rad.delete()
            Spar.objects.skriv(gjort, vad, av=request.user, namnd=plan.namnd)
        messages.success(request, f"Borttaget: {dagen.namn}.")
        return redirect(hem)
    context = {
        "rubrik": f"Ta bort {dagen.namn}?",
        "foljder": ["Dagen i årshjulet, i listan och i era kalendrar"],
        "smulor": [*smulor(plan), ("Årshjul", hem)],
        "avbryt": hem,
        "aktuell_namnd": plan.namnd,
    }
    return render(request, "komponenter/ta_bort.html", context)


def _dagen(request, namnd, ar, nyckel):
    """Return a plan that the user coordinates and one day of its wheel."""
    plan = samordnad(PLANER, request.user, namnd__kort=namnd, ar=ar)
    dagen = hjulet(plan, timezone.localdate()).dagen(nyckel)
    if dagen is None:
        raise Http404
    return plan, dagen


def _ny_rad(plan, dagen):
    return Hjuldag(
        plan=plan,
        punkt=dagen.punkt,
        ar=dagen.ar,
        moment=dagen.moment,
        namn=dagen.namn,
        beskrivning=dagen.beskrivning,
        dag=dagen.dag,
    )


def _adress(namn, plan, nyckel):
    return reverse(namn, args=[plan.namnd.kort, plan.ar, nyckel])
