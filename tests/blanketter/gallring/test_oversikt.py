"""The overview: how it stands, what would go when, what is told of, what has gone."""

import csv
import io
from datetime import date, timedelta

import pytest
from django.urls import reverse

from blanketter.models import (
    Blankett,
    Forvarning,
    Gallringsklass,
    Gallringskorning,
    Gallringsprotokoll,
)
from tests import bygge
from tests.blanketter.gallring.conftest import IDAG, gallra, inkommen, pa_dagen
from vbeplan.organisation.models import Ratt, Spar

pytestmark = pytest.mark.django_db
GAMMAL = date(2025, 3, 20)  # its 24 months are up on 20 March 2027


@pytest.fixture(autouse=True)
def idag():
    with pa_dagen(IDAG):
        yield


@pytest.fixture
def klient(client, samordnare):
    client.force_login(samordnare)
    return client


@pytest.fixture
def regel(forvaltare):
    return bygge.ny_gallringsregel(forvaltare)


def las(klient, namn, *argument, **fraga):
    svar = klient.get(reverse(namn, args=argument), fraga)
    return svar.content.decode(), svar.context


def test_the_overview_says_how_many_texts_go_when_and_shows_none(klient, namnd, regel):
    inkommen(namnd, GAMMAL, text="Hemliga ord om en lyktstolpe vid torget.")
    inkommen(namnd, date(2025, 12, 1))
    inkommen(namnd, date(2025, 12, 24))
    gallra(IDAG)

    sida, varden = las(klient, "gallring")

    klassad = varden["lagen"][0]
    assert (klassad.gallras, klassad.vantar, klassad.kommer) == (0, 0, 1)
    assert klassad.forst == date(
        2027, 3, 29
    )  # told of today, so not before a fortnight
    assert varden["manader"] == [(date(2027, 3, 1), [1]), (date(2027, 12, 1), [2])]
    assert "December 2027" in sida
    assert "24 månader efter att blanketten kom in" in sida
    assert "Genomgånget i dag." in sida
    assert "lyktstolpe" not in sida


def test_what_is_stopped_is_counted_apart_and_not_among_what_goes(
    klient, namnd, regel, samordnare
):
    blankett = inkommen(namnd, date(2025, 1, 1))
    inkommen(namnd, date(2025, 1, 1))
    bygge.nytt_gallringsstopp(samordnare, namnd, blankett=blankett)

    lage = las(klient, "gallring")[1]["lagen"][0]

    assert (lage.vantar, lage.stoppade, sum(lage.dagar.values())) == (1, 1, 1)


def test_a_stop_for_the_whole_board_is_said_on_top(klient, namnd, regel, samordnare):
    inkommen(namnd, date(2025, 1, 1))
    bygge.nytt_gallringsstopp(samordnare, namnd)

    sida, varden = las(klient, "gallring")

    assert "Stoppat: allt." in sida
    assert varden["manader"] == []


def test_without_a_rule_the_page_says_that_nothing_goes(klient, namnd):
    sida, _ = las(klient, "gallring")

    assert "Ingenting gallras." in sida
    assert sida.count("Ingen regel. Gallras inte.") == len(Gallringsklass)


@pytest.mark.parametrize(
    ("dagar", "ord_"),
    [(None, "har inte körts än"), (1, "Senast genomgånget"), (3, "står still")],
)
def test_a_run_that_has_not_come_is_told(klient, namnd, regel, dagar, ord_):
    if dagar:
        senast = IDAG - timedelta(days=dagar)
        Gallringskorning.objects.create(namnd=namnd, senast=senast)

    assert ord_ in las(klient, "gallring")[0]


def test_the_page_and_the_command_count_alike(klient, namnd, regel):
    for dag in range(10, 25):
        inkommen(namnd, date(2025, 3, dag))
    gallra(IDAG)
    Forvarning.objects.filter(forfaller__lt=date(2027, 3, 13)).update(
        dag=IDAG - timedelta(days=14)
    )

    lage = las(klient, "gallring")[1]["lagen"][0]

    assert (lage.gallras, lage.vantar, lage.kommer) == (3, 2, 10)
    assert "3 skulle gallras nu, 2 väntar" in gallra(IDAG, "--prova")
    assert sum(lage.dagar.values()) == 15
    assert lage.dagar[IDAG] == 3


def test_the_warned_are_listed_with_the_first_day_and_a_way_to_stop(
    klient, namnd, regel
):
    blankett = inkommen(namnd, GAMMAL)
    gallra(IDAG)

    sida, _ = las(klient, "gallring_forvarnade")

    assert blankett.regnr in sida
    assert "29 mars 2027" in sida
    assert reverse("gallring_stopp_blankett", args=[blankett.pk]) in sida


def test_with_nothing_warned_of_the_page_says_so(klient, namnd):
    assert "Inget gallras inom 30 dagar" in las(klient, "gallring_forvarnade")[0]


def test_a_board_that_is_not_hers_is_not_found(klient, namnd, regel):
    annan = bygge.ny_namnd("sjovik")
    for namn in ("gallring", "gallring_forvarnade", "gallring_protokoll"):
        assert klient.get(reverse(namn), {"namnd": annan.kort}).status_code == 404
    adress = reverse("gallring_protokollfil")
    assert klient.post(adress, {"namnd": annan.kort}).status_code == 404


def test_with_two_boards_she_chooses_and_sees_one_at_a_time(klient, samordnare, namnd):
    annan = bygge.ny_namnd("sjovik")
    samordnare.medlemskap.create(ratt=Ratt.SAMORDNARE, namnd=annan)

    sida, varden = las(klient, "gallring", namnd="sjovik")

    assert varden["namnd"] == annan
    assert '<option value="ekhamra">' in sida


