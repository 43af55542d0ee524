"""Answers: files, and what a form in its place on the page gets when it is saved."""

import json
import re

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, resolve_url
from django.urls import reverse
from django.utils.http import content_disposition_header

_OTILLATNA = re.compile(r'[\x00-\x1f\\/:*?"<>|]')  # no file may have them in Windows


def bifoga(svar, filnamn, *, visa=False):
    """Give a response a file name (RFC 6266) and keep it out of shared caches."""
    filnamn = _OTILLATNA.sub("-", filnamn)
    svar["Content-Disposition"] = content_disposition_header(not visa, filnamn)
    svar["Cache-Control"] = "private, no-store"
    return svar


def beratta(request, text, andring):
    """Say that something is done; the message offers to undo it (`Andring` or None)."""
    angra = reverse("andring_angra", args=[andring.pk]) if andring else ""
    if andring and andring.angrar_id:
        angra += "#gor-om"
    messages.success(request, text, extra_tags=angra)


def i_ruta(request):
    """Tell whether the form stands in its place on the plan's page."""
    return "HX-Request" in request.headers


def falt_id(request, plats):
    """Return the form's `auto_id`: several may be open on the page at once."""
    return f"{plats}_%s" if i_ruta(request) else "id_%s"


def klart(request, till, *, ankare="", byt_sida=False, flyttad=False):
    """Go on to `till` (as `redirect` takes it), or say that the plan has changed.

    In place the page then closes the form and fetches what is new, messages too;
    `ankare` is what has focus afterwards. `byt_sida` leaves the page all the same, and
    after a move (`flyttad`) it can be moved again at once.
    """
    if not i_ruta(request):
        return redirect(till)
    svar = HttpResponse(status=204)
    if byt_sida:
        svar["HX-Redirect"] = resolve_url(till)
    else:
        svar["HX-Trigger"] = _andrad(ankare, flyttad=flyttad)
    return svar


def _andrad(ankare, **mer):
    return json.dumps({"plan:andrad": {"ankare": ankare, **mer}})
