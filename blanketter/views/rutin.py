"""The coordinator's pages of the routine: its steps, their order, whom to reach."""

import secrets

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from blanketter.forms.rutin import KontaktForm, RutinstegForm
from blanketter.handlingar.ordna_rutinen import (
    STEG,
    dolj_steg,
    flytta_steg,
    ta_bort_text,
    visa_i_planen,
)
from blanketter.models import Kontakt, Rutinsteg
from blanketter.rutin import rutinen
from blanketter.rutin.flode import flodet
from blanketter.rutin.las import skillnad, under
from blanketter.rutin.standard import UTAN_STEGET
from vbeplan.organisation.behorighet import bara, redigerbar
from vbeplan.organisation.models import Namnd, Ratt

STADEN = "staden"  # in the address, where a board's short name stands
KONTAKTER = Kontakt.objects.select_related("namnd")


@bara(Ratt.SAMORDNARE, Ratt.CENTRAL)
def rutiner(request):
    """Lead to the routine that she edits, or let her choose which."""
    namnder = Namnd.objects.samordnade_av(request.user).i_ordning()
    mina = [(namnd.namn, namnd.kort) for namnd in namnder]
    if request.user.ar_central:
        mina.insert(0, ("Hela staden", STADEN))
    if len(mina) == 1:
        return redirect("rutin_redigera", mina[0][1])
    context = {"rubrik": "Rutin vid oro", "rutiner": mina}
    return render(request, "blanketter/rutiner.html", context)


def redigera(request, namnd):
    agare = _agare(request.user, namnd)
    rutin = rutinen(agare)
    context = {
        "rubrik": "Rutin vid oro" if agare else "Rutin vid oro: hela staden",
        "agare": namnd,
        "namnd": agare,
        "aktuell_namnd": agare,
        "rutin": rutin,
        "flode": flodet(rutin),
    }
    return render(request, "blanketter/rutin_redigera.html", context)


def nytt_steg(request, namnd):
    agare = _agare(request.user, namnd)
    kod = f"eget-{secrets.token_hex(4)}"
    steg = Rutinsteg(namnd=agare, kod=kod)
    return _stegets_formular(request, namnd, steg, None, "Nytt steg")


def steg(request, namnd, kod):
    agare = _agare(request.user, namnd)
    galler = _steget(agare, kod)
    rad = Rutinsteg.objects.filter(namnd=agare, kod=kod).first()
    rad = rad or Rutinsteg(namnd=agare, kod=kod)
    return _stegets_formular(request, namnd, rad, galler, galler.fraga)


def _stegets_formular(request, namnd, rad, galler, rubrik):
    form = RutinstegForm(request.POST or None, instance=rad, steg=galler)
    if form.is_valid() and form.spara(av=request.user):
        messages.success(request, f"Sparat: {rad.fraga}")
        return _till_steget(namnd, rad.kod)
    context = {
        "form": form,
        "aktuell_namnd": rad.namnd,
        "ingress": _vems_text(rad.namnd, galler),
    }
    if galler and galler.eget:
        context |= _vagen_ut(namnd, galler)
    return _formular(request, namnd, rubrik, **context)


def _vems_text(agare, steg):
    if agare and steg and not steg.eget:
        return "Steget följer stadens text. Ändrar du här får nämnden en egen."
    return ""


def _vagen_ut(namnd, steg):
    """Return where one takes away the layer's own words, in the form's terms."""
    if steg.bara_har:
        ord_ = "Ta bort steget"
    else:
        ord_ = "Återgå till " + _vems_under(namnd)
    return {
        "ta_bort": reverse("rutin_aterga", args=[namnd, steg.kod]),
        "ta_bort_text": ord_,
    }


def _vems_under(namnd):
    return "texten som följer med" if namnd == STADEN else "stadens text"


def aterga(request, namnd, kod):
    """Show what differs from the words below, and take the layer's own away."""
    agare = _agare(request.user, namnd)
    galler = _steget(agare, kod)
    if request.method == "POST":
        ta_bort_text(agare, kod, av=request.user)
        borta = galler.bara_har and galler.eget
        vad = "Borttaget" if borta else f"Tillbaka till {_vems_under(namnd)}"
        messages.success(request, f"{vad}: {galler.fraga}")
        return _till_steget(namnd, "" if borta else kod)
    if not galler.eget:
        return redirect("rutin_steg", namnd, kod)
    context = {
        "steg": galler,
        "rubrik": f"{_vagen_ut(namnd, galler)['ta_bort_text']}?",
        "vems": _vems_under(namnd),
        "skillnader": skillnad(galler, under(agare, kod)),
        "smulor": _smulor(namnd),
        "avbryt": reverse("rutin_steg", args=[namnd, kod]),
        "aktuell_namnd": agare,
    }
    return render(request, "blanketter/rutin_aterga.html", context)


