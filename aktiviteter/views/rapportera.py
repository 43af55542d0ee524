"""Reporting by who signs in: the ansvarig for her roles, the coordinator for all."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from aktiviteter.forms.uppfoljning import RapportForm
from aktiviteter.models import Uppfoljning
from aktiviteter.uppfoljning.rader import (
    far_rapportera,
    hennes_roller,
    hennes_tillfallen,
    hitta_rad,
    rollens_rader,
)
from aktiviteter.views.uppfoljning import TILLFALLEN, ram
from vbeplan.organisation.behorighet import bara, lasbar
from vbeplan.organisation.models import Ratt


@require_safe
@bara(Ratt.ANSVARIG)
def mina(request):
    """The rows of the roles she answers for, at the occasions that are open."""
    context = {
        "rubrik": "Dina aktiviteter att rapportera",
        "tillfallen": hennes_tillfallen(request.user),
        "roller": hennes_roller(request.user).i_ordning(),
    }
    return render(request, "aktiviteter/uppfoljning/mina.html", context)


def rad(request, pk, nummer):
    """Report on one activity at one occasion."""
    ett = lasbar(TILLFALLEN, request.user, pk=pk)
    raden = hitta_rad(ett, nummer)
    if raden is None:
        raise Http404
    if not far_rapportera(request.user, ett, raden):
        raise PermissionDenied
    samordnar = ett.plan.samordnas_av(request.user)
    hem = ett.get_absolute_url() if samordnar else reverse("mina_rapporter")
    post = request.POST if request.method == "POST" else None
    if post is None and not ett.ar_oppet:
        messages.info(request, f"{ett} är stängt, så rapporten kan inte ändras.")
        return redirect(hem)
    form = RapportForm(post, instance=rapporten(ett, raden))
    roll = _hennes_roll(request.user, raden)
    if form.is_valid() and form.spara(av=request.user, roll=roll):
        messages.success(request, f"Sparat: {raden.aktivitet}.")
        return redirect(_vart(request, ett, samordnar, nummer) or hem)
    context = ram(ett, f"Aktivitet {raden.aktivitet}", (str(ett), hem)) | {
        "form": form,
        "rad": raden,
        "avbryt": hem,
        "flera": not samordnar,
    }
    if not samordnar:
        context["smulor"] = [("Dina aktiviteter att rapportera", hem)]
    return render(request, "aktiviteter/uppfoljning/rad.html", context)


def rapporten(ett, raden):
    """Return a row's report, new when there is none."""
    return raden.rapport or Uppfoljning(tillfalle=ett, aktivitet=raden.aktivitet)


def _hennes_roll(user, raden):
    return hennes_roller(user).filter(pk__in=raden.svarar).first()


def _vart(request, ett, samordnar, nummer):
    """Return the address of the next row that isn't reported, when she asks for it."""
    if "nasta_rad" not in request.POST or samordnar:
        return None
    rader = rollens_rader(ett, list(hennes_roller(request.user)))
    kvar = nasta_kvar(rader, nummer)
    return kvar and reverse("uppfoljning_rad", args=[ett.pk, kvar])


def nasta_kvar(rader, nummer):
    """Return the number of the next unreported row after `nummer`, around; or None."""
    kvar = [r.aktivitet.nummer for r in rader if not r.ar_rapporterad]
    efter = [n for n in kvar if n > nummer]
    return next(iter(efter or kvar), None)
