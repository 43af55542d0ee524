"""A plan with all there can be in it costs few queries, and no more of many.

A chapter with a picture that isn't published and its findings, the routine's chart,
texts put in from the picture, remarks and activities that answer needs.
"""

import pytest
from django.urls import reverse

from aktiviteter.handlingar import importera_plan
from aktiviteter.handlingar.lagg_in_bilden import inlaggningar, lagg_in_bilden
from aktiviteter.models import Behovssvar
from aktiviteter.planbild import planens_bild
from aktiviteter.utbyte import granska
from tests import bygge, bygge_lagesbild
from tests.hus.test_fragor import MANGA, antal
from vbeplan.organisation.models import Kommun, Ratt

pytestmark = pytest.mark.django_db
MEST, MED_BILAGOR = 15, 30  # the page; the paper, with the plan's appendices
KAPITEL = (
    ("Lokal lägesbild", 1),
    ("Kartläggning", 2),
    ("Analys", 2),
    ("Ställningstagande", 2),
    ("Rutin vid oro", 1),
)
SIDOR = ("plan", "plan_forhandsvisning", "plan_word", "plan_json")


@pytest.fixture
def namnd():
    Kommun.objects.create(namn="Granby stad")
    return bygge.ny_namnd()


@pytest.fixture
def plan(namnd):
    data = bygge.plandata(namnd, bygge_lagesbild.AR, aktiviteter=MANGA, kapitel=2)
    data["avsnitt"] += [{"rubrik": r, "niva": niva, "text": ""} for r, niva in KAPITEL]
    return importera_plan(granska(data), namnd=namnd, ar=data["ar"], av=None)


@pytest.fixture
def bild(namnd, plan):
    """The picture, shown in the plan with two of its texts put in."""
    bild = bygge_lagesbild.skriv_klart(bygge_lagesbild.ny_lagesbild(namnd))
    plan.refresh_from_db()
    innehall = planens_bild(plan, med_utkast=True).innehall
    sedda = {rad.bilddel: rad.version for rad in inlaggningar(plan, innehall)}
    val = {"kartlaggning": "byt", "analys": "byt"}
    lagg_in_bilden(plan, innehall, val, sedda, av=None)
    return bild


def ett_till(plan, bild, nr):
    aktivitet = plan.aktiviteter.get(nummer=nr)
    kalla = bygge_lagesbild.ny_kalla(bild, f"Källa {nr}")
    sak = bygge_lagesbild.ny_iakttagelse(
        bild, f"Sak {nr}", behov="ja", stallningstagande="Vi sanerar.", kallor=[kalla]
    )
    Behovssvar.objects.create(iakttagelse=sak, aktivitet=aktivitet)
    plan.anmarkningar.create(slag="x", plats="x", text=f"Se {nr}", aktivitet=aktivitet)
    bygge.ny_kontakt(bild.namnd, funktion=f"Kontakt {nr}")


def test_a_plan_with_everything_in_it_costs_at_most_15_queries(
    client, namnd, plan, bild
):
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, namnd))
    sidor = [reverse(namn, args=[namnd.kort, plan.ar]) for namn in SIDOR]
    ett_till(plan, bild, 1)
    med_ett = [antal(client, url) for url in sidor]
    sidan = client.get(sidor[0]).content.decode()
    for ord_ in ("Sak 1", "Vi sanerar.", "Kontakt 1", "Se 1", "inte publicerad än"):
        assert ord_ in sidan

    for nr in range(2, MANGA + 1):
        ett_till(plan, bild, nr)

    assert [antal(client, url) for url in sidor] == med_ett
    assert med_ett[0] <= MEST
    assert max(med_ett) <= MED_BILAGOR
