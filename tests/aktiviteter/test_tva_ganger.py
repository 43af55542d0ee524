"""A new chapter or activity that is sent twice is made once."""

import uuid

import pytest

from aktiviteter.models import Andring
from tests.aktiviteter.sida import adress, besked, ifyllt
from tests.bygge import ny_namnd, ny_plan


@pytest.fixture(params=["kapitel", "aktivitet"])
def nytt(request, plan, kapitel, rader):
    """A page of something new, its name's field, and how many there are."""
    if request.param == "kapitel":
        sida = adress("avsnitt_nytt", "ekhamra", 2027)
        return sida, "rubrik", lambda: plan.avsnitt.count() - 3
    sida = adress("aktivitet_ny", kapitel[0].pk)
    return sida, "titel", lambda: plan.aktiviteter.count() - 2


def test_sent_twice_it_is_made_once_and_both_lead_to_it(klient, nytt):
    sida, falt, antal = nytt
    formular = ifyllt(klient.get(sida)) | {falt: "Nytt"}
    svar = [klient.post(sida, formular, follow=True) for _ in range(2)]
    assert antal() == 1
    assert svar[0].redirect_chain == svar[1].redirect_chain
    assert ["Sparat" in besked(s) for s in svar] == [True, True]


def test_a_sent_form_changed_by_way_of_the_back_button_is_one_more(klient, nytt):
    sida, falt, antal = nytt
    formular = ifyllt(klient.get(sida))
    klient.post(sida, formular | {falt: "Ett"})
    klient.post(sida, formular | {falt: "Ett annat"})
    assert antal() == 2


def test_two_forms_with_the_same_words_make_two(klient, nytt):
    sida, falt, antal = nytt
    for _ in range(2):
        klient.post(sida, ifyllt(klient.get(sida)) | {falt: "Nytt"})
    assert antal() == 2


def test_what_was_made_and_removed_again_can_be_made_anew(klient, plan, nytt):
    sida, falt, antal = nytt
    formular = ifyllt(klient.get(sida)) | {falt: "Nytt"}
    klient.post(sida, formular)
    if falt == "rubrik":
        bort = adress("avsnitt_ta_bort", plan.avsnitt.get(rubrik="Nytt").pk)
    else:
        bort = adress("aktivitet_ta_bort", plan.aktiviteter.get(titel="Nytt").pk)
    klient.post(bort)
    klient.post(sida, formular)
    assert antal() == 1


def test_a_form_without_a_key_is_made_all_the_same(klient, nytt):
    sida, falt, antal = nytt
    klient.post(sida, ifyllt(klient.get(sida)) | {falt: "Nytt", "nyckel": ""})
    assert antal() == 1


def test_another_plan_s_key_leads_nowhere(klient, namnd, nytt):
    sida, falt, antal = nytt
    annan_plan = ny_plan(ny_namnd("sjovik"), 2027)
    nyckel = uuid.uuid4()
    annan_plan.andringar.update(nyckel=None)
    annan_plan.andringar.filter(pk=annan_plan.andringar.first().pk).update(
        nyckel=nyckel
    )
    svar = klient.post(sida, ifyllt(klient.get(sida)) | {falt: "Ny", "nyckel": nyckel})
    assert b"sjovik" not in svar.content
    assert "sjovik" not in svar.headers.get("Location", "")
    assert antal() == 1


def test_the_key_stays_when_something_must_be_mended(klient, nytt):
    sida, falt, antal = nytt
    formular = ifyllt(klient.get(sida))
    svar = klient.post(sida, formular | {falt: ""})
    assert ifyllt(svar)["nyckel"] == formular["nyckel"]
    klient.post(sida, ifyllt(svar) | {falt: "Nytt"})
    assert str(Andring.objects.first().nyckel) == formular["nyckel"]
    assert antal() == 1
