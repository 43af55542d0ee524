"""The page where a decision is registered, and the edition that it made."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from aktiviteter.handlingar.gang import RedanGjort
from aktiviteter.models import Handlingsplan, Planstatus
from aktiviteter.views.avsnitt import smulor
from aktiviteter.views.svar import bifoga
from vbeplan.organisation.behorighet import lasbar, samordnad
from vbeplan.rapport.fel import PdfFel
from vbeplan.rapport.filnamn import utgavans_filnamn
from vbeplan.rapport.forms.beslut import BeslutForm
from vbeplan.rapport.handlingar.besluta import NagotNytt, besluta, sett_nu
from vbeplan.rapport.models import Utgava
from vbeplan.rapport.utgavor import INGEN_UTGAVA, efterfoljare, utgavorna

PLANER = Handlingsplan.objects.select_related("namnd__logotyp")
ANDRAD = (
    "Planen eller lägesbilden har ändrats sedan du öppnade sidan, så inget är beslutat "
    "än. Läs förhandsvisningen igen och tryck sedan på knappen en gång till. Det du "
    "skrev står kvar."
)
REDAN = (
    "Beslutet var redan registrerat, och planen är förseglad en gång. Stämmer inte "
    "uppgifterna här med protokollet, tryck på Rätta uppgifterna."
)
TILLBAKA = "Planen har tagits tillbaka från nämnden, så inget är beslutat."


def registrera(request, namnd, ar):
    """Ask for what the minutes say; then the plan is sealed as it stands."""
    plan = samordnad(PLANER, request.user, namnd__kort=namnd, ar=ar)
    if plan.ar_beslutad:
        return redirect("plan_utgava", namnd, ar)
    if plan.status != Planstatus.TILL_NAMND:
        messages.info(
            request,
            f"Skicka planen till {plan.namnd.beslutar_i_text} innan du registrerar "
            "beslutet.",
        )
        return redirect("plan_gang", namnd, ar)
    form = BeslutForm(request.POST or None, plan=plan, sett=sett_nu(plan))
    if form.is_valid() and forsok_besluta(request, plan, form):
        return redirect("plan_utgava", namnd, ar)
    context = {
        "rubrik": "Registrera beslutet",
        "form": form,
        "plan": plan,
        "sekreterare": plan.namnd.sekreterare_epost,
        "aktuell_namnd": plan.namnd,
        "smulor": [*smulor(plan), _gangen(plan)],
        "spara": "Registrera och försegla planen",
        "avbryt": reverse("plan_gang", args=[namnd, ar]),
    }
    return render(request, "rapport/besluta.html", context)


def visa(request, namnd, ar):
    """Show the edition of a decided plan, and how one sees that a file is it."""
    plan = lasbar(PLANER, request.user, namnd__kort=namnd, ar=ar)
    utgava, *aldre = utgavorna(plan) or [None]
    if utgava is None:
        messages.info(request, INGEN_UTGAVA)
        return redirect(plan)
    samordnas = plan.samordnas_av(request.user)
    context = {
        "rubrik": f"Utgåva {utgava.nummer}",
        "plan": plan,
        "utgava": utgava,
        "aldre": aldre,
        "efterfoljare": efterfoljare(utgava),
        "samordnas": samordnas,
        "aktuell_namnd": plan.namnd,
        "publik_adress": request.build_absolute_uri(
            reverse("oppet_namnd", args=[namnd])
        ),
        "smulor": [*smulor(plan), *([_gangen(plan)] if samordnas else [])],
    }
    return render(request, "rapport/utgava.html", context)


def fil(request, namnd, ar, nummer):
    """Give one of a plan's editions as PDF, a replaced one too."""
    plan = lasbar(PLANER, request.user, namnd__kort=namnd, ar=ar)
    utgavor = Utgava.objects.planens(plan).defer("innehall", "publik_pdf")
    utgava = get_object_or_404(utgavor, nummer=nummer)
    utgava.plan = plan
    svar = HttpResponse(bytes(utgava.pdf), content_type="application/pdf")
    return bifoga(svar, utgavans_filnamn(utgava))


def utgavans_adress(plan):
    return reverse("plan_utgava", args=[plan.namnd.kort, plan.ar])


def _gangen(plan):
    return "Planens gång", reverse("plan_gang", args=[plan.namnd.kort, plan.ar])


def forsok_besluta(request, plan, form):
    """Tell whether there is an edition now; else the form says why not."""
    sett = form.cleaned_data["sett"]
    try:
        utgava = besluta(plan, form.uppgifter, sett=sett, av=request.user)
    except NagotNytt:
        form.visa_nytt(sett_nu(plan))
        form.add_error(None, ANDRAD)
        return False
    except PdfFel as fel:
        form.add_error(None, str(fel))
        return False
    except RedanGjort:
        form.add_error(None, TILLBAKA)
        return False
    if utgava.nyss:
        messages.success(request, "Beslutet är registrerat och planen är förseglad.")
    else:
        messages.info(request, REDAN)
    return True
