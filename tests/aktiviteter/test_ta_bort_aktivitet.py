"""Removing an activity, after a question."""

from aktiviteter.models import Aktivitet, Ansvar
from tests.aktiviteter.sida import adress, besked, ord_pa
from tests.bygge import ny_anvandare, ny_namnd, ny_plan
from vbeplan.organisation.models import Ratt, Roll


def ta_bort(aktivitet):
    return adress("aktivitet_ta_bort", aktivitet.pk)


def test_the_question_names_the_activity_and_removes_nothing(klient, rader):
    fraga = ord_pa(klient.get(ta_bort(rader[0])))
    assert "Ta bort aktivitet 1. Aktivitet 1 i ekhamra?" in fraga
    assert "med ansvar, tidplan och uppföljning" in fraga
    assert Aktivitet.objects.count() == 2


def test_the_yes_removes_the_row_and_leads_back_to_its_chapter(klient, kapitel, rader):
    svar = klient.post(ta_bort(rader[0]), follow=True)
    assert svar.redirect_chain[-1][0].endswith(f"#avsnitt-{kapitel[2].pk}")
    assert "Borttagen: 1. Aktivitet 1 i ekhamra." in besked(svar)
    assert Aktivitet.objects.get() == rader[1]
    assert Ansvar.objects.count() == 2
    assert Roll.objects.count() == 3


def test_the_others_keep_their_numbers(klient, plan, rader):
    klient.post(ta_bort(rader[0]))
    assert plan.aktiviteter.get().nummer == 2


def test_a_reader_may_not_remove_and_a_foreign_activity_is_not_found(
    client, namnd, plan, rader
):
    frammande = ny_plan(ny_namnd("sjovik")).aktiviteter.first()
    client.force_login(ny_anvandare(Ratt.LASARE, namnd))
    assert client.post(ta_bort(rader[0])).status_code == 403
    assert client.post(ta_bort(frammande)).status_code == 404
    assert plan.aktiviteter.count() == 2
