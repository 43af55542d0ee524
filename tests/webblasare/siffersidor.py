"""The pages of the figures, with and without anything to show; see sidor.py."""

from datetime import date

from django.urls import reverse

from lagesbild.models import Lagesbild
from tests import bygge_lagesbild
from vbeplan.organisation.models import Namnd

INGEN_SIDA = {f"siffror_{form}": "a file" for form in ("csv", "xlsx", "json")}
MED, UTAN = "ekhamra", "sjovik"
AR = 2027


def siffersidor(sida, samordnare, central):
    """Yield all pages, made by `sida(who, address, …)`."""
    namnd = Namnd.objects.get(kort=MED)
    bygge_lagesbild.nya_handelser(namnd, 14, date(2026, 4, 1))
    bygge_lagesbild.nya_handelser(namnd, 3, date(2026, 6, 1), miljo="autonom")
    bygge_lagesbild.ny_serie(namnd, [(date(2026, 2, 1), 40, {})])
    for kort in (MED, UTAN):
        namnd = Namnd.objects.get(kort=kort)
        if not Lagesbild.objects.filter(namnd=namnd, ar=AR).exists():
            bygge_lagesbild.ny_lagesbild(namnd, AR)
    siffror = reverse("siffror", args=[MED, AR])
    yield sida(samordnare, siffror)
    yield sida(samordnare, f"{siffror}?serie=blanketter&uppdelning=plats")
    yield sida(samordnare, f"{siffror}?serie=borta")
    yield sida(central, reverse("lagesbild_staden"))
    yield sida(central, f"{reverse('lagesbild_staden')}?ar=1066")
