"""Send the letters that wait. Run often: what is not due is left alone."""

from django.core.management.base import BaseCommand

from vbeplan.organisation.post import skicka_vantande


class Command(BaseCommand):
    help = (
        "Skicka de brev som väntar. Körs en gång i kvarten; det gör inget om det körs "
        "oftare, eller två på en gång."
    )

    def handle(self, **options):
        utfall = skicka_vantande()
        self.stdout.write(
            f"{utfall.skickade} brev skickade, {utfall.misslyckade} gick inte fram."
        )
