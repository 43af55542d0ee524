"""A remark is put away when it has been dealt with."""

from tests.aktiviteter.sida import adress, ord_pa
from tests.bygge import ny_anvandare, ny_namnd, ny_plan
from vbeplan.organisation.models import Ratt


def test_a_remark_that_is_dealt_with_goes_away(klient, plan):
    anmarkning = plan.anmarkningar.get()
    svar = klient.post(adress("anmarkning_klar", anmarkning.pk), follow=True)
    assert svar.redirect_chain == [("/planer/ekhamra/2027/#granskning", 302)]
    assert "Läs om i ekhamra." not in ord_pa(svar)
    assert plan.anmarkningar.count() == 0


def test_a_remark_points_at_its_place(klient, plan, kapitel):
    assert plan.anmarkningar.get().ankare() == f"avsnitt-{kapitel[0].pk}"


def test_a_remark_stays_when_its_chapter_goes(klient, plan, kapitel):
    kapitel[0].delete()
    assert plan.anmarkningar.get().ankare() == ""
    assert "Läs om i ekhamra." in ord_pa(klient.get("/planer/ekhamra/2027/"))


def test_a_link_cannot_put_a_remark_away(klient, plan):
    klar = adress("anmarkning_klar", plan.anmarkningar.get().pk)
    assert klient.get(klar).status_code == 405
    assert plan.anmarkningar.count() == 1


def test_a_reader_cannot_put_a_remark_away(client, namnd, plan):
    client.force_login(ny_anvandare(Ratt.LASARE, namnd))
    klar = adress("anmarkning_klar", plan.anmarkningar.get().pk)
    assert client.post(klar).status_code == 403
    assert plan.anmarkningar.count() == 1


def test_a_foreign_remark_is_not_found(klient, plan):
    frammande = ny_plan(ny_namnd("sjovik"))
    klar = adress("anmarkning_klar", frammande.anmarkningar.get().pk)
    assert klient.post(klar).status_code == 404
    assert frammande.anmarkningar.count() == 1
