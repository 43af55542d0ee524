"""A command that meets a text whose key is gone says so, and what to do."""

import secrets

import pytest

from tests import bygge, bygge_utgava
from tests.underprocess import manage
from vbeplan.nycklar.models import Hemlighet


@pytest.mark.langsam
@pytest.mark.django_db(transaction=True)
def test_a_command_without_the_key_says_in_one_line_which_is_missing():
    Hemlighet.den()
    bygge_utgava.snabbt_forseglad(bygge.ny_namnd(), 2024)

    process = manage("verifiera", NYCKLAR=f"annan:{secrets.token_urlsafe(32)}")
    ut, fel = process.communicate(timeout=60)

    assert process.returncode == 1, ut
    (rad,) = fel.splitlines()
    assert "saknas i NYCKLAR" in rad
