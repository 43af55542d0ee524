"""Sharing a draft with the city is a deed of its own, and so is taking it back."""

from django.test import Client

from tests.aktiviteter.sida import besked, ord_pa, trad
from tests.bygge import ny_anvandare, ny_namnd, ny_plan
from vbeplan.organisation.models import Ratt, Spar

PLAN = "/planer/ekhamra/2027/"
DELA = "/planer/ekhamra/2027/dela/"


def central():
    klient = Client()
    klient.force_login(ny_anvandare(Ratt.CENTRAL))
    return klient


def tryck(klient):
    """Press the button that the plan's page has for it."""
    knapp = trad(klient.get(PLAN)).xpath("//form[@class='dela']//button")[0]
    return klient.post(DELA, {knapp.get("name"): knapp.get("value")}, follow=True)


def test_a_shared_plan_can_be_read_by_the_city(klient, plan, samordnare):
    assert central().get(PLAN).status_code == 404
    svar = tryck(klient)
    assert "Nu kan stadens centrala samordnare läsa planen" in besked(svar)
    assert "Aktivitet 1 i ekhamra" in ord_pa(central().get(PLAN))
    spar = Spar.objects.filter(handling="delad").get()
    assert (spar.av, spar.namnd) == (samordnare, plan.namnd)


def test_a_plan_that_is_no_longer_shared_is_not_found_by_the_city(klient, plan):
    tryck(klient)
    svar = tryck(klient)
    assert "kan inte längre läsa planen" in besked(svar)
    assert central().get(PLAN).status_code == 404
    assert Spar.objects.filter(handling="delning_slut").count() == 1


def test_the_city_sees_no_remarks_and_may_change_nothing(klient, plan):
    tryck(klient)
    svar = central().get(PLAN)
    assert "Läs om i ekhamra." not in ord_pa(svar)
    assert central().post(DELA, {"delad": "nej"}).status_code == 403
    assert central().get(f"{PLAN}redigera/").status_code == 403


def test_a_double_click_shares_and_does_not_take_it_back(klient, plan):
    klient.post(DELA, {"delad": "ja"})
    klient.post(DELA, {"delad": "ja"})
    plan.refresh_from_db()
    assert plan.delad
    assert Spar.objects.filter(handling="delad").count() == 1


def test_sharing_is_no_change_of_the_text(klient, plan):
    andrad = plan.andrad
    tryck(klient)
    plan.refresh_from_db()
    assert (plan.andrad, plan.version) == (andrad, 1)


def test_a_link_cannot_share_a_plan(klient, plan):
    assert klient.get(DELA).status_code == 405
    plan.refresh_from_db()
    assert not plan.delad


def test_a_reader_may_not_share_and_a_foreign_plan_is_not_found(client, namnd, plan):
    ny_plan(ny_namnd("sjovik"))
    client.force_login(ny_anvandare(Ratt.LASARE, namnd))
    assert client.post(DELA, {"delad": "ja"}).status_code == 403
    frammande = client.post("/planer/sjovik/2027/dela/", {"delad": "ja"})
    assert frammande.status_code == 404
    assert not Spar.objects.filter(handling="delad").exists()
