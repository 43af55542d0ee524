"""The bench measures everything, on a city of its own; how fast is no test's matter.

The whole command runs once, on tiny data; the parts that judge are tried by themselves.
"""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from aktiviteter.models import Aktivitet, Ansvar, Avsnitt, Handlingsplan
from aktiviteter.word import las_word
from tests.bygge import ny_anvandare
from vbeplan.organisation.models import Anvandare, Medlemskap, Namnd, Ratt
from vbeplan.start.management.commands.matning import krav
from vbeplan.start.matning import data, tabell
from vbeplan.start.matning.rojande import TABELLER, TROSKEL, slumptabell
from vbeplan.start.matning.rum import rum
from vbeplan.start.matning.sidor import Besokare, FelSvar, Sida
from vbeplan.start.matning.tabell import Rad
from vbeplan.start.matning.wordplan import som_docx

SIDOR = {
    "Planen",
    "Startsidan, central",
    "Planer, central",
    "Organisation, förvaltare",
    "Formulär: kapitel",
    "Formulär: aktivitet",
}


@pytest.fixture(scope="module")
def matt():
    """What the command says on tiny data, as JSON."""
    ut = StringIO()
    call_command("matning", "--snabb", "--json", stdout=ut, stderr=StringIO())
    return json.loads(ut.getvalue())


def rad(**andrat):
    falt = {"grupp": "Sidor", "namn": "Planen", "enhet": "ms", "varden": [4, 2, 9]}
    return Rad(**{**falt, **andrat})


def test_the_command_measures_every_subject_with_numbers(matt):
    rader = matt["matningar"]
    assert {r["grupp"] for r in rader} == {
        "Sidor",
        "På plats",
        "Granskning",
        "Inläsning",
        "PDF",
        "Word ut",
        "Ändringar",
        "Utgåvan",
        "Excel",
        "Inkorgen",
        "Lägesbilden",
        "Statistik",
        "Identitetsvakten",
        "Blanketten",
    }
    for r in rader:
        assert 0 <= r["min"] <= r["median"] <= r["max"], r["namn"]
        assert r["utfall"] in (tabell.OK, tabell.OVER, tabell.UTAN_BUDGET)


def test_every_page_has_a_ratio_to_the_empty_one_and_its_queries(matt):
    sidor = [r for r in matt["matningar"] if r["kvot"] and r["grupp"] == "Sidor"]
    assert sidor[0]["kvot"] == 1
    assert {s["namn"] for s in sidor} >= SIDOR
    assert all(r["fragor"] >= 2 for r in sidor)


def test_large_tables_are_protected_within_a_second_each(matt):
    rad = next(r for r in matt["matningar"] if "12 × 8" in r["namn"])
    assert rad["hogst"] == {"langst": 1000}
    assert len(rad["varden"]) == 2
    assert TABELLER >= 20


def test_the_large_tables_are_uneven_the_same_every_time_and_have_small_counts():
    forsta, andra = slumptabell(1), slumptabell(2)
    assert forsta == slumptabell(1) != andra
    assert len(forsta.tal) == 12 * 8 * 2
    for ett in (forsta, andra):
        assert sum(0 < tal < TROSKEL for tal in ett.tal.values()) > len(ett.tal) / 4
        assert any(tal > TROSKEL for tal in ett.tal.values())


def test_the_plan_asks_as_often_for_5_as_for_100_activities(matt):
    skillnad = next(r for r in matt["matningar"] if r["enhet"] == "frågor")
    assert skillnad["utfall"] == tabell.OK


def test_the_command_tells_what_it_measured_on(matt):
    assert matt["maskin"]["databas"] == "sqlite"
    assert matt["data"]["namnder"] == 3
    assert matt["data"]["aktiviteter"] == 3 * 2 * 4


def test_the_table_shows_every_row_with_its_number():
    rader = [
        rad(kvot=6.5, fragor=10, hogst={"kvot": 6, "fragor": 15}),
        rad(grupp="PDF", namn="PDF", enhet="s", varden=[1.25], minne_mib=81.4),
    ]
    text = tabell.som_markdown(rader)
    assert "### Sidor" in text
    assert "### PDF" in text
    for ord_ in ("2,00 ms", "4,00 ms", "9,00 ms", "6,50", "kvot ≤ 6", "ÖVER"):
        assert ord_ in text
    assert "1,25 s" in text
    assert "81 MiB" in text


@pytest.mark.parametrize(
    ("hogst", "utfall"),
    [
        ({}, tabell.UTAN_BUDGET),
        ({"kvot": 6}, tabell.OK),
        ({"kvot": 5.9}, tabell.OVER),
        ({"median": 4}, tabell.OK),
        ({"median": 3}, tabell.OVER),
        ({"langst": 9}, tabell.OK),
        ({"langst": 8}, tabell.OVER),
        ({"fragor": 15, "minne_mib": 99}, tabell.OVER),
    ],
)
def test_a_row_is_judged_by_every_limit_it_has(hogst, utfall):
    assert rad(kvot=6, fragor=15, minne_mib=100, hogst=hogst).utfall == utfall


