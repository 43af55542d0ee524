"""Two versions of a text become one: what is taken, and where somebody must choose."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.text.test_block_och_skrivtext import HTML
from vbeplan.text.block import delar, stada
from vbeplan.text.sammanfoga import (
    ANNANS,
    BADA,
    KROCK,
    LIKA,
    MIN,
    Del,
    sammanfoga,
    satt_ihop,
)

# Few different blocks, so that they are often doubled, moved and almost alike.
BLOCK = st.sampled_from(
    [f"<p>{o}</p>" for o in ("ett två tre", "ett två fyra", "fem", "sex", "ett sju")]
    + ["<h3>ett två tre</h3>", "<ul><li>ett</li><li>två</li></ul>"]
)
TEXT = st.one_of(st.lists(BLOCK, max_size=7).map("\n".join), HTML.map(stada))
BAS = "<p>Inledning.</p>\n<p>Vi möts varje månad.</p>\n<p>Vi följer upp.</p>"


def ihop(bas, min_, annans, val=()):
    return satt_ihop(sammanfoga(bas, min_, annans), val)


def slag(bas, min_, annans):
    return [d.slag for d in sammanfoga(bas, min_, annans)]


@given(TEXT, TEXT)
def test_what_only_one_has_changed_is_taken(bas, text):
    assert ihop(bas, bas, text) == text
    assert ihop(bas, text, bas) == text
    assert KROCK not in slag(bas, bas, text) + slag(bas, text, bas)


@given(TEXT, TEXT)
def test_what_both_have_changed_alike_is_taken_once(bas, text):
    assert ihop(bas, text, text) == text
    assert set(slag(bas, text, text)) <= {LIKA}


@pytest.mark.langsam
@given(TEXT, TEXT, TEXT)
def test_both_sides_are_shown_whole_and_in_order(bas, min_, annans):
    for grund in (bas, None):
        parts = sammanfoga(grund, min_, annans)
        assert [b for d in parts for b in d.min] == delar(min_)
        assert [b for d in parts for b in d.annans] == delar(annans)
    assert [b for d in sammanfoga(bas, min_, annans) for b in d.bas] == delar(bas)


@given(TEXT, TEXT, TEXT)
def test_nothing_is_lost_unseen(bas, min_, annans):
    parts = sammanfoga(bas, min_, annans)
    merged = Counter(delar(satt_ihop(parts)))
    changed = [d for d in parts if d.slag != LIKA]
    shown = Counter(b for d in changed for side in d[1:] for b in side)
    for side in (min_, annans):
        assert not Counter(delar(side)) - merged - shown


@given(TEXT, TEXT, TEXT)
def test_it_does_not_matter_who_is_who(bas, min_, annans):
    swap = {MIN: ANNANS, ANNANS: MIN}
    mirrored = [
        Del(swap.get(d.slag, d.slag), d.bas, d.annans, d.min)
        for d in sammanfoga(bas, min_, annans)
    ]
    assert sammanfoga(bas, annans, min_) == mirrored


@given(TEXT, TEXT)
def test_without_a_base_every_difference_is_a_choice(min_, annans):
    parts = sammanfoga(None, min_, annans)
    assert {d.slag for d in parts} <= {LIKA, KROCK}
    clashes = sum(d.slag == KROCK for d in parts)
    assert satt_ihop(parts, [MIN] * clashes) == min_
    assert satt_ihop(parts, [ANNANS] * clashes) == annans


@pytest.mark.langsam
@given(TEXT, TEXT, TEXT)
def test_the_choices_reach_both_texts_where_they_clash(bas, min_, annans):
    for d in sammanfoga(bas, min_, annans):
        if d.slag == KROCK:
            assert (d.vald(MIN), d.vald(ANNANS)) == (d.min, d.annans)
            assert set(d.vald(BADA)) == {*d.min, *d.annans}


def test_edits_of_neighbouring_paragraphs_do_not_clash():
    min_ = BAS.replace("månad", "vecka")
    annans = BAS.replace("följer upp", "följer upp i nämnden")
    assert slag(BAS, min_, annans) == [LIKA, MIN, ANNANS]
    assert ihop(BAS, min_, annans) == min_.replace("följer upp", "följer upp i nämnden")


def test_an_edit_beside_an_addition_does_not_clash():
    min_ = BAS.replace("månad", "vecka")
    annans = BAS.replace("månad.</p>", "månad.</p>\n<p>Alla är med.</p>")
    assert ihop(BAS, min_, annans) == annans.replace("månad", "vecka")


def test_the_same_paragraph_edited_by_both_is_a_clash_and_ones_own_is_proposed():
    min_, annans = BAS.replace("månad", "vecka"), BAS.replace("månad", "dag")
    assert slag(BAS, min_, annans) == [LIKA, KROCK, LIKA]
    assert ihop(BAS, min_, annans) == min_
    assert ihop(BAS, min_, annans, [ANNANS]) == annans
    assert ihop(BAS, min_, annans, [BADA]) == BAS.replace(
        "<p>Vi möts varje månad.</p>",
        "<p>Vi möts varje vecka.</p>\n<p>Vi möts varje dag.</p>",
    )


def test_two_additions_at_one_place_are_both_proposed():
    min_, annans = f"{BAS}\n<p>Mitt tillägg</p>", f"{BAS}\n<p>Hans rad</p>"
    assert slag(BAS, min_, annans)[-1] == KROCK
    assert ihop(BAS, min_, annans) == f"{BAS}\n<p>Mitt tillägg</p>\n<p>Hans rad</p>"


@pytest.mark.parametrize("vem", [0, 1])
def test_what_one_removed_while_the_other_went_on_writing_stays(vem):
    skrev = BAS.replace("månad", "vecka")
    tog_bort = BAS.replace("<p>Vi möts varje månad.</p>\n", "")
    sidor = (skrev, tog_bort) if vem else (tog_bort, skrev)
    assert slag(BAS, *sidor) == [LIKA, KROCK, LIKA]
    assert ihop(BAS, *sidor) == skrev


def test_a_moved_paragraph_that_the_other_edited_is_not_lost():
    a, b, c = delar(BAS)
    annans = BAS.replace("månad", "vecka")
    assert delar(ihop(BAS, "\n".join([a, c, b]), annans)) == [
        a,
        c,
        b.replace("månad", "vecka"),
    ]
    assert b.replace("månad", "vecka") in ihop(BAS, "\n".join([b, a, c]), annans)


def test_an_unknown_choice_counts_as_none():
    min_, annans = BAS.replace("månad", "vecka"), BAS.replace("månad", "dag")
    assert ihop(BAS, min_, annans, ["<script>"]) == min_
