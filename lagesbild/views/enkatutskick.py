"""How the links of an enkät reach the invited: letters, reminders, sheets, a poster."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from blanketter.rutin.qr import qr_kod
from lagesbild import enkatlage
from lagesbild.enkatbrev import brevtext
from lagesbild.handlingar.oppna_enkat import bjud_in_fler
from lagesbild.handlingar.skicka_enkat import att_skicka_till, skicka_enkat
from lagesbild.models import Inbjudan
from lagesbild.views.enkat import hamta, sidram
from vbeplan.organisation.behorighet import redigerbar
from vbeplan.text.upprakning import uppraknat

INBJUDNINGAR = Inbjudan.objects.exclude(respondent=None).select_related(
    "respondent", "enkat__lagesbild__namnd"
)
NAMNS = 8  # in a message; the list says the rest
NY_LANK = "Byt till en ny länk"
INTE_OPPEN = "Enkäten är inte öppen, så det finns inget att skicka."


def skicka(request, pk):
    """Mail the link to those who haven't got it."""
    return _skicka(request, pk, paminnelse=False)


def paminn(request, pk):
    """Mail those who haven't answered."""
    return _skicka(request, pk, paminnelse=True)


def _skicka(request, pk, *, paminnelse):
    """Say who would get a letter and what it says; POST sends it."""
    rad = hamta(request, pk)
    if not rad.tar_emot or rad.oppen_lank:
        messages.info(request, INTE_OPPEN)
        return redirect(rad)
    if request.method == "POST":
        adress = request.build_absolute_uri
        utskick = skicka_enkat(rad, adress, av=request.user, paminnelse=paminnelse)
        for niva, mening in _om_utskicket(utskick):
            messages.add_message(request, niva, mening)
        return redirect(rad)
    rader = list(att_skicka_till(rad, paminnelse=paminnelse))
    far, i_dag, utan_adress = enkatlage.mottagare(rader, timezone.localdate())
    lank = request.build_absolute_uri("/enkat/") + "…/"
    rubrik = "Påminn dem som inte har svarat" if paminnelse else "Skicka länkarna"
    context = sidram(rad, rubrik) | {
        "enkat": rad,
        "far": far,
        "i_dag": i_dag,
        "utan_adress": utan_adress,
        "brevet": brevtext(rad, "[namn]", lank, paminnelse=paminnelse),
        "paminnelse": paminnelse,
    }
    return render(request, "lagesbild/enkat/skicka.html", context)


def _om_utskicket(utskick):
    """Return (level, sentence) for each thing that became of the letters."""
    delar = [
        (messages.SUCCESS, "Brev på väg till", utskick.skickade),
        (messages.INFO, "Fick inget brev nu, för de har redan fått ett i dag:",
         utskick.redan_i_dag),
        (messages.WARNING, "Saknar e-postadress, skriv ut deras ark:",
         utskick.utan_adress),
    ]  # fmt: skip
    for niva, ord_, rader in delar:
        if rader:
            yield niva, f"{ord_} {_namnen(rader)}."
    if utskick.skickade:
        yield messages.INFO, "Går något inte fram står det på skrivbordet."
    if not any(rader for _, _, rader in delar):
        yield messages.INFO, "Ingen väntar på brev."


def _namnen(rader):
    namn = [str(rad.respondent) for rad in rader[:NAMNS]]
    if len(rader) > NAMNS:
        namn.append(f"{len(rader) - NAMNS} till")
    return uppraknat(namn)


@require_POST
def bjud_in(request, pk):
    rad = hamta(request, pk)
    antal = bjud_in_fler(rad, av=request.user)
    if antal:
        messages.success(request, f"{antal} till är inbjudna. Skicka nu länkarna.")
    else:
        messages.info(request, "Det fanns ingen ny att bjuda in.")
    return redirect(rad)


@require_safe
def lankar(request, pk):
    """Show every sheet that isn't answered, one to a page when it is printed."""
    rad = hamta(request, pk)
    rader = att_skicka_till(rad, paminnelse=True) if rad.tar_emot else ()
    context = sidram(rad, "Länkar att skriva ut") | {
        "enkat": rad,
        "ark": [_ark(request, rad, inbjudan) for inbjudan in rader],
    }
    return render(request, "lagesbild/enkat/lankar.html", context)


def lank(request, pk):
    """Show one link and its sheet; POST gives the respondent a new one."""
    inbjudan = redigerbar(INBJUDNINGAR, request.user, pk=pk)
    rad = inbjudan.enkat
    if request.method == "POST":
        inbjudan.fornya_lank(av=request.user)
        vem = inbjudan.respondent
        messages.success(
            request, f"{vem} har en ny länk. Den gamla gäller inte längre."
        )
        return redirect("inbjudan", inbjudan.pk)
    context = sidram(rad, f"Länk till {inbjudan.respondent}") | {
        "enkat": rad,
        "inbjudan": inbjudan,
        "ny_lank": NY_LANK,
        "ark": [_ark(request, rad, inbjudan)],
    }
    return render(request, "lagesbild/enkat/lankar.html", context)


def affisch(request, pk):
    """Show the open link as a poster; POST gives it a new one."""
    rad = hamta(request, pk)
    if not rad.oppen_lank or rad.ar_utkast:
        messages.info(request, "Affischen finns när en enkät med öppen länk är öppen.")
        return redirect(rad)
    if request.method == "POST":
        rad.fornya_lank(av=request.user)
        messages.success(request, "Det finns en ny länk. Den gamla gäller inte längre.")
        return redirect("enkat_affisch", rad.pk)
    adress = request.build_absolute_uri(rad.lank())
    context = sidram(rad, "Affisch med öppen länk") | {
        "enkat": rad,
        "ny_lank": NY_LANK,
        "ark": [{"vem": "", "adress": adress, "qr": qr_kod(adress)}],
    }
    return render(request, "lagesbild/enkat/lankar.html", context)


def _ark(request, rad, inbjudan):
    adress = request.build_absolute_uri(inbjudan.lank())
    return {"vem": inbjudan.respondent, "adress": adress, "qr": qr_kod(adress)}
