"""Makes the room of the anonymous form known to Django."""

from django.apps import AppConfig


class BlanketterConfig(AppConfig):
    name = "blanketter"
