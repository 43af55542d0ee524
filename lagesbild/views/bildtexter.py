"""The texts of a picture: written in their place, fetched as a draft, as they were."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from lagesbild.forms.bildtext import BildtextForm
from lagesbild.handlingar.skriv_text import (
    ArPublicerad,
    NagonHannFore,
    fingeravtryck,
    skriv_text,
)
from lagesbild.innehall import bildens_utkast
from lagesbild.models import Bilddel, Lagesbild
from vbeplan.organisation.behorighet import redigerbar
from vbeplan.tema.formular import radnummer
from vbeplan.tema.plats import falt_id, klart
from vbeplan.text.jamfor import jamfor_block

BILDER = Lagesbild.objects.select_related("namnd")
UTKAST, BADA = "utkast", "bada"
HAR_UTKAST = (Bilddel.KARTLAGGNING, Bilddel.ANALYS)
OPPNA_FORST = (
    "Lägesbilden är publicerad, så texterna står som de är. Öppna den igen om den ska "
    "ändras."
)


def text(request, namnd, ar, bilddel):
    bild, bilddel = _delen(request, namnd, ar, bilddel)
    if bild.ar_klar and request.method != "POST":
        messages.info(request, OPPNA_FORST)
        return redirect(bild)
    form = BildtextForm(
        request.POST or None,
        bild=bild,
        bilddel=bilddel.value,
        text=_framtagen(bild, bilddel, request.GET.get("ta", "")),
        auto_id=falt_id(request, bilddel.value),
    )
    if form.is_valid() and form.spara(av=request.user):
        _beratta(request, bild, bilddel)
        return klart(request, _ankare(bild, bilddel), ankare=bilddel.value)
    context = _ram(bild, bilddel) | {
        "form": form,
        "rubrikniva": 1,
        "bilddel": bilddel,
        "har_utkast": bilddel in HAR_UTKAST,
        "historik": _adress("lagesbild_text_versioner", bild, bilddel),
    }
    return render(request, "lagesbild/bildtext.html", context)


def utkast(request, namnd, ar, bilddel):
    """Show the draft beside what she has written; nothing is changed here."""
    bild, bilddel = _delen(request, namnd, ar, bilddel)
    if bilddel not in HAR_UTKAST:
        raise Http404
    if bild.ar_klar:
        messages.info(request, OPPNA_FORST)
        return redirect(bild)
    context = _ram(bild, bilddel) | {
        "rubrik": f"Utkast till {bilddel.label.lower()}",
        "bilddel": bilddel,
        "utkast": bildens_utkast(bild).get(bilddel.value, ""),
        "skrivet": getattr(bild, bilddel.value),
        "skriv": _adress("lagesbild_text", bild, bilddel),
    }
    return render(request, "lagesbild/utkast.html", context)


def versioner(request, namnd, ar, bilddel):
    bild, bilddel = _delen(request, namnd, ar, bilddel)
    rader = list(bild.textversioner.filter(bilddel=bilddel).select_related("av")[:50])
    fore = [*(rad.text for rad in rader[1:]), ""]
    context = _ram(bild, bilddel) | {
        "rubrik": f"{bilddel.label}: tidigare versioner",
        "bilddel": bilddel,
        "versioner": [
            (rad, [p.markerat for p in jamfor_block(fran, rad.text) if p.markerat])
            for rad, fran in zip(rader, fore, strict=False)
        ],
        "skriv": _adress("lagesbild_text", bild, bilddel),
        "far_andras": not bild.ar_klar,
    }
    return render(request, "lagesbild/textversioner.html", context)


@require_POST
def angra(request, namnd, ar, bilddel, nummer):
    """Take back the save that made version `nummer`, while it is the last one."""
    bild, bilddel = _delen(request, namnd, ar, bilddel)
    sist, *fore = bild.textversioner.filter(bilddel=bilddel)[:2] or [None]
    if sist is None or sist.nummer != nummer:
        messages.info(
            request,
            "Texten har ändrats efter det, så det gick inte att ångra. Välj bland "
            "tidigare versioner.",
        )
        return redirect("lagesbild_text_versioner", namnd, ar, bilddel)
    forra, sedd = fore[0].text if fore else "", fingeravtryck(sist.text)
    try:
        skriv_text(bild, bilddel.value, forra, sedd=sedd, av=request.user)
    except (ArPublicerad, NagonHannFore):
        messages.info(request, OPPNA_FORST)
    else:
        _beratta(request, bild, bilddel, "Texten är som den var.")
    return klart(request, _ankare(bild, bilddel), ankare=bilddel.value)


def _delen(request, namnd, ar, bilddel):
    bild = redigerbar(BILDER, request.user, namnd__kort=namnd, ar=ar)
    if bilddel not in Bilddel.values:
        raise Http404
    return bild, Bilddel(bilddel)


def _framtagen(bild, bilddel, vad):
    """Return the text that the form begins with: a draft, an older one, or None."""
    nu = getattr(bild, bilddel.value)
    if vad in (UTKAST, BADA):
        forslag = bildens_utkast(bild).get(bilddel.value, "")
        return "\n".join(filter(None, [nu, forslag])) if vad == BADA else forslag
    nummer = radnummer(vad)
    rad = nummer and bild.textversioner.filter(bilddel=bilddel, nummer=nummer).first()
    return rad.text if rad else None


def _beratta(request, bild, bilddel, ord_=""):
    """Say that it is saved, and offer to undo it."""
    sist = bild.textversioner.filter(bilddel=bilddel).first()
    argument = [bild.namnd.kort, bild.ar, bilddel.value]
    adress = sist and reverse("lagesbild_text_angra", args=[*argument, sist.nummer])
    ord_ = ord_ or f"Sparat: {bilddel.label}."
    messages.success(request, ord_, extra_tags=adress or "")


def _adress(namn, bild, bilddel):
    return reverse(namn, args=[bild.namnd.kort, bild.ar, bilddel.value])


def _ankare(bild, bilddel):
    return f"{bild.get_absolute_url()}#{bilddel.value}"


def _ram(bild, bilddel):
    hem = bild.get_absolute_url()
    return {
        "rubrik": bilddel.label,
        "smulor": [
            ("Lägesbilder", reverse("lagesbilder_alla")),
            (f"Lägesbild {bild.ar}", hem),
        ],
        "avbryt": f"{hem}#{bilddel.value}",
        "aktuell_namnd": bild.namnd,
        "bild": bild,
    }
