"""Tell the coordinators that there is something new. Once a day, in the morning."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from django.utils import timezone

from blanketter.handlingar.skicka_sammandrag import skicka_sammandrag


class Command(BaseCommand):
    help = (
        "Skicka dagens brev till de samordnare som har något nytt i inkorgen. Körs en "
        "gång om dagen, på samma tid. Körs det igen samma dag skickas bara det som "
        "inte gick fram."
    )

    def handle(self, **options):
        adress = settings.WEBBADRESS + reverse("inkorg")
        resultat = skicka_sammandrag(timezone.localdate(), adress)
        antal = len(resultat.skickade)
        self.stdout.write(f"{antal} brev skickade.")
        if resultat.misslyckade:
            vilka = ", ".join(person.epost for person in resultat.misslyckade)
            raise CommandError(
                f"Brevet gick inte fram till: {vilka}. Se efter att adresserna och "
                "EMAIL_URL stämmer, och kör kommandot igen."
            )
