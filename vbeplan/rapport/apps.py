"""Makes the room of the document known to Django."""

from django.apps import AppConfig


class RapportConfig(AppConfig):
    name = "vbeplan.rapport"
    verbose_name = "Rapport"
