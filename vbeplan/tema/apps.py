"""Makes the room's template tags known to Django; it has no tables."""

from django.apps import AppConfig


class TemaConfig(AppConfig):
    name = "vbeplan.tema"
    verbose_name = "Tema"
