"""The page of an enkät's result, its files, and the words that were written."""

import csv
import io
import json

import pytest
from django.urls import reverse
from python_calamine import CalamineWorkbook

from lagesbild.models import Enkat, Enkatsvar
from tests import bygge
from tests.blanketter import bordet
from tests.blanketter.blanketten import falten
from tests.bygge_enkat import (
    EN,
    TEXT,
    annat_resultat,
    bjud_in,
    nagra,
    stangd,
)
from vbeplan.organisation.models import Ratt, Spar

pytestmark = pytest.mark.django_db
BLANDAT = nagra("egen", lag=12, medel=9, hog=6)
ORDEN = "Ring Anna Lindqvist på skolan, hon vet."


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def klient(client, namnd):
    client.force_login(bordet.med_ratt(namnd, Ratt.BORTREDIGERA))
    return client


@pytest.fixture
def enkat(namnd):
    svar = [*BLANDAT, ("egen", {"behov": ORDEN}), ("egen", {"behov": "Mer tid."})]
    enkat = stangd(namnd, svar, fragor=[EN, TEXT])
    bjud_in(enkat, "egen", 34, 29)
    return enkat


def adress(namn, enkat, *mer):
    return reverse(namn, args=[enkat.pk, *mer])


def filen(klient, enkat, form):
    return klient.get(adress("enkat_resultat_fil", enkat, form))


def test_the_page_shows_shares_and_how_many_answered(klient, enkat):
    html = klient.get(adress("enkat_resultat", enkat)).text

    assert "29 av 34 svarade (85\u00a0%)." in html
    assert "12 (44\u00a0%)" in html
    assert ORDEN not in html


def test_an_open_enkat_shows_no_answers(klient, enkat):
    enkat.stanger = enkat.stanger.replace(year=2099)
    enkat.status = Enkat.Status.OPPEN
    enkat.save()

    html = klient.get(adress("enkat_resultat", enkat)).text

    assert "Resultatet visas när enkäten har stängt." in html
    assert "12 (44" not in html
    for namn in ("enkat_texter",):
        assert klient.get(adress(namn, enkat)).status_code == 404
    assert filen(klient, enkat, "csv").status_code == 404


def test_one_whose_last_day_has_passed_closes_when_it_is_looked_at(klient, enkat):
    Enkat.objects.update(status=Enkat.Status.OPPEN)

    assert "12 (44" in klient.get(adress("enkat_resultat", enkat)).text


def test_other_boards_stand_beside_and_are_never_added(klient, namnd):
    enkat = stangd(namnd, [("egen", {"kunskap_egen": "lag"})] * 12)
    annat_resultat(enkat.lagesbild, antal={"lag": 11, "medelhog": 15}, svarande=28)

    html = klient.get(adress("enkat_resultat", enkat)).text

    assert "Sjövik" in html
    assert "11 (39\u00a0%)" in html or "15 (54\u00a0%)" in html
    assert "23" not in html.split("Andra nämnders svar")[1]


def test_the_only_number_that_another_board_left_out_is_not_given_away(klient, namnd):
    enkat = stangd(namnd, [("egen", {"kunskap_egen": "lag"})] * 12)
    annat_resultat(enkat.lagesbild, antal={"lag": 11, "medelhog": 15}, svarande=28)

    andras = klient.get(adress("enkat_resultat", enkat)).text.split("Andra nämnders")[1]

    assert not ("11 (39" in andras and "15 (54" in andras)  # 28 − 11 − 15 = 2


# ---- Files ----


def test_the_csv_file_has_the_shown_numbers_alone(klient, namnd):
    svar = nagra("egen", lag=14, medel=11, hog=2)
    enkat = stangd(namnd, svar, fragor=[EN], namn="=1+1")
    svar = filen(klient, enkat, "csv")
    rader = list(csv.DictReader(io.StringIO(svar.text.lstrip("\ufeff")), delimiter=";"))

    assert svar["Content-Type"] == "text/csv; charset=utf-8"
    antal = {r["Svarskod"]: r["Antal"] for r in rader}
    assert antal["hog"] == ""
    assert list(antal.values()).count("") == 2
    assert {r["Svarande"] for r in rader} == {"27"}
    assert all(r["Enkät"] == "'=1+1" for r in rader)  # no formula


def test_the_workbook_has_the_same_rows(klient, enkat):
    fil = io.BytesIO(filen(klient, enkat, "xlsx").content)
    blad = CalamineWorkbook.from_filelike(fil).get_sheet_by_name("Resultat")
    rader = blad.to_python()

    assert rader[0][3] == "Frågekod"
    assert rader[1][3:7] == ["kunskap", EN["fraga"], "lag", "Låg"]
    assert rader[1][8:11] == [12, 27, 34]


def test_the_json_file_says_what_it_is(klient, enkat):
    data = json.loads(filen(klient, enkat, "json").text)

    assert data["format"] == "vbeplan-enkat/1"
    assert data["fragor"][0]["rader"][0]["alla"]["antal"] == 12
    assert ORDEN not in str(data)


