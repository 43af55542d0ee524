"""Write a plan in the exchange format on standard output, or as a Word file."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from aktiviteter.forseglat import planens_data
from aktiviteter.models import Handlingsplan
from aktiviteter.word_ut import plan_som_word
from vbeplan.organisation.kommandorad import hitta_namnd


def hitta_plan(namnd, ar):
    """Return the board's plan for the year; CommandError lists the years there are."""
    namnd = hitta_namnd(namnd)
    planer = Handlingsplan.objects.select_related("namnd").filter(namnd=namnd)
    if plan := planer.filter(ar=ar).first():
        return plan
    finns = ", ".join(str(p.ar) for p in planer.order_by("ar")) or "ingen"
    raise CommandError(f"{namnd} har ingen plan för {ar}. Planer som finns: {finns}.")


class Command(BaseCommand):
    help = (
        "Skriv en hel plan som JSON på standard ut, eller som Word-fil; importera_plan "
        "läser båda igen."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--namnd", required=True, help="nämndens namn eller kortnamn"
        )
        parser.add_argument("--ar", required=True, type=int, help="planens år")
        parser.add_argument(
            "--docx", type=Path, metavar="FIL", help="skriv en Word-fil hit i stället"
        )

    def handle(self, namnd, ar, docx, **options):
        plan = hitta_plan(namnd, ar)
        if docx:
            self._skriv_word(plan, docx)
            return
        self.stdout.write(json.dumps(planens_data(plan), ensure_ascii=False, indent=1))

    def _skriv_word(self, plan, fil):
        data = plan_som_word(plan, med_utkast=True)
        try:
            fil.write_bytes(data)
        except OSError as fel:
            raise CommandError(
                f"Kan inte skriva {fil}. Kontrollera att mappen finns och att du får "
                "skriva i den."
            ) from fel
        self.stdout.write(f"{fil}: {len(data) // 1024} KiB")
