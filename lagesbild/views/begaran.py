"""Requests and reminders by mail: she reads each letter before it goes."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone

from lagesbild.forms.begaran import BegaranForm, begaransbrev, paminnelsebrev
from lagesbild.handlingar.skicka_begaran import skicka_begaran, skicka_paminnelse
from lagesbild.kallage import folj
from lagesbild.models import Kalla
from lagesbild.views.sida import bildram, redigerbar_bild, under


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
        "avbryt": under(bild, "kallor"),
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
    valda = [brev for brev in breven if brev.ska_skickas]
    giltiga = [brev.is_valid() for brev in valda]  # each tells its own errors
    if request.method == "POST" and all(giltiga):
        utskick = skicka([brev.brev() for brev in valda])
        for niva, mening in _om_utskicket(utskick):
            messages.add_message(request, niva, mening)
        breven = _kvar(valda, utskick)
        if not breven:
            return redirect(under(bild, "kallor"))
    context = _ram(bild, rubrik) | {
        "breven": breven,
        "fel": any(brev.errors for brev in valda),
        "avbryt": under(bild, "kallor"),
        **mer,
    }
    return render(request, "lagesbild/kallor_brev.html", context)


def _kvar(valda, utskick):
    """Return the letters that didn't go, ready to be sent once more."""
    kvar = [brev for brev in valda if brev.kalla in utskick.misslyckade]
    for brev in kvar:
        brev.forsok_igen(utskick.misslyckade[brev.kalla])
    return kvar


def _om_utskicket(utskick):
    """Return (level, sentence) for each thing that became of the letters."""
    delar = [
        (messages.SUCCESS, "Brevet är skickat till", utskick.skickade),
        (
            messages.INFO,
            "Redan skickat, eller ändrat av någon annan:",
            utskick.redan,
        ),
        (
            messages.ERROR,
            "Brevet gick inte att skicka till",
            list(utskick.misslyckade),
        ),
    ]
    for niva, ord_, kallorna in delar:
        if kallorna:
            yield niva, f"{ord_} {', '.join(map(str, kallorna))}."
    if not any(kallorna for _, _, kallorna in delar):
        yield messages.INFO, "Inget brev var valt. Inget är skickat."


def _ram(bild, rubrik):
    return bildram(bild, rubrik, ("Källor", under(bild, "kallor")))
