"""The inbox: what has come to a board, and the same deed on several at once."""

from uuid import UUID

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse

from blanketter.forms.inkorg import InkorgForm
from blanketter.forms.klassa import KlassaFleraForm
from blanketter.handlingar.klassa import KLASSAS
from blanketter.inkorg import PER_SIDA, RAKNAS, bladet, raderna, versionerna
from blanketter.models import Blankett, Frageversion
from vbeplan.organisation.behorighet import bara_samordnare

BLANKETTER = Blankett.objects.select_related("delomrade").defer("text")


@bara_samordnare
def inkorg(request):
    form = InkorgForm(request.GET, user=request.user)
    traffar = form.filter(BLANKETTER.for_user(request.user))
    blad = bladet(
        form.pa_fliken(traffar).saga_nya_svar(),
        efter=request.GET.get("efter", ""),
        fore=request.GET.get("fore", ""),
        aldst=form.aldst_forst,
    )
    flikar = form.antal(traffar)
    context = {
        "rubrik": "Blanketter",
        "form": form,
        "namnd": form.namnden,
        "aktuell_namnd": form.namnden,
        "rader": raderna(blad.rader, form.versioner),
        "blad": blad,
        "flikar": flikar,
        "oppen": next((f for f in flikar if f["vald"]), flikar[0]),
        "olasta": flikar[1]["antal"],
        "svar": flikar[2],
        "mest": RAKNAS,
        "valda": form.valda(),
        "fraga_i_adressen": form.adress(),
        "klassas": KLASSAS,
        "nagon_klassas": any(b.status in KLASSAS for b in blad.rader),
    }
    return render(request, "blanketter/inkorg.html", context)


@bara_samordnare
def flera(request):
    """Class the ticked forms, and count them in a picture, in one deed."""
    data = request.POST if request.method == "POST" else request.GET
    valda = _valda(request.user, data.getlist("vald"))
    lasta = [b for b in valda if b.status in KLASSAS]
    skickad = request.POST if request.method == "POST" and lasta else None
    versioner = versionerna()
    deras = [versioner[pk] for pk in {b.version_id for b in lasta}]
    form = KlassaFleraForm(
        skickad,
        versioner=deras or [Frageversion.objects.gallande()],
        obedomda=sum(not b.bedomning for b in lasta),
    )
    if form.is_valid():
        return _klassa(request, form, lasta, data)
    context = {
        "rubrik": "Klassa flera blanketter",
        "form": form,
        "rader": raderna(lasta, versioner),
        "utanfor": len(valda) - len(lasta),
        "smulor": [("Blanketter", reverse("inkorg"))],
    }
    return render(request, "blanketter/flera.html", context)


def _klassa(request, form, lasta, data):
    sedda = [(b, _heltal(data.get(f"rakning-{b.pk}"), b.rakning)) for b in lasta]
    antal, kvar = form.spara(sedda, av=request.user)
    if antal:
        messages.success(request, _klassade(antal))
    if not kvar:
        return redirect("inkorg")
    messages.warning(request, _inte_klassade(len(kvar)))
    adress = "&".join(f"vald={b.pk}" for b in kvar)
    return redirect(f"{reverse('inkorg_flera')}?{adress}")


def _klassade(antal):
    return (
        "En blankett är klassad." if antal == 1 else f"{antal} blanketter är klassade."
    )


def _inte_klassade(antal):
    vad = "En blankett" if antal == 1 else f"{antal} blanketter"
    return (
        f"{vad} ändrades av någon annan under tiden, så ditt val är inte sparat där. "
        "Se efter här nedan, och spara igen."
    )


def _valda(user, nycklar):
    ider = [UUID(n) for n in nycklar[:PER_SIDA] if _ar_uuid(n)]
    return list(BLANKETTER.for_user(user).filter(pk__in=ider))


def _ar_uuid(text):
    try:
        UUID(text)
    except ValueError:
        return False
    return True


def _heltal(text, annars):
    return int(text) if text and text.isdecimal() and len(text) < 10 else annars
