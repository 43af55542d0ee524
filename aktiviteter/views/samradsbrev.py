"""Letters to those who are asked: she reads each before it goes in the outbox."""

from django.shortcuts import render
from django.utils import timezone

from aktiviteter.forms.samradsbrev import FragaForm, fragebrev, paminnelsebrev
from aktiviteter.handlingar.samrad import skicka_fragor, skicka_paminnelser
from aktiviteter.models import Planstatus, Samrad
from aktiviteter.views.samrad import ram, redigerbar_plan
from aktiviteter.word_ut.utkast import utkast_som_word
from vbeplan.organisation.views.radbrev import visa_breven


def fraga(request, namnd, ar):
    """First whom and by when (in the address), then the letters."""
    plan = redigerbar_plan(request, namnd, ar)
    val = FragaForm(request.GET or None, plan=plan)
    if not val.is_valid():
        return _valj(request, plan, val)
    dag, med = val.cleaned_data["svar_senast"], val.med_utkastet
    rader = val.cleaned_data["samrad"]
    breven = fragebrev(plan, rader, dag, med_utkastet=med, data=request.POST or None)
    filnamn = f"{plan.titel_med_ar}, utkast.docx"

    def skicka(valda):
        bilaga = (filnamn, utkast_som_word(plan)) if med else None
        return skicka_fragor(valda, plan, dag, bilaga=bilaga, av=request.user)

    mer = {
        "svar_senast": dag,
        "bilaga": filnamn if med else "",
        "blir_samrad": plan.status == Planstatus.UTKAST,
    }
    return _breven(request, plan, breven, skicka, "Fråga om synpunkter", **mer)


def _valj(request, plan, val):
    utan = plan.samraden.filter(epost="", status=Samrad.Status.INTE_FRAGAD)
    context = _ram(plan, "Fråga om synpunkter") | {
        "form": val,
        "utan_adress": utan,
        "nagon_med": val.fields["samrad"].queryset.exists(),
        "annars": "samrad",
        "annars_i_ord": "skriv att du har frågat",
    }
    return render(request, "aktiviteter/samrad_fraga.html", context)


def paminn(request, namnd, ar):
    plan = redigerbar_plan(request, namnd, ar)
    idag = timezone.localdate()
    vantar = list(plan.samraden.att_paminna(idag))
    far = [rad for rad in vantar if rad.epost and rad.paminnd != idag]
    breven = paminnelsebrev(plan, far, request.POST or None)

    def skicka(valda):
        return skicka_paminnelser(valda, plan, av=request.user)

    mer = {
        "utan_adress": [rad for rad in vantar if not rad.epost],
        "paminda": [rad for rad in vantar if rad.paminnd == idag],
    }
    return _breven(request, plan, breven, skicka, "Påminn om synpunkter", **mer)


def _breven(request, plan, breven, skicka, rubrik, **mer):
    context = _ram(plan, rubrik) | mer
    return visa_breven(request, "aktiviteter/samrad_brev.html", context, breven, skicka)


def _ram(plan, rubrik):
    return ram(plan, rubrik) | {"andra": "samrad_andra"}
