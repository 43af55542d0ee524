"""Seal every encrypted text with the active key, or open them all as a check."""

from collections import Counter

from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from vbeplan.nycklar.falt import krypterade_falt
from vbeplan.nycklar.rensning import NATTENS_TALAMOD, rensa_filerna
from vbeplan.nycklar.ring import AR_NYCKELNAMN
from vbeplan.nycklar.rotation import (
    BUNT,
    kontrollera,
    per_nyckel,
    rotera,
    saknade_nycklar,
)

MEST_FEL = 20  # that are written out; the rest is a number
SAKNAS = (
    "{texter} med ”{nyckel}”, som inte finns i NYCKLAR (eller "
    "NYCKELFIL). Inget är ändrat. Lägg tillbaka nyckeln sist i raden och kör igen. Är "
    "den borta för alltid går de texterna inte att läsa; med --hoppa-over krypteras de "
    "andra om."
)
OLASLIGA = (
    "{antal} text(er) går inte att läsa. Inget i dem är ändrat. Lägg tillbaka nyckeln, "
    "eller raden ur säkerhetskopian, och kör igen."
)
I_VAGEN = (
    "Texterna är omkrypterade, men databasens filer har kvar dem under den gamla "
    "nyckeln: någon läser eller skriver just nu. Kör kommandot igen om en stund."
)


class Olasliga:
    """How many could not be opened, and the first of them."""

    def __init__(self):
        self.antal, self.rader = 0, []

    def __iadd__(self, rader):
        self.antal += len(rader)
        self.rader += rader[: MEST_FEL - len(self.rader)]
        return self

    def __str__(self):
        fler = self.antal - len(self.rader)
        rader = [*self.rader, f"… och {fler} till."] if fler else self.rader
        return "\n".join([*rader, OLASLIGA.format(antal=self.antal)])


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
            "--hoppa-over",
            action="store_true",
            help="kryptera om det som går, fast nyckeln till andra texter är borta",
        )
        parser.add_argument(
            "--bunt",
            type=int,
            default=BUNT,
            help=f"antal texter som skrivs åt gången ({BUNT})",
        )

    def handle(self, *, kontrollera, hoppa_over, bunt, **options):
        falten = krypterade_falt(apps)
        saknas = saknade_nycklar(falten)
        if saknas and not (kontrollera or hoppa_over):
            raise CommandError("\n".join(_saknas(*par) for par in saknas.items()))
        olasliga = Olasliga()
        for falt in falten:
            if kontrollera:
                self._kontrollera(falt, olasliga)
            else:
                self._rotera(falt, max(bunt, 1), olasliga)
        self._sag_nycklarna(falten)
        if not kontrollera:
            transaction.on_commit(lambda: _stada(falten))
        if olasliga.antal:
            raise CommandError(str(olasliga))

    def _kontrollera(self, falt, olasliga):
        klara = 0
        for utfall in kontrollera(falt):
            klara += utfall.klara
            olasliga += utfall.fel
        self.stdout.write(f"{falt}: {klara} går att läsa.")

    def _rotera(self, falt, bunt, olasliga):
        """Go through the rows until nothing more changes."""
        alla = per_nyckel(falt)
        alla = sum(alla.values()) - alla.get(settings.NYCKLAR.aktiv, 0)
        klara, varv = 0, True
        while varv:
            varv, kvar = 0, Olasliga()
            for utfall in rotera(falt, bunt):
                varv += utfall.klara
                kvar += utfall.fel
                self.stdout.write(f"{falt}: {klara + varv} av {alla} omkrypterade …")
                self.stdout.flush()
            klara += varv
        olasliga += kvar.rader
        olasliga.antal += kvar.antal - len(kvar.rader)
        self.stdout.write(f"{falt}: klart, {klara} omkrypterade.")

    def _sag_nycklarna(self, falten):
        antal = sum((Counter(per_nyckel(falt)) for falt in falten), Counter())
        aktiv = settings.NYCKLAR.aktiv
        for nyckel, texter in sorted(antal.items()):
            ord_ = "text" if texter == 1 else "texter"
            vad = _laget_for(nyckel)
            self.stdout.write(f"Nyckeln ”{nyckel}”: {texter} {ord_} ({vad}).")
        if set(antal) <= {aktiv}:
            self.stdout.write(f"Alla texter är krypterade med ”{aktiv}”.")
        for nyckel in settings.NYCKLAR.ovriga():
            if nyckel not in antal:
                self.stdout.write(
                    f"Nyckeln ”{nyckel}” kan du nu ta bort ur NYCKLAR och starta om. "
                    "Spara den, skild från säkerhetskopiorna, så länge det finns "
                    "kopior från före i dag: de går bara att läsa med den."
                )


def _laget_for(nyckel):
    if not AR_NYCKELNAMN.fullmatch(nyckel):
        return "skadade, ingen nyckel"
    if nyckel not in settings.NYCKLAR:
        return "saknas i NYCKLAR"
    return "den nya" if nyckel == settings.NYCKLAR.aktiv else "kvar att kryptera om"


def _saknas(nyckel, antal):
    texter = "1 text är krypterad" if antal == 1 else f"{antal} texter är krypterade"
    return SAKNAS.format(nyckel=nyckel, texter=texter)


def _stada(falten):
    if not rensa_filerna({falt.model for falt in falten}, talamod=NATTENS_TALAMOD):
        raise CommandError(I_VAGEN)
