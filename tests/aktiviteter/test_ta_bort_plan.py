"""Removing a whole plan, after a question."""

from aktiviteter.models import Aktivitet, Anmarkning, Ansvar, Avsnitt, Handlingsplan
from tests.aktiviteter.sida import besked, ord_pa
from tests.bygge import ny_anvandare, ny_namnd, ny_plan
from vbeplan.organisation.models import Ratt, Roll, Spar

TA_BORT = "/planer/ekhamra/2027/ta-bort/"


def test_the_question_says_what_disappears_and_removes_nothing(klient, plan):
    svar = klient.get(TA_BORT)
    assert "Ta bort planen för 2027?" in ord_pa(svar)
    assert "3 kapitel och 2 aktiviteter" in ord_pa(svar)
    assert "Hämta som JSON" in ord_pa(svar)
    assert Handlingsplan.objects.count() == 1


def test_a_single_activity_is_counted_in_the_singular(klient, namnd):
    ny_plan(namnd, 2027, aktiviteter=1, kapitel=1)
    assert "1 kapitel och 1 aktivitet " in ord_pa(klient.get(TA_BORT))


def test_the_yes_removes_the_plan_with_all_that_is_in_it(klient, plan, samordnare):
    svar = klient.post(TA_BORT, follow=True)
    assert svar.redirect_chain == [("/planer/", 302)]
    assert "Planen för 2027 är borttagen" in besked(svar)
    for modell in (Handlingsplan, Avsnitt, Aktivitet, Ansvar, Anmarkning):
        assert modell.objects.count() == 0
    spar = Spar.objects.latest("pk")
    assert (spar.handling, spar.av) == ("borttagen", samordnare)
    assert spar.objekt == "Handlingsplan i ekhamra 2027, Ekhamra stadsdelsnämnd"


def test_roles_and_other_plans_stay(klient, plan, namnd):
    ny_plan(namnd, 2028)
    roller = Roll.objects.count()
    klient.post(TA_BORT)
    assert Roll.objects.count() == roller
    assert Handlingsplan.objects.get().aktiviteter.count() == 5


def test_a_reader_may_not_remove_a_plan(client, namnd, plan):
    client.force_login(ny_anvandare(Ratt.LASARE, namnd))
    assert client.post(TA_BORT).status_code == 403
    assert Handlingsplan.objects.count() == 1


def test_a_foreign_plan_is_not_found(klient, namnd):
    ny_plan(ny_namnd("sjovik"))
    assert klient.post("/planer/sjovik/2027/ta-bort/").status_code == 404
    assert Handlingsplan.objects.count() == 1
