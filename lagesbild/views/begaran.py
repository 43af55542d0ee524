"""Requests and reminders by mail: she reads each letter before it goes."""

from django.shortcuts import render
from django.utils import timezone

from lagesbild.forms.begaran import BegaranForm, begaransbrev, paminnelsebrev
from lagesbild.handlingar.skicka_begaran import skicka_begaran, skicka_paminnelse
from lagesbild.kallage import folj
from lagesbild.models import Kalla
from lagesbild.views.sida import bildram, redigerbar_bild, under
from vbeplan.organisation.views.radbrev import visa_breven


def begar(request, namnd, ar):
    """First whom and by when (in the address), then the letters."""
    bild = redigerbar_bild(request, namnd, ar)
    val = BegaranForm(request.GET or None, lagesbild=bild)
    if not val.is_valid():
        return _valj(request, bild, val)
    dag = val.cleaned_data["svar_senast"]
    data = request.POST or None
    breven = begaransbrev(bild, val.cleaned_data["kalla"], dag, data)

    def skicka(valda):
        return skicka_begaran(valda, bild, dag, av=request.user)

    return _breven(request, bild, breven, skicka, "Begär underlag")


def _valj(request, bild, val):
    utan = bild.kallor.begars().filter(epost="", status=Kalla.Status.EJ_BEGARD)
    context = _ram(bild, "Begär underlag") | {
        "form": val,
        "utan_adress": utan,
        "nagon_med": val.fields["kalla"].queryset.exists(),
        "annars": "kalla_brev",
        "annars_i_ord": "skriv ut brevet",
    }
    return render(request, "lagesbild/kallor_begar.html", context)


def paminn(request, namnd, ar):
    bild = redigerbar_bild(request, namnd, ar)
    idag, lagen = timezone.localdate(), folj(bild)
    vantar = [
        kalla
        for kalla in bild.kallor.att_paminna(idag)
        if lagen[kalla.pk].status == Kalla.Status.BEGARD
    ]
    far = [k for k in vantar if k.epost and k.paminnd != idag]
    breven = paminnelsebrev(bild, far, request.POST or None)

    def skicka(valda):
        return skicka_paminnelse(valda, bild, av=request.user)

    mer = {
        "utan_adress": [k for k in vantar if not k.epost],
        "paminda": [k for k in vantar if k.paminnd == idag],
    }
    return _breven(request, bild, breven, skicka, "Påminn om underlag", **mer)


def _breven(request, bild, breven, skicka, rubrik, **mer):
    context = _ram(bild, rubrik) | mer
    return visa_breven(request, "lagesbild/kallor_brev.html", context, breven, skicka)


def _ram(bild, rubrik):
    hem = under(bild, "kallor")
    return bildram(bild, rubrik, ("Källor", hem)) | {
        "avbryt": hem,
        "andra": "kalla_andra",
    }
