"""A board with its coordinator at her computer, and one with a password."""

import pytest

from tests.bygge import LOSENORD, ny_anvandare, ny_namnd
from vbeplan.organisation.models import Ratt


@pytest.fixture
def namnd():
    """The board that the coordinator works in."""
    return ny_namnd()


@pytest.fixture
def samordnare(client, namnd):
    """Its coordinator's browser."""
    client.force_login(ny_anvandare(Ratt.SAMORDNARE, namnd))
    return client


@pytest.fixture
def maria():
    """A coordinator with a password."""
    return ny_anvandare(
        Ratt.SAMORDNARE,
        ny_namnd(),
        epost="maria@ekhamra.example",
        namn="Maria Åström",
        losenord=LOSENORD,
    )
