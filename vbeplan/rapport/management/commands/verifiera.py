"""Verify that no decided plan has been changed."""

from django.core.management.base import BaseCommand, CommandError

from vbeplan.organisation.models import Namnd
from vbeplan.rapport.verifiering import verifiera


class Command(BaseCommand):
    help = (
        "Kontrollera att ingen beslutad plan är ändrad: kedjan av utgåvor, filerna, "
        "planens rader och databasens lås. Ändrar ingenting. Slutar med 1 om något är "
        "fel."
    )

    def add_arguments(self, parser):
        parser.add_argument("--namnd", help="bara den här nämnden: namn eller kortnamn")

    def handle(self, namnd, **options):
        utfall = verifiera(_namnden(namnd) if namnd else None)
        for text in utfall.anmarkningar:
            self.stdout.write(f"Anmärkning. {text}")
        for text in utfall.fel:
            self.stdout.write(f"FEL. {text}")
        antal = "1 utgåva" if utfall.antal == 1 else f"{utfall.antal} utgåvor"
        if utfall.fel:
            raise CommandError(
                f"{len(utfall.fel)} fel i {antal}. Ändra ingenting mer i databasen, "
                "spara en kopia av den och jämför med en säkerhetskopia."
            )
        self.stdout.write(f"{antal} kontrollerade, inget är ändrat.")


def _namnden(namn):
    namnd = Namnd.objects.med_namn(namn).first()
    if namnd is None:
        raise CommandError(f"Det finns ingen nämnd som heter {namn}.")
    return namnd
