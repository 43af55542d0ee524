"""Makes the room of the keys known to Django."""

from django.apps import AppConfig, apps
from django.core import checks
from django.db.models.signals import post_migrate


class NycklarConfig(AppConfig):
    name = "vbeplan.nycklar"
    verbose_name = "Nycklar"

    def ready(self):
        from vbeplan.nycklar import kontroller  # needs loaded settings

        checks.register(kontroller.nyckelfilens_plats)
        checks.register(kontroller.nycklarna_racker, checks.Tags.database)
        post_migrate.connect(utan_statistik, dispatch_uid="krypterat-utan-statistik")


def utan_statistik(sender, using, apps=apps, **kwargs):
    """Keep PostgreSQL's statistics from taking copies of sealed texts.

    They would stay in its catalogue when the text is long gone. `apps` are the models
    as they are migrated to.
    """
    from django.db import connections  # needs loaded settings

    from vbeplan.nycklar.falt import krypterade_falt

    anslutning = connections[using]
    if anslutning.vendor != "postgresql" or sender.label not in apps.app_configs:
        return
    with anslutning.schema_editor() as schema:
        for falt in krypterade_falt(apps.get_app_config(sender.label)):
            tabell = schema.quote_name(falt.model._meta.db_table)
            kolumn = schema.quote_name(falt.column)
            schema.execute(f"ALTER TABLE {tabell} ALTER {kolumn} SET STATISTICS 0")
