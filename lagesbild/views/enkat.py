"""One enkät of a board's: made, opened, closed, and its page in between."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from lagesbild import enkatlage
from lagesbild.enkatbrev import brevtext
from lagesbild.enkatfragor.lista import enkatversion_gallande, fragor_for
from lagesbild.enkatfragor.svarande import fragor_till, svarets_grupp
from lagesbild.forms.enkat import BrevForm, EnkatForm, OppnaIgenForm
from lagesbild.forms.vaktat_svar import VaktatSvarForm
from lagesbild.handlingar.oppna_enkat import hinder_for_oppning, oppna_enkat
from lagesbild.handlingar.oppna_igen import oppna_igen
from lagesbild.handlingar.stang_enkat import minst_nya, stang_enkat, stang_forfallna
from lagesbild.models import Enkat, Grupp, Lagesbild
from vbeplan.organisation.behorighet import bara_samordnare, redigerbar
from vbeplan.organisation.models import Namnd, Spar

ENKATER = Enkat.objects.select_related("lagesbild__namnd", "version")


def hamta(request, pk):
    """Return the enkät that she coordinates; one whose last day has passed closes."""
    stang_forfallna(Enkat.objects.filter(pk=pk))
    return redigerbar(ENKATER, request.user, pk=pk)


@require_safe
@bara_samordnare
def enkater(request):
    namnder = list(Namnd.objects.samordnade_av(request.user).i_ordning())
    vald = request.GET.get("namnd")
    namnd = next((n for n in namnder if n.kort == vald), namnder[0])
    stang_forfallna(Enkat.objects.filter(lagesbild__namnd=namnd))
    rader = ENKATER.filter(lagesbild__namnd=namnd).order_by("-lagesbild__ar", "pk")
    context = {
        "rubrik": "Enkäter",
        "namnd": namnd,
        "aktuell_namnd": namnd,
        "namnder": namnder,
        "smulor": [("Lägesbild", reverse("lagesbilder"))],
        "enkater": list(rader),
        "bilder": list(namnd.lagesbilder.order_by("-ar")),
    }
    return render(request, "lagesbild/enkat/enkater.html", context)


def ny(request, namnd, ar):
    """A new enkät of the picture of a year."""
    bilder = Lagesbild.objects.redigerbara(request.user).select_related("namnd")
    bild = get_object_or_404(bilder, namnd__kort=namnd, ar=ar)
    enkat = Enkat(lagesbild=bild, version=enkatversion_gallande())
    form = EnkatForm(request.POST or None, instance=enkat)
    if form.is_valid() and form.spara(av=request.user):
        return redirect(enkat)
    context = sidram(enkat, "Ny enkät") | {
        "form": form,
        "ingress": "Frågorna är stadens. Du kan lägga till egna innan den öppnar.",
        "spara": "Skapa",
        "avbryt": bild.get_absolute_url(),
    }
    return render(request, "komponenter/formularsida.html", context)


@require_safe
def enkat(request, pk):
    rad = hamta(request, pk)
    context = sidram(rad, str(rad)) | {"enkat": rad, "smulor": _smulor(rad)[:-1]}
    context |= _utkastet(rad) if rad.ar_utkast else _oppnad(request, rad)
    return render(request, "lagesbild/enkat/enkat.html", context)


def _utkastet(rad):
    ihopslagna, tappade = enkatlage.ihopslagna(rad)
    return {
        "ihopslagna": [] if rad.oppen_lank else ihopslagna,
        "tappade": tappade,
        "hinder": hinder_for_oppning(rad),
        "antal_fragor": len(fragor_for(rad)),
        "ska_fa": enkatlage.ska_fa(rad),
    }


def _oppnad(request, rad):
    if rad.oppen_lank:
        return {
            "antal": enkatlage.ungefar(rad.svaren.count()),
            "vantar": enkatlage.som_vantar(rad),
            "adress": request.build_absolute_uri(rad.lank()),
        }
    rader = enkatlage.inbjudna(rad)
    return {
        "rader": rader,
        "svarat": sum(inbjudan.har_svarat for inbjudan in rader),
        "grupper": enkatlage.per_grupp(rader),
        "utan_brev": enkatlage.utan_brev(rader),
        "nya": enkatlage.kan_bjudas_in(rad) if rad.tar_emot else 0,
        "vantar": enkatlage.som_vantar(rad),
        "sammanforda": [g.label for g in Grupp if g in rad.sammanforda],
    }


def redigera(request, pk):
    rad = hamta(request, pk)
    if rad.status == Enkat.Status.STANGD:
        messages.info(request, "Enkäten är stängd. Öppna den igen för att ändra dagen.")
        return redirect(rad)
    form = EnkatForm(request.POST or None, instance=rad)
    return _formular(request, form, "Ändra enkäten")


def brev(request, pk):
    rad = hamta(request, pk)
    form = BrevForm(request.POST or None, instance=rad)
    lank = request.build_absolute_uri("/enkat/") + "…/"
    breven = [
        (rubrik, brevtext(rad, "[respondentens namn]", lank, paminnelse=paminnelse))
        for rubrik, paminnelse in (("Inbjudan", False), ("Påminnelse", True))
    ]
    return _formular(request, form, "Breven", breven=breven)


def _formular(request, form, rubrik, **mer):
    rad = form.instance
    if form.is_valid() and form.spara(av=request.user):
        messages.success(request, "Sparat.")
        return redirect(rad)
    context = sidram(rad, rubrik) | {"form": form, **mer}
    return render(request, "lagesbild/enkat/formular.html", context)


@require_safe
def prov(request, pk):
    """Show the page as whoever answers sees it."""
    rad = hamta(request, pk)
    grupp = svarets_grupp(rad)
    context = {
        "enkat": rad,
        "namnd": rad.namnd,
        "inbjudan": None,
        "grupp": Grupp(grupp).label if grupp else "",
        "form": VaktatSvarForm(fragor_till(rad)),
        "forhandsvisning": True,
    }
    return render(request, "lagesbild/enkat/svara.html", context)


def oppna(request, pk):
    """Say what opening does; POST does it."""
    rad = hamta(request, pk)
    if not rad.ar_utkast:
        return redirect(rad)
    if request.method == "POST":
        hinder = oppna_enkat(rad, av=request.user)
        for mening in hinder:
            messages.error(request, mening)
        if not hinder:
            messages.success(request, "Enkäten är öppen. Skicka nu länkarna.")
        return redirect(rad)
    context = sidram(rad, f"Öppna {rad}?") | _utkastet(rad) | {"enkat": rad}
    return render(request, "lagesbild/enkat/oppna.html", context)


def stang(request, pk):
    rad = hamta(request, pk)
    if rad.status != Enkat.Status.OPPEN:
        return redirect(rad)
    if request.method == "POST":
        stang_enkat(rad, av=request.user)
        messages.success(request, "Enkäten är stängd. Nu räknas svaren.")
        return redirect(rad)
    context = sidram(rad, f"Stäng {rad}?") | {
        "fraga": "Ingen kan svara längre.",
        "foljder": [
            "Svaren räknas ihop och visas i lägesbilden",
            "Den som har länken läser att enkäten är stängd",
            "Du kan öppna den igen så länge lägesbilden inte är klar",
        ],
        "knapp": "Stäng enkäten",
    }
    return render(request, "komponenter/ta_bort.html", context)


def ateroppna(request, pk):
    rad = hamta(request, pk)
    if rad.status != Enkat.Status.STANGD:
        return redirect(rad)
    if rad.hinder_for_ny_oppning:
        messages.error(request, rad.hinder_for_ny_oppning)
        return redirect(rad)
    form = OppnaIgenForm(request.POST or None)
    if form.is_valid():
        oppna_igen(rad, form.cleaned_data["stanger"], av=request.user)
        messages.success(request, "Enkäten är öppen igen.")
        return redirect(rad)
    context = sidram(rad, f"Öppna {rad} igen?") | {
        "form": form,
        "ingress": "De som inte har svarat kan svara. Är resultatet redan räknat "
        f"räknas nya svar först när minst {minst_nya()} har kommit, så att det inte "
        "går att se vad de enskilda svarade. Därefter visas resultatet inte grupp för "
        "grupp.",
        "spara": "Öppna igen",
    }
    return render(request, "komponenter/formularsida.html", context)


def ta_bort(request, pk):
    """A draft can go; what has been opened stays."""
    rad = hamta(request, pk)
    if not rad.ar_utkast:
        messages.error(request, "En enkät som har varit öppen går inte att ta bort.")
        return redirect(rad)
    if request.method == "POST":
        bild = rad.lagesbild
        rad.spar(Spar.Handling.BORTTAGEN, rad, request.user)
        rad.delete()
        messages.success(request, "Utkastet är borttaget.")
        return redirect(bild)
    context = sidram(rad, f"Ta bort {rad}?") | {
        "foljder": ["Enkäten med sina brev och egna frågor"]
    }
    return render(request, "komponenter/ta_bort.html", context)


def _smulor(rad):
    bild = rad.lagesbild
    enkater = f"{reverse('enkater')}?namnd={bild.namnd.kort}"
    return [
        (f"Lägesbild {bild.ar}", bild.get_absolute_url()),
        ("Enkäter", enkater),
        (str(rad), rad.get_absolute_url() if rad.pk else enkater),
    ]


def sidram(rad, rubrik):
    smulor = _smulor(rad)
    return {
        "rubrik": rubrik,
        "aktuell_namnd": rad.namnd,
        "namnd": rad.namnd,
        "smulor": smulor if rad.pk else smulor[:-1],
        "avbryt": smulor[-1][1],
    }
