"""What somebody wrote in a form that came too late: laid aside, then given back.

Every form of text carries a signature of who opened it and where. When its POST comes
after the session has ended, or with another session's token, the fields are laid aside
in the visitor's session: only for the one who wrote, for two hours, and only when the
signature says that a page of ours was sent to her. Nobody else who signs in sees them.
They lie sealed in the session's row: a question to whoever wrote a form may be among
them, and free text of those is encrypted wherever it is stored.
"""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.core.signing import BadSignature, Signer
from django.utils import timezone
from django.utils.html import strip_tags

from vbeplan.nycklar.ring import GarInteAttLasa

LIVSTID = timedelta(hours=2)
MAX_TECKEN = 1_000_000  # twice a paste of 200 pages; the rest is only shown
KORTASTE_TEXT = 15  # signs; below it a field is a choice or soon written again
NYCKEL = "skrivet"
# Not what she wrote: the form's own tokens, and what a button only asked to look at.
EGNA = {"csrfmiddlewaretoken", "skribent", "visa_tolkning", "ta_fram", "nyckel"}
TECKEN = EGNA | {"sett"}  # goes with the form, but is no words to read


@dataclass(frozen=True)
class Skrivet:
    """The fields of one form. `vem` is the writer's pk, `sida` the form's address.

    The address has its query, and no host: so the form goes back to us alone, and to
    the very thing that it was about.
    """

    vem: int
    sida: str
    tid: str
    falt: list
    hade_fil: bool

    @property
    def nar(self):
        return datetime.fromisoformat(self.tid)

    @property
    def texter(self):
        return texter(self.falt)


def skribent(user, sida):
    """Return the signature of a form that goes to `sida`, its path and query."""
    return _signerare(sida).sign(user.pk)


def lagg_undan(request):
    """Keep a POST's fields for its writer; return whether they are kept.

    Not what is sent in place: there the text still stands in the open form.
    """
    vem = _skribent(request)
    falt = [
        [namn, varde]
        for namn, varden in request.POST.lists()
        for varde in varden
        if namn not in EGNA
    ]
    for_langt = sum(len(varde) for _, varde in falt) > MAX_TECKEN
    if vem is None or for_langt or "HX-Request" in request.headers:
        return False
    request.session.clear_expired()
    request.session[NYCKEL] = {
        "vem": vem,
        "sida": request.get_full_path(),
        "tid": timezone.now().isoformat(),
        "falt": settings.NYCKLAR.kryptera(json.dumps(falt).encode(), NYCKEL),
        "hade_fil": bool(request.FILES),
    }
    if not request.user.is_authenticated:
        request.session.set_expiry(LIVSTID)
    return True


def undanlagt(request):
    """Return what is kept for the signed-in user, else None; what isn't hers goes."""
    if NYCKEL not in request.session:
        return None
    try:
        skrivet = _oppna(request.session[NYCKEL])
    except GarInteAttLasa:  # the key has been changed since
        kasta(request)
        return None
    hennes = request.user.is_authenticated and skrivet.vem == request.user.pk
    if hennes and timezone.now() - skrivet.nar < LIVSTID:
        return skrivet
    kasta(request)
    return None


def _oppna(undan):
    falt = json.loads(settings.NYCKLAR.oppna(undan["falt"], NYCKEL))
    return Skrivet(**undan | {"falt": falt})


def sparat(request):
    """Forget what was kept of a form that has now been received."""
    if request.session.get(NYCKEL, {}).get("sida") == request.get_full_path():
        kasta(request)


def kasta(request):
    """Forget what is kept."""
    request.session.pop(NYCKEL, None)


def egna_texter(request):
    """Return the texts, as `texter`, of a form of ours that the user sent; else []."""
    vem = request.method == "POST" and _skribent(request)
    return texter(list(request.POST.items())) if vem else []


def texter(falt):
    """Return the fields' words to be read, (name, words), those of some length."""
    varden = dict(falt)
    return [
        (namn.replace("_", " ").capitalize(), _som_ord(namn, varde, varden))
        for namn, varde in falt
        if len(varde.strip()) > KORTASTE_TEXT and namn not in TECKEN
    ]


def _som_ord(namn, varde, varden):
    ar_html = varden.get(f"{namn}-slag") == "html"
    return strip_tags(varde.replace("</p>", "</p>\n\n")).strip() if ar_html else varde


def _skribent(request):
    """Return the pk of who opened the form that was sent; None when it isn't said.

    Nor when the form is too large to be read, on its way to an address that isn't.
    """
    signerare = _signerare(request.get_full_path())
    try:
        vem = int(signerare.unsign(request.POST.get("skribent", "")))
    except (BadSignature, ValueError, SuspiciousOperation):
        return None
    inloggad = request.user.pk
    return vem if inloggad in (None, vem) else None


def _signerare(sida):
    return Signer(salt=f"skribent {sida}")
