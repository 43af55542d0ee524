"""Whole reports' worth of sentences: those that name nobody, and those that do.

The guard is to leave the former alone altogether, and to mark in the latter what is
‹marked›. They are written for these tests; nobody in them lives.
"""

from pathlib import Path

import pytest

from tests.blanketter.avidentifiering.markning import markt_allt

HAR = Path(__file__).parent
NAMNLOSA, NAMNGIVNA = (
    (HAR / fil).read_text("utf-8").splitlines()
    for fil in ("namnlosa.txt", "namngivna.txt")
)


@pytest.mark.parametrize("mening", NAMNLOSA)
def test_a_sentence_that_names_nobody_is_left_in_peace(mening):
    assert markt_allt(mening) == mening


@pytest.mark.parametrize("mening", NAMNGIVNA)
def test_whoever_is_named_is_found(mening):
    assert markt_allt(mening) == mening