# ---- Protocols -------------------------------------------------------------------


@pytest.fixture
def protokoll(regel, namnd):
    return Gallringsprotokoll.objects.rakna(regel, namnd, date(2027, 3, 1), 17)


def test_a_protocol_says_how_many_by_which_decision_and_never_what(
    klient, protokoll, namnd
):
    sida, _ = las(klient, "gallring_protokoll")
    assert protokoll.nummer in sida
    assert "Inte städad än" in sida

    ark, _ = las(klient, "gallringsprotokoll", protokoll.pk)

    for ord_ in ("KS 2026/123", "§ 45", ">17 blanketter<", "1 mars 2027", str(namnd)):
        assert ord_ in ark


@pytest.mark.parametrize(
    ("klass", "ord_"),
    [
        ("klassad", "de svar som valdes i listor"),
        ("dialog", "Blanketten och dess text"),
        ("personuppgifter", "Texterna i övrigt"),
    ],
)
def test_a_protocol_says_what_is_left(klient, namnd, forvaltare, klass, ord_):
    regel = bygge.ny_gallringsregel(forvaltare, klass)
    protokoll = Gallringsprotokoll.objects.rakna(regel, namnd, IDAG, 1)

    assert ord_ in las(klient, "gallringsprotokoll", protokoll.pk)[0]


def test_the_protocols_come_as_a_file_with_a_trace(klient, protokoll, namnd):
    svar = klient.post(reverse("gallring_protokollfil"), {"namnd": namnd.kort})

    text = svar.content.decode("utf-8-sig")
    (_, rad) = csv.reader(io.StringIO(text), delimiter=";")
    assert rad[0] == protokoll.nummer
    assert rad[3:7] == ["Klassad blankett", "17", "KS 2026/123", "§ 45"]
    assert svar["Cache-Control"] == "private, no-store"
    assert Spar.objects.get(handling="exporterad").objekt == "gallringsprotokollen"


def test_a_cell_that_a_spreadsheet_takes_for_a_formula_is_made_harmless(
    klient, namnd, forvaltare
):
    regel = bygge.ny_gallringsregel(forvaltare, dnr="=1+1")
    Gallringsprotokoll.objects.rakna(regel, namnd, IDAG, 1)

    svar = klient.post(reverse("gallring_protokollfil"), {"namnd": namnd.kort})

    assert ";'=1+1;" in svar.content.decode()


def test_another_boards_protocol_is_not_found(client, protokoll):
    annan = bygge.ny_anvandare(Ratt.SAMORDNARE, bygge.ny_namnd("sjovik"))
    client.force_login(annan)

    adress = reverse("gallringsprotokoll", args=[protokoll.pk])
    assert client.get(adress).status_code == 404


# ---- On the form's own page ------------------------------------------------------


def pa_blanketten(klient, blankett):
    return klient.get(blankett.get_absolute_url()).content.decode()


def test_the_forms_page_says_how_long_its_text_is_kept(klient, namnd, regel):
    blankett = inkommen(namnd, GAMMAL)
    assert "Texten gallras tidigast den <strong>29 mars 2027" in pa_blanketten(
        klient, blankett
    )
    ny = inkommen(namnd, date(2027, 3, 1))
    assert "<strong>2 mars 2029" in pa_blanketten(klient, ny)


@pytest.mark.parametrize(
    ("status", "ord_"),
    [
        (Blankett.Status.LAST, "först när blanketten är klassad"),
        (Blankett.Status.EJ_VBE, "ingen gallringsregel som gäller"),
    ],
)
def test_a_text_without_a_rule_is_kept_until_further(
    klient, namnd, regel, status, ord_
):
    assert ord_ in pa_blanketten(klient, inkommen(namnd, GAMMAL, status))


def test_the_forms_page_shows_the_stop_instead_of_the_day(
    klient, namnd, regel, samordnare
):
    blankett = inkommen(namnd, GAMMAL)
    bygge.nytt_gallringsstopp(samordnare, namnd, blankett=blankett, skal="Utlämnande")

    sida = pa_blanketten(klient, blankett)

    assert "Gallras inte från 15 mars 2027 tills vidare. Utlämnande" in sida
    assert "gallras tidigast" not in sida


def test_a_removed_text_has_no_period_left(klient, namnd, regel):
    blankett = inkommen(namnd, GAMMAL, gallrad=IDAG)

    sida = pa_blanketten(klient, blankett)

    assert "Texten är gallrad." in sida
    assert "Hur länge sparas texten?" not in sida


def test_the_writer_reads_when_her_text_goes_and_that_it_has_gone(namnd, regel):
    from blanketter.kvittolage import kvittolage

    def om_texten(blankett):
        return kvittolage(Blankett.objects.get(pk=blankett.pk)).om_texten

    klassad = inkommen(namnd, date(2027, 3, 1))
    oklassad = inkommen(namnd, date(2027, 3, 1), Blankett.Status.LAST)
    gallrad = inkommen(namnd, GAMMAL)
    Blankett.objects.filter(pk=gallrad.pk).update(text=None, gallrad=IDAG)

    assert "förstörs tidigast den 2 mars 2029" in om_texten(klassad)
    assert "först ska samordnaren ha bedömt den" in om_texten(oklassad)
    assert "gallrad sedan den 15 mars 2027" in om_texten(gallrad)
    regel.delete()
    assert "inget sådant än" in om_texten(oklassad)
