"""Measure speed and size on a big city that is made and thrown away for the purpose."""

import json
import os
import platform
import subprocess
import sys

import django
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from vbeplan.start.matning.kluster import SaknasFel
from vbeplan.start.matning.rum import rum
from vbeplan.start.matning.tabell import Rad, over_budget, som_markdown

SNABB = {"namnder": 3, "ar": 2, "aktiviteter": 4, "varv": 2}
SNABB |= {"handelser": 600, "blanketter": 200, "skrivare": 3, "sekunder": 5}
STOR = {"namnder": 290, "ar": 10, "aktiviteter": 30, "varv": 40}
STOR |= {"handelser": 3_000_000, "blanketter": 100_000, "skrivare": 50, "sekunder": 30}


class Command(BaseCommand):
    help = (
        "Mät sidor, inläsning och PDF på en egen databas som sedan kastas. Skriver en "
        "tabell. Den riktiga databasen rörs inte."
    )

    def add_arguments(self, parser):
        parser.add_argument("--db", choices=["sqlite", "postgres"], default="sqlite")
        parser.add_argument(
            "--databas-url",
            default="",
            help="PostgreSQL-server att göra den tillfälliga databasen på",
        )
        for namn, hjalp in (
            ("namnder", "antal nämnder"),
            ("ar", "antal år per nämnd, minst 2"),
            ("aktiviteter", "antal aktiviteter per plan"),
            ("varv", "antal besök på varje sida"),
            ("blanketter", "antal mottagna blanketter i en nämnd"),
            ("handelser", "antal kodade händelser i hela staden"),
            ("skrivare", "antal som fyller i blanketten samtidigt"),
            ("sekunder", "hur länge de gör det"),
        ):
            parser.add_argument(f"--{namn}", type=int, help=f"{hjalp} ({STOR[namn]})")
        parser.add_argument(
            "--bara-lagesbilden", action="store_true", help="hoppa över allt annat"
        )
        parser.add_argument("--snabb", action="store_true", help="små data, få varv")
        parser.add_argument("--json", action="store_true", help="skriv JSON, ej tabell")
        parser.add_argument(
            "--strikt", action="store_true", help="avsluta med 1 om något är ÖVER"
        )

    def handle(self, **options):
        val = _val(options)
        stad, rader = None, []
        try:
            if not options["bara_lagesbilden"]:
                stad, rader = self._mat_huset(val, options)
            self._sag("Fyller och mäter lägesbilden …")
            with rum(options["db"], options["databas_url"]) as miljo:
                databas = miljo["DATABASE_URL"].partition(":")[0]
                rader += [Rad(**r) for r in _barn("lagesbild", val, miljo)]
        except SaknasFel as fel:
            raise CommandError(str(fel)) from fel
        som_ord = _som_json if options["json"] else _som_text
        self.stdout.write(som_ord(rader, stad, databas))
        if options["strikt"]:
            krav(rader)

    def _mat_huset(self, val, options):
        with rum(options["db"], options["databas_url"]) as miljo:
            self._sag("Fyller en tillfällig databas …")
            stad = _barn("fyll", val, miljo)
            self._sag(f"Klart på {stad['sekunder']:.0f} s. Mäter …")
            return stad, [Rad(**r) for r in _barn("mat", {**val, "stad": stad}, miljo)]

    def _sag(self, text):
        self.stderr.write(text)


def krav(rader):
    """Raise CommandError when a row is over its budget."""
    if over := over_budget(rader):
        raise CommandError(f"{len(over)} mätningar är över budget.")


def _val(options):
    grund = SNABB if options["snabb"] else STOR
    val = {namn: options[namn] or grund[namn] for namn in STOR}
    if val["ar"] < 2 or min(val.values()) < 1:
        raise CommandError("Ange minst 1 av allt, och minst 2 år.")
    return {**val, "snabb": options["snabb"]}


def _barn(gor, val, miljo):
    """Run the bench's child and return its answer; what it says on stderr is shown."""
    svar = subprocess.run(  # noqa: S603 — our own module, our own interpreter
        [sys.executable, "-m", "vbeplan.start.matning", gor, json.dumps(val)],
        env=miljo,
        cwd=settings.BASE_DIR,
        stdout=subprocess.PIPE,
        check=False,
    )
    if svar.returncode:
        raise CommandError("Mätningen avbröts av ett fel. Skälet står ovanför.")
    return json.loads(svar.stdout.splitlines()[-1])


def _maskin(databas):
    return {
        "karnor": os.cpu_count(),
        "last": round(os.getloadavg()[0], 2),
        "python": platform.python_version(),
        "django": django.get_version(),
        "databas": databas,
    }


def _som_json(rader, stad, databas):
    data = {
        "maskin": _maskin(databas),
        "data": stad,
        "matningar": [rad.som_dict() for rad in rader],
    }
    return json.dumps(data, ensure_ascii=False, indent=1)


def _som_text(rader, stad, databas):
    m = _maskin(databas)
    over = [f"{r.namn} ({', '.join(r.brutna)})" for r in over_budget(rader)]
    return "\n".join(
        [
            _storleken(stad) if stad else "Bara lägesbilden.",
            f"{m['karnor']} kärnor (last {m['last']}), Python {m['python']}, Django "
            f"{m['django']}, {m['databas']}. Kvoten är till den tomma sidans median.",
            "",
            som_markdown(rader),
            "",
            f"Över budget: {'; '.join(over)}." if over else "Allt är inom budget.",
        ]
    )


def _storleken(stad):
    return (
        f"{stad['namnder']} nämnder, {stad['planer']} planer, {stad['avsnitt']} "
        f"kapitel, {stad['aktiviteter']} aktiviteter och {stad['ansvar']} ansvar, "
        f"skrivna på {stad['sekunder']:.0f} s."
    )
