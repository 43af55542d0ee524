"""Nothing but words and the closed set of marks comes through, by whatever door."""

import json
import re

import pytest
from hypothesis import example, given, settings

from aktiviteter.utbyte import granska
from tests.text.injektion import CORPUS, ORDET, SOPPA
from vbeplan.text.block import som_ord, stada
from vbeplan.text.skrivtext import fran_skrivtext, till_skrivtext

TAGG = re.compile(r"<[^>]*>")
VAR_TAGG = re.compile(
    r"</?(?:p|h3|ul|ol|li|strong|em|span)>|</a>|<span class=\"fotnot\">"
    r"|<a href=\"(?:https?|mailto|tel):[^\"<>\s]*\">"
)


def framlingar(text):
    """Return the tags of a text that are none of ours."""
    return [tagg for tagg in TAGG.findall(text) if not VAR_TAGG.fullmatch(tagg)]


@pytest.mark.parametrize("html", CORPUS)
def test_what_would_run_is_taken_away_and_the_words_stay(html):
    ren = stada(html)
    assert framlingar(ren) == []
    assert ORDET in som_ord(ren)
    assert stada(ren) == ren


@pytest.mark.parametrize("html", CORPUS)
def test_in_the_plain_notation_it_is_only_words(html):
    ren = fran_skrivtext(html)
    assert framlingar(ren) == []
    assert ORDET in som_ord(ren)


@pytest.mark.langsam
@given(SOPPA)
@example("<ul><ul><p>ord")
@example("e&#x301;")
@example("&#xffff;")
@example("<a href='java&#x1;script:x'>ord")
@settings(max_examples=300)
def test_any_soup_becomes_blocks_that_are_left_alone(html):
    ren = stada(html)
    assert framlingar(ren) == []
    assert stada(ren) == ren
    assert fran_skrivtext(till_skrivtext(ren)) == ren


def test_a_plan_from_outside_is_cleaned_too():
    for html in CORPUS:
        plan = {
            "format": "vbeplan-plan/1",
            "titel": "Plan",
            "avsnitt": [{"rubrik": "Kapitel", "niva": 1, "text": html}],
            "aktiviteter": [
                {"nummer": 1, "avsnitt_nr": 0, "titel": "A", "beskrivning": html}
            ],
        }
        last = granska(json.loads(json.dumps(plan)))
        for text in (
            last["avsnitt"][0]["text"],
            last["aktiviteter"][0]["beskrivning"],
        ):
            assert framlingar(text) == []
            assert ORDET in som_ord(text)
