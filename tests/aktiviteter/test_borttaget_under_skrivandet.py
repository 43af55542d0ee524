"""Somebody removes what one is writing in: the words stay and may be saved as new."""

import pytest

from aktiviteter.models import Aktivitet, Andring, Avsnitt
from tests.aktiviteter.sida import adress, besked, fel_pa, ifyllt, ord_pa, trad
from tests.bygge import ny_anvandare, ny_namnd, ny_plan
from vbeplan.organisation.models import Ratt

BOX = "//*[@class='felsammanfattning']"
TEXTER = "//textarea[@readonly]/text()"


@pytest.fixture
def skriv(klient, annan):
    """We open a page, he removes something, we send ours. Returns our answer."""

    def skriv(sida, borttaget, **vart):
        falt = ifyllt(klient.get(sida)) | vart
        annan.post(borttaget)
        return klient.post(sida, falt)

    return skriv


def test_a_removed_chapter_s_text_is_kept_and_saved_as_new(
    skriv, klient, plan, kapitel
):
    sida = adress("avsnitt_redigera", kapitel[0].pk)
    bort = adress("avsnitt_ta_bort", kapitel[0].pk)
    svar = skriv(sida, bort, rubrik="Vår rubrik", text="Vår **långa** text")
    assert svar.status_code == 200
    assert "Nils Berg tog bort kapitlet Kapitel 1 i ekhamra" in ord_pa(svar, BOX)
    assert ifyllt(svar)["text"] == "Vår **långa** text"
    assert plan.avsnitt.count() == 2

    svar = klient.post(sida, ifyllt(svar), follow=True)
    assert "Sparat: Vår rubrik" in besked(svar)
    nytt = plan.avsnitt.get(rubrik="Vår rubrik")
    assert nytt.text == "<p>Vår <strong>långa</strong> text</p>"
    assert plan.avsnitt.i_lasordning()[-1] == nytt


def test_a_removed_activity_is_kept_with_its_roles_and_saved_as_new(
    skriv, klient, plan, rader
):
    sida = adress("aktivitet_redigera", rader[0].pk)
    bort = adress("aktivitet_ta_bort", rader[0].pk)
    svar = skriv(sida, bort, titel="Vår titel", **{"ansvar-2-roll": "Vår roll"})
    assert "Nils Berg tog bort aktivitet 1. Aktivitet 1 i ekhamra" in ord_pa(svar, BOX)
    klient.post(sida, ifyllt(svar))
    ny = plan.aktiviteter.get(titel="Vår titel")
    assert ny.nummer == 3
    assert [a.roll.namn for a in ny.ansvar.all()][2:] == ["Vår roll"]


def test_an_activity_whose_chapter_went_with_it_gets_another(
    skriv, klient, plan, kapitel, rader
):
    sida = adress("aktivitet_redigera", rader[0].pk)
    svar = skriv(sida, adress("avsnitt_ta_bort", kapitel[2].pk), titel="Vår titel")
    assert "Nils Berg tog bort" in ord_pa(svar, BOX)
    assert "Kapitel" in fel_pa(svar)
    assert ifyllt(svar)["titel"] == "Vår titel"
    klient.post(sida, ifyllt(svar) | {"avsnitt": kapitel[0].pk})
    assert plan.aktiviteter.get().avsnitt == kapitel[0]


def test_pressed_twice_it_becomes_one(skriv, klient, plan, kapitel):
    sida = adress("avsnitt_redigera", kapitel[0].pk)
    svar = skriv(sida, adress("avsnitt_ta_bort", kapitel[0].pk), rubrik="Vår")
    falt = ifyllt(svar)
    assert [klient.post(sida, falt).status_code for _ in range(2)] == [302, 302]
    assert plan.avsnitt.filter(rubrik="Vår").count() == 1


def test_the_words_of_a_removed_plan_are_given_back(skriv, klient, plan, kapitel):
    sida = adress("avsnitt_redigera", kapitel[0].pk)
    bort = adress("plan_ta_bort", "ekhamra", 2027)
    svar = skriv(sida, bort, text="Min långa text\n\n<b>fet</b> rad")
    assert svar.status_code == 404
    assert "Det gick inte att spara" in ord_pa(svar)
    texter = [t.split() for t in trad(svar).xpath(TEXTER)]
    assert ["Min", "långa", "text", "<b>fet</b>", "rad"] in texter


def test_the_words_of_the_plan_s_own_page_are_given_back(skriv, klient, plan):
    sida = adress("plan_redigera", "ekhamra", 2027)
    bort = adress("plan_ta_bort", "ekhamra", 2027)
    svar = skriv(sida, bort, budgetmal="Ett mål i budgeten som vi skrev")
    assert "Ett mål i budgeten som vi skrev" in ord_pa(svar, "//textarea[@readonly]")


def test_words_from_another_page_than_ours_are_not_shown(klient, plan):
    svar = klient.post(
        adress("avsnitt_redigera", 987654), {"text": "Ring mig på det här numret nu"}
    )
    assert svar.status_code == 404
    assert "Ring mig" not in ord_pa(svar)


def test_a_removed_row_is_still_a_404_to_look_at(klient, annan, kapitel):
    annan.post(adress("avsnitt_ta_bort", kapitel[0].pk))
    assert klient.get(adress("avsnitt_redigera", kapitel[0].pk)).status_code == 404


@pytest.mark.parametrize("ratt", [Ratt.LASARE, Ratt.ANSVARIG, None])
def test_only_the_board_s_coordinator_may_save_it_anew(
    client, annan, namnd, plan, kapitel, rader, ratt
):
    annan.post(adress("aktivitet_ta_bort", rader[0].pk))
    annan.post(adress("avsnitt_ta_bort", kapitel[0].pk))
    client.force_login(ny_anvandare(ratt, ratt and namnd))
    for sida in (
        adress("avsnitt_redigera", kapitel[0].pk),
        adress("aktivitet_redigera", rader[0].pk),
    ):
        falt = {"rubrik": "Ny", "titel": "Ny", "som_nytt": "ja"}
        assert client.post(sida, falt).status_code == 404
    assert not Avsnitt.objects.filter(rubrik="Ny").exists()


def test_another_board_s_coordinator_cannot_write_into_the_plan(klient, annan, plan):
    frammande = ny_plan(ny_namnd("sjovik"), 2027, aktiviteter=1)
    rad = frammande.aktiviteter.get()
    deras = ny_anvandare(Ratt.SAMORDNARE, frammande.namnd)
    annan.force_login(deras)
    annan.post(adress("aktivitet_ta_bort", rad.pk))
    svar = klient.post(
        adress("aktivitet_redigera", rad.pk), {"titel": "Ny", "som_nytt": "ja"}
    )
    assert svar.status_code == 404
    assert b"sjovik" not in svar.content.lower()
    assert not Aktivitet.objects.filter(titel="Ny").exists()


def test_a_row_that_was_fetched_back_is_edited_as_before(skriv, klient, annan, kapitel):
    sida = adress("avsnitt_redigera", kapitel[0].pk)
    falt = ifyllt(klient.get(sida)) | {"rubrik": "Vår rubrik"}
    annan.post(adress("avsnitt_ta_bort", kapitel[0].pk))
    annan.post(adress("andring_angra", Andring.objects.first().pk))
    svar = klient.post(sida, falt)
    if svar.status_code == 200:  # it has had two versions since
        klient.post(sida, ifyllt(svar))
    assert Avsnitt.objects.get(pk=kapitel[0].pk).rubrik == "Vår rubrik"
