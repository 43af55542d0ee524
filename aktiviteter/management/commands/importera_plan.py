"""Bring a plan in from a Word or JSON file, on the command line."""

import json
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils.text import slugify

from aktiviteter.handlingar import importera_plan
from aktiviteter.models.handlingsplan import FORSTA_AR, SISTA_AR
from aktiviteter.planfil import las_planfil
from aktiviteter.utbyte import UtbyteFel, granska, plan_data
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
        if not FORSTA_AR <= ar <= SISTA_AR:
            raise CommandError(f"Skriv ett år från {FORSTA_AR} till {SISTA_AR}.")
        finns = Namnd.objects.med_namn(namnd).first()
        if not finns and not skapa_namnd and not prova:
            finns = hitta_namnd(namnd)
        try:
            data = las_planfil(fil.name, _las(fil), namnd=finns, ar=ar)
            plan = None if prova else self._spara(data, finns, namnd, ar)
        except (FilFel, UtbyteFel) as fel:
            raise CommandError(str(fel)) from fel
        if options["json"]:
            ut = plan_data(plan) if plan else data
            self.stdout.write(json.dumps(ut, ensure_ascii=False, indent=1))
        else:
            self._beratta(data, plan)

    @transaction.atomic
    def _spara(self, data, finns, namn, ar):
        return importera_plan(granska(data), namnd=finns or _ny_namnd(namn), ar=ar)

    def _beratta(self, data, plan):
        verb = f"Skapade {plan}" if plan else "Läste filen, sparade inget"
        rader = len(data["aktiviteter"])
        self.stdout.write(
            f"{verb}: {len(data['avsnitt'])} kapitel, {rader} "
            f"{'aktivitet' if rader == 1 else 'aktiviteter'}."
        )
        for a in data.get("anmarkningar", ()):
            self.stdout.write(f"- {a['plats']}: {a['text']}")


def _las(fil):
    try:
        return fil.read_bytes()
    except FileNotFoundError as fel:
        raise CommandError(f"Filen {fil} finns inte. Kontrollera sökvägen.") from fel
    except IsADirectoryError as fel:
        raise CommandError(f"{fil} är en mapp. Ange filen i den.") from fel
    except OSError as fel:
        raise CommandError(
            f"Filen {fil} går inte att läsa. Kontrollera dina rättigheter till den."
        ) from fel


def _ny_namnd(namn):
    namnd = Namnd(namn=" ".join(namn.split()), kort=_kort(namn))
    try:
        namnd.full_clean()
    except ValidationError as fel:
        ord_ = " ".join(fel.messages)
        raise CommandError(f"Nämnden går inte att lägga upp. {ord_}") from fel
    namnd.save()
    return namnd


def _kort(namn):
    """Return a free short name made of the board's name."""
    grund = slugify(namn)[:36].strip("-_").replace("_", "-") or "namnd"
    kort, nr = grund, 2
    while Namnd.objects.filter(kort=kort).exists():
        kort, nr = f"{grund}-{nr}", nr + 1
    return kort
