"""manage.py ladda_namn, and the guard with what it has loaded."""

import io
import json
import sys
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from blanketter import vakten
from blanketter.models import Namnlista
from vbeplan.organisation.models import Spar

pytestmark = pytest.mark.django_db
TEXT = "Igår tog xyrqel på sig den svarta tröjan."


@pytest.fixture(autouse=True)
def glomt():
    """No test sees the words that another has loaded."""
    vakten.glom()
    yield
    vakten.glom()


@pytest.fixture
def fil(tmp_path):
    """Return a way to put text or bytes on disk."""

    def skriv(innehall, namn="namn.txt"):
        fil = tmp_path / namn
        fil.write_bytes(innehall if isinstance(innehall, bytes) else innehall.encode())
        return fil

    return skriv


def kor(*args, **kwargs):
    ut = StringIO()
    call_command("ladda_namn", *map(str, args), stdout=ut, **kwargs)
    return ut.getvalue()


def vagrar(*args):
    with pytest.raises(CommandError) as fel:
        kor(*args)
    return str(fel.value)


def funna(text):
    return [text[f.start : f.end] for f in vakten.hitta(text)]


def test_a_name_that_was_loaded_is_found(fil):
    assert funna(TEXT) == []
    ut = kor(fil("Xyrqel\nAliqora\n"), "--slag", "fornamn")
    assert ut == (
        "Läste in namnlistan ”namn”: 2 ord (förnamn). Gäller inom en minut.\n"
    )
    assert funna(TEXT) == ["xyrqel"]


def test_who_loaded_what_is_noted(fil):
    kor(fil("Xyrqel"))
    spar = Spar.objects.get()
    assert (spar.handling, spar.objekt) == ("importerad", "namnlistan ”namn”")


def test_the_same_file_again_changes_nothing(fil):
    kor(fil("Xyrqel"))
    assert "Inget nytt" in kor(fil("Xyrqel\n"))
    assert (Namnlista.objects.count(), Spar.objects.count()) == (1, 1)


def test_a_new_file_of_the_same_name_takes_the_old_words_away(fil):
    kor(fil("Xyrqel"))
    kor(fil("Aliqora"))
    assert Namnlista.objects.get().orden == ["aliqora"]
    assert funna(TEXT) == []


@pytest.mark.parametrize("kodning", ["utf-8", "utf-8-sig", "cp1252", "latin-1"])
def test_the_letters_of_windows_and_of_a_mark_at_the_start_are_read(fil, kodning):
    kor(fil("Åxyräl\r\nÖlqué\r\n".encode(kodning)))
    assert Namnlista.objects.get().orden == ["åxyräl", "ölqué"]


def test_a_table_of_scb_is_read_with_its_heading_and_numbers(fil):
    tabell = "Efternamn med minst tio bärare;;\n;;\nRang;Efternamn;Antal bärare\n"
    kor(fil(tabell + "1;Xyrqelsson;1 234\n2;von Aliqor;99\n", "scb.csv"))
    lista = Namnlista.objects.get()
    assert (lista.namn, lista.slag) == ("scb", "efternamn")
    assert lista.orden == ["aliqor", "von", "xyrqelsson"]


def test_tabs_and_two_columns_of_names_are_read(fil):
    kor(fil("Förnamn\tEfternamn\nXyrqel\tAliqor\n", "två.tsv"))
    assert Namnlista.objects.get().slag == "namn"
    assert Namnlista.objects.get().orden == ["aliqor", "xyrqel"]


def test_no_persons_names_are_kept_together(fil):
    kor(fil("Xyrqel Zetterqvall\nAliqora Mimmi\n"))
    assert Namnlista.objects.get().orden == sorted(
        ["xyrqel", "zetterqvall", "aliqora", "mimmi"]
    )


def test_words_of_the_municipality_that_are_no_names_are_left_alone(fil):
    text = "Gabriella såg klotter, sa Gabriella."
    assert funna(text) == ["Gabriella", "Gabriella"]
    kor(fil("Gabriella"), "--slag", "undantag")
    assert funna(text) == []


