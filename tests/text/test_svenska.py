"""Swedish order and comparison: the functions, and both databases beside them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aktiviteter.models import Handlingsplan
from tests.bygge import ny_namnd, ny_plan, ny_roll
from vbeplan.organisation.models import Namnd, Roll
from vbeplan.text.svenska import normalisera, ordningsnyckel, tvatta

NAMN = [
    "1:a linjens chef",
    "2 lärare",
    "adjunkt",
    "Bo",
    "café",
    "cafe-vård",
    "Enhetschef",
    "enhetschef barn",
    "Enhetschef ungdom",
    "Idé",
    "Muxen",
    "Mxa",
    "Müller",
    "Mysing",
    "Vallin",
    "Wallin",
    "Zon",
    "Åby",
    "Åsen",
    "Äppel",
    "Ödegård",
    "Østfold",
]


@pytest.mark.parametrize(
    ("fore", "efter"),
    [
        ("zon", "Åby"),
        ("Åby", "Äppel"),
        ("Äppel", "Öst"),
        ("Öst", "Östra"),
        ("adam", "Bertil"),
        ("Bertil", "cesar"),
        ("Idé", "Idrott"),
        ("Ide", "Idrott"),
        ("Mxx", "Müller"),
        ("Müller", "Mz"),
        ("Ærlig", "Öst"),
        ("zon", "Ærlig"),
        ("Oz", "Pa"),
        ("Vz", "Wa"),
        ("A\u030aby", "Äppel"),
    ],
)
def test_a_name_sorts_where_a_swede_looks_for_it(fore, efter):
    assert ordningsnyckel(fore) < ordningsnyckel(efter)


def test_accents_that_are_no_letters_of_their_own_do_not_move_a_name():
    assert ordningsnyckel("Idé") == ordningsnyckel("ide")


@pytest.mark.django_db
def test_the_database_sorts_as_the_function_does():
    namnd = ny_namnd()
    for namn in NAMN:
        ny_roll(namnd, namn)

    ordnade = [roll.namn for roll in Roll.objects.i_ordning()]

    assert ordnade == sorted(NAMN, key=ordningsnyckel)


@pytest.mark.django_db
def test_boards_and_their_plans_are_in_swedish_order():
    for nr, namn in enumerate(["Ö", "Ä", "Å", "z", "A"]):
        ny_plan(ny_namnd(f"n{nr}", namn=namn), aktiviteter=0, kapitel=0)

    assert [n.namn for n in Namnd.objects.i_ordning()] == ["A", "z", "Å", "Ä", "Ö"]
    planer = Handlingsplan.objects.nyast_forst()
    assert [p.namnd.namn for p in planer] == ["A", "z", "Å", "Ä", "Ö"]


@pytest.mark.django_db
def test_a_board_is_found_however_its_name_is_written():
    namnd = ny_namnd("sjovik", namn="Sjöviks stadsdelsnämnd")
    ny_namnd("sjovik-2", namn="Sjoviks stadsdelsnamnd")

    for namn in ("SJÖVIKS STADSDELSNÄMND", " Sjöviks  stadsdelsna\u0308mnd", "sjovik"):
        assert Namnd.objects.med_namn(namn).get() == namnd


@pytest.mark.parametrize(
    ("skrivet", "blir"),
    [
        ("  Åsa   Öst ", "åsa öst"),
        ("ÅÄÖ", "åäö"),
        ("A\u030a", "å"),
        ("Straße", "strasse"),
        ("verksam\u00adhet", "verksamhet"),
        ("två\u00a0ord", "två ord"),
        ("a\u200bb", "ab"),
    ],
)
def test_spellings_of_one_name_are_equal(skrivet, blir):
    assert normalisera(skrivet) == blir


@pytest.mark.parametrize(
    ("ett", "annat"), [("å", "a"), ("ä", "a"), ("ö", "o"), ("é", "e")]
)
def test_letters_that_are_not_the_same_stay_apart(ett, annat):
    assert normalisera(ett) != normalisera(annat)


@pytest.mark.parametrize(
    ("ratt", "tvattat"),
    [
        ("a\r\nb\rc\n", "a\nb\nc\n"),
        ("a\x00b\x07c", "abc"),
        ("a\ud800b", "ab"),
        ("a\u202eb\u2066c", "abc"),
        ("\ufeffBOM", "BOM"),
        ("A\u030a", "Å"),
        ("tabb\tkvar", "tabb\tkvar"),
        ("verksam\u00adhet", "verksam\u00adhet"),
        ("👩‍🏫", "👩‍🏫"),
    ],
)
def test_what_no_page_can_carry_is_washed_away(ratt, tvattat):
    assert tvatta(ratt) == tvattat


@given(st.text(st.characters(codec=None), max_size=30))
@settings(max_examples=60)
def test_washing_twice_is_washing_once_and_leaves_text_that_can_be_stored(text):
    ren = tvatta(text)

    assert tvatta(ren) == ren
    assert ren.encode().decode() == ren
    assert normalisera(normalisera(text)) == normalisera(text)


@pytest.mark.django_db
def test_washed_text_comes_back_from_the_database_as_it_was():
    text = tvatta(
        "".join(map(chr, [*range(1, 0xD7FF, 97), *range(0xE000, 0x10FFFF, 997)]))
    )
    namnd = ny_namnd()
    roll = ny_roll(namnd)
    roll.innehav.create(namn=text[:100], fran="2027-01-01")

    assert Roll.objects.get().innehav.get().namn == text[:100]
