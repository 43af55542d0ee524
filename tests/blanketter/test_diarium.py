"""The register for the diarium: every received form, and no word of any."""

import csv
import io
from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from blanketter.diarium import BOM, KOLUMNER, ofarlig
from blanketter.handlingar import stalla_fraga, svara, ta_tillbaka
from blanketter.models import Blankett
from tests import bygge
from tests.blanketter import bordet
from tests.blanketter.bordet import last_blankett
from vbeplan.organisation.models import Ratt, Spar

pytestmark = pytest.mark.django_db
ALLT = {"fran": "", "till": ""}


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def samordnare(namnd):
    return bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)


@pytest.fixture
def klient(client, samordnare):
    client.force_login(samordnare)
    return client


def inkommen(namnd, dag, **falt):
    blankett = bygge.ny_blankett(namnd)
    Blankett.objects.filter(pk=blankett.pk).update(inkom=dag, **falt)
    blankett.refresh_from_db()
    return blankett


def sidan(klient, **val):
    return klient.get(reverse("diarium"), val)


def filen(klient, **val):
    return klient.post(reverse("diarium_fil"), ALLT | val)


def rader(svar):
    """The file as a spreadsheet reads it."""
    text = b"".join(svar.streaming_content).decode()
    assert text.startswith(BOM)
    return list(csv.reader(io.StringIO(text.removeprefix(BOM)), delimiter=";"))


def numren(svar):
    return bordet.sida(svar).xpath("//tbody//th/text()")


def test_every_form_stands_with_number_day_and_status_and_without_its_words(
    klient, namnd, samordnare
):
    blankett = last_blankett(namnd, text="Hemligt ord nämns här i texten.")
    stalla_fraga(blankett, "Minns du mer?", "f", av=samordnare)
    svara(blankett, "Hemligt svar.", "s")

    svar = filen(klient)

    rubrik, rad = rader(svar)
    assert rubrik == list(KOLUMNER)
    idag = timezone.localdate().isoformat()
    assert rad[:3] == [blankett.regnr, idag, str(namnd)]
    assert rad[4:] == ["2", "Läst", "Finns"]
    assert not any("Hemligt" in cell for cell in rad)
    assert "Hemligt" not in sidan(klient).content.decode()


def test_forms_taken_back_put_aside_and_removed_are_in_it_too(klient, namnd):
    atertagen = bygge.ny_blankett(namnd)
    ta_tillbaka(atertagen)
    inkommen(namnd, date(2026, 5, 1), status="ingar", lagesbild_ar=2027)
    inkommen(namnd, date(2026, 6, 1), status="ej_vbe", text=None, gallrad="2027-03-01")

    lagen = {rad[5]: rad[6] for rad in rader(filen(klient))[1:]}

    assert lagen == {
        "Återtagen": "Finns",
        "Ingår i lägesbilden 2027": "Finns",
        "Inte VBE": "Gallrad 2027-03-01",
    }


def test_forms_of_a_day_are_ordered_by_their_random_number(klient, namnd):
    alla = [bygge.ny_blankett(namnd).regnr for _ in range(9)]

    assert numren(sidan(klient)) == sorted(alla)
    assert [rad[0] for rad in rader(filen(klient))[1:]] == sorted(alla)


@pytest.mark.parametrize(
    ("val", "antal"),
    [
        (ALLT, 3),
        ({"fran": "2026-02-01", "till": ""}, 2),
        ({"fran": "2026-02-01", "till": "2026-02-01"}, 1),
        ({"fran": "", "till": "2025-12-31"}, 0),
    ],
)
def test_the_days_chosen_are_those_shown_and_those_in_the_file(
    klient, namnd, val, antal
):
    for manad in (1, 2, 3):
        inkommen(namnd, date(2026, manad, 1))

    svar = sidan(klient, **val)

    assert len(numren(svar)) == antal
    assert len(rader(filen(klient, **val))) == antal + 1
    if not antal:
        assert "Ingen blankett kom in under tiden" in bordet.orden(svar)