def test_standard_in_is_read(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Xyrqel\n")))
    assert "”lokala”" in kor("-", "--namn", "lokala")


def test_a_list_is_removed_and_the_guard_forgets_it(fil):
    kor(fil("Xyrqel"), "--slag", "fornamn")
    assert kor("namn.txt", "--ta-bort") == "Tog bort namnlistan ”namn”.\n"
    assert funna(TEXT) == []
    assert Spar.objects.filter(handling="borttagen").count() == 1


def test_without_a_file_the_lists_are_shown(fil):
    assert "Inga namnlistor" in kor()
    kor(fil("Xyrqel"))
    assert kor().startswith("namn: 1 ord (för- och efternamn), inläst ")


@pytest.mark.parametrize(
    ("rad", "vad"),
    [
        ("Anna 19850312-9876", "siffra"),
        ("anna@skolan.example", "tecken som inte finns i namn"),
        ("A" * 60, "längre än 40 tecken"),
    ],
)
def test_a_line_that_is_no_name_is_told_by_its_number_and_nothing_is_loaded(
    fil, rad, vad
):
    fel = vagrar(fil(f"Xyrqel\n\n{rad}\nAliqora\n"))
    assert fel.startswith("Rad 3: ")
    assert vad in fel
    assert rad not in fel
    assert "Inget är inläst" in fel
    assert not Namnlista.objects.exists()


def test_the_good_lines_are_loaded_when_one_asks_for_it(fil):
    fel = StringIO()
    kor(fil("Xyrqel\n???\nAliqora\n"), "--hoppa-over", stderr=fel)
    assert fel.getvalue().startswith("Rad 2: ")
    assert Namnlista.objects.get().antal == 2


def test_only_the_first_of_many_faults_are_told(fil):
    fel = vagrar(fil("???\n" * 25))
    assert fel.count("Rad ") == 20
    assert "och 5 rader till" in fel


@pytest.mark.parametrize(
    ("innehall", "vad"),
    [
        (b"", "inga namn i filen"),
        (b"PK\x03\x04 an Excel file", "spara den som CSV"),
        (b"Anna\0Berit", "spara den som CSV"),
    ],
)
def test_a_file_without_names_says_what_to_do(fil, innehall, vad):
    assert vad in vagrar(fil(innehall))


def test_a_file_that_is_not_there_says_so(tmp_path):
    assert "går inte att läsa" in vagrar(tmp_path / "borta.txt")


def test_a_list_that_is_not_there_can_not_be_removed():
    assert "Det finns ingen namnlista som heter ”borta”" in vagrar("borta", "--ta-bort")


def test_lists_that_another_process_has_loaded_are_read_within_a_minute(
    monkeypatch, django_assert_num_queries
):
    nu = 1000.0
    monkeypatch.setattr(vakten.time, "monotonic", lambda: nu)
    assert funna(TEXT) == []
    Namnlista(namn="annan", slag="fornamn").las_in({"xyrqel"}, av=None)
    with django_assert_num_queries(0):
        assert funna(TEXT) == []
    nu += vakten.LIVSTID
    with django_assert_num_queries(3):
        assert funna(TEXT) == ["xyrqel"]
    nu += vakten.LIVSTID
    with django_assert_num_queries(2):
        assert funna(TEXT) == ["xyrqel"]


def test_json_lines_are_read_with_the_lists_when_one_asks_for_it(fil, monkeypatch):
    kor(fil("Xyrqel"), "--slag", "fornamn")
    rad = json.dumps({"id": 1, "text": TEXT}).encode()
    for flaggor, antal in (((), 0), (("--egna-namn",), 1)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(rad)))
        ut = StringIO()
        call_command("avidentifiera", *flaggor, stdout=ut)
        assert len(json.loads(ut.getvalue())["spans"]) == antal
