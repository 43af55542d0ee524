"""The order of the rooms, where import-linter does not look.

./test runs import-linter itself; here: that its contract names every room, and that
no model points upwards with a foreign key given as a string.
"""

import tomllib
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).parents[2]
CONFIG = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]
ROOTS = CONFIG["root_packages"]
LAYERS = [
    [room.strip() for room in layer.split("|")]
    for layer in CONFIG["contracts"][0]["layers"]
]
STOREY = {room: number for number, layer in enumerate(LAYERS) for room in layer}
# Read by Django and gunicorn, imported by nobody.
OUTSIDE = {"vbeplan.settings", "vbeplan.server"}


def our_models():
    return [m for m in apps.get_models() if m.__module__.split(".")[0] in ROOTS]


def room_of(model):
    return model._meta.app_config.name


def test_every_room_has_its_place_in_the_import_contract():
    within = {
        f"vbeplan.{path.stem}"
        for path in (ROOT / "vbeplan").iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    beside = {
        path.parent.name
        for path in ROOT.glob("*/__init__.py")
        if path.parent.name not in ("vbeplan", "tests")
    }

    assert within - {"vbeplan.__init__"} - OUTSIDE | beside == set(STOREY)
    assert set(ROOTS) == beside | {"vbeplan"}


@pytest.mark.parametrize("model", our_models(), ids=lambda model: model.__name__)
def test_a_model_points_only_at_its_own_room_or_lower(model):
    upwards = [
        field.name
        for field in model._meta.get_fields()
        if field.is_relation and not field.auto_created and field.related_model
        if room_of(field.related_model) in STOREY
        if STOREY[room_of(field.related_model)] < STOREY[room_of(model)]
    ]

    assert upwards == []
