"""Makes the room of the plan known to Django."""

from django.apps import AppConfig
from django.apps import apps as registret
from django.db.models.signals import post_migrate, pre_migrate


class AktiviteterConfig(AppConfig):
    name = "aktiviteter"
    verbose_name = "Handlingsplan"

    def ready(self):
        from aktiviteter.uppfoljningslas import lasen
        from vbeplan.radlas import registrera

        registrera(self, lasen)
        post_migrate.connect(_utlosare, sender=self, dispatch_uid="sokets-utlosare")
        pre_migrate.connect(_utan, sender=self, dispatch_uid="utan-sokets-utlosare")


def _utan(using, plan=(), **_):
    from aktiviteter.sok.utlosare import ta_bort  # needs the models

    if plan:
        ta_bort(using)


def _utlosare(using, apps=registret, **_):  # flush tells of no apps
    """After every migrate, since SQLite drops triggers when it rebuilds a table."""
    try:
        apps.get_model("aktiviteter", "Sokko")
    except LookupError:
        return  # migrated back to before the search
    from aktiviteter.sok.utlosare import installera  # needs the models

    installera(using)
