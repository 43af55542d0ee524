"""How far a picture has come: written on, consulted about, published, opened again."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from lagesbild.bildlage import nasta_steg
from lagesbild.bildnyckel import farskt_innehall, sparat_innehall
from lagesbild.forms.bild import BilduppgifterForm
from lagesbild.forms.bildtext import SamradForm
from lagesbild.handlingar.publicera import NagotNytt, publicera
from lagesbild.models import Lagesbild
from vbeplan.organisation.behorighet import redigerbar

Status = Lagesbild.Status
BILDER = Lagesbild.objects.select_related("namnd")
NAGOT_NYTT = (
    "Något har kommit in eller ändrats sedan du öppnade sidan, så lägesbilden är inte "
    "publicerad. Läs igenom den igen."
)
TILLBAKA = {  # from where a coordinator may go one step back, and where to
    Status.UTKAST: Status.UNDERLAG,
    Status.SAMRADD: Status.UTKAST,
    Status.KLAR: Status.UTKAST,
}


@require_POST
def paborja(request, namnd, ar):
    """Begin to write."""
    bild = _bilden(request, namnd, ar)
    bild.byt_lage(Status.UNDERLAG, Status.UTKAST, av=request.user)
    return redirect(bild)


def samrad(request, namnd, ar):
    bild = _bilden(request, namnd, ar)
    if bild.status != Status.UTKAST:
        return redirect(bild)
    steg = nasta_steg(bild, sparat_innehall(bild)[0])
    form = SamradForm(request.POST or None, instance=bild)
    if form.is_valid() and not steg.hinder:
        skrivet = form.cleaned_data
        bild.byt_lage(Status.UTKAST, Status.SAMRADD, av=request.user, **skrivet)
        messages.success(request, "Samrådet är inskrivet. Nu kan du publicera.")
        return redirect(bild)
    context = _ram(bild) | {
        "form": form,
        "steg": steg,
        "rubrik": "Samråd med polisen",
        "ingress": "Skriv in när ni gick igenom lägesbilden med polisen.",
    }
    return render(request, "lagesbild/samrad.html", context)


def klar(request, namnd, ar):
    """Show what is about to be published, then publish that and nothing else."""
    bild = _bilden(request, namnd, ar)
    if bild.status != Status.SAMRADD:
        return redirect(bild)
    innehall, sett, annat_sett = farskt_innehall(bild)
    steg = nasta_steg(bild, innehall)
    if request.method == "POST" and not steg.hinder:
        try:
            frysning = publicera(bild, sett=request.POST.get("sett"), av=request.user)
        except NagotNytt:
            messages.warning(request, NAGOT_NYTT)
        else:
            messages.success(request, f"Publicerad som version {frysning.nummer}.")
            return redirect(bild)
    context = _ram(bild) | {
        "steg": steg,
        "innehall": innehall,
        "rubrik": f"Publicera lägesbilden {bild.ar}",
        "sett": sett,
        "annat_sett": annat_sett,
        "nummer": bild.frysningar.count() + 1,
    }
    return render(request, "lagesbild/klar.html", context)


def tillbaka(request, namnd, ar):
    """Say what follows from going back a step, then go; leaves a trace."""
    bild = _bilden(request, namnd, ar)
    vart = TILLBAKA.get(bild.status)
    if vart is None:
        return redirect(bild)
    if request.method == "POST":
        bild.byt_lage(bild.status, vart, av=request.user)
        return redirect(bild)
    context = _ram(bild) | {
        "rubrik": "Öppna lägesbilden igen?"
        if bild.ar_klar
        else "Gå ett steg tillbaka?",
        "fraga": "Det här händer:",
        "foljder": list(_foljder(bild, Status(vart))),
        "knapp": "Öppna igen" if bild.ar_klar else "Gå tillbaka",
    }
    return render(request, "lagesbild/tillbaka.html", context)


def _foljder(bild, vart):
    if bild.ar_klar:
        nummer = bild.frysningar.count()
        yield f"Version {nummer} står kvar som den är, och går alltid att läsa."
        yield "Nämndens läsare och planen visar den tills du har publicerat nästa."
    if bild.status == Status.SAMRADD:
        yield "Dagen för samrådet står kvar tills du skriver in ett nytt."
    yield f"Läget blir ”{vart.label}”. Det syns i spåret vem som ändrade det."


@require_POST
def dela(request, namnd, ar):
    bild = _bilden(request, namnd, ar)
    # Which of the two is said, not «the other one»: a double click must not undo it.
    bild.dela(request.POST.get("delad") == "ja", av=request.user)
    messages.success(
        request,
        "Stadens centrala samordnare kan läsa lägesbilden när den är klar."
        if bild.delad
        else "Stadens centrala samordnare kan inte längre läsa lägesbilden.",
    )
    return redirect(bild)


def uppgifter(request, namnd, ar):
    bild = _bilden(request, namnd, ar)
    if bild.ar_klar:
        messages.info(request, "Lägesbilden är publicerad. Öppna den igen först.")
        return redirect(bild)
    form = BilduppgifterForm(request.POST or None, instance=bild)
    if form.is_valid() and form.spara(av=request.user):
        messages.success(request, "Sparat.")
        return redirect(bild)
    context = _ram(bild) | {"form": form, "rubrik": "Period och plan"}
    return render(request, "blanketter/raknat_formular.html", context)


@require_POST
def i_planen(request, namnd, ar):
    """Choose whether the plan shows the picture; also when it is published."""
    bild = _bilden(request, namnd, ar)
    bild.visa_i_planen(request.POST.get("visa") == "ja", av=request.user)
    messages.success(request, "Sparat.")
    return redirect(bild)


def _bilden(request, namnd, ar):
    return redigerbar(BILDER, request.user, namnd__kort=namnd, ar=ar)


def _ram(bild):
    hem = bild.get_absolute_url()
    return {
        "bild": bild,
        "smulor": [
            ("Lägesbilder", reverse("lagesbilder_alla")),
            (f"Lägesbild {bild.ar}", hem),
        ],
        "avbryt": hem,
        "aktuell_namnd": bild.namnd,
    }
