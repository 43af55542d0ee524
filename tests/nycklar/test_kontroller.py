"""A key that is missing, wrong or badly kept is told in words that say what to do."""

import pytest
from django.core import checks
from django.urls import reverse

from blanketter.kvitto import ny_kod
from blanketter.models import Blankett
from tests import bygge
from tests.nycklar.conftest import ny_nyckel
from vbeplan.nycklar.hemlighet import glom
from vbeplan.nycklar.kontroller import nyckelfilens_plats, nycklarna_racker
from vbeplan.organisation.models import Ratt

RATT, FEL = ny_nyckel("ratt"), ny_nyckel("fel")
SAKNAS = "som saknas i NYCKLAR"
SAMMA_NAMN = "krypterad med en annan nyckel med samma namn"


@pytest.fixture
def blankett(db, byt_ring):
    byt_ring(RATT)
    namnd = bygge.ny_namnd()
    blankett = bygge.ny_blankett(namnd)
    Blankett.objects.update(status=Blankett.Status.LAST)
    return blankett


@pytest.fixture
def klient(client, blankett):
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, blankett.namnd))
    client.raise_request_exception = False
    return client


def en_annan_med_samma_namn():
    return ny_nyckel("ratt")


# ---- On a page -------------------------------------------------------------------


def test_a_text_whose_key_is_there_is_read(klient, blankett):
    assert "lyktstolpe" in klient.get(blankett.get_absolute_url()).content.decode()


@pytest.mark.parametrize(
    ("ring", "ord_"),
    [(FEL, SAKNAS), (en_annan_med_samma_namn(), SAMMA_NAMN)],
    # The keys are new in each process, the names of the tests may not be.
    ids=["saknas", "samma-namn"],
)
def test_a_page_whose_key_is_missing_or_wrong_says_what_the_operator_does(
    klient, blankett, byt_ring, ring, ord_
):
    """The page that releases the text; the form's own page shows all but the text."""
    byt_ring(ring)

    svar = klient.get(reverse("utlamna", args=[blankett.pk]))

    sida = svar.content.decode()
    assert svar.status_code == 503
    assert ord_ in sida
    assert "Ge det här till den som sköter servern" in sida
    assert "rotera_nycklar --kontrollera" in sida
    assert ring.split(":")[1] not in sida


def test_other_pages_go_on(klient, blankett, byt_ring):
    byt_ring(FEL)

    assert klient.get(reverse("inkorg")).status_code == 200
    assert klient.get(reverse("skrivbord")).status_code == 200


def test_an_open_page_gives_the_words_back_and_tells_nothing_of_keys(
    client, blankett, byt_ring
):
    client.raise_request_exception = False

    kod = ny_kod("bevis")
    byt_ring(FEL)
    glom()

    svar = client.post(reverse("kvitto"), {"kod": kod})

    sida = svar.content.decode()
    assert svar.status_code == 503
    assert "Det går inte att spara just nu" in sida
    assert kod in sida
    assert "NYCKLAR" not in sida


# ---- On the command line ---------------------------------------------------------


def test_check_names_the_key_that_texts_need(blankett, byt_ring):
    assert nycklarna_racker(None, ["default"]) == []
    byt_ring(FEL)

    (fel,) = nycklarna_racker(None, ["default"])

    assert fel.id == "nycklar.E001"
    assert "med nyckeln ”ratt”" in fel.msg
    assert "Lägg tillbaka den" in fel.hint
    assert fel.level == checks.ERROR


def test_check_asks_no_database_unless_it_may(blankett, byt_ring):
    byt_ring(FEL)

    assert nycklarna_racker(None, None) == []
    sagda = checks.run_checks(databases=["default"])
    assert [f.id for f in sagda if not f.is_silenced()] == ["nycklar.E001"]


def test_a_key_file_beside_the_database_is_warned_of(settings, tmp_path):
    settings.VAR_DIR = tmp_path / "var"
    settings.NYCKELFIL = str(tmp_path / "var" / "nycklar")
    assert [v.id for v in nyckelfilens_plats(None)] == ["nycklar.W001"]

    settings.NYCKELFIL = str(tmp_path / "nycklar")
    assert nyckelfilens_plats(None) == []
    settings.NYCKELFIL = ""
    assert nyckelfilens_plats(None) == []
