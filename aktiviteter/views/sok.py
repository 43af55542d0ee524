"""Search over all plans that one may read, and the activities filtered."""

from django.core.paginator import Paginator
from django.shortcuts import render

from aktiviteter.forms.sok import SokForm
from aktiviteter.sok.forslag import forslag
from aktiviteter.sok.fraga import las_fraga
from aktiviteter.sok.index import ikapp
from aktiviteter.sok.traffar import PER_SIDA, plantraffar
from aktiviteter.sok.traffar import sok as sok_efter


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
    sida = Paginator(svar.planer, PER_SIDA).get_page(request.GET.get("sida"))
    en_plan = bool(form.giltigt().get("plan"))
    return {
        "svar": svar,
        "val": val,
        "sida": sida,
        "en_plan": en_plan,
        "olasta": olasta,
        "planer": plantraffar(svar, [rad[0] for rad in sida], alla=en_plan),
        "menade": "" if svar.planer or svar.aldre else forslag(request.user, fraga),
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
