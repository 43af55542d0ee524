"""Statistics that come as files: the series, a file on its way in, the way back."""

from django.contrib import messages
from django.db.models import Prefetch
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from lagesbild.forms.statistik import ANDRAT, GranskaForm
from lagesbild.forms.statistikfil import SerieForm, StatistikfilForm
from lagesbild.handlingar.ta_in_statistik import NagonHannFore, angra
from lagesbild.models import Lagesbild, Serie, Statistikfil, Statistikimport
from lagesbild.serier import serier_med_lage, siffror
from lagesbild.statistikfil.stegvis import las_stegvis
from vbeplan.organisation.behorighet import bara_samordnare, lasbar, redigerbar

SERIER = Serie.objects.select_related("namnd")
IMPORTER = Statistikimport.objects.select_related("av")
BILDER = Lagesbild.objects.select_related("namnd")


@require_safe
@bara_samordnare
def statistik(request):
    rader = serier_med_lage(SERIER.for_user(request.user)).prefetch_related(
        Prefetch("importer", queryset=IMPORTER)
    )
    namnder = {s.namnd_id for s in rader}
    context = {
        "rubrik": "Statistik",
        "serier": rader,
        "flera_namnder": len(namnder) > 1,
        "vantar": Statistikfil.objects.for_user(request.user)
        .select_related("serie")
        .defer("data", "fil"),
        "smulor": [("Lägesbilder", reverse("lagesbilder_alla"))],
    }
    return render(request, "lagesbild/statistik/serier.html", context)


@bara_samordnare
def ny(request):
    form = StatistikfilForm(
        request.POST or None,
        request.FILES or None,
        user=request.user,
        initial={"serie": request.GET.get("serie")},
    )
    if form.is_valid():
        return redirect(form.spara(av=request.user))
    context = {
        "form": form,
        "rubrik": "Läs in statistik",
        "ingress": "Välj filen som du har fått. Du får se hur den läses, och kan "
        "ändra, innan något sparas.",
        "smulor": _smulor(),
        "spara": "Läs filen",
        "avbryt": reverse("statistik"),
    }
    return render(request, "lagesbild/statistik/filval.html", context)


@bara_samordnare
def fil(request, pk):
    """Show what a waiting file says; POST changes the choices, or takes it in."""
    if request.method == "POST" and not Statistikfil.objects.filter(pk=pk).exists():
        # The second press of a double click: its answer is the one that is shown.
        messages.info(request, "Filen är redan inläst, eller borttagen.")
        return redirect("statistik")
    rad = lasbar(
        Statistikfil.objects.select_related("serie", "namnd"), request.user, pk=pk
    )
    if not rad.data:
        return las_stegvis(request, rad)
    form = GranskaForm(request.POST or None, fil=rad)
    if form.is_valid():
        andrat = form.spara_val()
        if "spara" not in request.POST or andrat:
            if andrat:
                messages.info(request, ANDRAT)
            return redirect(rad)
        if hinder := form.hinder():
            form.add_error(None, hinder)
        elif intagen := form.ta_in(av=request.user):
            messages.success(
                request,
                f"Sparat: {intagen.summa} {rad.serie.raknar} från "
                f"{intagen.rader} rader.",
            )
            return redirect(rad.serie)
    context = {
        "form": form,
        "g": form.granskning,
        "fil": rad,
        "aktuell_namnd": rad.namnd,
        "smulor": _smulor(rad.serie),
    }
    return render(request, "lagesbild/statistik/granska.html", context)


@bara_samordnare
def slang(request, pk):
    rad = lasbar(Statistikfil.objects, request.user, pk=pk)
    if request.method == "POST":
        rad.slang()
        messages.success(request, "Filen är borttagen. Inget är sparat ur den.")
        return redirect("statistik")
    context = {
        "rubrik": "Ta bort statistikfilen?",
        "fraga": f"{rad.filnamn} har inte sparats i någon serie än.",
        "foljder": ["Det som är inläst sedan tidigare står kvar"],
        "knapp": "Ta bort filen",
        "avbryt": rad.get_absolute_url(),
        "smulor": _smulor(),
    }
    return render(request, "komponenter/ta_bort.html", context)


@require_safe
@bara_samordnare
def serie(request, pk):
    rad = lasbar(SERIER, request.user, pk=pk)
    importer = list(IMPORTER.filter(serie=rad))
    context = {
        "rubrik": rad.namn,
        "serie": rad,
        "importer": importer,
        "siffror": siffror(rad),
        "bild": BILDER.filter(namnd=rad.namnd).nyast_forst().first(),
        "aktuell_namnd": rad.namnd,
        "smulor": _smulor(),
    }
    return render(request, "lagesbild/statistik/serie.html", context)


@bara_samordnare
def andra(request, pk):
    rad = redigerbar(SERIER, request.user, pk=pk)
    form = SerieForm(request.POST or None, instance=rad)
    if form.is_valid():
        form.spara(av=request.user)
        messages.success(request, "Sparat.")
        return redirect(rad)
    context = {
        "form": form,
        "rubrik": "Ändra serien",
        "smulor": _smulor(SERIER.get(pk=pk)),
        "aktuell_namnd": rad.namnd,
        "avbryt": rad.get_absolute_url(),
    }
    return render(request, "komponenter/formularsida.html", context)


@bara_samordnare
def angra_import(request, pk):
    rad = redigerbar(
        Statistikimport.objects.select_related("serie__namnd"), request.user, pk=pk
    )
    serien = rad.serie
    if request.method == "POST":
        try:
            angra(rad, av=request.user)
            messages.success(request, "Ångrat. Siffrorna är som före inläsningen.")
        except NagonHannFore:
            messages.error(
                request,
                "Bara den senaste inläsningen går att ångra. Ångra de nyare först.",
            )
        return redirect(serien)
    context = {
        "rubrik": "Ångra inläsningen?",
        "fraga": f"{rad.filnamn}, inläst {rad.dag}.",
        "foljder": [
            f"{rad.summa} {serien.raknar} tas bort ur {serien}",
            "Det som stod i de månaderna före inläsningen kommer tillbaka",
            "Vad källans ord betyder finns kvar till nästa gång",
        ],
        "knapp": "Ångra inläsningen",
        "avbryt": serien.get_absolute_url(),
        "smulor": _smulor(serien),
        "aktuell_namnd": serien.namnd,
    }
    return render(request, "komponenter/ta_bort.html", context)


def _smulor(serie=None):
    svar = [
        ("Lägesbilder", reverse("lagesbilder_alla")),
        ("Statistik", reverse("statistik")),
    ]
    return [*svar, (serie.namn, serie.get_absolute_url())] if serie else svar
