"""Sentences from reports, full of numbers, that point nobody out.

A writer who is warned for nothing stops reading the warnings. Names have their own
tests; everything else is looked at here.
"""

from pathlib import Path

import pytest

from tests.blanketter.avidentifiering.markning import markt_utom_namn

RENA = (Path(__file__).parent / "rena.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("mening", RENA)
def test_a_report_that_points_nobody_out_is_left(mening):
    assert markt_utom_namn(mening) == mening


def test_all_of_them_in_one_text_are_left_as_well():
    text = " ".join(RENA)
    assert markt_utom_namn(text) == text
