"""The words of a text: what depends on its neighbours, its plan, its day.

Kinds that a single passage shows are in the corpora; see test_granskning_precision.
"""

from datetime import date
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aktiviteter.granskning.text import LANGST, las
from aktiviteter.granskning.upprepning import inom_ett
from tests.aktiviteter.granskning.provplan import (
    anmarkt,
    avsnitt,
    hel_plan,
    plan,
    rad,
    slag_om,
    som_html,
)
from vbeplan.text.block import stada

VASSA = (
    "Under 2019 ska ", "se kapitel ", "aktivitet 99 ", "31 november ", "2027-31-12 ",
    "(", ")", "”", "”", "xx ", "[fyll i] ", "att att ", " ,", "..", "\n", "och", ":",
    "tabellen nedan ", "kapitel 9.9.9 ", "måndag den 30 februari 2027 ", "Fel! ", "🙂",
    "<p>", "<li>", "<em>", "<a href='http://x'>y</a>", "&amp;", "20270231", "2001:453",
    "planen gäller 2020–2019 ", "\u00ad", "\u00a0", ". Så", "١٢-٣ ",
)  # fmt: skip
TEXTER = st.lists(st.one_of(st.sampled_from(VASSA), st.text(max_size=8)), max_size=30)


@given(TEXTER, st.integers(2010, 2100), st.dates(date(2010, 1, 1), date(2100, 12, 31)))
def test_no_stored_text_makes_it_fail(bitar, ar, idag):
    text = stada("".join(bitar))
    orden = " ".join("".join(bitar).split())[:200]
    innehall = plan(
        avsnitt(1, "1", orden, text),
        avsnitt(2, "1.1", orden, text, [rad(1, titel=orden, beskrivning=text)]),
        ar=ar,
        dokument=((orden, orden),),
    )
    brister = anmarkt(innehall, idag)
    assert len({b.nyckel for b in brister}) == len(brister)
    assert all(b.text and b.rubrik and b.plats for b in brister)


@given(st.text(alphabet="abå", max_size=6), st.text(alphabet="abå", max_size=6))
def test_one_letter_apart_is_a_matter_of_both_words(a, b):
    assert inom_ett(a, b) == inom_ett(b, a)


@pytest.mark.parametrize(
    "ord_", ["ord ", "Mening på mening. ", "(", "att att ", "a," * 9]
)
def test_a_very_long_text_is_read_without_being_kept(ord_):
    text = stada(ord_ * (LANGST * 2 // len(ord_)))
    fore = las.__globals__["_minns"].cache_info().currsize
    start = process_time()
    las(text)
    assert process_time() - start < 5  # what grows with the square takes minutes
    assert las.__globals__["_minns"].cache_info().currsize == fore


def test_a_year_that_is_not_over_may_still_be_meant_and_is_told_when_it_is():
    innehall = hel_plan("<p>Enkäten ska skickas ut i december 2026.</p>")
    assert anmarkt(innehall, date(2026, 11, 22)) == []
    [b] = anmarkt(innehall, date(2027, 1, 10))
    assert b.slag == "gammalt_ar"
    assert "planen gäller 2027" in b.text


def test_see_above_needs_something_above():
    text = "<p>Se ovan om ansvaret.</p>"
    forst = plan(avsnitt(1, "1", "Inledning", text), avsnitt(2, "2", "X", "", [rad(1)]))
    assert [b.slag for b in anmarkt(forst)] == ["dod_hanvisning"]
    assert slag_om("Se ovan om ansvaret.") == []


def test_an_appendix_that_the_plan_has_can_be_pointed_at():
    text = "<p>Blanketten finns i bilaga 1.</p>"
    innehall = plan(
        avsnitt(1, "1", "Rutin", text, [rad(1)]), avsnitt(2, "2", "Bilaga 1 Blankett")
    )
    assert anmarkt(innehall) == []


def test_a_note_is_no_sentence_and_its_sources_keep_their_years():
    text = som_html("Kommunen har en rutin.‹under 2019 ska, se kapitel 14›")
    assert anmarkt(hel_plan(text)) == []


def test_a_broken_link_is_told_with_its_words_and_what_to_do():
    lank = '<p>Läs <a href="http://intranat/vbe">mer här</a>.</p>'
    [b] = anmarkt(hel_plan(lank))
    assert "”mer här”" in b.text
    assert "Skriv hela adressen" in b.text


def test_each_slip_of_a_sentence_is_a_remark_and_a_good_pair_of_words_none():
    assert slag_om("Det är är här, och och där där.").count("skrivfel") == 1
    assert slag_om("Vi vill att att alla ska ska hinna.").count("skrivfel") == 2


def test_the_fingerprint_follows_kind_place_and_words_only():
    def nycklar(text, extra=""):
        return {b.nyckel for b in anmarkt(hel_plan(f"<p>{text}</p>{extra}"))}

    lika = nycklar("Det är viktigt att att alla vet.")
    assert nycklar("Det är viktigt att att alla vet.", "\n<p>Mer text.</p>") == lika
    assert nycklar("Det är viktigt att att många vet.") != lika


def test_a_replaced_law_is_told_only_from_its_year():
    text = "<p>Arbetet styrs av socialtjänstlagen (2001:453).</p>"
    kapitel = avsnitt(1, "1", "Lag", text, [rad(1)])
    assert [b.slag for b in anmarkt(plan(kapitel, ar=2027))] == ["aldre_namn"]
    assert anmarkt(plan(kapitel, ar=2024)) == []
