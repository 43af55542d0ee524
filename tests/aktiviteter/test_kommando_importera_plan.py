"""manage.py importera_plan."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from aktiviteter.models import Handlingsplan
from aktiviteter.utbyte import plan_data
from tests.aktiviteter.uppladdning import word_plan
from tests.bygge import ny_namnd, ny_plan, plandata
from vbeplan.organisation.models import Namnd, Roll, Spar


@pytest.fixture
def fil(tmp_path):
    """The Word plan on disk."""
    fil = tmp_path / "plan 2027.docx"
    fil.write_bytes(word_plan())
    return fil


def kor(fil, *flaggor, namnd="Ekhamra stadsdelsnämnd", ar=2027):
    ut = StringIO()
    call_command(
        "importera_plan", str(fil), *flaggor, "--namnd", namnd, "--ar", ar, stdout=ut
    )
    return ut.getvalue()


def vagrar(*args, **kwargs):
    with pytest.raises(CommandError) as fel:
        kor(*args, **kwargs)
    return str(fel.value)


def test_the_file_becomes_a_plan_and_every_remark_is_reported(fil, namnd):
    ut = kor(fil)
    plan = Handlingsplan.objects.get()
    assert (plan.namnd, plan.ar, plan.aktiviteter.count()) == (namnd, 2027, 2)
    rader = ut.splitlines()
    assert rader[0] == f"Skapade {plan}: 4 kapitel, 2 aktiviteter."
    assert rader[1].startswith("- Kapitel 3 Förebyggande arbete, rad")
    assert "2027-12-31" in rader[1]
    assert (Spar.objects.get().handling, Spar.objects.get().av) == ("importerad", None)


@pytest.mark.parametrize("namn", ["ekhamra", "EKHAMRA  stadsdelsnämnd"])
def test_a_board_is_found_by_either_name_in_any_case(fil, namnd, namn):
    kor(fil, namnd=namn)
    assert Handlingsplan.objects.get().namnd == namnd


def test_json_prints_the_plan_that_was_made(fil, namnd):
    data = json.loads(kor(fil, "--json"))
    assert data == plan_data(Handlingsplan.objects.get())


def test_prova_reports_and_saves_nothing(fil, db):
    ut = kor(fil, "--prova", namnd="Okända nämnden")
    assert ut.startswith("Läste filen, sparade inget: 4 kapitel, 2 aktiviteter.")
    data = json.loads(kor(fil, "--prova", "--json", namnd="Okända nämnden"))
    assert data["aktiviteter"][0]["titel"] == "Sommarjobb för unga"
    for modell in (Handlingsplan, Namnd, Roll, Spar):
        assert not modell.objects.exists()


def test_skapa_namnd_makes_the_board_that_is_missing(fil, db):
    kor(fil, "--skapa-namnd", namnd="Åkers och Ängs nämnd")
    namnd = Namnd.objects.get()
    assert (namnd.namn, namnd.kort) == ("Åkers och Ängs nämnd", "akers-och-angs-namnd")
    assert namnd.planer.count() == 1


def test_skapa_namnd_uses_the_board_that_exists_and_finds_a_free_short_name(fil, namnd):
    kor(fil, "--skapa-namnd", namnd="ekhamra")
    assert Namnd.objects.get() == namnd
    ny_namnd("ostra-namnden", namn="En annan")
    kor(fil, "--skapa-namnd", namnd="Östra nämnden")
    assert Namnd.objects.get(namn="Östra nämnden").kort == "ostra-namnden-2"


def test_a_json_file_is_read_too(tmp_path, namnd):
    fil = tmp_path / "plan.JSON"
    fil.write_text(json.dumps(plandata(namnd, 2028, aktiviteter=1)), "utf-8-sig")
    assert "3 kapitel, 1 aktivitet." in kor(fil, ar=2028)


def test_an_unknown_board_is_refused_with_those_that_exist(fil, namnd):
    ny_namnd("alvsjo", namn="Älvsjö stadsdelsnämnd")
    ny_namnd("angby", namn="Ångby stadsdelsnämnd")
    assert vagrar(fil, namnd="Ekhama") == (
        "Nämnden ”Ekhama” finns inte. De som finns: Ekhamra stadsdelsnämnd, "
        "Ångby stadsdelsnämnd, Älvsjö stadsdelsnämnd."
    )
    assert not Handlingsplan.objects.exists()


def test_an_unknown_board_among_none_is_refused(fil, db):
    assert "Det finns ingen nämnd än." in vagrar(fil)


def test_a_year_that_has_a_plan_is_refused_and_nothing_is_changed(fil, plan):
    fore = plan_data(plan)
    assert "har redan en plan för 2027" in vagrar(fil)
    assert plan_data(Handlingsplan.objects.get()) == fore


@pytest.mark.parametrize("ar", [1999, 2101, 10**30])
def test_a_year_out_of_reach_is_refused(fil, namnd, ar):
    assert vagrar(fil, ar=ar) == "Skriv ett år från 2010 till 2100."


def test_a_missing_file_a_folder_and_a_bad_file_are_refused(tmp_path, namnd):
    assert "finns inte. Kontrollera sökvägen" in vagrar(tmp_path / "saknas.docx")
    assert "är en mapp" in vagrar(tmp_path)
    dalig = tmp_path / "plan.docx"
    dalig.write_bytes(b"%PDF-1.7")
    assert "Det här är en PDF" in vagrar(dalig)
    dalig = tmp_path / "plan.json"
    dalig.write_text('{"ar": 2027, "avsnitt": 1}')
    assert vagrar(dalig) == "Planen: avsnitt ska vara en lista."
    assert not Handlingsplan.objects.exists()


def test_a_file_that_is_refused_makes_no_board(tmp_path, db):
    fil = tmp_path / "plan.json"
    fil.write_text('{"avsnitt": 1}')
    vagrar(fil, "--skapa-namnd", namnd="Ny nämnd")
    assert not Namnd.objects.exists()


@pytest.mark.parametrize("namn", ["", "n" * 121])
def test_a_name_that_no_board_can_have_is_refused(fil, db, namn):
    assert "Nämnden går inte att lägga upp." in vagrar(fil, "--skapa-namnd", namnd=namn)
    assert not Namnd.objects.exists()


def test_another_board_s_year_is_free(fil, namnd):
    ny_plan(ny_namnd("sjovik"), 2027)
    kor(fil)
    assert namnd.planer.count() == 1
