"""What the open pages answer when something is wrong: the words are given back.

The pages ask neither the database nor the visitor's session, for either may be what
is wrong. Whatever a form held goes with the page, so that it can be sent again.
"""

import errno

from django.core.exceptions import BadRequest, PermissionDenied, SuspiciousOperation
from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string

from blanketter.tystnad import logg, rad
from vbeplan.nycklar.ring import GarInteAttLasa

TEXTER = {
    400: (
        "Det gick inte att ta emot",
        "Det som skickades såg inte ut som något vår sida skickar. Ingenting har "
        "sparats. Öppna sidan på nytt och försök igen.",
    ),
    403: (
        "Sidan hade blivit för gammal",
        "Ingenting har sparats än. Försök en gång till. Händer det igen behöver "
        "webbläsaren tillåta kakor för den här webbplatsen.",
    ),
    404: (
        "Sidan finns inte",
        "Adressen kan vara felskriven, eller så har sidan flyttats. Fick du den i ett "
        "brev, öppna länken i brevet igen. Annars kan du börja om från rutinen.",
    ),
    413: (
        "Texten är för stor",
        "Det som skickades var större än vi kan ta emot, och ingenting har sparats. "
        "Gå tillbaka, korta texten till högst 10\u00a0000 tecken och skicka igen. Vi "
        "kan bara ta emot text, inga bilder eller filer.",
    ),
    429: (
        "Många skickar just nu",
        "Försök igen om en stund. Ingenting har sparats än.",
    ),
    500: (
        "Något gick fel hos oss",
        "Felet är vårt, inte ditt. Försök igen om en stund. Var det redan sparat "
        "räknas det bara en gång, och en blankett får samma kvittokod igen.",
    ),
    503: (
        "Det går inte att spara just nu",
        "Felet är vårt, inte ditt. Försök igen om några minuter. Var det redan sparat "
        "räknas det bara en gång, och en blankett får samma kvittokod igen.",
    ),
}
# The one open page that takes a file, and whose visitor has no business in the rutin.
KONTROLLEN = "/oppet/kontrollera/"
TILL_RUTINEN = {"vidare": "/oro/", "vidare_ord": "Till rutinen"}
TILL_KONTROLLEN = {"vidare": KONTROLLEN, "vidare_ord": "Till kontrollen"}
FILEN_FOR_STOR = {
    "rubrik": "Filen är för stor",
    "besked": "Filen är större än 2 MB och kan inte vara en plan härifrån. Ingenting "
    "har sparats. Gå tillbaka och kontrollera att du valde rätt fil.",
}
FOR_MANGA_FALT = (
    "Det som skickades hade fler fält än vår sida har, och ingenting har sparats. "
    "Tryck på Skicka igen, så kommer sidan tillbaka med din text. Svara sedan på de "
    "andra frågorna en gång till."
)
FULLT = {errno.ENOSPC, errno.EDQUOT}
_KORTAST = 25  # signs; below it a field is a choice or a code
# Asked by a script, which says nothing of it; there is nothing to send again.
UTAN_SIDA = {"blankettkontroll"}


def efter(request, fault):
    """Return the answer to a fault in a view, and log its place unless it is none."""
    if isinstance(fault, Http404):
        return hittas_inte()
    if isinstance(fault, PermissionDenied):
        return kvar(request, 403)
    if isinstance(fault, SuspiciousOperation | BadRequest):
        return gar_inte_att_ta_emot()
    vy = getattr(request.resolver_match, "view_name", None) or "?"
    logg.error(rad(f"in view {vy}", fault))
    return kvar(request, 503 if _ar_stangt(fault) else 500)


def fore_vyn(fault):
    """Answer a fault that came before the form was read: there are no words to give."""
    logg.error(rad("before the view", fault))
    return _sida(500)


def csrf(request):
    """Answer a form with another cookie's token: its words come back with a new one."""
    svar = _utan_ratt_kaka(request)
    svar._has_been_logged = True  # Django's word for: write nothing of the request
    return svar


def _utan_ratt_kaka(request):
    ge_tillbaka = getattr(request.resolver_match.func, "ge_tillbaka", None)
    if ge_tillbaka:
        try:
            return ge_tillbaka(request, **request.resolver_match.kwargs)
        except Exception as fault:  # then the page that needs nothing
            logg.error(rad("in the form given back", fault))
    return kvar(request, 403)


def kvar(request, status, **ord_):
    """Return the page of an error, with what the form held ready to be sent again.

    `ord_` are other words than those of the status: rubrik, besked.
    """
    if request.path_info == KONTROLLEN:
        return _sida(status, **TILL_KONTROLLEN)  # a file can't be given back
    vy = getattr(request.resolver_match, "view_name", None)
    if request.method != "POST" or vy in UTAN_SIDA:
        return _sida(status)
    falt = [
        (namn, varde, _ar_text(varde))
        for namn, varden in request.POST.lists()
        for varde in varden
        if namn != "csrfmiddlewaretoken"
    ]
    if not falt:
        return _sida(status)
    ord_ |= {"falt": falt, "adress": request.path, "csrf_token": get_token(request)}
    return _sida(status, **ord_)


def for_manga_falt(request):
    return kvar(request, 400, besked=FOR_MANGA_FALT)


def gar_inte_att_ta_emot():
    return _sida(400)


def for_stort(request):
    if request.path_info == KONTROLLEN:
        return _sida(413, **FILEN_FOR_STOR, **TILL_KONTROLLEN)
    return _sida(413)


def fran_annan_sida():
    return _sida(403)


def hittas_inte():
    return _sida(404)


def _sida(status, **varden):
    rubrik, besked = TEXTER[status]
    varden = {"rubrik": rubrik, "besked": besked, **TILL_RUTINEN} | varden
    text = render_to_string("blanketter/fel.html", varden)
    svar = HttpResponse(text, status=status)
    if status in (429, 503):
        svar["Retry-After"] = "60"
    return svar


def _ar_text(varde):
    return len(varde) > _KORTAST and any(tecken.isspace() for tecken in varde)


def _ar_stangt(fault):
    """Tell whether it is the database that doesn't answer, a disk that is full, or a
    key that is gone."""
    if isinstance(fault, OSError):
        return fault.errno in FULLT
    return isinstance(fault, OperationalError | InterfaceError | GarInteAttLasa)
