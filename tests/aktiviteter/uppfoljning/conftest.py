"""A board with a role that answers for its plan's activities."""

import pytest

from tests import bygge


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def roll(namnd):
    return bygge.ny_roll(namnd, "Rektor", innehavare="Siv Ek")
