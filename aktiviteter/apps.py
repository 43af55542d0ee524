"""Makes the room of the plan known to Django."""

from django.apps import AppConfig


class AktiviteterConfig(AppConfig):
    name = "aktiviteter"
    verbose_name = "Handlingsplan"
