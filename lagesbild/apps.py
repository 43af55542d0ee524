"""Makes the room of the local picture known to Django."""

from django.apps import AppConfig


class LagesbildConfig(AppConfig):
    name = "lagesbild"
