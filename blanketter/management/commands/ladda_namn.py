"""Load the municipality's own names into the guard."""

import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from blanketter import vakten
from blanketter.models import Namnlista
from blanketter.namnfil import las_namnfil

FLEST_FEL = 20
INGA_LISTOR = "Inga namnlistor är inlästa. Läs in en med ladda_namn FIL."


class Command(BaseCommand):
    help = (
        "Läs in en lista som skyddet mot personuppgifter ska känna igen: ett namn på "
        "varje rad, eller en CSV-fil som SCB:s namnstatistik. Filen får vara i UTF-8 "
        "eller Windows-1252. Samma fil kan läsas in igen: de nya orden ersätter de "
        "gamla. Orden sparas ett och ett i klartext, aldrig som hela personer."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "fil",
            nargs="?",
            metavar="FIL",
            help="filen, eller - för standard in; utan FIL visas listorna som finns",
        )
        parser.add_argument(
            "--slag",
            "--kind",
            choices=Namnlista.Slag.values,
            help="vad orden är, om rubriken i filen inte säger det; undantag är ord "
            "som inte ska räknas som namn, till exempel en skola som heter Ask",
        )
        parser.add_argument("--namn", help="listans namn (annars filens)")
        parser.add_argument(
            "--hoppa-over",
            action="store_true",
            help="läs in de rader som går även om andra är fel",
        )
        parser.add_argument(
            "--ta-bort", action="store_true", help="ta bort listan i stället"
        )

    def handle(self, *, fil, slag, namn, hoppa_over, ta_bort, **options):
        namn = (namn or _listnamn(fil))[:80]
        if ta_bort:
            self._ta_bort(namn)
        elif not fil:
            self._visa()
        else:
            self._las_in(fil, slag, namn, hoppa_over)
        vakten.glom()

    def _las_in(self, fil, slag, namn, hoppa_over):
        data = _las(fil)
        if data.fel:
            self._sag_felen(data.fel, hoppa_over)
        if not data.orden:
            raise CommandError("Det finns inga namn i filen. Skriv ett på varje rad.")
        lista = Namnlista.objects.filter(namn=namn).first() or Namnlista(namn=namn)
        lista.slag = slag or data.slag or lista.slag or Namnlista.Slag.NAMN
        nytt = lista.las_in(data.orden, av=None)
        vad = f"{lista.antal} ord ({lista.get_slag_display()})"
        if nytt:
            self.stdout.write(f"Läste in {lista}: {vad}. Gäller inom en minut.")
        else:
            self.stdout.write(f"Inget nytt i {lista}: {vad} fanns redan.")

    def _sag_felen(self, fel, hoppa_over):
        rader = [f"Rad {nr}: {vad}" for nr, vad in fel[:FLEST_FEL]]
        if len(fel) > FLEST_FEL:
            rader.append(f"… och {len(fel) - FLEST_FEL} rader till.")
        if not hoppa_over:
            slut = (
                "Inget är inläst. Rätta raderna och kör igen, eller lägg till "
                "--hoppa-over för att läsa in de andra."
            )
            raise CommandError("\n".join([*rader, slut]))
        self.stderr.write("\n".join([*rader, "Raderna är överhoppade."]))

    def _ta_bort(self, namn):
        lista = Namnlista.objects.filter(namn=namn).first()
        if not lista:
            raise CommandError(
                f"Det finns ingen namnlista som heter ”{namn}”. Kör ladda_namn utan "
                "FIL för att se vilka som finns."
            )
        ord_ = str(lista)
        lista.ta_bort(av=None)
        self.stdout.write(f"Tog bort {ord_}.")

    def _visa(self):
        listor = Namnlista.objects.defer("ord")
        for lista in listor:
            self.stdout.write(
                f"{lista.namn}: {lista.antal} ord ({lista.get_slag_display()}), "
                f"inläst {lista.inlast}"
            )
        if not listor:
            self.stdout.write(INGA_LISTOR)


def _listnamn(fil):
    return "standard in" if fil in (None, "-") else Path(fil).stem


def _las(fil):
    try:
        innehall = sys.stdin.buffer.read() if fil == "-" else Path(fil).read_bytes()
        return las_namnfil(innehall)
    except OSError:
        raise CommandError(
            f"Filen {fil} går inte att läsa. Kontrollera att den finns och att du har "
            "rätt att läsa den."
        ) from None
    except ValueError as fel:
        raise CommandError(str(fel)) from None
