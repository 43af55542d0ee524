"""Makes the room of the anonymous form known to Django."""

from django.apps import AppConfig


class BlanketterConfig(AppConfig):
    name = "blanketter"

    def ready(self):
        # Lays the buckets before gunicorn's workers part: they share one memory.
        from blanketter import hink  # noqa: F401
        from blanketter.gallring.blanketterna import BLANKETTERNA  # needs the models
        from blanketter.gallring.breven import BREVEN
        from blanketter.gallring.slag import lagg_till

        lagg_till(BLANKETTERNA)
        lagg_till(BREVEN)
