"""Write a plan as PDF to a file."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from aktiviteter.management.commands.exportera_plan import hitta_plan
from vbeplan.rapport.fel import PdfFel
from vbeplan.rapport.planens_pdf import planens_pdf


class Command(BaseCommand):
    help = "Skriv en plan som PDF (PDF/UA-1 och PDF/A-2a) till en fil."

    def add_arguments(self, parser):
        parser.add_argument(
            "--namnd", required=True, help="nämndens namn eller kortnamn"
        )
        parser.add_argument("--ar", required=True, type=int, help="planens år")
        parser.add_argument("--ut", required=True, type=Path, help="filen att skriva")

    def handle(self, namnd, ar, ut, **options):
        try:
            plan = hitta_plan(namnd, ar)
            pdf = planens_pdf(plan, med_utkast=True)
            ut.write_bytes(pdf)
        except PdfFel as fel:
            raise CommandError(str(fel)) from fel
        except OSError as fel:
            raise CommandError(
                f"Kan inte skriva {ut}. Kontrollera att mappen finns och att du får "
                "skriva i den."
            ) from fel
        self.stdout.write(f"{ut}: {len(pdf) // 1024} KiB")
