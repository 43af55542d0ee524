"""A plan that was decided before the program came is sealed as it is."""

from datetime import date

import pytest

from tests import bygge
from tests.aktiviteter.sida import besked, ord_pa, skicka, trad
from tests.bygge_utgava import beslutad_plan, till_namnden
from vbeplan.organisation.models import Brev, Ratt
from vbeplan.rapport.models import Utgava

pytestmark = pytest.mark.django_db
SIDAN = "/planer/ekhamra/2019/i-efterhand/"


@pytest.fixture
def namnd():
    return bygge.ny_namnd(sekreterare_epost="sekreterare@granby.example")


@pytest.fixture
def klient(client, namnd):
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, namnd))
    return client


@pytest.fixture
def plan(namnd):
    """The plan of 2019, with a day that doesn't exist, as the board decided it."""
    plan = bygge.ny_plan(namnd, 2019)
    rad = plan.aktiviteter.first()
    rad.tolka_tider("T.o.m. 2019-31-12", None)
    rad.save()
    plan.datum = date(2019, 4, 25)
    plan.save()
    return plan


def test_an_older_plan_is_sealed_with_its_faults_and_says_that_it_was_afterwards(
    klient, plan
):
    gangen = klient.get("/planer/ekhamra/2019/gang/")
    assert trad(gangen).xpath(f"//a[@href='{SIDAN}']")
    assert trad(klient.get(SIDAN)).xpath("//input[@name='dag']/@value") == [
        "2019-04-25"
    ]
    svar = skicka(klient, SIDAN, dag="2019-04-24", paragraf="61")
    assert "Beslutet är registrerat" in besked(svar)
    plan.refresh_from_db()
    assert plan.status == "beslutad"
    assert plan.stegen.get().skal == "Registrerad i efterhand."
    utgava = Utgava.objects.get()
    assert (utgava.dag, utgava.paragraf) == (date(2019, 4, 24), "§ 61")
    assert "T.o.m. 2019-31-12" in utgava.innehall
    assert not Brev.objects.exists()


def test_one_that_has_been_followed_by_a_decided_plan_is_replaced_at_once(
    klient, plan, namnd
):
    beslutad_plan(till_namnden(bygge.ny_plan(namnd, 2027)))
    skicka(klient, SIDAN, dag="2019-04-24")
    plan.refresh_from_db()
    assert plan.status == "ersatt"


def test_a_day_that_has_not_been_is_refused_and_the_words_stay(klient, plan):
    svar = skicka(klient, SIDAN, dag="2091-04-24", paragraf="§ 61")
    assert "Dagen har inte varit än" in ord_pa(svar)
    assert trad(svar).xpath("//input[@name='paragraf']/@value") == ["§ 61"]
    plan.refresh_from_db()
    assert plan.status == "utkast"


def test_a_plan_that_lies_with_the_board_is_decided_in_the_ordinary_way(klient, plan):
    till_namnden(plan)
    svar = klient.post(SIDAN, {"dag": "2019-04-24"}, follow=True)
    assert "ligger hos nämnden" in besked(svar)
    assert not Utgava.objects.exists()
