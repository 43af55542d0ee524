"""Seal every encrypted text with the active key, or open them all as a check."""

from collections import Counter

from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from vbeplan.nycklar.falt import krypterade_falt
from vbeplan.nycklar.rotation import BUNT, kontrollera, per_nyckel, rotera


class Command(BaseCommand):
    help = (
        "Kryptera om alla texter med den nyckel som står först i NYCKLAR. Starta först "
        "om servern med den nya nyckeln först och den gamla efter. Kan köras medan "
        "servern går, avbrytas och köras igen."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--kontrollera",
            action="store_true",
            help="ändra inget: öppna alla texter och säg vilka som inte går att läsa",
        )
        parser.add_argument(
            "--bunt",
            type=int,
            default=BUNT,
            help=f"antal texter som skrivs åt gången ({BUNT})",
        )

    def handle(self, *, kontrollera, bunt, **options):
        falten = krypterade_falt(apps)
        arbete = self._kontrollera if kontrollera else self._rotera
        fel = [rad for falt in falten for rad in arbete(falt, max(bunt, 1))]
        self._sag_nycklarna(falten)
        if fel:
            raise CommandError(
                "\n".join(fel)
                + f"\n{len(fel)} text(er) går inte att läsa. Inget i dem "
                "är ändrat. Lägg tillbaka nyckeln, eller raden ur säkerhetskopian, och "
                "kör igen."
            )

    def _kontrollera(self, falt, _bunt):
        utfall = kontrollera(falt)
        self.stdout.write(f"{falt}: {utfall.klara} går att läsa.")
        return utfall.fel

    def _rotera(self, falt, bunt):
        """Go through the rows until nothing more changes; return what can't be read."""
        klara, varv = 0, True
        while varv:
            varv, fel = 0, []
            for utfall in rotera(falt, bunt):
                varv += utfall.klara
                fel += utfall.fel
                self.stdout.write(f"{falt}: {klara + varv} omkrypterade …")
                self.stdout.flush()
            klara += varv
        self.stdout.write(f"{falt}: klart, {klara} omkrypterade.")
        return fel

    def _sag_nycklarna(self, falten):
        antal = sum((Counter(per_nyckel(falt)) for falt in falten), Counter())
        aktiv = settings.NYCKLAR.aktiv
        for nyckel, texter in sorted(antal.items()):
            vad = "den nya" if nyckel == aktiv else "kvar att kryptera om"
            self.stdout.write(f"Nyckeln ”{nyckel}”: {texter} texter ({vad}).")
        if set(antal) <= {aktiv}:
            self.stdout.write(
                f"Alla texter är krypterade med ”{aktiv}”. De andra nycklarna behövs "
                "inte av databasen, bara av äldre säkerhetskopior."
            )
