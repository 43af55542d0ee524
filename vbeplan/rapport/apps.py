"""Makes the room of the document known to Django."""

from django.apps import AppConfig


class RapportConfig(AppConfig):
    name = "vbeplan.rapport"
    verbose_name = "Rapport"

    def ready(self):
        from vbeplan.radlas import registrera
        from vbeplan.rapport.utgavelas import lasen  # needs the models

        registrera(self, lasen)
