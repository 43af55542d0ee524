"""An occasion's report: how many, deviations with reasons, each with its result."""

import io
import re
import zipfile
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from aktiviteter.uppfoljning.rapport import rapport_over_aren, tillfallets_rapport
from tests import bygge, bygge_uppfoljning
from vbeplan.organisation.models import Ratt

pytestmark = pytest.mark.django_db


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def plan(namnd):
    roll = bygge.ny_roll(namnd, "Rektor")
    mal = {"maltal": Decimal(120), "malenhet": "platser"}
    return bygge_uppfoljning.beslutad_plan(namnd, roll=roll, **mal)


@pytest.fixture
def ett(plan):
    rapporter = (
        {"nummer": 1, "utfall": Decimal(80), "nasta": date(2027, 6, 1)},
        {"nummer": 2, "status": "forsenad", "skal": "Sjuk personal"},
    )
    return bygge_uppfoljning.stangt_tillfalle(plan, rapporter=rapporter)


@pytest.fixture
def samordnare(namnd, client):
    anvandare = bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)
    client.force_login(anvandare)
    return anvandare


def celler(del_):
    return [["".join(x.text for x in c) for c in r] for r in del_.tabeller[0].rader]


def test_it_counts_tells_deviations_and_each_result(ett):
    sammanfattning, avvikelser, per_aktivitet = tillfallets_rapport(ett).delar
    assert sammanfattning.stycken[0] == (
        "Planen har 3 aktiviteter: 1 pågår, 1 försenad, 1 inte rapporterad."
    )
    assert celler(sammanfattning) == [
        ["Pågår", "1", "1"],
        ["Försenad", "1", "2"],
        ["Inte rapporterad", "1", "3"],
    ]
    ((titel, _, lage, skal),) = celler(avvikelser)
    assert titel.startswith("2.")
    assert (lage, skal) == ("Försenad", "Sjuk personal")
    forsta, _, tredje = celler(per_aktivitet)
    assert forsta[1:3] == ["Rektor", "Pågår"]
    assert forsta[3].split("\n") == [
        "Mål: 120 platser",
        "Två träffar är hållna.",
        "Utfall: 80 av 120 platser",
        "Nästa avstämning: 1 juni 2027",
    ]
    assert tredje[2] == "Inte rapporterad"


def test_no_deviation_is_said(plan):
    tillfalle = bygge_uppfoljning.nytt_tillfalle(plan)
    _, avvikelser, _ = tillfallets_rapport(tillfalle).delar
    assert avvikelser.stycken == ("Inga avvikelser är rapporterade.",)


def test_an_open_occasion_says_that_it_can_change(plan):
    sammanfattning, *_ = tillfallets_rapport(
        bygge_uppfoljning.nytt_tillfalle(plan)
    ).delar
    assert "Uppföljningen är öppen till den" in sammanfattning.stycken[-1]


def test_a_plan_without_activities_has_a_report(namnd):
    plan = bygge_uppfoljning.beslutad_plan(namnd, aktiviteter=0)
    sammanfattning, *_ = tillfallets_rapport(
        bygge_uppfoljning.stangt_tillfalle(plan)
    ).delar
    assert sammanfattning.stycken == ("Planen har inga aktiviteter.",)


def test_the_page_and_the_word_file_say_the_same(client, ett, samordnare):
    sidan = client.get(reverse("tillfalle_rapport", args=[ett.pk])).text
    svar = client.get(reverse("tillfalle_word", args=[ett.pk]))
    with zipfile.ZipFile(io.BytesIO(svar.content)) as fil:
        word = fil.read("word/document.xml").decode().replace("\u00ad", "")
    for ord_ in ("Sjuk personal", "1 pågår, 1 försenad", "Två träffar är hållna."):
        assert ord_ in sidan.replace("\u00ad", "")
        assert ord_ in word
    # the last column, with what has been done, is the widest
    sista = [rad.split("w:gridCol")[-1] for rad in word.split("</w:tblGrid>")[:-1]]
    assert all(int(re.search(r'w:w="(\d+)"', rad)[1]) > 3000 for rad in sista)
    assert "Tertialrapport%201%202027" in svar["Content-Disposition"]


def test_another_board_reads_nothing_of_it(client, ett):
    frammande = bygge.ny_namnd("sjovik")
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, frammande))
    for namn in ("tillfalle_rapport", "tillfalle_word", "tillfalle_pdf"):
        assert client.get(reverse(namn, args=[ett.pk])).status_code == 404


def test_the_years_stand_beside_each_other_by_number(namnd, plan, ett):
    aldre = bygge_uppfoljning.beslutad_plan(namnd, plan.ar - 1, aktiviteter=5)
    vb = bygge_uppfoljning.nytt_tillfalle(aldre, "vb")
    bygge_uppfoljning.ny_rapport(vb, 1, "ej_paborjad", resultat="")
    bygge_uppfoljning.ny_rapport(vb, 5, "genomford", resultat="Klart.")
    nu, tidigare = rapport_over_aren(plan).delar
    assert nu.tabeller[0].kolumner == ("Aktivitet", str(plan.ar - 1), str(plan.ar))
    assert celler(nu)[0][1:] == [
        "Ej påbörjad",
        "Pågår\n80 av 120 platser\nTvå träffar är hållna.",
    ]
    ((titel, *aren),) = celler(tidigare)
    assert titel.startswith("5.")
    assert aren == ["Genomförd\nKlart.", "–"]


def test_years_without_reports_are_told(client, plan, samordnare):
    adress = reverse("plan_uppfoljning_aren", args=[plan.namnd.kort, plan.ar])
    assert "Inget är rapporterat än" in client.get(adress).text


@pytest.mark.parametrize("namn", ["tillfalle", "tillfalle_rapport", "tillfalle_lankar"])
def test_it_costs_the_same_with_3_and_30_rows(client, namnd, samordnare, namn):
    def fragor(ar, aktiviteter):
        roll = bygge.ny_roll(namnd, f"Rektor {ar}")
        plan = bygge_uppfoljning.beslutad_plan(
            namnd, ar, roll=roll, aktiviteter=aktiviteter
        )
        ett = bygge_uppfoljning.nytt_tillfalle(plan)
        for nummer in range(1, aktiviteter - 1):
            bygge_uppfoljning.ny_rapport(ett, nummer)
        adress = reverse(namn, args=[ett.pk])
        client.get(adress)  # what a process reads once
        with CaptureQueriesContext(connection) as fangade:
            assert client.get(adress).status_code == 200
        return len(fangade)

    assert fragor(2027, 3) == fragor(2028, 30) <= 14
