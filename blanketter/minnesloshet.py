"""Amnesia: on the open pages the house knows nothing of who came.

Placed first, so that no other part ever holds what is taken away here. It cuts the
request down to an allow-list, lets no cookie but the form's CSRF cookie in or out, and
sees to it that a fault leaves only its place in a log (tystnad.py).
"""

import re
from itertools import islice

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.core.exceptions import (
    DisallowedHost,
    RequestDataTooBig,
    TooManyFieldsSent,
)
from django.core.files.uploadhandler import MemoryFileUploadHandler
from django.http import HttpResponsePermanentRedirect, QueryDict, parse_cookie
from django.middleware.csrf import CSRF_ALLOWED_CHARS

from blanketter.tystnad import OPPET, tystnad
from blanketter.views import fel

# What the house needs to answer; nothing that tells one visitor from another.
SLAPPS_IN = (
    "REQUEST_METHOD",
    "SCRIPT_NAME",
    "PATH_INFO",
    "SERVER_NAME",
    "SERVER_PORT",
    "SERVER_PROTOCOL",
    "HTTP_HOST",
    "CONTENT_LENGTH",
    "wsgi.version",
    "wsgi.url_scheme",
    "wsgi.input",
    "wsgi.errors",
    "wsgi.multithread",
    "wsgi.multiprocess",
    "wsgi.run_once",
)
_TYP = re.compile(
    r"application/x-www-form-urlencoded"
    r"|multipart/form-data; ?boundary=[\w'()+,./:=?-]{1,70}"
)
_KAKA = re.compile(rf"[{re.escape(CSRF_ALLOWED_CHARS)}]{{32,64}}")
# What a person has typed
_ORDEN = re.compile(rb"(?:^|(?<=&))(?:text|kod|svar_\w+)=[^&]*")
_ORD_HOGST = 100  # fields; more than any form of ours has of them
_SLANG = 64 * 1024  # bytes at a time
_HOGST_SLANGS = 32 * 1024 * 1024


def ar_oppen(request) -> bool:
    """Tell whether the address is one of the open pages'."""
    return request.path_info.startswith(OPPET)


class MinneslosMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if f"{request.path_info}/" in OPPET:
            return HttpResponsePermanentRedirect(f"{request.path_info}/")
        if not ar_oppen(request):
            return self.get_response(request)
        with tystnad():
            return _utan_spar(self._svara(request), request.method)

    def _svara(self, request):
        try:
            frammande = glom(request, request.get_host())
            return _hinder(request, frammande) or self.get_response(request)
        except DisallowedHost:
            return fel.gar_inte_att_ta_emot()
        except Exception as fault:  # Django would log the request
            return fel.fore_vyn(fault)

    def process_view(self, request, *vyn):
        """Take the session away, after the middleware that gave one."""
        if not ar_oppen(request):
            return None
        request.session = IngenSession()
        if getattr(request, "for_manga_falt", False):
            return fel.for_manga_falt(request)
        return None

    def process_exception(self, request, exception):
        """Answer what a view failed on; Django's own way would log the request."""
        if ar_oppen(request):
            return fel.efter(request, exception)
        return None


class IngenSession(SessionBase):
    """Looks empty and is never saved, whatever a view should write in it."""

    def load(self):
        return {}

    def is_empty(self):
        return True


def glom(request, vard) -> bool:
    """Cut the request down to the allow-list; tell whether another site sent it."""
    allt = request.environ
    kvar = {namn: allt[namn] for namn in SLAPPS_IN if namn in allt}
    # Django has put its own decoded words in these two; it wants the server's again.
    for namn in ("SCRIPT_NAME", "PATH_INFO"):
        kvar[namn] = allt.get(namn, "").encode(errors="replace").decode("latin-1")
    kvar["QUERY_STRING"] = ""  # none of the pages has one; a mailing's link may
    kaka = parse_cookie(allt.get("HTTP_COOKIE", "")).get(settings.CSRF_COOKIE_NAME, "")
    if _KAKA.fullmatch(kaka):
        kvar["HTTP_COOKIE"] = f"{settings.CSRF_COOKIE_NAME}={kaka}"
    if typ := _TYP.match(allt.get("CONTENT_TYPE", "")):
        kvar["CONTENT_TYPE"] = typ[0]
    if request.is_secure():
        kvar["wsgi.url_scheme"] = "https"
        if settings.SECURE_PROXY_SSL_HEADER:
            namn, varde = settings.SECURE_PROXY_SSL_HEADER
            kvar[namn] = varde
    frammande = _fran_annan_sida(allt, vard)
    if not frammande:
        # With no-referrer a browser says «null» of our own pages, and Django would
        # refuse every form. The token in the form and its cookie are what count.
        kvar["HTTP_ORIGIN"] = f"{kvar['wsgi.url_scheme']}://{vard}"
    type(request).__init__(request, kvar)
    return frammande


def _fran_annan_sida(allt, vard):
    """Tell whether a browser says that another site's page sent the request."""
    if allt.get("HTTP_SEC_FETCH_SITE", "none") not in ("none", "same-origin"):
        return allt["REQUEST_METHOD"] == "POST"
    ursprung = allt.get("HTTP_ORIGIN", "null")
    return ursprung not in ("null", f"http://{vard}", f"https://{vard}")


def _hinder(request, frammande):
    """Return the answer to what can't be read at all, before any other part tries."""
    if request.method != "POST":
        return None
    if _langd(request) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
        _slang(request)
        return fel.for_stort(request)
    request.upload_handlers = [MemoryFileUploadHandler(request)]  # nothing on a disk
    try:
        request.POST  # noqa: B018  # read here, so that nobody else can fail on it
    except RequestDataTooBig:
        return fel.for_stort(request)
    except TooManyFieldsSent:
        if request.content_type == "multipart/form-data":  # none of our forms
            return fel.gar_inte_att_ta_emot()
        _behall_orden(request)
    except Exception:  # whatever a body can be: torn off, of an odd kind
        return fel.gar_inte_att_ta_emot()
    if frammande:
        # Nobody else may put words on a page of ours, as the form given back would.
        return fel.fran_annan_sida()
    return None


def _behall_orden(request):
    """Let what a person has typed be all that came, to be given back in process_view.

    Not here, for a form given back wants the CSRF cookie.
    """
    orden = islice(_ORDEN.finditer(request.body), _ORD_HOGST)
    request.POST = QueryDict(b"&".join(ett[0] for ett in orden))
    request.for_manga_falt = True


def _langd(request):
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0


def _slang(request):
    """Read a body that is too large, else the browser never reads the answer."""
    kvar = min(_langd(request), _HOGST_SLANGS)
    while kvar > 0 and (last := request.read(_SLANG)):
        kvar -= len(last)


def _utan_spar(svar, metod):
    """Take away what would be remembered by the visitor's browser or by a log."""
    for namn in [n for n in svar.cookies if n != settings.CSRF_COOKIE_NAME]:
        del svar.cookies[namn]
    for huvud in ("ETag", "Last-Modified", "Expires"):
        svar.headers.pop(huvud, None)
    svar["Cache-Control"] = "no-store"
    svar["Referrer-Policy"] = "no-referrer"
    svar["X-Robots-Tag"] = "noindex, nofollow"
    svar._has_been_logged = True  # Django's word for: say nothing of a 404 or 403
    if (
        metod == "HEAD" and not svar.streaming
    ):  # gunicorn writes a line of each that has a body
        svar.content = b""
    return svar
