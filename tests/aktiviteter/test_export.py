"""The whole plan as a JSON file, and back again in the browser."""

import json
from urllib.parse import unquote

import pytest

from aktiviteter.models import Handlingsplan, Inlasning
from aktiviteter.utbyte import plan_data
from tests.aktiviteter.sida import adress, fel_pa, ord_pa
from tests.aktiviteter.uppladdning import inlast, ladda_upp
from tests.bygge import ny_anvandare, ny_namnd, ny_plan, plandata
from vbeplan.organisation.models import Ratt

FIL = "/planer/ekhamra/2027/plan.json"


def test_the_file_holds_the_whole_plan(klient, plan):
    svar = klient.get(FIL)
    assert svar["Content-Type"] == "application/json; charset=utf-8"
    assert svar["Cache-Control"] == "private, no-store"
    assert svar.json() == plan_data(plan)
    data = svar.json()
    assert data["format"] == "vbeplan-plan/2"
    assert data["namnd"] == "Ekhamra stadsdelsnämnd"
    assert [a["titel"] for a in data["aktiviteter"]] == [
        "Aktivitet 1 i ekhamra",
        "Aktivitet 2 i ekhamra",
    ]


def test_letters_stand_as_letters_in_the_file(klient, plan):
    assert "stadsdelsnämnd".encode() in klient.get(FIL).content


def test_the_file_s_name_keeps_its_swedish_letters(klient, plan):
    namn = klient.get(FIL)["Content-Disposition"]
    assert namn.startswith("attachment; filename*=utf-8''")
    assert unquote(namn.split("''")[1]) == (
        "Handlingsplan i ekhamra 2027, Ekhamra stadsdelsnämnd.json"
    )


@pytest.mark.parametrize("titel", ['Plan: "A/B" <C>|D?*', "..\\..\\fil", "a\r\nX: y"])
def test_a_title_can_never_become_a_path_or_a_header(klient, plan, titel):
    Handlingsplan.objects.update(titel=titel)
    svar = klient.get(FIL)
    namn = unquote(svar["Content-Disposition"].split("''")[1])
    assert not set('\\/:*?"<>|\r\n') & set(namn)
    assert "X" not in svar.headers


def test_the_file_comes_back_as_the_same_plan(klient, plan):
    plan.avsnitt.filter(rubrik=plan.avsnitt.first().rubrik).update(intern=True)
    fil = klient.get(FIL).content
    inlasning = inlast(klient, fil, "plan.json", namnd=plan.namnd, ar=2028)
    klient.post(adress("plan_granska_import", inlasning.pk), {"ar": 2028})
    kopia = plan_data(Handlingsplan.objects.get(ar=2028))
    assert kopia == {**plan_data(plan), "ar": 2028}
    assert kopia["avsnitt"][0]["intern"], "a chapter for internal use stays internal"


def test_the_preview_of_a_json_file_shows_chapters_rows_and_remarks(klient, namnd):
    data = json.dumps(plandata(namnd, 2028, aktiviteter=1)).encode()
    svar = ladda_upp(klient, data, "plan.json", namnd=namnd)
    assert "plan.json gav 3 kapitel och 1 aktivitet till Ekhamra" in ord_pa(svar)
    assert "1. Aktivitet 1 i ekhamra" in ord_pa(svar)
    assert "Läs om i ekhamra." in ord_pa(svar)
    assert Inlasning.objects.get().ar == 2028


@pytest.mark.parametrize(
    ("data", "ord_"),
    [
        (b"[]", "Planen: ska vara ett objekt med nycklar."),
        (b"\xff\xfe{}", "går inte att läsa som JSON"),
        (b'{"ar": ' + b"1" * 5000 + b"}", "går inte att läsa som JSON"),
        (b'{"maltal": NaN}', "går inte att läsa som JSON"),
        (b"[" * 100_000, "för många led"),
        (b'{"ar": 1e999}', "tal i filen är för stort"),
        (b'{"x": ' + b"[" * 20_000 + b"]" * 20_000 + b"}", "för många led"),
        (b'{"ar": 1850}', "ar ska vara ett heltal från 2010 till 2100"),
    ],
    ids=["lista", "bytes", "jattetal", "nan", "djup", "oandlig", "led", "ar"],
)
def test_json_that_is_no_plan_is_told_and_changes_nothing(klient, namnd, data, ord_):
    svar = ladda_upp(klient, data, "plan.json", namnd=namnd)
    assert svar.status_code == 200
    assert ord_ in fel_pa(svar)
    assert not Inlasning.objects.exists()


def test_signs_that_no_database_keeps_are_taken_away(klient, namnd):
    data = plandata(namnd, 2028, aktiviteter=1)
    data["aktiviteter"][0] |= {
        "titel": "a\ud800\x00b\u202e",
        "tidplan": {"text": "L\x00öpande\ud800", "typ": "lopande", "fel": "\x00"},
    }
    data["okand\x00"] = {"\ud800": "\x00"}
    inlasning = inlast(klient, json.dumps(data).encode(), "plan.json", namnd=namnd)
    klient.post(adress("plan_granska_import", inlasning.pk), {"ar": 2028})
    aktivitet = Handlingsplan.objects.get().aktiviteter.get()
    assert (aktivitet.titel, aktivitet.tidplan.text) == ("ab", "Löpande")


def test_a_reader_may_export_and_a_foreign_plan_is_not_found(client, namnd, plan):
    ny_plan(ny_namnd("sjovik"))
    client.force_login(ny_anvandare(Ratt.LASARE, namnd))
    assert client.get(FIL).status_code == 200
    assert client.get("/planer/sjovik/2027/plan.json").status_code == 404
