"""Remove texts whose time has passed, as the boards' rules say. Once a day."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from blanketter.gallring.indexen import rakna_indexen
from blanketter.gallring.korning import gallra
from blanketter.gallring.lage import laget
from blanketter.gallring.natten import gor_nattens
from blanketter.gallring.rensning import behovs, rensa
from blanketter.models import Gallringskorning, Gallringsregel
from vbeplan.nycklar.rensning import NATTENS_TALAMOD
from vbeplan.organisation.kommandorad import hitta_namnd
from vbeplan.organisation.models import Namnd

INGEN_REGEL = (
    "Det finns ingen gallringsregel, så ingenting gallras. Förvaltaren lägger in "
    "reglerna på sidan Gallring; varje regel bygger på ett gallringsbeslut."
)
BRUTEN = (
    "Klockan har gått bakåt eller så har kommandot inte körts på över en vecka. "
    "Förvarningarna börjar om, så inget gallras förrän de har funnits i 14 dagar."
)
I_VAGEN = (
    "Texterna är borttagna, men databasens filer kunde inte städas: någon läser eller "
    "skriver just nu. Kör kommandot igen om en stund, så görs resten."
)


class Command(BaseCommand):
    help = (
        "Förvarna om och gallra texter enligt gallringsreglerna. Körs en gång om "
        "dagen. Utan regler gallras ingenting."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--prova", action="store_true", help="räkna bara: ändra ingenting"
        )
        parser.add_argument("--namnd", help="bara den nämnden: namn eller kortnamn")

    def handle(self, *, prova, namnd, **options):
        idag = timezone.localdate()
        if not Gallringsregel.objects.galler().exists():
            self.stdout.write(INGEN_REGEL)
        alla = namnd is None  # an empty name is a script's empty variable
        namnder = list(Namnd.objects.i_ordning()) if alla else [hitta_namnd(namnd)]
        if prova:
            for en in namnder:
                self._prova(en, idag)
        else:
            self._gallra(namnder, idag)

    def _gallra(self, namnder, idag):
        forra = Gallringskorning.objects.order_by("senast").first()
        fel = [rad for en in namnder for rad in self._gallra_namnd(en, idag)]
        if behovs(forra and min(forra.senast, idag)):
            if rensa(idag, talamod=NATTENS_TALAMOD):
                self.stdout.write("Databasens filer är städade.")
            else:
                fel.append(I_VAGEN)
        rakna_indexen()
        for mening in gor_nattens(namnder):
            self.stdout.write(mening)
        if fel:
            raise CommandError("\n".join(fel))

    def _gallra_namnd(self, namnd, idag):
        resultat = gallra(namnd, idag)
        if resultat.bruten:
            self.stdout.write(f"{namnd}: {BRUTEN}")
        for regel, antal in resultat.gallrat:
            vad = f"{namnd}, {regel.get_klass_display()}"
            self.stdout.write(f"{vad}: {antal} gallrade ({regel.beslut}).")
        return [f"{namnd}, {rad}" for rad in resultat.fel]

    def _prova(self, namnd, idag):
        for lage in laget(namnd, idag):
            vad = f"{namnd}, {lage.klass.label}"
            if lage.regel is None:
                self.stdout.write(f"{vad}: ingen regel, gallras inte.")
                continue
            self.stdout.write(
                f"{vad}: {lage.gallras} skulle gallras nu, {lage.vantar} väntar på "
                f"förvarning, {lage.kommer} inom 30 dagar, {lage.stoppade} stoppade "
                f"({lage.regel.beslut})."
            )
