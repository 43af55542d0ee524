"""What a fault leaves in the log: where and what, never whose row."""

import io
import logging
import sys

import pytest
from django.db import IntegrityError, transaction

from tests import bygge

pytestmark = pytest.mark.django_db
EPOST = "anna.andersson@granby.example"


def test_a_fault_of_the_database_is_logged_without_the_row_that_it_quotes(monkeypatch):
    bygge.ny_anvandare(epost=EPOST)
    alla = logging.getLogger("django").handlers  # pytest hangs in its own
    (stderr,) = [h for h in alla if type(h) is logging.StreamHandler]
    ut = io.StringIO()
    monkeypatch.setattr(stderr, "stream", ut)

    try:
        with transaction.atomic():
            bygge.ny_anvandare(epost=EPOST)
    except IntegrityError:
        fel = sys.exc_info()
    logging.getLogger("django.request").error("Internal Server Error", exc_info=fel)

    rader = ut.getvalue()
    assert "IntegrityError" in rader
    assert "test_felsida.py" in rader
    assert EPOST not in rader
