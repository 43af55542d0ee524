"""Fill an empty installation with Granby stad, a city that doesn't exist."""

import json
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from aktiviteter.handlingar import importera_plan
from aktiviteter.utbyte import granska
from vbeplan.organisation.models import Anvandare, Delomrade, Kommun, Namnd, Roll
from vbeplan.start.demo_aret import ladda_aret
from vbeplan.start.demo_blanketter import ladda_blanketter
from vbeplan.start.demo_gallring import ladda_gallring
from vbeplan.start.demo_konton import LOSENORD
from vbeplan.start.demo_lagesbild import ladda_lagesbild
from vbeplan.start.demo_rutin import ladda_enheter, ladda_rutin

DEMO = Path(__file__).resolve().parents[2] / "demo"


class Command(BaseCommand):
    help = "Ladda demonstrationsdata: Granby stad med tre nämnder. Kräver DEMO=1."

    def handle(self, **options):
        if not settings.DEMO:
            raise CommandError(
                "Demodata laddas bara med DEMO=1, för kontona har öppna lösenord."
            )
        if Namnd.objects.exists():
            self.stdout.write("Det finns redan nämnder. Inget laddades.")
            return
        ladda()
        self.stdout.write("Granby stad är laddad, med tre nämnder och sex planer.")


@transaction.atomic
def ladda():
    """Write boards, roles, users and plans out of the files in vbeplan/start/demo."""
    data = json.loads((DEMO / "organisation.json").read_text("utf-8"))
    Kommun.objects.create(**data["kommun"])
    namnder = {n["kort"]: _namnd(n) for n in data["namnder"]}
    for fil in sorted((DEMO / "planer").glob("*.json")):
        plan = granska(json.loads(fil.read_text("utf-8")))
        ny = importera_plan(
            plan, namnd=namnder[fil.stem.rsplit("-", 1)[0]], ar=plan["ar"]
        )
        if ny.datum:
            ny.dela(True, av=None)  # what the board has dated, the city may read
    for person in data["anvandare"]:
        _anvandare(person, namnder)
    ladda_blanketter(namnder)
    ladda_rutin(namnder)
    ladda_enheter(namnder)
    ladda_gallring(namnder)
    ladda_lagesbild(namnder)
    ladda_aret(namnder)


def _namnd(data):
    namnd = Namnd.objects.create(
        **{falt: data[falt] for falt in ("namn", "kort", "typ", "farg")}
    )
    Delomrade.objects.bulk_create(
        Delomrade(namnd=namnd, namn=namn) for namn in data["delomraden"]
    )
    for roll in data["roller"]:
        ny = Roll.objects.med_namn(namnd, roll["namn"])
        for innehav in roll["innehav"]:
            ny.innehav.create(**innehav)
    return namnd


def _anvandare(data, namnder):
    anvandare = Anvandare.objects.create_user(
        data["epost"], LOSENORD, namn=data["namn"]
    )
    for m in data["medlemskap"]:
        namnd = namnder.get(m.get("namnd"))
        medlemskap = anvandare.medlemskap.create(namnd=namnd, ratt=m["ratt"])
        medlemskap.roller.set(
            Roll.objects.med_namn(namnd, namn) for namn in m.get("roller", ())
        )
