"""Makes the room of the roof known to Django."""

from django.apps import AppConfig


class StartConfig(AppConfig):
    name = "vbeplan.start"
    verbose_name = "Start"
