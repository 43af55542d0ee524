"""One remark at a time: its words, its outcome, our answer; and all as a Word file."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from aktiviteter.forms.samrad import YttrandeForm
from aktiviteter.handlingar.samrad import ta_bort as ta_bort_yttrande
from aktiviteter.models import Samrad, Yttrande
from aktiviteter.samraden import samradsrader
from aktiviteter.views.planer import PLANER, WORDTYP
from aktiviteter.views.samrad import SAMRADEN, ram
from aktiviteter.views.svar import bifoga
from aktiviteter.word_ut.yttranden import yttranden_som_word
from lagesbild.forms.texter import sakra
from vbeplan.organisation.behorighet import redigerbar, samordnad

YTTRANDEN = Yttrande.objects.select_related("samrad__plan__namnd")
PEKAR_UT = (
    "Sparat, men ”%s” kan peka ut någon. Texten kan skrivas ut i planen: "
    "skriv om den så att ingen går att känna igen."
)


def ny(request, pk):
    samrad = redigerbar(SAMRADEN, request.user, pk=pk)
    return _formular(request, Yttrande(samrad=samrad), "Ny synpunkt")


def redigera(request, pk):
    rad = redigerbar(YTTRANDEN, request.user, pk=pk)
    mer = {
        "ta_bort": reverse("yttrande_ta_bort", args=[pk]),
        "ta_bort_text": "Ta bort synpunkten",
    }
    return _formular(request, rad, "Synpunkt och svar", **mer)


def _formular(request, rad, rubrik, **mer):
    form, samrad = YttrandeForm(request.POST or None, instance=rad), rad.samrad
    if form.is_valid() and form.spara(av=request.user):
        _beratta(request, form.instance)
        if "fler" in request.POST:
            return redirect("yttrande_ny", samrad.pk)
        return redirect(samrad)
    context = _ram(samrad, rubrik) | {
        "form": form,
        "ingress": f"Från {samrad}. En synpunkt i taget, så att var och en får ett "
        "svar.",
        "ar_ny": not rad.pk,
        "galler": _att_galla(rad.plan),
        **mer,
    }
    return render(request, "aktiviteter/yttrande.html", context)


def _ram(samrad, rubrik):
    hem = samrad.get_absolute_url()
    return ram(samrad.plan, rubrik, (str(samrad), hem)) | {"avbryt": hem}


def _beratta(request, rad):
    if funna := sakra(f"{rad.text}\n{rad.svar}"):
        messages.warning(request, PEKAR_UT % "”, ”".join(funna))
    else:
        messages.success(request, "Sparat.")


def _att_galla(plan):
    """Return what a remark may be about: the plan's chapters and activities."""
    kapitel = plan.avsnitt.defer("text").i_lasordning()
    rader = plan.aktiviteter.order_by("nummer").values_list("nummer", "titel")
    return [
        *(f"Kapitel {k.nummer} {k.rubrik}" for k in kapitel),
        *(f"Aktivitet {nummer} {titel}" for nummer, titel in rader),
    ]


def ta_bort(request, pk):
    rad = redigerbar(YTTRANDEN, request.user, pk=pk)
    samrad = rad.samrad
    if request.method == "POST":
        ta_bort_yttrande(rad, f"en synpunkt från {samrad}", av=request.user)
        messages.success(request, "Synpunkten är borttagen.")
        return redirect(samrad)
    context = _ram(samrad, "Ta bort synpunkten?") | {
        "foljder": [rad.text, *([f"Svaret: {rad.svar}"] if rad.svar else [])],
        "avbryt": rad.get_absolute_url(),
        "knapp": "Ta bort synpunkten",
    }
    return render(request, "komponenter/ta_bort.html", context)


@require_safe
def som_word(request, namnd, ar):
    """All remarks with their answers, for the board's own papers."""
    plan = samordnad(PLANER, request.user, namnd__kort=namnd, ar=ar)
    return _word(plan, samradsrader(plan), f"Synpunkter och svar, {plan}.docx")


@require_safe
def en_som_word(request, pk):
    """The remarks of one who was asked, to send back with our answers."""
    samrad = samordnad(SAMRADEN, request.user, pk=pk)
    denna = Samrad.objects.filter(pk=pk)
    namn = f"Synpunkter och svar, {samrad}, {samrad.plan.ar}.docx"
    return _word(samrad.plan, samradsrader(samrad.plan, denna), namn)


def _word(plan, rader, filnamn):
    svar = HttpResponse(yttranden_som_word(plan, rader), content_type=WORDTYP)
    return bifoga(svar, filnamn)
