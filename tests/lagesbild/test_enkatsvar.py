"""The answers to an enkät: a field for each question, of its kind."""

import pytest
from django.http import QueryDict
from django.template.loader import render_to_string

from lagesbild.enkatfragor.standard import STANDARD
from lagesbild.forms.enkatsvar import STORSTA_TEXT, EnkatsvarForm
from tests.bygge_enkat import EN, FLERA, SKALA, TAL, TEXT

ALLA = [EN, FLERA, SKALA, TAL, TEXT]


def form(post="", fragor=ALLA):
    return EnkatsvarForm(fragor, QueryDict(post))


def felet(post, kod, fragor=ALLA):
    return form(post, fragor).errors[f"svar_{kod}"][0]


def test_each_kind_gives_its_answer_and_words_stand_apart():
    f = form(
        "svar_kunskap=lag&svar_miljo=lag&svar_miljo=hog&svar_vikt=4&svar_antal=12"
        "&svar_behov=Mer+tid"
    )

    assert f.is_valid()
    assert f.svaren() == (
        {"kunskap": "lag", "miljo": ["lag", "hog"], "vikt": 4, "antal": 12},
        {"behov": "Mer tid"},
    )


def test_what_was_left_out_is_not_among_the_answers():
    f = form("svar_kunskap=hog&svar_antal=&svar_behov=++")

    assert f.is_valid()
    assert f.svaren() == ({"kunskap": "hog"}, {})


def test_a_question_that_must_be_answered_says_so():
    assert felet("", "kunskap") == "Välj ett av svaren."


@pytest.mark.parametrize("kod", ["kunskap", "miljo", "vikt"])
def test_a_code_that_is_not_among_the_choices_is_refused(kod):
    assert felet(f"svar_{kod}=hittepa", kod).startswith("Svaret finns inte bland dem")


def test_a_scale_takes_no_step_beside_it():
    assert "svar_vikt" in form("svar_vikt=6").errors
    assert form("svar_kunskap=lag&svar_vikt=1").is_valid()


@pytest.mark.parametrize("skrivet", ["12", " 12 ", "12,0", "12.0", "1 2"])
def test_a_number_is_read_as_people_write_it(skrivet):
    f = EnkatsvarForm([TAL], {"svar_antal": skrivet})

    assert f.is_valid()
    assert f.svaren()[0] == {"antal": 12}


def test_a_decimal_comma_is_a_number_where_there_may_be_decimals():
    f = EnkatsvarForm([TAL | {"decimaler": 1}], {"svar_antal": "2,5"})

    assert f.is_valid()
    assert f.svaren()[0] == {"antal": 2.5}


@pytest.mark.parametrize(
    ("skrivet", "fel"),
    [
        ("2,5", "Skriv ett helt tal, utan decimaler."),
        ("1.000", "Skriv ett helt tal, utan decimaler."),  # one, or a thousand?
        ("501", "Skriv ett tal från 0 till 500."),
        ("-1", "Skriv ett tal från 0 till 500."),
        ("1e99", "Skriv ett tal från 0 till 500."),
        ("många", "Skriv bara siffror, till exempel 12."),
        ("NaN", "Skriv bara siffror, till exempel 12."),
        ("Infinity", "Skriv bara siffror, till exempel 12."),
        ("9" * 5000, "Skriv bara siffror, till exempel 12."),
    ],
)
def test_what_is_no_such_number_is_told(skrivet, fel):
    f = EnkatsvarForm([TAL], {"svar_antal": skrivet})

    assert f.errors["svar_antal"][0] == fel
    assert skrivet in str(f["svar_antal"])  # nothing typed is lost


def test_too_long_a_text_is_told_and_stays():
    lang = "x" * (STORSTA_TEXT + 1)
    f = EnkatsvarForm([TEXT], {"svar_behov": lang})

    assert "Korta den" in f.errors["svar_behov"][0]
    assert lang in str(f["svar_behov"])
    assert "maxlength" not in str(f["svar_behov"])


def test_the_standard_questions_can_be_answered_and_drawn():
    f = EnkatsvarForm(STANDARD)
    html = render_to_string("lagesbild/enkatsvar_falt.html", {"form": f})

    assert html.count("<legend>") == sum(
        fr["slag"] in ("en", "flera", "skala") for fr in STANDARD
    )
    for fraga in STANDARD:
        assert fraga["fraga"] in html


def test_a_question_with_an_error_says_it_where_it_is():
    html = render_to_string(
        "lagesbild/enkatsvar_falt.html", {"form": form("svar_antal=x")}
    )

    assert 'id="id_svar_antal_error"' in html
    assert 'aria-describedby="id_svar_kunskap_error"' in html
