"""A board's own questions in its enkät, until it opens."""

import pytest
from django.urls import reverse

from lagesbild.models import Enkat
from tests import bygge, bygge_lagesbild
from tests.blanketter.blanketten import falten
from tests.bygge_enkat import EN, ny_enkat, stangd
from vbeplan.organisation.models import Ratt, Spar

pytestmark = pytest.mark.django_db
FRAGAN = "Har klottret i trapphusen ökat?"
EGEN = EN | {"kod": "egen_trapphusen", "fraga": FRAGAN}


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def klient(client, namnd):
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, namnd))
    return client


@pytest.fixture
def enkat(namnd):
    return ny_enkat(namnd)


def egna(enkat):
    enkat.refresh_from_db()
    return enkat.egna_fragor


def skriv(klient, enkat, slag="text", **mer):
    hit = reverse("enkat_egen_ny", args=[enkat.pk, slag])
    return klient.post(hit, falten(klient.get(hit)) | {"fraga": FRAGAN} | mer)


def oppna(enkat):
    enkat.status, enkat.stanger = Enkat.Status.OPPEN, "2099-01-01"
    enkat.fragor = [EN]
    enkat.save()


def test_a_question_of_her_own_is_asked_after_the_citys(klient, enkat):
    assert skriv(klient, enkat).url == reverse("enkat_fragor", args=[enkat.pk])

    (fraga,) = egna(enkat)
    assert fraga["kod"].startswith("egen_")
    assert FRAGAN in klient.get(reverse("enkat_fragor", args=[enkat.pk])).text
    assert FRAGAN in klient.get(reverse("enkat_forhandsvisning", args=[enkat.pk])).text
    assert Spar.objects.filter(objekt__startswith="egna frågor").exists()


def test_it_can_change_freely_while_it_is_new(klient, namnd):
    enkat = ny_enkat(namnd, egna_fragor=[EGEN])
    hit = reverse("enkat_egen", args=[enkat.pk, EGEN["kod"]])
    klient.post(hit, falten(klient.get(hit)) | {"fraga": "Något helt annat nu?"})

    assert egna(enkat)[0]["fraga"] == "Något helt annat nu?"
    assert egna(enkat)[0]["kod"] == EGEN["kod"]


def test_it_can_be_taken_away(klient, namnd):
    enkat = ny_enkat(namnd, egna_fragor=[EGEN])
    klient.post(reverse("enkat_egen_bort", args=[enkat.pk, EGEN["kod"]]))

    assert egna(enkat) == []


def test_last_years_question_is_asked_again_with_the_same_code(klient, namnd, enkat):
    forra = bygge_lagesbild.ny_lagesbild(namnd, 2026)
    stangd(bild=forra, egna_fragor=[EGEN])
    sida = klient.get(reverse("enkat_fragor", args=[enkat.pk])).text
    assert "Egna frågor från andra år" in sida

    klient.post(reverse("enkat_egen_tillbaka", args=[enkat.pk, EGEN["kod"]]))

    assert egna(enkat) == [EGEN]


def test_the_same_words_as_last_year_are_the_same_question(klient, namnd, enkat):
    stangd(bild=bygge_lagesbild.ny_lagesbild(namnd, 2026), egna_fragor=[EGEN])
    skriv(klient, enkat)

    assert egna(enkat)[0]["kod"] == EGEN["kod"]


def test_another_boards_own_questions_are_not_known(klient, enkat):
    stangd(bygge.ny_namnd("sjovik"), egna_fragor=[EGEN])

    hit = reverse("enkat_egen_tillbaka", args=[enkat.pk, EGEN["kod"]])
    assert klient.post(hit).status_code == 404
    assert FRAGAN not in klient.get(reverse("enkat_fragor", args=[enkat.pk])).text


