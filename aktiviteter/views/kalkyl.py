"""The plan's activities as a workbook: out, and back with a preview."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from aktiviteter.forms.aktivitetsfilter import AktivitetsfilterForm
from aktiviteter.forms.kalkyl import KalkylfilForm, KalkylForm, RedanIntagen
from aktiviteter.forseglat import planens_aktiviteter
from aktiviteter.kalkyl.skillnader import kapitelord
from aktiviteter.kalkyl.skriv import arbetsbok
from aktiviteter.models import Aktivitet, Avsnitt, Handlingsplan, Inlasning
from aktiviteter.sok.index import ikapp
from aktiviteter.sok.urval import MEST
from aktiviteter.views.avsnitt import antal, smulor
from aktiviteter.views.svar import bifoga
from vbeplan.organisation.behorighet import bara_samordnare, lasbar, redigerbar

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PLANER = Handlingsplan.objects.select_related("namnd")


def som_kalkyl(request, namnd, ar):
    plan = lasbar(PLANER, request.user, namnd__kort=namnd, ar=ar)
    rader = planens_aktiviteter(plan)
    data = arbetsbok(rader, kapitel=kapitelord(plan), titel=str(plan))
    svar = HttpResponse(data, content_type=XLSX)
    return bifoga(svar, f"Aktiviteter, {plan}.xlsx")


def filtrerade(request):
    """The rows of the activity filter, out of any plans; not to be taken back."""
    form = AktivitetsfilterForm(request.GET, user=request.user)
    ikapp()
    nycklar = list(form.fakta().values_list("pk", flat=True)[:MEST])
    rader = Aktivitet.objects.filter(pk__in=nycklar).select_related("plan__namnd")
    rader = {a.pk: a for a in rader.med_ansvar()}
    rader = [rader[pk] for pk in nycklar if pk in rader]
    kapitel = Avsnitt.objects.filter(pk__in={a.avsnitt_id for a in rader})
    data = arbetsbok(
        rader,
        kapitel=dict(kapitel.values_list("pk", "rubrik")),
        titel="Aktiviteter",
        med_plan=True,
    )
    return bifoga(HttpResponse(data, content_type=XLSX), "Aktiviteter.xlsx")


def valj_fil(request, namnd, ar):
    plan = redigerbar(PLANER, request.user, namnd__kort=namnd, ar=ar)
    form = KalkylfilForm(request.POST or None, request.FILES or None, plan=plan)
    if form.is_valid():
        return redirect(form.spara(av=request.user))
    context = {
        "form": form,
        "rubrik": "Ta in ifylld arbetsbok",
        "ingress": "Hämta aktiviteterna som Excel, fyll i och ta in filen här. Du får "
        "se vad som ändras innan något sparas.",
        "smulor": smulor(plan),
        "spara": "Läs filen",
        "avbryt": plan.get_absolute_url(),
        "hamta": reverse("plan_kalkyl", args=[namnd, ar]),
        "aktuell_namnd": plan.namnd,
    }
    return render(request, "aktiviteter/kalkyl_filval.html", context)


@bara_samordnare
def granska(request, pk):
    if request.method == "POST" and not Inlasning.objects.filter(pk=pk).exists():
        return _redan_intagen(request)
    inlasning = lasbar(
        Inlasning.objects.select_related("plan__namnd"),
        request.user,
        pk=pk,
        plan__isnull=False,
    )
    plan = redigerbar(PLANER, request.user, pk=inlasning.plan_id)
    inlasning.plan = plan
    form = KalkylForm(request.POST or None, inlasning=inlasning)
    try:
        andring = form.is_valid() and form.spara(av=request.user)
    except RedanIntagen:
        return _redan_intagen(request)
    if andring:
        rader = andring.versioner.exclude(slag="ordning").count()
        messages.success(request, f"{antal(rader).capitalize()} är ändrade.")
        return redirect(plan)
    ta_in = reverse("kalkyl_ta_in", args=[plan.namnd.kort, plan.ar])
    context = {
        "form": form,
        "skillnader": form.skillnader,
        "valda": form.valda,
        "liknande": form.liknande,
        "filnamn": inlasning.filnamn,
        "plan": plan,
        "smulor": [*smulor(plan), ("Ta in arbetsbok", ta_in)],
        "avbryt": plan.get_absolute_url(),
        "aktuell_namnd": plan.namnd,
    }
    return render(request, "aktiviteter/kalkyl_granska.html", context)


def _redan_intagen(request):
    """The second press of a double click: its answer is the one that is shown."""
    messages.info(request, "Arbetsboken är redan intagen. Se Vad har ändrats.")
    return redirect("planer")
