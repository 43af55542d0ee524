"""Makes the room of the local picture known to Django."""

from django.apps import AppConfig
from django.apps import apps as registret
from django.db.models.signals import post_migrate


class LagesbildConfig(AppConfig):
    name = "lagesbild"

    def ready(self):
        post_migrate.connect(_las, sender=self, dispatch_uid="frysningens-las")
        # They need the models.
        from blanketter.gallring.natten import varje_natt
        from blanketter.gallring.slag import lagg_till
        from lagesbild.enkatgallring import ENKATERNA
        from lagesbild.handlingar.stang_enkat import stang_i

        lagg_till(ENKATERNA)
        varje_natt(stang_i)


def _las(using, apps=registret, **_):  # flush tells of no apps
    """After every migrate, since SQLite drops triggers when it rebuilds a table."""
    try:
        apps.get_model("lagesbild", "Frysning")
    except LookupError:
        return  # migrated back to before the picture
    from lagesbild.frysningslas import installera  # needs the settings of a database

    installera(using)
