"""Bring a plan in from a Word or JSON file, on the command line."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.text import slugify

from aktiviteter.handlingar import importera_plan
from aktiviteter.planfil import las_planfil
from aktiviteter.sammanstallning import plan_data
from aktiviteter.utbyte import UtbyteFel, granska
from vbeplan.filer.fel import FilFel
from vbeplan.organisation.kommandorad import hitta_namnd
from vbeplan.organisation.models import Namnd


class Command(BaseCommand):
    help = "Läs in en plan ur en Word-fil (.docx) eller en exporterad plan (.json)."

    def add_arguments(self, parser):
        parser.add_argument("fil", type=Path, help="planen som .docx eller .json")
        parser.add_argument(
            "--namnd", required=True, help="nämndens namn eller kortnamn"
        )
        parser.add_argument("--ar", required=True, type=int, help="planens år")
        parser.add_argument(
            "--skapa-namnd", action="store_true", help="lägg upp nämnden om den saknas"
        )
        parser.add_argument(
            "--prova", action="store_true", help="läs och rapportera, spara inget"
        )
        parser.add_argument(
            "--json", action="store_true", help="skriv planen som JSON på standard ut"
        )

    def handle(self, fil, namnd, ar, skapa_namnd, prova, **options):
        finns = Namnd.objects.med_namn(namnd).first()
        if not finns and not skapa_namnd and not prova:
            finns = hitta_namnd(namnd)
        try:
            data = las_planfil(fil.name, fil.read_bytes(), namnd=finns, ar=ar)
            plan = None if prova else self._spara(data, finns, namnd, ar)
        except OSError as fel:
            raise CommandError(
                f"Filen {fil} går inte att läsa: {fel.strerror}."
            ) from fel
        except (FilFel, UtbyteFel) as fel:
            raise CommandError(str(fel)) from fel
        if options["json"]:
            ut = plan_data(plan) if plan else data
            self.stdout.write(json.dumps(ut, ensure_ascii=False, indent=1))
        else:
            self._beratta(data, plan)

    def _spara(self, data, finns, namn, ar):
        namnd = finns or Namnd.objects.create(namn=namn, kort=_kort(namn))
        return importera_plan(granska(data), namnd=namnd, ar=ar)

    def _beratta(self, data, plan):
        verb = f"Skapade {plan}" if plan else "Läste filen, sparade inget"
        self.stdout.write(
            f"{verb}: {len(data['avsnitt'])} kapitel, "
            f"{len(data['aktiviteter'])} aktiviteter."
        )
        for a in data.get("anmarkningar", ()):
            self.stdout.write(f"- {a['plats']}: {a['text']}")


def _kort(namn):
    """Return a free short name made of the board's name."""
    grund = slugify(namn)[:36] or "namnd"
    kort, nr = grund, 2
    while Namnd.objects.filter(kort=kort).exists():
        kort, nr = f"{grund}-{nr}", nr + 1
    return kort
