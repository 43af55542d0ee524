"""Addresses that show what a view of the open pages is told, and some that fail."""

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import DatabaseError, OperationalError, connection
from django.http import Http404, JsonResponse
from django.urls import path

from vbeplan.urls import handler403, handler404, handler500, urlpatterns

__all__ = ["handler403", "handler404", "handler500", "urlpatterns"]
FEL = {
    "trasig": RuntimeError,
    "rader": lambda text: DatabaseError(f"DETAIL: Key (text)=({text}) already exists"),
    "misstankt": SuspiciousOperation,
    "nekad": PermissionDenied,
    "borta": Http404,
    "stangt": OperationalError,
}


def spion(request):
    """Return everything that the view could have got hold of."""
    inloggad = request.user.is_authenticated
    return JsonResponse(
        {
            "meta": {n: str(v) for n, v in request.META.items()},
            "environ": sorted(request.environ),
            "huvuden": dict(request.headers),
            "kakor": request.COOKIES,
            "query": request.GET.dict(),
            "inloggad": inloggad,
            "session": dict(request.session),
        }
    )


def faller(request, hur):
    raise FEL[hur](request.POST.get("text", ""))


def fragar(request):
    """Ask the database something it refuses, with the words in it."""
    with connection.cursor() as sql:
        sql.execute("SELECT * FROM finns_inte WHERE text = %s", [request.POST["text"]])


def skriver_session(request):
    request.session["vem"] = "någon"
    svar = JsonResponse({})
    svar.set_cookie("spar", "1")
    svar["ETag"] = '"1"'
    svar["Last-Modified"] = "Wed, 18 Nov 2026 11:00:00 GMT"
    return svar


urlpatterns = [
    *(
        path(f"{rot}{vag}", vy)
        for rot in ("oro/", "enkat/", "rapport/", "oppet/kontrollera/")
        for vag, vy in (
            ("spion/", spion),
            ("faller/<slug:hur>/", faller),
            ("fragar/", fragar),
            ("session/", skriver_session),
        )
    ),
    path("spion/", spion),
    *urlpatterns,
]
