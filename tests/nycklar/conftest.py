"""A table of the tests' own with an encrypted text, in every test's database."""

import secrets
import uuid

import pytest
from django.apps import apps
from django.db import connection, models

from vbeplan.nycklar.falt import KrypteradText
from vbeplan.nycklar.ring import las_ring


def ny_nyckel(namn):
    """Return one part of NYCKLAR."""
    return f"{namn}:{secrets.token_urlsafe(32)}"


@pytest.fixture
def byt_ring(settings):
    """Return a function that gives the process another ring."""

    def byt(*nycklar):
        settings.NYCKLAR = las_ring(",".join(nycklar))

    return byt


@pytest.fixture(scope="session")
def Lapp():  # noqa: N802 — a class
    """A model with two encrypted texts; known to Django only while it is asked for."""

    class Lapp(models.Model):
        id = models.UUIDField(primary_key=True, default=uuid.uuid4)
        text = KrypteradText(null=True, blank=True)
        svar = KrypteradText(null=True)
        ord_ = models.CharField(max_length=50, default="")

        class Meta:
            app_label = "nycklar"

        def __str__(self):
            return "lapp"

    apps.all_models["nycklar"].pop("lapp")
    apps.clear_cache()
    return Lapp


@pytest.fixture
def lappar(db, Lapp, monkeypatch):  # noqa: N803
    """The model, with its table, found by the app registry."""
    monkeypatch.setitem(apps.all_models["nycklar"], "lapp", Lapp)
    apps.clear_cache()
    skapa_tabell(Lapp)
    yield Lapp
    monkeypatch.undo()
    apps.clear_cache()


def skapa_tabell(modell):
    with connection.cursor() as markor:
        if connection.vendor == "sqlite":
            typ = "char(32)"
        else:
            typ = "uuid"
        markor.execute(
            f"CREATE TABLE {modell._meta.db_table} (id {typ} PRIMARY KEY, text text, "
            "svar text, ord_ varchar(50) NOT NULL)"
        )


def lagrat(modell, kolumn="text"):
    """Return what lies in a column, as the database holds it."""
    with connection.cursor() as markor:
        markor.execute(f"SELECT {kolumn} FROM {modell._meta.db_table}")  # noqa: S608
        return [rad[0] for rad in markor.fetchall()]
