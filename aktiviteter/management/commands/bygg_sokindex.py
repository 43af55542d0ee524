"""Build the search's index anew, and say what was not as it should be."""

from django.core.management.base import BaseCommand

from aktiviteter.sok.index import bygg

ORD = {
    # Also what has been written since the last search, which reads it by itself.
    "saknades": "texter var inte inlästa än",
    "andrat": "texter stod med andra ord än i planen",
    "for_mycket": "texter fanns kvar fast de är borttagna",
}


class Command(BaseCommand):
    help = (
        "Läs in alla planer på nytt för sökningen och skriv vad som skilde. Behövs "
        "efter en återställning eller när en ny version läser ord på ett annat sätt."
    )

    def handle(self, **options):
        skillnad = {vad: antal for vad, antal in bygg().items() if antal}
        for vad, antal in skillnad.items():
            self.stdout.write(f"{antal} {ORD[vad]}.")
        if not skillnad:
            self.stdout.write("Sökningen stämde med planerna.")
