"""Every shape of file gives its truth: rows, sums, sums per word and per month."""

import pytest

from blanketter.standardfragor import STANDARD
from lagesbild.statistikfil.inlasning import foresla
from lagesbild.statistikfil.las import las_statistik
from lagesbild.statistikfil.oversatt import Koder
from tests.lagesbild.statistik.korpus import DELAR, alla

KODER = Koder(
    {
        **{
            falt: {v["kod"]: v["text"] for v in STANDARD[falt]["val"]}
            for falt in ("miljo", "slag", "plats")
        },
        "delomrade": {str(nr): namn for nr, namn in enumerate(DELAR, 1)},
    },
    "Ekhamra stadsdelsnämnd",
    frozenset({"sjövik"}),
)
FILER = {fil.namn: fil for fil in alla()}


def las(fil):
    return foresla(las_statistik(fil.data)["blad"], KODER, fil.namn)[0]


@pytest.mark.parametrize("namn", FILER)
def test_a_file_gives_its_truth(namn):
    fil = FILER[namn]

    utfall = las(fil).utfall

    assert (utfall.rader, utfall.summa) == (fil.rader, fil.summa), utfall.avvisade[:3]
    for rubrik, orden in fil.per.items():
        funna = {o: n for o, n in utfall.per_kategori[rubrik].items() if n}
        assert funna == {o: n for o, n in orden.items() if n}
    assert tuple(rad for rad, _ in utfall.avvisade) == fil.avvisade
    assert utfall.kontroller == []
    if fil.per_manad is not None:
        funna = {m: n for m, n in utfall.per_manad.items() if n}
        assert funna == fil.per_manad
