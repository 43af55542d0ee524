"""Sign-in: closed signup, and no address open that isn't said to be."""

from hashlib import blake2b
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.utils import timezone

# Everything else asks for a sign-in; a new address is closed until it is named here.
OPPNA = (
    "/konto/",
    "/halsa/",
    "/farger.css",
    "/tillganglighet/",
    f"/{settings.STATIC_URL.strip('/')}/",
)


KORTASTE_TEXT = 15  # signs; below it a field is a choice or soon written again


class KravInloggningMiddleware:
    """Send whoever isn't signed in to the sign-in page, then back."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.user.is_authenticated or request.path.startswith(OPPNA):
            return self.get_response(request)
        if request.method == "GET":
            return redirect_to_login(request.get_full_path())
        svar = redirect_to_login(_formularets_sida(request))
        if skrivet := _skrivet(request):
            varden = {"skrivet": skrivet, "inloggning": svar.url}
            return render(request, "account/utloggad.html", varden, status=403)
        return svar


def _formularets_sida(request):
    """Return the page that a form was sent from, when it is one of ours; else "/"."""
    sida = urlsplit(request.META.get("HTTP_REFERER", ""))
    return sida.path or "/" if sida.netloc == request.get_host() else "/"


def _skrivet(request):
    """Return the texts of a form of ours, (field, words), to be given back.

    Only from our own pages: nobody else may put words on one.
    """
    if urlsplit(request.META.get("HTTP_REFERER", "")).netloc != request.get_host():
        return []
    return [
        (falt.replace("_", " ").capitalize(), ord_)
        for falt, ord_ in request.POST.items()
        if len(ord_.strip()) > KORTASTE_TEXT and falt != "csrfmiddlewaretoken"
    ]


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
