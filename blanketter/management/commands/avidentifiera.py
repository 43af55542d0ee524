"""Read JSON lines with a text each and write where it may point a person out."""

import json
import os
import sys

from django.core.management.base import BaseCommand, CommandError

from blanketter.avidentifiering import hitta


class Command(BaseCommand):
    help = (
        'Läs rader {"id", "text"} från standard in och skriv {"id", "spans"} på '
        "standard ut, en rad JSON för varje text. Inget sparas."
    )
    requires_system_checks = []  # must start fast, and needs no database

    def add_arguments(self, parser):
        parser.add_argument(
            "--egna-namn",
            action="store_true",
            help="känn också igen kommunens inlästa namn (kräver databasen)",
        )

    def handle(self, *, egna_namn, **options):
        self.egna = _egna_ord() if egna_namn else {}
        try:
            fel = sum(self._svara(*rad) for rad in enumerate(sys.stdin.buffer, 1))
        except BrokenPipeError:  # «| head»: the reader has what it wanted
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return
        if fel:
            antal = "En rad" if fel == 1 else f"{fel} rader"
            raise CommandError(
                f"{antal} kunde inte läsas. Rätta dem; övriga rader är besvarade."
            )

    def _svara(self, nummer, rad):
        """Answer a line at once; return whether it couldn't be read."""
        if not rad.strip():
            return False
        try:
            self.stdout.write(_svar(rad, self.egna))
        except _Radfel as vad:
            self.stderr.write(f"Rad {nummer}: {vad}")
            return True
        self.stdout.flush()
        return False


class _Radfel(Exception):  # noqa: N818 — «fel» is Swedish for error
    """What is wrong with a line, in words for the one who sent it."""


def _egna_ord():
    from blanketter.vakten import egna_ord  # it wants the database

    return egna_ord()


def _svar(rad: bytes, egna) -> str:
    """Return the answer to one line; `_Radfel` says what is wrong with it."""
    data = _lasa(rad)
    spans = [
        {"start": f.start, "end": f.end, "type": f.typ, "visshet": f.visshet}
        for f in hitta(data["text"], egna=egna)
    ]
    return json.dumps({"id": data["id"], "spans": spans})


def _lasa(rad: bytes) -> dict:
    try:
        data = json.loads(rad.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise _Radfel("texten är inte UTF-8. Spara filen som UTF-8.") from None
    except (ValueError, RecursionError):
        raise _Radfel(
            'raden är inte JSON. Skriv den som {"id": 1, "text": "…"}.'
        ) from None
    if not isinstance(data, dict) or "id" not in data:
        raise _Radfel('fältet "id" saknas. Skriv raden som {"id": 1, "text": "…"}.')
    if not isinstance(data.get("text"), str):
        raise _Radfel('fältet "text" saknas eller är inte en text.')
    return data
