"""The pages that stand over all rooms."""

from django.conf import settings
from django.db import connection
from django.http import HttpResponse
from django.shortcuts import render

from vbeplan.start.galleri import exempel
from vbeplan.start.skrivbord import skrivbord as las_skrivbord


def skrivbord(request):
    return render(request, "start/skrivbord.html", las_skrivbord(request.user))


def galleri(request):
    return render(request, "start/galleri.html", exempel())


def tillganglighet(request):
    context = {"kontakt": settings.TILLGANGLIGHET_KONTAKT}
    return render(request, "start/tillganglighet.html", context)


def halsa(request):
    """Answer "ok" when the database answers; for the server's own supervision."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok", content_type="text/plain")


def nekad(request, exception):
    return render(request, "403.html", status=403)


def csrf_fel(request, reason=""):
    return render(request, "403_csrf.html", status=403)