def test_at_first_this_years_are_shown(klient, namnd):
    i_ar = inkommen(namnd, timezone.localdate().replace(month=1, day=1))
    inkommen(namnd, timezone.localdate().replace(year=2025, month=12, day=31))

    assert numren(sidan(klient)) == [i_ar.regnr]


def test_a_long_register_is_cut_on_the_page_and_whole_in_the_file(
    klient, namnd, monkeypatch
):
    monkeypatch.setattr("blanketter.views.diarium.SKRIVS_UT", 3)
    for _ in range(5):
        bygge.ny_blankett(namnd)

    svar = sidan(klient)

    assert len(numren(svar)) == 3
    assert "Listan visar de första 3" in bordet.orden(svar)
    assert len(rader(filen(klient))) == 6


def test_to_fetch_the_file_leaves_a_trace_and_to_look_leaves_none(klient, namnd):
    sidan(klient)
    assert not Spar.objects.exists()

    svar = filen(klient, fran="2026-01-01")

    spar = Spar.objects.get()
    assert spar.handling == Spar.Handling.EXPORTERAD
    assert spar.objekt == "diarieförteckningen, från 2026-01-01"
    assert svar["Content-Type"] == "text/csv; charset=utf-8"
    assert "no-store" in svar["Cache-Control"]
    assert "filename*=utf-8''Diarief%C3%B6rteckning" in svar["Content-Disposition"]


@pytest.mark.parametrize("tecken", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_a_spreadsheet_takes_for_a_formula_is_made_harmless(client, tecken):
    assert ofarlig(f"{tecken}1+1").startswith("'")

    namnd = bygge.ny_namnd(namn=f"{tecken}HYPERLINK nämnden")
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, namnd))
    bygge.ny_blankett(namnd)
    assert rader(filen(client))[1][2][0] not in "=+-@\t\r"


@pytest.mark.parametrize(
    ("val", "fel"),
    [
        ({"fran": "i går"}, "Skriv datumet som"),
        ({"fran": "\0"}, "Skriv datumet som"),
        ({"fran": "2026-02-30"}, "Skriv datumet som"),
        ({"till": "x" * 10_000}, "Skriv datumet som"),
        ({"fran": "2026-03-01", "till": "2026-02-01"}, "Välj en dag efter"),
    ],
)
def test_days_that_cannot_be_read_are_told_and_give_no_file(klient, namnd, val, fel):
    bygge.ny_blankett(namnd)

    for svar in (sidan(klient, **val), filen(klient, **val)):
        assert svar.status_code == 200
        assert not svar.streaming
        assert fel in bordet.felen(svar)
    assert not Spar.objects.exists()


def test_who_has_two_boards_gets_one_at_a_time(client, namnd):
    sjovik = bygge.ny_namnd("sjovik")
    maria = bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)
    maria.medlemskap.create(ratt=Ratt.SAMORDNARE, namnd=sjovik)
    ett, tva = bygge.ny_blankett(namnd), bygge.ny_blankett(sjovik)
    client.force_login(maria)

    assert numren(sidan(client, namnd="ekhamra", **ALLT)) == [ett.regnr]
    assert [r[0] for r in rader(filen(client, namnd="sjovik"))][1:] == [tva.regnr]


def test_everybody_else_gets_none_or_her_own_boards(client, namnd):
    bygge.ny_blankett(namnd)

    for vem, person in bordet.utan_ratt(namnd).items():
        client.force_login(person)
        if vem == "another board's coordinator":
            assert numren(sidan(client, namnd=namnd.kort, **ALLT)) == []
            assert not filen(client, namnd=namnd.kort).streaming
        else:
            assert sidan(client).status_code == 404, vem
            assert filen(client).status_code == 404, vem


def test_the_file_is_not_given_to_a_link(klient):
    assert klient.get(reverse("diarium_fil")).status_code == 405
