"""Makes the room of the local picture known to Django."""

from django.apps import AppConfig


class LagesbildConfig(AppConfig):
    name = "lagesbild"

    def ready(self):
        # They need the models.
        from blanketter.gallring.natten import varje_natt
        from blanketter.gallring.slag import lagg_till
        from lagesbild.enkatgallring import ENKATERNA
        from lagesbild.frysningslas import lasen
        from lagesbild.handlingar.stang_enkat import stang_i
        from vbeplan.radlas import registrera

        registrera(self, lasen)
        lagg_till(ENKATERNA)
        varje_natt(stang_i)
