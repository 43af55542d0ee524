"""A board with its coordinator at her computer, and one with a password."""

import pytest

from tests.brevserver import Brevserver
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


@pytest.fixture
def server(settings):
    with Brevserver() as servern:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", servern.port
        yield servern


@pytest.fixture
def hang(server, settings):
    """A function that lets the server fall silent («hej», «data») or speak (None).

    A busy machine may be slow with what works, so only a silence is given up soon.
    """

    def satt(vad):
        server.hanger = vad
        settings.EMAIL_TIMEOUT = settings.EMAIL_TALAMOD = 0.5 if vad else 30

    return satt


@pytest.fixture
def efter_dad(django_capture_on_commit_callbacks):
    """Commits a deed, as a request does."""
    return lambda: django_capture_on_commit_callbacks(execute=True)
