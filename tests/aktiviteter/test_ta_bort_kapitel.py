"""Removing a chapter takes its sections and activities with it, after a question."""

from aktiviteter.models import Aktivitet, Avsnitt
from tests.aktiviteter.sida import adress, besked, ord_pa
from tests.bygge import ny_anvandare, ny_namnd, ny_plan
from vbeplan.organisation.models import Ratt


def ta_bort(avsnitt):
    return adress("avsnitt_ta_bort", avsnitt.pk)


def test_the_question_names_the_sections_and_counts_the_rows(klient, plan, kapitel):
    Avsnitt.objects.create(plan=plan, rubrik="Tidig upptäckt", overordnat=kapitel[2])
    fraga = ord_pa(klient.get(ta_bort(kapitel[2])))
    assert "Ta bort Kapitel 3 i ekhamra?" in fraga
    assert "Delen Tidig upptäckt med sin text" in fraga
    assert "2 aktiviteter med ansvar, tidplan och uppföljning" in fraga
    assert plan.avsnitt.count() == 4


def test_a_single_row_is_counted_in_the_singular(klient, kapitel, rader):
    rader[0].delete()
    assert "1 aktivitet med ansvar" in ord_pa(klient.get(ta_bort(kapitel[2])))


def test_the_yes_removes_the_chapter_its_sections_and_their_rows(
    klient, plan, kapitel, rader
):
    del_ = Avsnitt.objects.create(plan=plan, rubrik="Del", overordnat=kapitel[2])
    Aktivitet.objects.filter(pk=rader[0].pk).update(avsnitt=del_)
    svar = klient.post(ta_bort(kapitel[2]), follow=True)
    assert svar.redirect_chain == [("/planer/ekhamra/2027/", 302)]
    assert "Borttaget: Kapitel 3 i ekhamra." in besked(svar)
    assert [a.pk for a in plan.avsnitt.i_lasordning()] == [k.pk for k in kapitel[:2]]
    assert plan.aktiviteter.count() == 0


def test_the_chapters_after_it_are_numbered_anew(klient, plan, kapitel):
    klient.post(ta_bort(kapitel[0]))
    numrerade = [(a.nummer, a.rubrik) for a in plan.avsnitt.i_lasordning()]
    assert numrerade[0] == ("1", "Kapitel 2 i ekhamra")


def test_a_reader_may_not_remove_and_a_foreign_chapter_is_not_found(
    client, namnd, plan, kapitel
):
    frammande = ny_plan(ny_namnd("sjovik")).avsnitt.first()
    client.force_login(ny_anvandare(Ratt.LASARE, namnd))
    assert client.post(ta_bort(kapitel[0])).status_code == 403
    assert client.post(ta_bort(frammande)).status_code == 404
    assert Avsnitt.objects.count() == 6
