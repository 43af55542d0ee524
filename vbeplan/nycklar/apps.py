"""Makes the room of the keys known to Django."""

from django.apps import AppConfig


class NycklarConfig(AppConfig):
    name = "vbeplan.nycklar"
    verbose_name = "Nycklar"
