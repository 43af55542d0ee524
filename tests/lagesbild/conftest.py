"""What tests of the local picture share: the day that they are run on."""

import pytest
import time_machine


@pytest.fixture
def aret_ar_slut():
    """Let it be February 2027: the year that the pictures tell of is over."""
    with time_machine.travel("2027-02-10 09:00+01:00", tick=False) as klocka:
        yield klocka
