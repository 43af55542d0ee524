"""The open pages of the routine: what to do, for whoever has seen or worries."""

from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from blanketter.rutin import rutinen
from blanketter.rutin.flode import flodet
from blanketter.rutin.qr import qr_kod
from vbeplan.organisation.models import Namnd


def oppen_namnd(kort):
    """Return the board whose open pages the address asks for, or raise 404."""
    namnd = Namnd.objects.filter(kort=kort).first()
    if namnd is None:
        raise Http404
    return namnd


def har_upphort(request, namnd):
    """Lead from a board that is no more to those that it has become; else None.

    One gets the visitor at once. Of several, or none, she chooses herself.
    """
    if not namnd.har_upphort():
        return None
    blev = [n for n in namnd.blir() if n != namnd and not n.har_upphort()]
    if len(blev) == 1:
        return redirect("rutin", blev[0].kort)
    val = Namnd.objects.filter(pk__in=[n.pk for n in blev]) if blev else Namnd.objects
    namnder = val.verksamma().i_ordning()
    context = {"rutin": rutinen(), "namnder": namnder, "har_upphort": namnd}
    return render(request, "blanketter/oro.html", context)


@require_safe
def oro(request):
    namnder = list(Namnd.objects.verksamma().i_ordning())
    if len(namnder) == 1:
        return redirect("rutin", namnder[0].kort)
    context = {"rutin": rutinen(), "namnder": namnder}
    return render(request, "blanketter/oro.html", context)


@require_safe
def rutin(request, namnd):
    namnd = oppen_namnd(namnd)
    if vidare := har_upphort(request, namnd):
        return vidare
    galler = rutinen(namnd)
    context = {"namnd": namnd, "rutin": galler, "flode": flodet(galler)}
    return render(request, "blanketter/rutin.html", context)


@require_safe
def utskrift(request, namnd):
    if vidare := har_upphort(request, oppen_namnd(namnd)):
        return vidare
    varden = anslagets_varden(request, namnd)
    return render(request, "blanketter/rutin_utskrift.html", varden)


def anslagets_varden(request, namnd):
    """Return what the sheet for the staff room shows, with the guide's own address.

    The host is the one that the visitor asked, also behind a proxy that passes it on.
    """
    namnd = oppen_namnd(namnd)
    adress = request.build_absolute_uri(reverse("rutin", args=[namnd.kort]))
    return {
        "namnd": namnd,
        "rutin": rutinen(namnd),
        "adress": adress,
        "qr": qr_kod(adress),
    }
