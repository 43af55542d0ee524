"""The pages that stand over all rooms."""

import sys

from django.conf import settings
from django.db import InterfaceError, OperationalError, connection
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.cache import cache_control

from blanketter.minnesloshet import ar_oppen
from blanketter.views import fel as oppna_fel
from vbeplan.nycklar.ring import GarInteAttLasa, NyckelSaknas
from vbeplan.organisation.models import Kommun
from vbeplan.organisation.skrivet import egna_texter, lagg_undan
from vbeplan.start.galleri import exempel
from vbeplan.start.skrivbord import skrivbord as las_skrivbord
from vbeplan.tema.farg import webbens


def skrivbord(request):
    return render(request, "start/skrivbord.html", las_skrivbord(request.user))


def galleri(request):
    return render(request, "start/galleri.html", exempel())


def tillganglighet(request):
    context = {"kontakt": settings.TILLGANGLIGHET_KONTAKT}
    return render(request, "start/tillganglighet.html", context)


@cache_control(max_age=3600, private=True)
def farger(request):
    """The city's own colour as a stylesheet; its address carries the colour."""
    return HttpResponse(webbens(Kommun.den().farg), content_type="text/css")


def halsa(request):
    """Answer "ok" when the database answers; for the server's own supervision."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")


def hittas_inte(request, exception):
    """Give back what somebody wrote to what was removed while she did."""
    if ar_oppen(request):
        return oppna_fel.hittas_inte()
    varden = {"skrivet": egna_texter(request)}
    return render(request, "404.html", varden, status=404)


def nekad(request, exception):
    """Say what can't be done; `exception` may tell why. What was typed is given back.

    A plan may have been decided while somebody wrote in it.
    """
    varden = {"skal": str(exception), "skrivet": egna_texter(request)}
    svar = render(request, "403.html", varden, status=403)
    if varden["skal"]:
        svar["HX-Trigger"] = "plan:last"  # the form in its place on the page says so
    return svar


def csrf_fel(request, reason=""):
    """Answer a form with another session's token: whoever wrote it gets it back."""
    if ar_oppen(request):
        return oppna_fel.csrf(request)
    varden = {"undanlagt": lagg_undan(request)}
    return render(request, "403_csrf.html", varden, status=403)


def fel(request):
    """Answer 500, or 503 when it is the database that doesn't, or a key that is gone.

    The one place that sees both: a middleware's `process_exception` would miss the
    faults of other middlewares, and sign-in asks the database first of all. No request
    goes into the template, for the page's frame asks the database too.
    """
    felet = sys.exc_info()[1]
    if isinstance(felet, GarInteAttLasa):
        varden = {"besked": str(felet), "saknas": isinstance(felet, NyckelSaknas)}
        sida = render_to_string("503_nyckel.html", varden)
        return HttpResponse(sida, status=503)
    if isinstance(felet, (OperationalError, InterfaceError)):
        svar = HttpResponse(render_to_string("503.html"), status=503)
        svar["Retry-After"] = "60"
        return svar
    return HttpResponse(render_to_string("500.html"), status=500)
