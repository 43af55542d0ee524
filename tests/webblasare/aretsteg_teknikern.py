"""What who runs the machine does: nothing of it can be done on a page."""

import io

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from tests.webblasare.aretsteg import FORVALTARE, LOSENORD


def skapar_forsta_forvaltaren(monkeypatch):
    """As README says, and no more."""
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", LOSENORD)
    namn = {"epost": FORVALTARE, "namn": "Fia Förvaltare"}
    call_command("createsuperuser", interactive=False, verbosity=0, **namn)


def verifierar(antal):
    """The chain of editions is as it was sealed."""
    ut = io.StringIO()
    call_command("verifiera", stdout=ut)
    assert f"{antal} utgåvor kontrollerade, inget är ändrat" in ut.getvalue()


def kan_inte_skriva_om_planen(ar):
    """Not even with the database's own words; nothing is changed by the try."""
    sql = "UPDATE aktiviteter_handlingsplan SET titel = 'Omskriven' WHERE ar = %s"
    with pytest.raises(DatabaseError), transaction.atomic():
        connection.cursor().execute(sql, [ar])
    verifierar(2)
