"""What is said of each case of figures: the golden file is the specification."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagesbild.barighet.grund import Antal, Enheter, Seriepar
from lagesbild.barighet.meningar import meningar
from tests.lagesbild.barighetsfall import (
    FA,
    GRUND,
    A,
    alla_som_text,
    enheter,
    fall,
    klotter,
)

GULD = Path(__file__).parent / "barighetsfall.txt"
TAL = re.compile(r"\d+(?:\N{NO-BREAK SPACE}\d{3})*(?:,\d+)?")


def i_text(grund):
    return " ".join(m.text for m in meningar(grund))


def test_every_case_is_said_as_in_the_golden_file():
    assert alla_som_text() == GULD.read_text("utf-8")


def test_a_board_understands_what_more_events_and_more_units_carry():
    text = i_text(GRUND)

    assert (
        "Fler händelser rapporterades 2026 än 2025 (14 mot 9), men också fler enheter "
        "rapporterade (31 mot 18). Per rapporterande enhet är skillnaden inte större "
        "än slumpen."
    ) in text


@pytest.mark.parametrize("namn", fall())
def test_every_number_in_a_sentence_is_one_of_its_figures(namn):
    for mening in meningar(fall()[namn]):
        kanda = {tal for _, varde in mening.tal for tal in TAL.findall(varde)}
        assert set(TAL.findall(mening.text)) <= kanda, mening


ANTALEN = st.one_of(
    st.integers(0, 3).map(lambda n: A(5 * n)),
    st.integers(5, 2000).map(A),
    st.sampled_from([FA, Antal("visas inte")]),
)
ENHETERNA = st.one_of(
    st.just(Enheter()),
    st.floats(0, 60).map(lambda snitt: enheter(snitt, fragade=60)),
    st.floats(0, 60).map(lambda snitt: enheter(snitt, fragade=60, del_ord="kvartal")),
)
GRUNDER = st.builds(
    replace,
    st.just(GRUND),
    handelser=ANTALEN,
    handelser_forr=ANTALEN | st.none(),
    enheter=ENHETERNA,
    enheter_forr=ENHETERNA,
    oberoende=st.lists(
        st.builds(
            Seriepar,
            st.sampled_from(["Klotter 2", "Polisen"]),
            st.sampled_from(["ärenden", "saneringar"]),
            ANTALEN | st.none(),
            ANTALEN | st.none(),
            ar_klotter=st.booleans(),
        ),
        max_size=2,
    ).map(tuple),
    miljoer=st.lists(
        st.tuples(
            st.sampled_from(["Vit makt-miljön", "IS", "Grupp 18"]), ANTALEN, ANTALEN
        ),
        max_size=4,
    ).map(tuple),
    pagar=st.booleans(),
)


@given(GRUNDER)
def test_whatever_the_figures_no_number_is_said_that_does_not_bear_the_sentence(grund):
    for mening in meningar(grund):
        kanda = {tal for _, varde in mening.tal for tal in TAL.findall(varde)}
        assert set(TAL.findall(mening.text)) <= kanda, mening
        assert mening.text.endswith(".")
        assert mening.text[0].isupper() or mening.text[0].isdigit()
        assert "None" not in mening.text
        assert "  " not in mening.text


@given(st.integers(5, 300), st.integers(5, 300))
def test_unchanged_is_said_only_when_the_whole_interval_is_near_one(nu, forr):
    text = i_text(replace(GRUND, oberoende=klotter(A(nu), A(forr))))

    if "är i stort sett oförändrad" in text:
        assert min(nu, forr) > 100
        assert 0.8 < nu / forr < 1.25


@pytest.mark.parametrize(("nu", "forr"), [(31, 30), (14, 9), (20, 20)])
def test_no_sure_difference_is_never_called_the_same(nu, forr):
    grund = replace(GRUND, handelser=A(nu), handelser_forr=A(forr), oberoende=())

    text = i_text(replace(grund, enheter_forr=GRUND.enheter))

    assert "Det betyder inte att nivån säkert är oförändrad" in text


@pytest.mark.parametrize(("nu", "forr"), [(5, 0), (0, 5)])
@pytest.mark.parametrize("snitt", [5, 18, 60])
def test_five_events_are_too_few_however_many_units_there_are(nu, forr, snitt):
    grund = replace(
        GRUND, handelser=A(nu), handelser_forr=A(forr), enheter=enheter(snitt)
    )

    text = i_text(grund)

    assert "större än slumpen:" not in text.split("Klotterstatistiken")[0]


def test_one_event_is_one_when_nothing_is_hidden():
    grund = replace(GRUND, handelser=A(1), forr="", handelser_forr=None, grans=1)

    assert "2026 rapporterades 1 händelse." in i_text(grund)


def test_thousands_are_parted_by_a_space_that_does_not_break():
    grund = replace(GRUND, handelser=A(1234), handelser_forr=A(1200))

    assert "(1\N{NO-BREAK SPACE}234 mot 1\N{NO-BREAK SPACE}200)" in i_text(grund)
