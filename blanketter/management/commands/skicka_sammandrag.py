"""Tell the coordinators that there is something new. Once a day, in the morning."""

from django.conf import settings
from django.core.management.base import BaseCommand
from django.urls import reverse
from django.utils import timezone

from blanketter.handlingar.skicka_sammandrag import lagg_sammandrag
from vbeplan.organisation.post import skicka_vantande


class Command(BaseCommand):
    help = (
        "Skicka dagens brev till de samordnare som har något nytt i inkorgen. Körs en "
        "gång om dagen, på samma tid. Körs det igen samma dag skrivs inget nytt. Ett "
        "brev som inte går fram väntar, och kor_paminnelser försöker igen."
    )

    def handle(self, **options):
        adress = settings.WEBBADRESS + reverse("inkorg")
        try:
            antal = lagg_sammandrag(timezone.localdate(), adress)
            self.stdout.write(f"{antal} brev skrivna.")
        finally:
            utfall = skicka_vantande()
        if utfall.misslyckade:
            self.stdout.write(
                f"{utfall.misslyckade} brev gick inte fram. Sidan Brev som programmet "
                "skickar säger vilka och varför."
            )
