"""Write a plan in the exchange format on standard output."""

import json

from django.core.management.base import BaseCommand, CommandError

from aktiviteter.models import Handlingsplan
from aktiviteter.utbyte import plan_data
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
    help = "Skriv en hel plan som JSON på standard ut; importera_plan läser den igen."

    def add_arguments(self, parser):
        parser.add_argument(
            "--namnd", required=True, help="nämndens namn eller kortnamn"
        )
        parser.add_argument("--ar", required=True, type=int, help="planens år")

    def handle(self, namnd, ar, **options):
        data = plan_data(hitta_plan(namnd, ar))
        self.stdout.write(json.dumps(data, ensure_ascii=False, indent=1))
