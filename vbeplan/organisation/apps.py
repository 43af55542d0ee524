"""Makes the room of the organisation known to Django."""

from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    name = "vbeplan.organisation"
    verbose_name = "Organisation"

    def ready(self):
        from vbeplan.organisation.sparlas import lasen
        from vbeplan.radlas import registrera

        registrera(self, lasen)
