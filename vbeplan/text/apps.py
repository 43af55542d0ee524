"""Makes the room of rich text known to Django."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created


class TextConfig(AppConfig):
    name = "vbeplan.text"
    verbose_name = "Text"

    def ready(self):
        from vbeplan.text.svenska import registrera_kollation  # needs loaded settings

        connection_created.connect(registrera_kollation, dispatch_uid="svensk-ordning")
