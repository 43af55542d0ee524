"""Coded events for the bench: as many as one asks for, over boards and years.

Half of them forms, half statistics, in the order in which they would have come: month
by month from every board. Written by COPY where there is one.
"""

import random
import secrets
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from uuid import UUID

from django.db import connection, models, transaction

from blanketter.gallring.indexen import rakna_indexen
from blanketter.models import Blankett, Frageversion
from blanketter.models.blankett import nytt_regnr
from lagesbild.models import (
    Frysning,
    Lagesbild,
    Manadstal,
    Serie,
    Statistikimport,
)
from lagesbild.sammanstallning import underlag
from vbeplan.nycklar.falt import Krypterad
from vbeplan.organisation.models import Anvandare, Kommun, Namnd, Ratt
from vbeplan.start.matning.data import CENTRAL, samordnare

KORT = "bildnamnd-0"  # the board that is visited
PLANAR = 2027
SERIER = ("Klottersanering", "Avvikelser")
DELAR = ("Norra", "Mellersta", "Södra")
# What a sealed text takes; those of the last two years are not thinned out yet.
TEXT, TEXTENS_AR = Krypterad(f"matning:{'A' * 400}"), 2
PER_SATS = 5000


@dataclass(frozen=True)
class Bildstad:
    """A city of boards; `handelser` coded events over `ar` years in all of them."""

    namnder: int
    ar: int
    handelser: int

    @property
    def per_manad(self):
        """Return how many forms a board gets in a month; as many in statistics."""
        return max(1, self.handelser // (2 * self.namnder * self.ar * 12))

    @property
    def per_ar(self):
        """Return the months of each year, up to the one that the picture tells of."""
        ar = range(PLANAR - self.ar, PLANAR)
        return [[date(a, manad, 1) for manad in range(1, 13)] for a in ar]

    @property
    def manader(self):
        return [manad for ar in self.per_ar for manad in ar]


def grunda():
    """Make the city's two coordinators and the questions."""
    Kommun.objects.get_or_create(defaults={"namn": "Storstad"})
    Frageversion.objects.gallande()
    central = Anvandare.objects.create_user(CENTRAL, namn="Åsa Öberg")
    central.medlemskap.create(ratt=Ratt.CENTRAL)


def bildnamnder(stad, fran, till):
    """Add the boards numbered `fran` to `till` with their events; return how many."""
    slump = random.Random(fran)  # noqa: S311 — the same city every time
    namnder = [_namnd(nr) for nr in range(fran, till)]
    delar = {n.pk: [n.delomraden.create(namn=d).pk for d in DELAR] for n in namnder}
    serier = [
        Serie.objects.create(namnd=n, namn=namn, beror_pa_personal=namn == SERIER[1])
        for n in namnder
        for namn in SERIER
    ]
    intag, version = _intag(stad, serier), Frageversion.objects.gallande()
    with transaction.atomic():
        antal = _skriv(Blankett, _blanketter(stad, namnder, version, delar, slump))
        antal += _skriv(
            Manadstal, _manadstal(stad, serier, intag, version, delar, slump)
        )
    stada()
    return antal


def publicera(stad):
    """Give every board a finished and shared picture of the year, as the first one's.

    What is in it is measured, not what it says: to hide small figures for 290 boards
    would take longer than all the rest.
    """
    forst = Lagesbild.objects.select_related("namnd").get(namnd__kort=KORT)
    data = {"underlag": underlag(forst).till_json()}
    bilder = Lagesbild.objects.bulk_create(
        _bild(namnd, PLANAR, Lagesbild.Status.KLAR)
        for namnd in Namnd.objects.exclude(kort=KORT)
    )
    Frysning.objects.bulk_create(
        Frysning(
            lagesbild=bild,
            nummer=1,
            dag=date(PLANAR, 3, 1),
            troskel=5,
            data=data,
            sha256="0" * 64,
        )
        for bild in bilder
    )


def stada():
    """Let the database know its tables, as it does by itself or every night."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
    rakna_indexen()


def _namnd(nr):
    namnd = Namnd.objects.create(namn=f"Bildnämnden {nr}", kort=f"bildnamnd-{nr}")
    person = Anvandare.objects.create_user(samordnare(namnd.kort), namn="Åsa Öberg")
    person.medlemskap.create(namnd=namnd, ratt=Ratt.SAMORDNARE)
    if nr == 0:
        _bild(namnd, PLANAR).save()
    return namnd


def _bild(namnd, ar, status=Lagesbild.Status.UNDERLAG):
    bild = Lagesbild.ny(namnd, ar)
    bild.version, bild.status = 1, status
    bild.delad = status == Lagesbild.Status.KLAR
    return bild


def _egna_nummer():
    """Yield registration numbers, each once: among millions two may be alike."""
    sedda = set()
    while True:
        nummer = nytt_regnr()
        if nummer not in sedda:
            sedda.add(nummer)
            yield nummer


REGNR = _egna_nummer()


def _blanketter(stad, namnder, version, delar, slump):
    koder = {f: [k for k, _ in version.val(f)] for f in ("slag", "miljo", "plats")}
    sista = stad.manader[-TEXTENS_AR * 12 :]
    for manad in stad.manader:
        for _, namnd in ((i, n) for i in range(stad.per_manad) for n in namnder):
            dag = manad + timedelta(days=slump.randrange(28))
            yield {
                "id": UUID(int=slump.getrandbits(128)),
                "namnd": namnd.pk,
                "version": version.pk,
                "inkom": dag + timedelta(days=5),
                "regnr": next(REGNR),
                "slag": tuple(slump.sample(koder["slag"], slump.randint(1, 2))),
                "miljo": slump.choice(koder["miljo"]),
                "period_typ": Blankett.Period.VECKA,
                "period_start": dag - timedelta(days=dag.weekday()),
                "delomrade": slump.choice(delar[namnd.pk]),
                "plats": slump.choice(koder["plats"]),
                "kvitto": secrets.token_hex(32),
                "status": Blankett.Status.INGAR,
                "text": TEXT if manad in sista else None,
            }


def _intag(stad, serier):
    """Return {(series, year): import}: a file a year of each."""
    aren = sorted({manad.year for manad in stad.manader})
    rader = [
        Statistikimport(
            serie=serie,
            filnamn=f"{ar}.csv",
            fingeravtryck="0" * 64,
            fran=date(ar, 1, 1),
            till=date(ar, 12, 31),
            rader=0,
            summa=0,
            dag=date(ar + 1, 1, 10),
        )
        for ar in aren
        for serie in serier
    ]
    Statistikimport.objects.bulk_create(rader)
    return {(rad.serie_id, rad.fran.year): rad.pk for rad in rader}


def _manadstal(stad, serier, intag, version, delar, slump):
    miljoer, platser = (
        [kod for kod, _ in version.val(fraga)] for fraga in ("miljo", "plats")
    )
    rutor = {n: list(product(egna, miljoer, platser)) for n, egna in delar.items()}
    per_serie = max(1, stad.per_manad // len(SERIER))
    for serie, manad in ((s, m) for ar in stad.per_ar for s in serier for m in ar):
        egna = rutor[serie.namnd_id]
        for delomrade, miljo, plats in slump.sample(egna, min(per_serie, len(egna))):
            yield {
                "serie": serie.pk,
                "import_av": intag[serie.pk, manad.year],
                "manad": manad,
                "delomrade": delomrade,
                "miljo": miljo,
                "slag": "klotter",
                "plats": plats,
                "antal": 1,
            }


def _skriv(modell, rader):
    """Write rows, {field: value}, past the models; return how many."""
    skriv = _kopiera if connection.vendor == "postgresql" else _satt_in
    falt = [
        f for f in modell._meta.concrete_fields if not isinstance(f, models.AutoField)
    ]
    varden = ([_varde(f, rad) for f in falt] for rad in rader)
    return skriv(modell._meta.db_table, [f.column for f in falt], varden)


def _varde(falt, rad):
    varde = rad[falt.name] if falt.name in rad else falt.get_default()
    if falt.is_relation:
        return varde
    return falt.get_db_prep_save(varde, connection)


def _kopiera(tabell, kolumner, rader):
    sql, antal = f"COPY {tabell} ({', '.join(kolumner)}) FROM STDIN", 0
    with connection.cursor() as cursor, cursor.copy(sql) as kopia:
        for rad in rader:
            kopia.write_row(rad)
            antal += 1
    return antal


def _satt_in(tabell, kolumner, rader):
    antal, sats = 0, []
    fragetecken = ", ".join(["%s"] * len(kolumner))
    sql = f"INSERT INTO {tabell} ({', '.join(kolumner)}) VALUES ({fragetecken})"  # noqa: S608
    with connection.cursor() as cursor:
        for rad in rader:
            sats.append(rad)
            if len(sats) == PER_SATS:
                cursor.executemany(sql, sats)
                antal, sats = antal + len(sats), []
        cursor.executemany(sql, sats)
    return antal + len(sats)
