"""Sign-in: closed signup, and no address open that isn't said to be."""

from hashlib import blake2b
from urllib.parse import urlsplit
from uuid import uuid4

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.utils.http import url_has_allowed_host_and_scheme

from vbeplan.organisation import skrivet
from vbeplan.organisation.post import lagg_brev

# Everything else asks for a sign-in; a new address is closed until it is named here.
OPPNA = (
    "/konto/",
    "/halsa/",
    "/farger.css",
    "/tillganglighet/",
    "/oro/",
    "/enkat/",
    "/kalender/",
    "/rapport/",
    "/oppet/",
    f"/{settings.STATIC_URL.strip('/')}/",
)
SPARAD = (302, 204)  # how a form that was received answers, on its page and in place


class KravInloggningMiddleware:
    """Send whoever isn't signed in to the sign-in page, then back.

    What she had written is laid aside for her until then, and forgotten when saved.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.user.is_authenticated:
            return self._svara(request)
        if request.path.startswith(OPPNA):
            return self.get_response(request)
        if "HX-Request" in request.headers:
            return _utloggad_pa_plats(request)
        if request.method == "GET":
            return redirect_to_login(request.get_full_path())
        return _utloggad(request)

    def _svara(self, request):
        svar = self.get_response(request)
        if request.method == "POST" and svar.status_code in SPARAD:
            skrivet.sparat(request)
        return svar


def _utloggad(request):
    """Answer a form that came after the session had ended."""
    if skrivet.lagg_undan(request):
        tillbaka = redirect_to_login(reverse("skrivet"))
    else:
        tillbaka = redirect_to_login(_formularets_sida(request))
        if not _skrivna(request):
            return tillbaka
    varden = {
        "skrivet": _skrivna(request),
        "undanlagt": skrivet.NYCKEL in request.session,
        "hade_fil": bool(request.FILES),
        "inloggning": tillbaka.url,
    }
    svar = render(request, "account/utloggad.html", varden, status=403)
    add_never_cache_headers(svar)  # nobody comes back to it by the back button
    return svar


def _utloggad_pa_plats(request):
    """Answer a form on the plan's page: the text stays in it, natfel.js says the rest.

    A redirect would put the sign-in page into the plan.
    """
    svar = HttpResponse("Du har loggats ut. Logga in igen.", status=403)
    svar["HX-Trigger"] = "konto:utloggad"
    return svar


def _fran_oss(request):
    varifran = urlsplit(request.META.get("HTTP_REFERER", ""))
    return varifran if varifran.netloc == request.get_host() else None


def _formularets_sida(request):
    """Return the page that a form was sent from, when it is one of ours; else "/"."""
    varifran = _fran_oss(request)
    if not varifran:
        return "/"
    sida = varifran._replace(scheme="", netloc="", fragment="").geturl()
    # «//another.example» as a path would be an address to another host
    return sida if url_has_allowed_host_and_scheme(sida, None) else "/"


def _skrivna(request):
    """Return the texts of a form of ours, (field, words), to be shown.

    Only from our own pages: nobody else may put words on one.
    """
    return skrivet.texter(list(request.POST.items())) if _fran_oss(request) else []


class Kontoadapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": (
            "E-postadressen eller lösenordet stämmer inte. Kontrollera båda, eller "
            "välj Glömt lösenordet?"
        ),
        "too_many_login_attempts": (
            "Det blev för många försök. Vänta fem minuter och försök igen, eller välj "
            "Glömt lösenordet? för att få ett nytt."
        ),
    }

    def is_open_for_signup(self, request):
        return False

    def post_login(self, request, user, **mer):
        """Lead to what was laid aside for her; what another wrote is thrown away."""
        if skrivet.undanlagt(request):
            mer["redirect_url"] = reverse("skrivet")
        return super().post_login(request, user, **mer)

    def send_mail(self, template_prefix, email, context):
        """Put a letter in the outbox: a mail server that is down is no failed page.

        The newest link is enough, and of one that has gone nothing is left.
        """
        brev = self.render_mail(template_prefix, email, context)
        till = f"konto:{context['user'].pk}:"
        lagg_brev(
            f"{till}{uuid4()}",
            "nytt lösenord",
            email,
            brev.subject,
            brev.body,
            namnd=None,
            ersatter=till,
            gloms=True,
        )

    def get_client_ip(self, request):
        """Return a stand-in for the address that can't be read back tomorrow.

        allauth writes it into cache keys, to limit failed sign-ins. A server that
        listens on a Unix socket has no address; then everybody shares the limit.
        """
        try:
            adress = super().get_client_ip(request)
        except PermissionDenied:
            adress = ""
        dagens = f"{timezone.localdate()} {adress}".encode()
        nyckel = settings.SECRET_KEY.encode()[:64]  # blake2b takes no longer one
        return blake2b(dagens, key=nyckel, digest_size=12).hexdigest()
