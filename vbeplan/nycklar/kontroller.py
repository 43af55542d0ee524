"""System checks: what `manage.py check` and `migrate` say of the keys."""

from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core import checks
from django.db import connections

from vbeplan.nycklar.falt import krypterade_falt
from vbeplan.nycklar.rotation import saknade_nycklar


def nyckelfilens_plats(app_configs, **kwargs):
    """Warn of a key file that is copied along with the database."""
    fil, mapp = settings.NYCKELFIL, Path(settings.VAR_DIR).resolve()
    if not fil or mapp not in Path(fil).resolve().parents:
        return []
    vad = f"NYCKELFIL ligger i {mapp}, där databasen och dess kopior finns."
    rad = (
        "Flytta den till en annan mapp, till exempel /etc/vbeplan/: den som kommer "
        "över både en kopia av databasen och nyckeln kan läsa allt."
    )
    return [checks.Warning(vad, hint=rad, id="nycklar.W001")]


def nycklarna_racker(app_configs, databases, **kwargs):
    """Name each key that texts in the database are sealed with and the ring lacks."""
    return [
        checks.Error(
            f"{antal} text(er) är krypterade med nyckeln ”{nyckel}”, som saknas i "
            "NYCKLAR (eller NYCKELFIL).",
            hint="Lägg tillbaka den sist i raden. Ingen text har gått förlorad.",
            id="nycklar.E001",
        )
        for databas in databases or ()
        for nyckel, antal in saknade_nycklar(_falt_i(databas)).items()
    ]


def _falt_i(databas):
    """Return the encrypted fields whose tables the database has already."""
    finns = set(connections[databas].introspection.table_names())
    return [f for f in krypterade_falt(apps) if f.model._meta.db_table in finns]
