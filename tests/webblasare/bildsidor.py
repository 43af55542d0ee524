"""The page of the picture in its states, and the deeds beside it; see sidor.py."""

from django.urls import reverse

from lagesbild.models import Lagesbild
from tests import bygge_lagesbild
from vbeplan.organisation.models import Namnd

INGEN_SIDA = {"lagesbilder": "leads to the newest picture or to the list"}
KORT = "ekhamra"
TOMT = {"skicka": {"*": ""}}


def bildsidor(sida, samordnare, lasare):
    """Yield all pages, made by `sida(who, address, …)`."""
    namnd = Namnd.objects.get(kort=KORT)
    bild = Lagesbild.objects.filter(namnd=namnd, ar=2027).first()
    bild = bild or bygge_lagesbild.ny_lagesbild(namnd)
    yield sida(samordnare, reverse("lagesbilder_alla"))
    yield sida(lasare, reverse("lagesbilder_alla"))
    yield sida(samordnare, reverse("lagesbild_ny"))
    yield sida(samordnare, reverse("lagesbild_ny"), **TOMT)
    yield sida(samordnare, bild.get_absolute_url())
