"""Reporting by a role's personal link: an open page, which knows only the role.

Only POST stores anything, since mail scanners open links. A link that is guessed, too
old or withdrawn says so without telling whose it is. What was written comes back,
whatever hinders it.
"""

from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from aktiviteter.forms.uppfoljning import RapportForm
from aktiviteter.models import Rapportlank
from aktiviteter.uppfoljning.rader import rollens_rader
from aktiviteter.views.rapportera import nasta_kvar, rapporten

HEJDAT = 409  # what came can't be received, and will not be however it is mended
TEXTFALT = ("resultat", "skal")


@sensitive_variables()
@require_safe
def rader(request, nyckel):
    """The activities of the role, and which are left."""
    lank = Rapportlank.objects.med_nyckel(nyckel)
    if lank is None or not lank.ar_giltig():
        return _hejdad(request)
    alla = rollens_rader(lank.tillfalle, [lank.roll])
    context = _ramen(lank) | {
        "nyckel": nyckel,
        "rader": alla,
        "kvar": [rad for rad in alla if not rad.ar_rapporterad],
    }
    return render(request, "aktiviteter/uppfoljning/lank.html", context)


@sensitive_variables()
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def rad(request, nyckel, nummer):
    """Report on one of them."""
    return _rad(request, nyckel, nummer)


@sensitive_variables()
def _rad(request, nyckel, nummer, *, fran_annan=False):
    lank = Rapportlank.objects.med_nyckel(nyckel)
    if lank is None or not lank.ar_giltig():
        return _hejdad(request)
    alla = rollens_rader(lank.tillfalle, [lank.roll])
    raden = next((r for r in alla if r.aktivitet.nummer == nummer), None)
    if raden is None:
        return _hejdad(request, lank=lank, nyckel=nyckel)
    post = request.POST if request.method == "POST" else None
    form = RapportForm(post, instance=rapporten(lank.tillfalle, raden))
    if not fran_annan and form.is_valid() and form.spara(roll=lank.roll):
        return redirect(_vart(request, nyckel, alla, nummer))
    context = _ramen(lank) | {
        "nyckel": nyckel,
        "form": form,
        "rad": raden,
        "antal": len(alla),
        "rapporterade": sum(r.ar_rapporterad for r in alla),
        "fran_annan": fran_annan,
        "avbryt": reverse("rapportlank", args=[nyckel]),
    }
    status = 403 if fran_annan else 200
    sida = "aktiviteter/uppfoljning/lank_rad.html"
    return render(request, sida, context, status=status)


@sensitive_variables()
def _tillbaka(request, nyckel, nummer):
    """Return the form with what was in it; the token of its cookie was another's."""
    return _rad(request, nyckel, nummer, fran_annan=True)


rad.ge_tillbaka = _tillbaka  # blanketter.views.fel.csrf asks for it


def _vart(request, nyckel, alla, nummer):
    kvar = nasta_kvar([r for r in alla if r.aktivitet.nummer != nummer], nummer)
    if "nasta_rad" in request.POST and kvar:
        return reverse("rapportlank_rad", args=[nyckel, kvar])
    return f"{reverse('rapportlank', args=[nyckel])}#aktivitet-{nummer}"


@sensitive_variables()
def _hejdad(request, *, lank=None, nyckel=""):
    """Say that the link, or the row, takes nothing; give back the words that came."""
    skickat = request.method == "POST"
    ord_ = [request.POST.get(namn, "") for namn in TEXTFALT] if skickat else []
    context = {
        "lank": lank,
        "nyckel": nyckel,
        "skickat": skickat,
        "skrivet": [text for text in ord_ if text.strip()],
    }
    status = HEJDAT if skickat else 404
    sida = "aktiviteter/uppfoljning/lank_hejdad.html"
    return render(request, sida, context, status=status)


def _ramen(lank):
    ett = lank.tillfalle
    return {
        "tillfalle": ett,
        "roll": lank.roll,
        "namnd": ett.plan.namnd,
        "plan": ett.plan,
        "giltig_till": lank.giltig_till,
    }
