"""Two people in the same plan: the second to save loses nothing."""

import pytest
from django.test import Client

from aktiviteter.models import Aktivitet
from tests.aktiviteter.sida import adress, besked, fel_pa, ifyllt, ord_pa
from tests.bygge import ny_anvandare
from vbeplan.organisation.models import Ratt

SPARAT = "//section[@aria-labelledby='sparat-rubrik']"


@pytest.fixture
def annan(namnd):
    """Another coordinator of the board at her computer."""
    klient = Client()
    klient.force_login(ny_anvandare(Ratt.SAMORDNARE, namnd, namn="Nils Berg"))
    return klient


@pytest.fixture
def bada(klient, annan, kapitel, rader):
    """Both open a page; the other saves first, then we do. Returns our answer."""

    def skriv(sida, hans, vart):
        vi, han = ifyllt(klient.get(sida)), ifyllt(annan.get(sida))
        assert "Sparat" in besked(annan.post(sida, {**han, **hans}, follow=True))
        return klient.post(sida, {**vi, **vart}, follow=True)

    return skriv


@pytest.fixture(params=["plan", "kapitel", "aktivitet"])
def fall(request, plan, kapitel, rader):
    """A page, a field of it, and how to ask what is saved there."""
    sidor = {
        "plan": (adress("plan_redigera", "ekhamra", 2027), "titel", plan),
        "kapitel": (adress("avsnitt_redigera", kapitel[0].pk), "rubrik", kapitel[0]),
        "aktivitet": (adress("aktivitet_redigera", rader[0].pk), "titel", rader[0]),
    }
    sida, falt, rad = sidor[request.param]

    def sparat():
        rad.refresh_from_db()
        return getattr(rad, falt)

    return sida, falt, sparat


def test_the_second_saver_sees_both_and_nothing_is_overwritten(bada, fall):
    sida, falt, sparat = fall
    svar = bada(sida, {falt: "Hans ord"}, {falt: "Våra ord"})
    assert svar.status_code == 200
    assert "Nils Berg sparade medan du skrev." in fel_pa(svar)
    assert "Din text står kvar men är inte sparad." in fel_pa(svar)
    assert ifyllt(svar)[falt] == "Våra ord"
    assert "Hans ord" in ord_pa(svar, SPARAT)
    assert "Nils Berg" in ord_pa(svar, SPARAT)
    assert sparat() == "Hans ord"


def test_a_second_save_is_made_with_both_in_view(bada, fall, klient):
    sida, falt, sparat = fall
    svar = bada(sida, {falt: "Hans ord"}, {falt: "Våra ord"})
    svar = klient.post(sida, ifyllt(svar), follow=True)
    assert "Sparat" in besked(svar)
    assert sparat() == "Våra ord"


def test_a_third_save_in_between_is_seen_too(bada, fall, klient, annan):
    sida, falt, sparat = fall
    krock = bada(sida, {falt: "Hans ord"}, {falt: "Våra ord"})
    annan.post(sida, {**ifyllt(annan.get(sida)), falt: "Hans nya ord"})
    svar = klient.post(sida, ifyllt(krock), follow=True)
    assert "Hans nya ord" in ord_pa(svar, SPARAT)
    assert sparat() == "Hans nya ord"


def test_a_save_without_a_version_overwrites_nothing(bada, fall, klient):
    sida, falt, sparat = fall
    fore = sparat()
    svar = klient.post(sida, {**ifyllt(klient.get(sida)), falt: "Ord", "version": ""})
    assert fel_pa(svar)
    assert sparat() == fore


def test_the_same_person_is_told_that_it_was_herself(klient, fall):
    sida, falt, sparat = fall
    formular = ifyllt(klient.get(sida))
    klient.post(sida, {**formular, falt: "Första fliken"})
    svar = klient.post(sida, {**formular, falt: "Andra fliken"})
    assert "Du har redan sparat från en annan flik" in fel_pa(svar)
    assert sparat() == "Första fliken"


def test_a_chapter_s_text_is_shown_as_he_saved_it(bada, kapitel):
    sida = adress("avsnitt_redigera", kapitel[0].pk)
    svar = bada(sida, {"text": "Hans **viktiga** text"}, {"text": "Vår *nya* text"})
    assert ifyllt(svar)["text"] == "Vår *nya* text"
    assert "Hans viktiga text" in ord_pa(svar, SPARAT)
    assert b"<strong>viktiga</strong>" in svar.content
    kapitel[0].refresh_from_db()
    assert kapitel[0].text == "<p>Hans <strong>viktiga</strong> text</p>"


def test_roles_are_neither_overwritten_nor_lost(bada, klient, rader):
    sida = adress("aktivitet_redigera", rader[0].pk)
    svar = bada(
        sida, {"ansvar-2-roll": "Hans roll"}, {"ansvar-2-roll": "Vår roll", "mal": "x"}
    )
    assert ifyllt(svar)["ansvar-2-roll"] == "Vår roll"
    assert "Hans roll" in ord_pa(svar, SPARAT)

    def roller():
        ansvar = rader[0].ansvar.select_related("roll")
        return [a.roll.namn for a in ansvar][2:]

    assert roller() == ["Hans roll"]
    klient.post(sida, ifyllt(svar))
    assert roller() == ["Vår roll"]


def test_every_field_of_an_activity_is_shown_as_he_saved_it(bada, rader):
    hans = {
        "beskrivning": "Hans beskrivning",
        "tidplan_text": "Hösten 2027",
        "avstamning": "2027-09-09",
        "uppfoljning_text": "Hans uppföljning",
        "mal": "Hans mål",
        "maltal": "77",
        "malenhet": "hans enheter",
        "malgrupp": "Hans målgrupp",
        "insatsomrade": "Hans område",
    }
    sida = adress("aktivitet_redigera", rader[0].pk)
    visat = ord_pa(bada(sida, hans, {"titel": "Vår titel"}), SPARAT)
    assert [v for v in hans.values() if v not in visat] == []


def test_a_chapter_that_he_chose_is_shown_too(bada, kapitel, rader):
    sida = adress("aktivitet_redigera", rader[0].pk)
    svar = bada(sida, {"avsnitt": str(kapitel[0].pk)}, {"titel": "Vår titel"})
    assert "Kapitel 1 i ekhamra" in ord_pa(svar, SPARAT)
    sida = adress("avsnitt_redigera", kapitel[2].pk)
    svar = bada(sida, {"overordnat": str(kapitel[1].pk)}, {"rubrik": "Vår rubrik"})
    assert "Ligger under Kapitel 2 i ekhamra" in ord_pa(svar, SPARAT)


def test_different_chapters_do_not_hinder_each_other(klient, annan, kapitel):
    ett, tva = (adress("avsnitt_redigera", k.pk) for k in kapitel[:2])
    vi, han = ifyllt(klient.get(ett)), ifyllt(annan.get(tva))
    assert "Sparat" in besked(annan.post(tva, {**han, "rubrik": "B"}, follow=True))
    assert "Sparat" in besked(klient.post(ett, {**vi, "rubrik": "A"}, follow=True))


def test_moving_a_row_does_not_hinder_who_writes_in_it(klient, annan, rader):
    sida = adress("aktivitet_redigera", rader[0].pk)
    vart = ifyllt(klient.get(sida))
    annan.post(adress("aktivitet_flytta", rader[0].pk, "ner"))
    klient.post(sida, {**vart, "titel": "Vår titel"})
    rader[0].refresh_from_db()
    assert rader[0].titel == "Vår titel"
    ordning = Aktivitet.objects.order_by("ordning").values_list("nummer", flat=True)
    assert list(ordning) == [2, 1]
