"""What every page's frame shows: the menu, the municipality, the demo's accounts."""

from django.conf import settings
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from vbeplan import __version__
from vbeplan.organisation.models import Kommun, Ratt
from vbeplan.start.demo_konton import KONTON


def sidram(request):
    """Return the context that `bas.html` needs; the menu follows the user's rights."""
    user = getattr(request, "user", None)
    inloggad = user is not None and user.is_authenticated
    i_ruta = "HX-Request" in request.headers
    return {
        # The same page answers whole, or only its content to be put in its place.
        "ram": "ruta.html" if i_ruta else "bas.html",
        "i_ruta": i_ruta,
        "kommun": SimpleLazyObject(Kommun.den),
        "programversion": __version__,
        "demo": settings.DEMO,
        "demo_konton": KONTON if settings.DEMO else (),
        "meny": _meny(user) if inloggad else (),
        "kan_soka": inloggad and _laser_planer(user),
    }


def _laser_planer(user):
    return user.ar_central or any(m.namnd_id for m in user.medlemskapen)


def _meny(user):
    i_namnd = any(m.namnd_id for m in user.medlemskapen)
    poster = [("Skrivbord", "skrivbord")]
    if _laser_planer(user):
        poster += [("Planer", "planer"), ("Sök", "sok"), ("Aktiviteter", "aktiviteter")]
        poster.append(("Lägesbild", "lagesbilder"))
    if i_namnd:
        poster += [("Uppföljning", "uppfoljningar"), ("Årshjul", "arshjulen")]
    if user.namnd_id(Ratt.SAMORDNARE):
        poster.append(("Blanketter", "inkorg"))
    if user.ar_central or user.namnd_id(Ratt.SAMORDNARE):
        poster.append(("Rutin", "rutiner"))
    if user.ar_central:
        poster += [("Frågor", "fragor"), ("Läget i staden", "laget")]
    if i_namnd:
        poster.append(("Roller", "roller"))
    if user.har_ratt(Ratt.FORVALTARE):
        poster += [("Organisation", "organisation"), ("Gallring", "gallring_regler")]
    return [{"text": text, "url": reverse(namn)} for text, namn in poster]
