"""Forms that open in their place on a page (see static/skript/plats.js)."""

import json

from django.http import HttpResponse
from django.shortcuts import redirect, resolve_url


def i_ruta(request):
    """Tell whether the form stands in its place on its page."""
    return "HX-Request" in request.headers


def falt_id(request, plats):
    """Return the form's `auto_id`: several may be open on the page at once."""
    return f"{plats}_%s" if i_ruta(request) else "id_%s"


def klart(request, till, *, ankare="", byt_sida=False, flyttad=False):
    """Go on to `till` (as `redirect` takes it), or say that the page has changed.

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
