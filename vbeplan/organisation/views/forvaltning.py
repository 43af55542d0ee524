"""The förvaltare's pages: the municipality, its boards, its users."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from vbeplan.organisation.behorighet import bara_forvaltare
from vbeplan.organisation.forms.anvandare import AnvandareForm, MedlemskapFormSet
from vbeplan.organisation.forms.namnd import KommunForm, NamndForm
from vbeplan.organisation.models import Anvandare, Kommun, Namnd, Spar
from vbeplan.text.svenska import i_svensk_ordning

STANGT = (
    "Stängt i stället för borttaget: {}. Det finns blanketter eller statistik "
    "därifrån, och de står kvar i lägesbilderna. Ingen kan välja det längre."
)
PER_SIDA = 25  # of boards and of users: a city has hundreds


@bara_forvaltare
def organisation(request):
    anvandare = Anvandare.objects.prefetch_related("medlemskap__namnd")
    context = {
        "namnder": _sida(request, "namnder", Namnd.objects.i_ordning()),
        "anvandare": _sida(
            request, "anvandare", anvandare.order_by(i_svensk_ordning("namn"))
        ),
        "rubrik": "Organisation",
    }
    return render(request, "organisation/organisation.html", context)


def _sida(request, lista, rader):
    """Return the page of a list that the address asks for, each list by its name."""
    return Paginator(rader, PER_SIDA).get_page(request.GET.get(lista))


@bara_forvaltare
def kommun(request):
    form = KommunForm(request.POST or None, instance=Kommun.den())
    if form.is_valid():
        with transaction.atomic():
            form.save()
            Spar.objects.skriv(Spar.Handling.ANDRAD, "kommunen", av=request.user)
        messages.success(request, "Sparat.")
        return redirect("organisation")
    return _formular(request, form, "Kommunen")


@bara_forvaltare
def namnd_ny(request):
    return _namnd(request, None, "Ny nämnd")


@bara_forvaltare
def namnd(request, kort):
    rad = get_object_or_404(Namnd, kort=kort)
    return _namnd(request, rad, rad.namn)


def _namnd(request, rad, rubrik):
    form = NamndForm(request.POST or None, request.FILES or None, instance=rad)
    if form.is_valid():
        with transaction.atomic():
            form.save()
            _spara_spar(f"nämnden {form.instance}", ny=rad is None, av=request.user)
        messages.success(request, f"Sparat: {form.instance}.")
        if {"upphor", "efterfoljare"} & set(form.changed_data):
            messages.info(request, _om_slutet(form.instance))
        if form.stangda:
            messages.info(request, STANGT.format(", ".join(form.stangda)))
        return redirect("organisation")
    return _formular(request, form, rubrik)


def _om_slutet(namnd):
    """Return what is to be done when a board ends, or that it goes on."""
    if not namnd.upphor:
        return f"{namnd} finns kvar."
    if not namnd.efterfoljare.exists():
        return f"{namnd.slutet_i_ord} Planer och blanketter finns kvar."
    return (
        f"{namnd.slutet_i_ord} Ge den nya nämndens samordnare rätten samordnare i "
        f"{namnd} också. Då kan hon börja nästa plan från den gamla, och ta hand om "
        "blanketter och uppföljning som är kvar."
    )


def _spara_spar(objekt, *, ny, av):
    handling = Spar.Handling.SKAPAD if ny else Spar.Handling.ANDRAD
    Spar.objects.skriv(handling, objekt, av=av)


def _formular(request, form, rubrik, **mer):
    context = {
        "form": form,
        "rubrik": rubrik,
        "smulor": [("Organisation", reverse("organisation"))],
        "avbryt": reverse("organisation"),
        **mer,
    }
    mall = "formular_med_rader" if "rader" in mer else "formular"
    return render(request, f"organisation/{mall}.html", context)


@bara_forvaltare
def anvandare_ny(request):
    ingress = (
        "Den nya användaren väljer själv lösenord: Glömt lösenordet? på "
        "inloggningssidan skickar en länk."
    )
    return _anvandare(request, None, "Ny användare", ingress=ingress)


@bara_forvaltare
def anvandare(request, pk):
    rad = get_object_or_404(Anvandare, pk=pk)
    return _anvandare(request, rad, rad.namn)


def _anvandare(request, rad, rubrik, **mer):
    rad = rad or Anvandare()
    form = AnvandareForm(request.POST or None, instance=rad)
    rader = MedlemskapFormSet(request.POST or None, instance=rad, prefix="ratter")
    giltig = all([form.is_valid(), rader.is_valid()])
    if giltig and _spara_anvandare(form, rader, av=request.user):
        messages.success(request, f"Sparat: {form.instance}.")
        return redirect("organisation")
    mer |= {"rader": rader, "rader_rubrik": "Vad får personen göra?", "staplat": True}
    return _formular(request, form, rubrik, **mer)


def _spara_anvandare(form, rader, *, av):
    """Save a user with her rights, unless nobody would be left to undo it."""
    ny = form.instance.pk is None
    with transaction.atomic():
        rader.instance = form.save()
        rader.save()
        ratter = "; ".join(map(str, form.instance.medlemskap.all())) or "ingen rätt"
        _spara_spar(f"användaren {form.instance}: {ratter}", ny=ny, av=av)
        if Anvandare.objects.forvaltare().exists():
            return True
        transaction.set_rollback(True)
    form.add_error(
        None,
        "Då skulle ingen förvaltare kunna logga in. Ge först någon annan rätten "
        "förvaltare. Ingenting har ändrats.",
    )
    return False
