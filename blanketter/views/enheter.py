"""The register of reporting units: who is asked, who has answered, their links."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from blanketter.forms.enhet import EnhetForm, EnhetslistaForm, RapporteringForm
from blanketter.handlingar.paminn import paminn
from blanketter.models import Enhet, Rapportering
from blanketter.rutin.qr import qr_kod
from blanketter.sammanstallning import (
    SVARAT,
    rapporterande_per_period,
    svar_per_arbetsplats,
    svarstavla,
)
from vbeplan.organisation.behorighet import bara_samordnare, redigerbar
from vbeplan.organisation.models import Namnd

ENHETER = Enhet.objects.select_related("namnd", "delomrade")
TILLBAKA_I_TIDEN = 4  # periods that the table shows


@require_safe
@bara_samordnare
def enheter(request):
    namnder = list(Namnd.objects.samordnade_av(request.user).i_ordning())
    vald = request.GET.get("namnd")
    namnd = next((n for n in namnder if n.kort == vald), namnder[0])
    rapportering = Rapportering.for_namnd(namnd)
    perioder = _perioder(rapportering)
    alla = list(ENHETER.filter(namnd=namnd).i_ordning())
    tavla = svarstavla(alla, perioder)
    fragade = [(e, lagen) for e, lagen in tavla if e.tillfragas(perioder[0])]
    svarat = {e.pk for e, lagen in fragade if lagen[0] == SVARAT}
    summor = rapporterande_per_period(namnd, perioder)
    context = {
        "rubrik": "Enheter som rapporterar",
        "namnd": namnd,
        "aktuell_namnd": namnd,
        "namnder": namnder,
        "smulor": [("Blanketter", reverse("inkorg"))],
        "rapportering": rapportering,
        "perioder": perioder,
        "summor": summor,
        "nu": summor[0],
        "sista_dag": rapportering.sista_dag(perioder[0]),
        "grupper": svar_per_arbetsplats([e for e, _ in fragade], svarat),
        "aktiva": [rad for rad in tavla if not rad[0].ar_avslutad],
        "avslutade": [e for e in alla if e.ar_avslutad],
    }
    return render(request, "blanketter/enheter.html", context)


def _perioder(rapportering):
    """Return the latest periods that have ended, the newest first."""
    perioder = [rapportering.pagaende().forra]
    while len(perioder) < TILLBAKA_I_TIDEN:
        perioder.append(perioder[-1].forra)
    return perioder


def _namnden(request, kort):
    """Return the board whose units she keeps, or raise 404."""
    return get_object_or_404(Namnd.objects.samordnade_av(request.user), kort=kort)


def ny(request, namnd):
    namnd = _namnden(request, namnd)
    oppna = Rapportering.for_namnd(namnd).oppna()
    # Else a unit added just after a period's end would not be asked about it
    fran = oppna[0].start if oppna else timezone.localdate()
    return _formular(request, Enhet(namnd=namnd, fran=fran), "Ny enhet")


def enhet(request, pk):
    rad = redigerbar(ENHETER, request.user, pk=pk)
    return _formular(request, rad, rad.namn)


def _formular(request, rad, rubrik):
    form = EnhetForm(request.POST or None, instance=rad)
    if form.is_valid() and form.spara(av=request.user):
        messages.success(request, f"Sparat: {form.instance}.")
        return redirect(_registret(rad.namnd))
    finns = not rad._state.adding
    context = _sidram(rad.namnd, rubrik) | {
        "form": form,
        "enhet": rad if finns else None,
        "ta_bort": finns and not rad.ar_avslutad and _till("enhet_avsluta", rad),
        "ta_bort_text": "Avsluta enheten",
    }
    return render(request, "blanketter/enhet_formular.html", context)


def avsluta(request, pk):
    rad = redigerbar(ENHETER, request.user, pk=pk)
    if request.method == "POST":
        rad.avsluta(timezone.localdate(), av=request.user)
        messages.success(request, f"Avslutad: {rad}. Svaren finns kvar.")
        return redirect(_registret(rad.namnd))
    context = _sidram(rad.namnd, f"Avsluta {rad}?") | {
        "fraga": "Enheten tillfrågas inte längre efter i dag.",
        "foljder": [
            "Det enheten har svarat finns kvar och räknas",
            "Länken säger att enheten är avslutad",
            "Du kan ångra genom att ta bort slutdagen på enhetens sida",
        ],
        "knapp": "Avsluta enheten",
        "avbryt": rad.get_absolute_url(),
    }
    return render(request, "komponenter/ta_bort.html", context)


def lank(request, pk):
    """Show a unit's link and sheet; POST gives it a new one."""
    rad = redigerbar(ENHETER, request.user, pk=pk)
    if request.method == "POST":
        rad.fornya_lank(av=request.user)
        messages.success(
            request, f"{rad} har en ny länk. Den gamla gäller inte längre."
        )
        return redirect("enhet_lank", rad.pk)
    context = _sidram(rad.namnd, f"Länk till {rad}") | {
        "ark": [_ark(request, rad)],
        "enhet": rad,
        "ny_lank": "Ge enheten en ny länk",
    }
    return render(request, "blanketter/enheternas_lankar.html", context)