def test_fetching_a_file_leaves_a_trace(klient, enkat):
    filen(klient, enkat, "csv")

    assert Spar.objects.filter(handling=Spar.Handling.EXPORTERAD).exists()


def test_a_result_that_may_not_be_shown_has_no_file(klient, namnd):
    enkat = stangd(namnd, nagra("egen", lag=4), fragor=[EN])

    for form in ("csv", "xlsx", "json"):
        assert filen(klient, enkat, form).status_code == 404
    assert filen(klient, enkat, "pdf").status_code == 404


# ---- Words ----


def nyckeln(klient, enkat, ord_=ORDEN):
    """Return the address where words are taken out of a text."""
    html = klient.get(adress("enkat_texter", enkat)).text
    del_ = html[html.index(ord_) :]
    bas = adress("enkat_texter", enkat)
    nyckel = del_[del_.index(bas) + len(bas) :].partition("/")[0]
    return adress("enkat_text", enkat, nyckel)


def test_words_are_read_with_what_may_point_at_somebody(klient, enkat):
    html = klient.get(adress("enkat_texter", enkat)).text

    assert "Mer tid." in html
    assert "Kan peka ut någon:</strong> ”Anna Lindqvist”" in html
    assert "Egna enheter" not in html  # no group beside the words
    assert str(Enkatsvar.objects.first().pk) not in html
    assert Spar.objects.filter(handling=Spar.Handling.LAST).exists()


def test_two_texts_of_one_answer_have_nothing_in_common(klient, namnd):
    tva = [TEXT, TEXT | {"kod": "annat", "fraga": "Annat?"}]
    svar = [("egen", {"behov": "första orden", "annat": "andra orden"})]
    enkat = stangd(namnd, [*svar, *BLANDAT], fragor=[EN, *tva])

    assert nyckeln(klient, enkat, "första orden") != nyckeln(klient, enkat, "andra ord")


def test_words_are_taken_out_for_good(klient, enkat):
    hit = nyckeln(klient, enkat)
    falt = falten(klient.get(hit))
    assert klient.post(hit, falt | {"ord": "Anna Lindqvist"}).status_code == 302

    texter = [r.texter for r in Enkatsvar.objects.exclude(texter=None)]
    assert not any("Lindqvist" in t for t in texter)
    assert any("på skolan" in t for t in texter)
    assert Spar.objects.filter(handling=Spar.Handling.BORTREDIGERAD).exists()


@pytest.mark.parametrize("mer", [(), (Ratt.MASKERA,)])
def test_without_the_right_to_redact_words_are_read_but_not_taken_out(
    client, klient, namnd, enkat, mer
):
    hit = nyckeln(klient, enkat)
    client.force_login(bordet.med_ratt(namnd, *mer))

    html = client.get(adress("enkat_texter", enkat)).text

    assert ORDEN in html
    assert hit not in html
    assert "Får ta bort text ur blanketter" in html
    assert client.get(hit).status_code == 403
    assert client.post(hit, {"hela": "on"}).status_code == 403


def test_a_whole_text_goes_and_the_rest_of_the_answer_stays(klient, enkat):
    hit = nyckeln(klient, enkat)
    klient.post(hit, falten(klient.get(hit)) | {"hela": "on"})

    assert ORDEN not in klient.get(adress("enkat_texter", enkat)).text
    assert Enkatsvar.objects.count() == 29
    assert klient.get(hit).status_code == 404


def test_nothing_is_taken_out_when_nothing_is_chosen(klient, enkat):
    hit = nyckeln(klient, enkat)
    falt = falten(klient.get(hit))

    assert "Välj minst en del" in klient.post(hit, falt).text
    assert "står inte i texten" in klient.post(hit, falt | {"ord": "Olle"}).text


def test_a_text_that_was_changed_meanwhile_is_shown_anew(klient, enkat):
    hit = nyckeln(klient, enkat)
    falt = falten(klient.get(hit))
    klient.post(hit, falt | {"ord": "Anna Lindqvist"})
    svar = klient.post(hit, falt | {"ord": "skolan"})

    assert "Svaret har ändrats" in svar.text


def test_a_key_that_is_not_there_is_not_found(klient, enkat):
    assert klient.get(adress("enkat_text", enkat, "f" * 32)).status_code == 404


@pytest.mark.parametrize("ratt", [Ratt.LASARE, Ratt.ANSVARIG, Ratt.CENTRAL])
def test_only_the_boards_coordinator_reads_results(client, namnd, enkat, ratt):
    client.force_login(bygge.ny_anvandare(ratt, None if ratt == "central" else namnd))

    for namn in ("enkat_resultat", "enkat_texter", "enkat_fragor"):
        assert client.get(adress(namn, enkat)).status_code == 404


def test_words_that_would_tell_who_wrote_them_are_said_to_be_held_back(klient, namnd):
    egen = TEXT | {"grupper": ["forsamling"]}
    deras = [("forsamling", {"behov": "Kanariens ord"})]
    enkat = stangd(
        namnd, [*BLANDAT, *deras], fragor=[EN, egen], grupper=["egen", "forsamling"]
    )

    html = klient.get(adress("enkat_texter", enkat)).text

    assert "Kanariens" not in html
    assert "Orden visas inte" in html
