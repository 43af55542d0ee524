"""Remind people once a week of what waits for them, and send the letters that wait."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from vbeplan.organisation.post import (
    skicka_vantande,
    slang_gamla,
    ta_tillbaka_personliga,
)
from vbeplan.start.veckobrev import lagg_veckobrev


class Command(BaseCommand):
    help = (
        "Skicka de brev som väntar, och en gång i veckan ett brev till var och en om "
        "det som väntar på hennes skrivbord. Körs en gång i kvarten. Det gör inget om "
        "det körs oftare, två på en gång eller först efter ett stopp: inget brev går "
        "två gånger. Slutar med 1 när något brev inte gick fram den här gången."
    )

    def handle(self, **options):
        try:
            lagda = lagg_veckobrev(timezone.localtime())
            self.stdout.write(f"{lagda} veckobrev skrivna.")
        finally:  # a desk that can't be read holds nobody else's letters
            slang_gamla()
            ta_tillbaka_personliga()
            utfall = skicka_vantande()
            self.stdout.write(f"{utfall.skickade} väntande brev skickade.")
        if utfall.misslyckade:
            raise CommandError(
                f"{utfall.misslyckade} brev gick inte fram och prövas igen. Svarar "
                "e-postservern, och stämmer EMAIL_URL? Sidan Brev som programmet "
                "skickar säger vilka och varför."
            )