def test_a_limit_on_what_was_not_measured_is_a_fault():
    with pytest.raises(ValueError, match="inte mätt"):
        _ = rad(hogst={"kvot": 6}).utfall


def test_strict_mode_fails_on_one_row_over_its_budget():
    krav([rad(), rad(hogst={"median": 4})])
    with pytest.raises(CommandError, match="1 mätningar är över budget"):
        krav([rad(), rad(hogst={"median": 3})])


@pytest.mark.parametrize("val", [["--ar=1"], ["--varv=-1"]])
def test_sizes_without_meaning_are_refused_before_anything_is_made(val):
    with pytest.raises(CommandError, match="minst"):
        call_command("matning", *val)


def test_the_room_is_thrown_away_and_knows_no_other_database(settings):
    with rum() as miljo:
        mapp = Path(miljo["VAR_DIR"])
        assert mapp.is_dir()
        assert miljo["DATABASE_URL"] == f"sqlite:///{mapp}/matning.sqlite3"
        assert mapp != settings.VAR_DIR
    assert not mapp.exists()


def test_the_word_plan_reads_back_as_the_demo_s_plan():
    plan = data.demoplan()
    last = las_word(som_docx(plan), ar=data.DEMOAR)
    assert [a["rubrik"] for a in last["avsnitt"]] == [
        a["rubrik"] for a in plan["avsnitt"]
    ]
    assert [a["titel"] for a in last["aktiviteter"]] == [
        a["titel"] for a in plan["aktiviteter"]
    ]


def test_the_demo_s_plan_moves_to_another_year():
    plan = data.demoplan(ar=2020)
    assert plan["ar"] == 2020
    assert "2027" not in json.dumps(plan)


@pytest.mark.django_db
class TestStorstad:
    """The big city, on a small scale."""

    @pytest.fixture
    def stad(self):
        return data.storstad(namnder=5, ar=2, aktiviteter=3, kort=True)

    def test_it_has_as_many_rows_as_it_says(self, stad):
        assert (stad.namnder, stad.planer, stad.aktiviteter) == (5, 10, 30)
        assert Namnd.objects.count() == 5
        assert Handlingsplan.objects.count() == 10
        assert Aktivitet.objects.count() == 30
        assert Avsnitt.objects.count() == stad.avsnitt
        assert Ansvar.objects.count() == stad.ansvar > 30

    def test_every_plan_has_all_its_activities(self, stad):
        for plan in Handlingsplan.objects.all():
            nummer = plan.aktiviteter.values_list("nummer", flat=True)
            assert sorted(nummer) == [1, 2, 3]

    def test_a_copied_board_has_nothing_of_the_one_it_was_copied_from(self, stad):
        kopia = Namnd.objects.get(kort="alhamra")
        aktiviteter = Aktivitet.objects.filter(plan__namnd=kopia)
        assert aktiviteter.exclude(avsnitt__plan__namnd=kopia).count() == 0
        assert aktiviteter.exclude(ansvar__roll__namnd=kopia).count() == 0
        avsnitt = Avsnitt.objects.filter(plan__namnd=kopia)
        assert avsnitt.exclude(overordnat=None).exclude(
            overordnat__plan__namnd=kopia
        ).count() == 0  # fmt: skip
        for text in avsnitt.values_list("text", flat=True):
            assert "Ekhamra stadsdelsnämnd" not in text

    def test_earlier_years_are_dated_and_shared_and_the_newest_is_a_draft(self, stad):
        nya = Handlingsplan.objects.filter(ar=stad.ar)
        gamla = Handlingsplan.objects.filter(ar=stad.ar - 1)
        assert nya.filter(delad=False, datum=None).count() == 5
        assert gamla.filter(delad=True).exclude(datum=None).count() == 5

    def test_every_board_has_its_coordinator_and_the_city_its_two(self, stad):
        ratter = Medlemskap.objects.values_list("ratt", flat=True)
        assert sorted(ratter) == [Ratt.CENTRAL, Ratt.FORVALTARE, *5 * [Ratt.SAMORDNARE]]
        assert not any(a.has_usable_password() for a in Anvandare.objects.all())


@pytest.mark.django_db(transaction=True)  # the visitor closes the database after her
def test_a_page_that_does_not_answer_stops_the_measuring():
    vem = ny_anvandare(Ratt.FORVALTARE)
    besok = Besokare()
    assert besok(Sida("Organisation", reverse("organisation"), vem.epost)) > 0
    with pytest.raises(FelSvar, match="404"):
        besok(Sida("Borta", "/planer/borta/2027/", vem.epost))