def test_nobody_asks_the_same_twice_nor_what_the_city_asks(klient, enkat):
    assert skriv(klient, enkat).status_code == 302

    for fraga in (FRAGAN, enkat.version.fragor[0]["fraga"]):
        assert "finns redan" in skriv(klient, enkat, fraga=fraga).text


def test_an_opened_enkat_takes_no_new_question_and_says_why(klient, enkat):
    hit = reverse("enkat_egen_ny", args=[enkat.pk, "text"])
    falt = falten(klient.get(hit))
    oppna(enkat)

    svar = klient.post(hit, falt | {"fraga": FRAGAN})

    assert "Enkäten har öppnat" in svar.text
    assert FRAGAN in svar.text  # nothing typed is lost
    assert egna(enkat) == []
    assert "Enkäten har öppnat" in klient.get(hit, follow=True).text


def test_an_opened_enkat_keeps_its_questions(klient, namnd):
    enkat = ny_enkat(namnd, egna_fragor=[EGEN])
    oppna(enkat)
    for namn in ("enkat_egen_bort", "enkat_egen_tillbaka"):
        svar = klient.post(reverse(namn, args=[enkat.pk, EGEN["kod"]]), follow=True)
        assert "Enkäten har öppnat" in svar.text

    assert egna(enkat) == [EGEN]


def test_the_page_of_an_opened_one_shows_what_was_frozen(klient, enkat):
    oppna(enkat)
    html = klient.get(reverse("enkat_fragor", args=[enkat.pk])).text

    assert EN["fraga"] in html
    assert "Lägg till en egen fråga" not in html


def test_who_saves_second_sees_both(klient, namnd):
    enkat = ny_enkat(namnd, egna_fragor=[EGEN])
    hit = reverse("enkat_egen", args=[enkat.pk, EGEN["kod"]])
    falt = falten(klient.get(hit))
    klient.post(hit, falt | {"hjalp": "Den första."})
    svar = klient.post(hit, falt | {"hjalp": "Den andra."})

    assert "Någon annan ändrade frågan" in svar.text
    assert egna(enkat)[0]["hjalp"] == "Den första."


@pytest.mark.parametrize("del_", ["fragor/finns-inte/", "fragor/ny/dans/"])
def test_what_is_not_there_is_not_found(klient, enkat, del_):
    hit = f"{reverse('enkat_fragor', args=[enkat.pk])}".removesuffix("fragor/") + del_

    assert klient.get(hit).status_code == 404


VEM = "Har ni sett Anna Lindqvist vid skolan?"


def test_a_question_about_a_person_is_asked_to_be_written_anew(klient, enkat):
    svar = skriv(klient, enkat, fraga=VEM)

    assert "”Anna Lindqvist” ser ut som ett namn" in svar.text
    assert VEM in svar.text
    assert egna(enkat) == []

    assert skriv(klient, enkat, fraga=VEM, pekar_inte_ut="on").status_code == 302


@pytest.mark.parametrize("ord_", ["19900101-2385", "070-174 06 12"])
def test_a_number_of_somebodys_can_not_be_asked_about(klient, enkat, ord_):
    svar = skriv(klient, enkat, fraga=f"Vem har {ord_}?", pekar_inte_ut="on")

    assert ord_ in svar.text
    assert egna(enkat) == []


def test_a_choice_is_read_as_the_question_is(klient, enkat):
    val = {"val-0-text": "Anna Lindqvist", "val-1-text": "Ingen"}
    svar = skriv(klient, enkat, slag="en", **val)

    assert "”Anna Lindqvist” ser ut som ett namn" in svar.text
    assert egna(enkat) == []


def test_nor_is_an_enkat_named_after_anybody(klient, enkat):
    hit = reverse("enkat_redigera", args=[enkat.pk])
    svar = klient.post(hit, falten(klient.get(hit)) | {"namn": "Om Anna Lindqvist"})

    enkat.refresh_from_db()
    assert "”Anna Lindqvist” ser ut som ett namn" in svar.text
    assert "Lindqvist" not in enkat.namn
