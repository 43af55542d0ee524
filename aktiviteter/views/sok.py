"""Search over all plans that one may read, and the activities filtered."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.shortcuts import render

from aktiviteter.forms.aktivitetsfilter import AktivitetsfilterForm
from aktiviteter.forms.sok import SokForm
from aktiviteter.sok.forslag import forslag
from aktiviteter.sok.fraga import las_fraga
from aktiviteter.sok.index import ikapp
from aktiviteter.sok.traffar import PER_SIDA, plantraffar
from aktiviteter.sok.traffar import sok as sok_efter
from aktiviteter.sok.urval import BLADDRAS, filterrader
from vbeplan.organisation.models import Roll

RADER = 20
MANGA_NAMNDER = 40  # more are typed, not chosen


def sok(request):
    form = SokForm(request.GET)
    fraga = las_fraga(request.GET.get("q"))
    context = {
        "rubrik": "Sök i planerna",
        "form": form,
        "fraga": fraga,
        "q": fraga.text,
    }
    if fraga.termer:
        context |= _svar(request, form, fraga)
    return render(request, "aktiviteter/sok.html", context)


def _svar(request, form, fraga):
    olasta = ikapp()
    val = form.val()
    svar = sok_efter(request.user, fraga, val)
    menade = "" if svar.planer or svar.aldre else forslag(request.user, fraga)
    sida = Paginator(svar.planer, PER_SIDA).get_page(request.GET.get("sida"))
    en_plan = bool(form.giltigt().get("plan"))
    return {
        "svar": svar,
        "val": val,
        "manga_namnder": len(svar.namnder) > MANGA_NAMNDER
        or (request.user.ar_central and bool(val.namnd)),
        "sida": sida,
        "en_plan": en_plan,
        "olasta": olasta,
        "planer": plantraffar(svar, sida, alla=en_plan),
        "menade": menade,
        "menade_adress": urlencode({"q": menade}),
        "fraga_i_adressen": form.adress(sida=None)[1:],
        "lankar": _lankar(form, val, svar),
    }


def _lankar(form, val, svar):
    """Return the addresses that narrow or widen the search."""
    return {
        "aldre": form.adress(aldre="ja", ar=None, plan=None),
        "bara_senaste": form.adress(aldre=None, ar=None),
        "alla": form.adress(plan=None, ar=None, namnd=None, i=None),
        "utan_i": form.adress(i=None),
        "aren": [
            {
                "text": ar,
                "antal": n,
                "url": form.adress(ar=ar, aldre=None),
                "vald": ar == val.ar,
            }
            for ar, n in svar.aren
        ],
    }


def aktiviteter(request):
    form = AktivitetsfilterForm(request.GET, user=request.user)
    olasta = ikapp()
    nycklar = list(form.fakta().values_list("pk", flat=True)[: BLADDRAS + 1])
    sida = Paginator(nycklar[:BLADDRAS], RADER).get_page(request.GET.get("sida"))
    rader = filterrader(sida.object_list)
    flera = len({rad.plan for rad in rader}) > 1
    context = {
        "rubrik": "Aktiviteter",
        "ingress": "Aktiviteter ur de planer som du får läsa. Utan filter visas varje "
        "nämnds senaste plan.",
        "form": form,
        "rader": [rad.html(med_plan=flera) for rad in rader],
        "antal": min(len(nycklar), BLADDRAS),
        "minst": len(nycklar) > BLADDRAS,
        "valda": form.valda(),
        "sida": sida,
        "olasta": olasta,
        "fraga_i_adressen": form.adress(),
        "roller": _rollnamn(request.user),
    }
    return render(request, "aktiviteter/aktiviteter.html", context)


def _rollnamn(user):
    """The user's boards' roles, each name once."""
    namn = Roll.objects.for_user(user).order_by("namn_norm")
    return list(dict.fromkeys(namn.values_list("namn", flat=True)))
