"""Forms for the bench: one board with few and one with very many."""

import random
import secrets
from datetime import date, timedelta

from blanketter.models import Blankett, Frageversion
from vbeplan.organisation.models import Anvandare, Namnd, Ratt
from vbeplan.start.matning.data import samordnare

FA, MANGA = 100, 100_000
INKORG_FA, INKORG_MANGA = "inkorgfa", "inkorgmanga"  # two boards' short names
SISTA_DAG = date(2026, 11, 20)
TEXT = (
    "Flera klistermärken på skåpen utanför matsalen och fler i trapphuset. De hade "
    "samma symbol som de vi såg i våras. Vaktmästaren tog bort dem före första rasten "
    "och vi har pratat med klassen om vad de betyder."
)


def blankettnamnder(antal_manga=MANGA):
    """Make two boards with a coordinator each, FA forms and `antal_manga` forms."""
    version = Frageversion.objects.gallande()
    for kort, antal in ((INKORG_FA, FA), (INKORG_MANGA, antal_manga)):
        namnd = Namnd.objects.create(namn=f"Nämnden {kort}", kort=kort)
        delar = [namnd.delomraden.create(namn=namn) for namn in ("Norra", "Södra")]
        person = Anvandare.objects.create_user(samordnare(kort), namn="Åsa Öberg")
        person.medlemskap.create(namnd=namnd, ratt=Ratt.SAMORDNARE)
        slump = random.Random(1)  # noqa: S311 — the same city every time
        Blankett.objects.bulk_create(
            (_blankett(namnd, version, delar, slump) for _ in range(antal)),
            batch_size=1000,
        )


def _blankett(namnd, version, delar, slump):
    def koder(fraga):
        return [kod for kod, _ in version.val(fraga)]

    inkom = SISTA_DAG - timedelta(days=slump.randrange(5 * 365))
    status = slump.choices(Blankett.Status.values, [2, 3, 20, 60, 5, 8, 2])[0]
    return Blankett(
        namnd=namnd,
        version=version,
        inkom=inkom,
        slag=tuple(slump.sample(koder("slag"), slump.randint(1, 3))),
        miljo=slump.choice(koder("miljo")),
        period_typ=Blankett.Period.VECKA,
        period_start=inkom - timedelta(days=inkom.weekday()),
        delomrade=slump.choice(delar),
        plats=slump.choice(koder("plats")),
        arbetsplats=slump.choice(koder("arbetsplats")),
        text=TEXT,
        kvitto=secrets.token_hex(32),
        status=status,
    )