@require_safe
def lankar(request, namnd):
    """Show every unit's sheet, one to a page when it is printed."""
    namnd = _namnden(request, namnd)
    rader = ENHETER.filter(namnd=namnd).aktiva().i_ordning()
    context = _sidram(namnd, "Länkar till enheterna") | {
        "ark": [_ark(request, rad) for rad in rader]
    }
    return render(request, "blanketter/enheternas_lankar.html", context)


def _ark(request, rad):
    adress = request.build_absolute_uri(rad.lank())
    return {"vem": rad, "adress": adress, "qr": qr_kod(adress)}


def ta_in(request, namnd):
    """A list of units: typed or pasted, then shown, then taken in as a whole."""
    namnd = _namnden(request, namnd)
    oppna = Rapportering.for_namnd(namnd).oppna()
    fran = oppna[0].start if oppna else timezone.localdate()
    form = EnhetslistaForm(
        request.POST or None,
        request.FILES or None,
        namnd=namnd,
        user=request.user,
        initial={"fran": fran},
    )
    giltig = form.is_valid() and not form.har_radfel
    if giltig and "bekrafta" in request.POST and form.spara(av=request.user):
        antal = len(form.rader)
        vad = f"{antal} enheter är inlagda." if antal > 1 else "En enhet är inlagd."
        messages.success(request, vad)
        return redirect(_registret(namnd))
    context = _sidram(namnd, "Ta in en lista med enheter") | {
        "form": form,
        "duger": giltig,
        "spara": "Granska igen" if form.rader else "Granska",
        "knappslag": "outline-primary" if giltig else "primary",
    }
    return render(request, "blanketter/lista_ta_in.html", context)


def perioden(request, namnd):
    namnd = _namnden(request, namnd)
    rad = Rapportering.for_namnd(namnd)
    form = RapporteringForm(request.POST or None, instance=rad)
    if form.is_valid() and form.spara(av=request.user):
        messages.success(request, "Sparat.")
        return redirect(_registret(namnd))
    context = _sidram(namnd, "Hur ofta tillfrågas enheterna?") | {
        "form": form,
        "ingress": "Ändrar du hur ofta räknas bara svar med den nya indelningen. De "
        "gamla finns kvar och visas igen om du byter tillbaka.",
    }
    return render(request, "blanketter/raknat_formular.html", context)


def paminnelse(request, namnd):
    """Say who would get a reminder about the newest period that can be answered for."""
    namnd = _namnden(request, namnd)
    oppna = Rapportering.for_namnd(namnd).oppna()
    if not oppna:
        messages.info(request, "Det finns ingen period som går att svara för just nu.")
        return redirect(_registret(namnd))
    if request.method == "POST":
        adress = request.build_absolute_uri
        utskick = paminn(namnd, oppna[0], adress, av=request.user)
        for niva, mening in _om_utskicket(utskick):
            messages.add_message(request, niva, mening)
        return redirect(_registret(namnd))
    utan_svar = namnd.enheter.utan_svar(oppna[0]).i_ordning()
    idag = timezone.localdate()
    context = _sidram(namnd, f"Påminn om {oppna[0]}") | {
        "period": oppna[0],
        "far": [e for e in utan_svar if e.epost and e.paminnd != idag],
        "paminda": [e for e in utan_svar if e.epost and e.paminnd == idag],
        "utan_adress": [e for e in utan_svar if not e.epost],
    }
    return render(request, "blanketter/enheter_paminn.html", context)


def _om_utskicket(utskick):
    """Return (level, sentence) for each thing that became of the reminders."""
    delar = [
        (messages.SUCCESS, "Påminnelsen är på väg till", utskick.skickade),
        (messages.INFO, "Redan påmind i dag:", utskick.redan_i_dag),
        (messages.WARNING, "Saknar e-postadress:", utskick.utan_adress),
    ]
    for niva, ord_, enheterna in delar:
        if enheterna:
            yield niva, f"{ord_} {', '.join(map(str, enheterna))}."
    if utskick.skickade:
        yield messages.INFO, "Går något inte fram står det på skrivbordet."
    if not any(enheterna for _, _, enheterna in delar):
        yield messages.INFO, "Alla som tillfrågas har svarat. Inget brev behövdes."


def _registret(namnd):
    return f"{reverse('enheter')}?namnd={namnd.kort}"


def _till(namn, rad):
    return reverse(namn, args=[rad.pk])


def _sidram(namnd, rubrik):
    return {
        "rubrik": rubrik,
        "namnd": namnd,
        "aktuell_namnd": namnd,
        "smulor": [
            ("Blanketter", reverse("inkorg")),
            ("Enheter som rapporterar", _registret(namnd)),
        ],
        "avbryt": _registret(namnd),
    }
