"""The register of respondents: who is asked in the board's enkäter."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from blanketter.models import Enhet
from lagesbild.forms.respondent import RespondentForm, RespondentlistaForm
from lagesbild.handlingar.hamta_enheter import hamta_enheter
from lagesbild.models import Grupp, Respondent
from vbeplan.organisation.behorighet import bara_samordnare, redigerbar
from vbeplan.organisation.models import Namnd

RESPONDENTER = Respondent.objects.select_related("namnd", "enhet")


@require_safe
@bara_samordnare
def respondenter(request):
    namnder = list(Namnd.objects.samordnade_av(request.user).i_ordning())
    vald = request.GET.get("namnd")
    namnd = next((n for n in namnder if n.kort == vald), namnder[0])
    alla = list(RESPONDENTER.filter(namnd=namnd).i_ordning())
    aktiva = [r for r in alla if not r.ar_avslutad]
    hamtade = {r.enhet_id for r in alla}
    enheter = Enhet.objects.filter(namnd=namnd).aktiva().values_list("pk", flat=True)
    context = {
        "rubrik": "Respondenter",
        "namnd": namnd,
        "aktuell_namnd": namnd,
        "namnder": namnder,
        "smulor": _smulor(namnd)[:-1],
        "grupper": [
            (grupp, egna)
            for grupp in Grupp
            if (egna := [r for r in aktiva if r.grupp == grupp])
        ],
        "avslutade": [r for r in alla if r.ar_avslutad],
        "antal_enheter": len(enheter),
        "nya_enheter": sum(pk not in hamtade for pk in enheter),
    }
    return render(request, "lagesbild/enkat/respondenter.html", context)


def _namnden(request, kort):
    """Return the board whose respondents she keeps, or raise 404."""
    return get_object_or_404(Namnd.objects.samordnade_av(request.user), kort=kort)


def ny(request, namnd):
    rad = Respondent(namnd=_namnden(request, namnd))
    return _formular(request, rad, "Ny respondent")


def respondent(request, pk):
    rad = redigerbar(RESPONDENTER, request.user, pk=pk)
    return _formular(request, rad, rad.namn)


def _formular(request, rad, rubrik):
    form = RespondentForm(request.POST or None, instance=rad)
    if form.is_valid() and form.spara(av=request.user):
        messages.success(request, f"Sparat: {form.instance}.")
        return redirect(_registret(rad.namnd))
    finns = not rad._state.adding
    context = _sidram(rad.namnd, rubrik) | {
        "form": form,
        "enhet": rad.enhet,
        "ta_bort": finns
        and not rad.ar_avslutad
        and reverse("respondent_avsluta", args=[rad.pk]),
        "ta_bort_text": "Ta bort ur registret",
    }
    return render(request, "lagesbild/enkat/respondent.html", context)


def avsluta(request, pk):
    rad = redigerbar(RESPONDENTER, request.user, pk=pk)
    if request.method == "POST":
        rad.avsluta(_i_gar(), av=request.user)
        messages.success(request, f"{rad} får inte enkäten längre.")
        return redirect(_registret(rad.namnd))
    context = _sidram(rad.namnd, f"Ta bort {rad}?") | {
        "fraga": "Organisationen får inte enkäten längre.",
        "foljder": [
            "Länken som den har fått slutar att gälla",
            "Har den svarat finns svaret kvar och räknas",
            "Du kan ångra genom att ta bort slutdagen på respondentens sida",
        ],
        "knapp": "Ta bort ur registret",
        "avbryt": rad.get_absolute_url(),
    }
    return render(request, "komponenter/ta_bort.html", context)


def _i_gar():
    return timezone.localdate() - timezone.timedelta(days=1)


@require_POST
def hamta(request, namnd):
    """Take the units over, and make those that are taken as their units now are."""
    namnd = _namnden(request, namnd)
    hamtade = hamta_enheter(namnd, av=request.user)
    if hamtade.nya or hamtade.andrade:
        vad = f"{hamtade.nya} enheter hämtade, {hamtade.andrade} uppdaterade."
        messages.success(request, vad)
    else:
        messages.info(request, "Registret har redan enheterna som de är nu.")
    return redirect(_registret(namnd))


def ta_in(request, namnd):
    """A list: typed or pasted, then shown, then taken in as a whole."""
    namnd = _namnden(request, namnd)
    form = RespondentlistaForm(
        request.POST or None, request.FILES or None, namnd=namnd, user=request.user
    )
    giltig = form.is_valid() and not form.har_radfel
    if giltig and "bekrafta" in request.POST and form.spara(av=request.user):
        antal = len(form.rader)
        vad = f"{antal} respondenter är inlagda." if antal > 1 else "En är inlagd."
        messages.success(request, vad)
        return redirect(_registret(namnd))
    context = _sidram(namnd, "Ta in en lista med respondenter") | {
        "form": form,
        "duger": giltig,
        "spara": "Granska igen" if form.rader else "Granska",
        "knappslag": "outline-primary" if giltig else "primary",
    }
    return render(request, "blanketter/lista_ta_in.html", context)


def _registret(namnd):
    return f"{reverse('respondenter')}?namnd={namnd.kort}"


def _smulor(namnd):
    return [
        ("Lägesbild", reverse("lagesbilder")),
        ("Enkäter", f"{reverse('enkater')}?namnd={namnd.kort}"),
        ("Respondenter", _registret(namnd)),
    ]


def _sidram(namnd, rubrik):
    return {
        "rubrik": rubrik,
        "namnd": namnd,
        "aktuell_namnd": namnd,
        "smulor": _smulor(namnd),
        "avbryt": _registret(namnd),
    }
