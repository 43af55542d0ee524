"""What it costs to take in a file of statistics: 50 000 cases in a workbook."""

import io
import random
import time
from datetime import date, timedelta

import xlsxwriter
from django.db import transaction

from lagesbild.handlingar.ta_in_statistik import ta_in
from lagesbild.models import Statistikfil
from lagesbild.serier import ny_serie
from lagesbild.statistikfil.granskning import Granskning
from lagesbild.statistikfil.inlasning import LASARE, MINNE_MIB, SEKUNDER
from vbeplan.filer.barn import mat_i_barn
from vbeplan.filer.filslag import STATISTIK
from vbeplan.organisation.models import Namnd
from vbeplan.start.matning.tabell import Rad

GRUPP = "Statistik"
RADER = 50_000
HOGST_S, HOGST_MIB = 10, 200
HUVUD = ("Ärende", "Inkom", "Stadsdel", "Typ", "Budskap", "Yta m2", "Beskrivning")
ORD = (
    ("Ekbacken", "Åsen", "Norrgläntan"),
    ("Klotter", "Klistermärke"),
    ("Vitmakt", "Autonoma", "Islamism", "Okänt"),
)


def mat_statistik(stad, varv):
    """Return rows for reading `RADER` cases in the child, and for all until stored."""
    namnd = Namnd.objects.get(kort=stad.namnd)
    fil = arbetsbok(RADER)
    lasta, hela = [], []
    for nr in range(max(1, varv // 10)):
        start = time.perf_counter()
        data, matt = mat_i_barn(
            LASARE, fil, sekunder=SEKUNDER, minne_mib=MINNE_MIB, slag=STATISTIK
        )
        _ta_in(namnd, nr, data)
        hela.append(time.perf_counter() - start)
        lasta.append(matt)
    return [
        Rad(
            GRUPP,
            f"{RADER} rader lästa i barn",
            "s",
            [matt.sekunder for matt in lasta],
            minne_mib=max(matt.minne_mib for matt in lasta),
            hogst={"median": HOGST_S, "minne_mib": HOGST_MIB},
        ),
        Rad(
            GRUPP,
            f"{RADER} rader från fil till sparade månadstal",
            "s",
            hela,
            hogst={"median": HOGST_S},
        ),
    ]


@transaction.atomic
def _ta_in(namnd, nr, data):
    """As the page does it, and then undone."""
    serie = ny_serie(namnd, f"Mätning {nr}")
    serie.save()
    fil = Statistikfil(namnd=namnd, serie=serie, filnamn="matning.xlsx", data=data)
    ta_in(serie, Granskning(fil).underlag, av=None)
    transaction.set_rollback(True)


def arbetsbok(rader):
    """Return an .xlsx of that many made-up cases, the same each time."""
    slump = random.Random(1)  # noqa: S311  # made-up cases
    ut = io.BytesIO()
    bok = xlsxwriter.Workbook(ut, {"in_memory": True})
    blad = bok.add_worksheet("Uttag")
    dag = bok.add_format({"num_format": "yyyy-mm-dd"})
    blad.write(0, 0, "Uttag ur klotterregistret")
    blad.write_row(2, 0, HUVUD)
    for nr in range(rader):
        inkom = date(2024, 1, 1) + timedelta(days=slump.randrange(366))
        blad.write(nr + 3, 0, f"K{nr}")
        blad.write_datetime(nr + 3, 1, inkom, dag)
        blad.write_row(nr + 3, 2, [slump.choice(ord_) for ord_ in ORD])
        blad.write(nr + 3, 5, slump.randrange(40) / 10)
        blad.write(nr + 3, 6, f"Klotter på en vägg vid hörnet, nummer {nr} på turen")
    bok.close()
    return ut.getvalue()
