"""When things happened, as senders write it: read, refused with a reason, or asked."""

from datetime import date

import pytest

from lagesbild.statistikfil.inlasning import foresla
from lagesbild.statistikfil.kortar import AR_FORST, DAG_FORST, ordningen
from lagesbild.statistikfil.las import las_statistik
from lagesbild.statistikfil.tid import las_tid
from lagesbild.statistikfil.tidord import TidFel, Tidord
from tests.lagesbild.statistik.test_korpus import KODER

IDAG = date(2026, 11, 1)


def las(text, filnamn="fil.csv", **val):
    blad = las_statistik(text.encode())["blad"]
    return foresla(blad, KODER, filnamn, **val)[0].utfall


def datumfil(*dagar):
    return "Nr;Datum\n" + "".join(f"{nr};{dag}\n" for nr, dag in enumerate(dagar))


@pytest.mark.parametrize(
    ("text", "tid"),
    [
        ("jan 2026–mar 2026", Tidord(2026, 1, 3)),
        ("2026-01-01 - 2026-06-30", Tidord(2026, 1, 6)),
        ("2026-03-09 – 2026-03-15", Tidord(2026, 3)),
        ("må 3 feb 2025", Tidord(2025, 2)),
        ("26 juli", Tidord(None, 7)),
        ("'2025-03-04", Tidord(2025, 3)),
        ("2025-03-04 23:40:11 GMT+1", Tidord(2025, 3)),
        ("2025-03-04T10:22:00 CET", Tidord(2025, 3)),
    ],
)
def test_a_time_is_read_as_it_is_written(text, tid):
    assert las_tid(text) == tid


@pytest.mark.parametrize(
    ("text", "skal"),
    [
        ("juli 2025 - juni 2026", "årsskifte"),
        ("2026-01-12 - 2026-03-31", "inga hela månader"),
        ("juni 2026 – mars 2026", "slutar innan"),
        ("31 juni", "finns inte"),
    ],
)
def test_a_time_that_fits_no_months_is_refused(text, skal):
    with pytest.raises(TidFel, match=skal):
        las_tid(text)


@pytest.mark.parametrize(
    ("dagar", "kod"),
    [
        (("25-03-31", "25-04-02", "25-12-30"), AR_FORST),
        (("31-03-25", "02-04-25", "30-12-25"), DAG_FORST),
        (("03/12/25", "31/01/25"), DAG_FORST),
        (tuple(f"25-03-{dag}" for dag in range(16, 27)), AR_FORST),
    ],
)
def test_the_column_says_which_figure_is_the_year(dagar, kod):
    svar = ordningen(dagar, IDAG)

    assert (svar.kod, svar.saker) == (kod, True)


def test_short_years_lie_close_and_are_never_scattered():
    utfall = las(datumfil("25-03-31", "25-01-18", "25-04-02", "24-12-30"))

    assert dict(utfall.per_manad) == {
        "2024-12": 1, "2025-01": 1, "2025-03": 1, "2025-04": 1
    }  # fmt: skip


def test_short_years_that_may_be_either_are_asked_about():
    text = datumfil("24-03-25", "25-04-24")

    utfall = las(text)
    assert (utfall.rader, len(utfall.avvisade)) == (0, 2)
    assert "på två sätt" in utfall.avvisade[0][1]
    assert set(las(text, dagordning=AR_FORST).per_manad) == {"2024-03", "2025-04"}
    assert set(las(text, dagordning=DAG_FORST).per_manad) == {"2025-03", "2024-04"}


def test_a_column_without_short_years_has_no_order():
    assert ordningen(["2025-03-04", "04.03.25", ""], IDAG) is None


@pytest.mark.parametrize(
    "text",
    [
        "2025;Hot;Hets\njan;1;2\nfeb;3;0",
        "Månad 2025;Hot;Hets\njan;1;2\nfeb;3;0",
        "Klotter 2025\nUttag: 3 mars 2026\nTyp;jan;feb\nHot;1;3\nHets;2;0",
    ],
)
def test_the_year_may_stand_over_the_months(text):
    assert dict(las(text).per_manad) == {"2025-01": 3, "2025-02": 3}


def test_titles_of_two_years_name_none():
    utfall = las("Klotter 2024\nÄven 2025\nTyp;jan;feb\nHot;1;3\nHets;2;0")

    assert (utfall.rader, utfall.saknar_ar) == (0, True)


def test_excels_numbers_of_days_are_read_where_the_heading_says_a_date():
    assert dict(las(datumfil("45720", "45751")).per_manad) == {
        "2025-03": 1, "2025-04": 1
    }  # fmt: skip