@require_POST
def ordna(request, namnd, kod):
    agare = _agare(request.user, namnd)
    galler = _steget(agare, kod)
    gor = request.POST.get("gor")
    if gor in STEG:
        gick = flytta_steg(agare, kod, gor, av=request.user)
        ord_ = "Flyttat" if gick else "Står redan ytterst"
    elif gor == "visa":
        gick = dolj_steg(agare, kod, False, av=request.user)
        ord_ = "Visas igen" if gick else "Staden har dolt steget"
    else:
        return _till_steget(namnd, kod)
    (messages.success if gick else messages.info)(request, f"{ord_}: {galler.fraga}")
    return _till_steget(namnd, kod)


def dolj(request, namnd, kod):
    """Say what follows when nobody reads the step, then hide it."""
    agare = _agare(request.user, namnd)
    galler = _steget(agare, kod)
    if galler.last or galler.dolt:
        if galler.last:
            messages.info(request, f"Visas alltid: {galler.fraga}")
        return _till_steget(namnd, kod)
    if request.method == "POST":
        dolj_steg(agare, kod, True, av=request.user)
        messages.success(request, f"Visas inte längre: {galler.fraga}")
        return _till_steget(namnd, kod)
    context = {
        "rubrik": f"Sluta visa steget ”{galler.fraga}”",
        "fraga": "Det här händer, tills någon väljer Visa igen:",
        "foljder": _foljder(agare, galler),
        "smulor": _smulor(namnd),
        "avbryt": reverse("rutin_redigera", args=[namnd]) + f"#steg-{kod}",
        "knapp": "Visa inte steget",
        "aktuell_namnd": agare,
    }
    return render(request, "komponenter/ta_bort.html", context)


def _foljder(agare, steg):
    """Return what follows when a step is hidden, as sentences; the weightiest first."""
    foljder = [UTAN_STEGET[steg.kod]] if steg.kod in UTAN_STEGET else []
    var = "rutinen" if agare else "alla nämnders rutiner"
    foljder.append(
        f"Steget försvinner ur {var}: från sidan som alla ser, från anslaget till "
        "personalrummet och ur flödesschemat."
    )
    if steg.kontakter:
        foljder.append("Stegets kontakter visas inte heller.")
    return [*foljder, "Texten finns kvar här, så att steget kan visas igen."]


@require_POST
def i_planen(request, namnd):
    agare = _agare(request.user, namnd)
    visa_i_planen(agare, request.POST.get("visa") == "ja", av=request.user)
    messages.success(request, "Sparat.")
    return redirect("rutin_redigera", namnd)


def kontakt_ny(request, namnd):
    agare = _agare(request.user, namnd)
    kontakt = Kontakt(namnd=agare, kod=request.GET.get("steg", "")[:40])
    return _kontaktens_formular(request, kontakt, "Ny kontakt")


def kontakt(request, pk):
    rad = redigerbar(KONTAKTER, request.user, pk=pk)
    ta_bort = reverse("kontakt_ta_bort", args=[pk])
    mer = {"ta_bort": ta_bort, "ta_bort_text": "Ta bort kontakten"}
    return _kontaktens_formular(request, rad, rad.funktion, **mer)


def _kontaktens_formular(request, rad, rubrik, **mer):
    namnd = rad.namnd.kort if rad.namnd else STADEN
    rutin = rutinen(rad.namnd)
    form = KontaktForm(request.POST or None, instance=rad, rutin=rutin)
    if form.is_valid() and form.spara(av=request.user):
        messages.success(request, f"Sparat: {rad}.")
        return _till_steget(namnd, rad.kod)
    return _formular(request, namnd, rubrik, form=form, aktuell_namnd=rad.namnd, **mer)


def kontakt_ta_bort(request, pk):
    rad = redigerbar(KONTAKTER, request.user, pk=pk)
    namnd = rad.namnd.kort if rad.namnd else STADEN
    if request.method == "POST":
        rad.ta_bort(av=request.user)
        messages.success(request, f"Borttagen: {rad}.")
        return _till_steget(namnd, rad.kod)
    context = {
        "rubrik": f"Ta bort kontakten {rad}?",
        "foljder": ["Kontakten, på sidan för alla och på lappen till personalrummet"],
        "smulor": _smulor(namnd),
        "avbryt": reverse("kontakt", args=[pk]),
        "knapp": "Ta bort kontakten",
    }
    return render(request, "komponenter/ta_bort.html", context)


def _agare(user, namnd):
    """Return the board whose routine she edits, None for the city's; else 404."""
    if namnd != STADEN:
        return get_object_or_404(Namnd.objects.samordnade_av(user), kort=namnd)
    if not user.ar_central:
        raise Http404
    return None


def _steget(agare, kod):
    if steget := rutinen(agare).steget(kod):
        return steget
    raise Http404


def _smulor(namnd):
    return [("Rutin vid oro", reverse("rutin_redigera", args=[namnd]))]


def _till_steget(namnd, kod):
    sida = reverse("rutin_redigera", args=[namnd])
    return redirect(f"{sida}#steg-{kod}" if kod else sida)


def _formular(request, namnd, rubrik, **context):
    context |= {
        "rubrik": rubrik,
        "smulor": _smulor(namnd),
        "avbryt": reverse("rutin_redigera", args=[namnd]),
    }
    return render(request, "blanketter/raknat_formular.html", context)
