"""manage.py exportera_plan."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from aktiviteter.models import Handlingsplan
from aktiviteter.utbyte import plan_data
from tests.bygge import ny_plan


def kor(namnd="ekhamra", ar=2027):
    ut = StringIO()
    call_command("exportera_plan", "--namnd", namnd, "--ar", ar, stdout=ut)
    return ut.getvalue()


def test_the_whole_plan_is_written_as_json(plan):
    assert json.loads(kor()) == plan_data(plan)
    assert "Ekhamra stadsdelsnämnd" in kor("EKHAMRA STADSDELSNÄMND")


def test_what_is_written_is_read_back_to_the_same_plan(plan, tmp_path):
    fil = tmp_path / "plan.json"
    fil.write_text(kor(), encoding="utf-8")
    fore = plan_data(plan)
    plan.delete()
    call_command(
        "importera_plan",
        str(fil),
        "--namnd",
        "ekhamra",
        "--ar",
        2027,
        stdout=StringIO(),
    )
    assert plan_data(Handlingsplan.objects.get()) == fore


def test_a_year_without_a_plan_is_refused_with_the_years_there_are(plan, namnd):
    ny_plan(namnd, 2026)
    with pytest.raises(CommandError) as fel:
        kor(ar=2031)
    assert str(fel.value) == (
        "Ekhamra stadsdelsnämnd har ingen plan för 2031. Planer som finns: 2026, 2027."
    )


def test_a_board_without_plans_says_so(namnd):
    with pytest.raises(CommandError, match="Planer som finns: ingen"):
        kor()


def test_an_unknown_board_is_refused_with_those_that_exist(plan):
    with pytest.raises(CommandError, match="De som finns: Ekhamra stadsdelsnämnd"):
        kor("Sjövik")
