"""The registers of boards that have become one are offered as a list, then taken in."""

import pytest

from lagesbild.models import Grupp, Respondent
from tests.bygge import ny_anvandare, ny_enhet, ny_namnd, nytt_delomrade
from tests.bygge_lagesbild import ny_respondent
from vbeplan.organisation.models import Ratt

pytestmark = pytest.mark.django_db
ENHETER = "/blanketter/enheter/ekvik/ta-in/"
RESPONDENTER = "/lagesbild/respondenter/ekvik/ta-in/"


@pytest.fixture
def ekvik():
    return ny_namnd("ekvik")


@pytest.fixture
def ekhamra(ekvik):
    namnd = ny_namnd()
    namnd.efterfoljare.add(ekvik)
    return namnd


@pytest.fixture
def klient(client, ekvik, ekhamra):
    """The browser of who coordinates both."""
    person = ny_anvandare(Ratt.SAMORDNARE, ekvik)
    person.medlemskap.create(ratt=Ratt.SAMORDNARE, namnd=ekhamra)
    client.force_login(person)
    return client


def ifyllt(klient, adress):
    return klient.get(adress).context["form"]["text"].value() or ""


def ta_in(klient, adress, text, **falt):
    falt = {"text": text, "bekrafta": "ja"} | falt
    return klient.post(adress, falt)


def test_the_units_are_filled_in_with_the_parts_that_are_still_there(
    klient, ekvik, ekhamra
):
    for namnd in (ekhamra, ekvik):
        namnd.delomraden.create(namn="Norra")
    norra = ekhamra.delomraden.get(namn="Norra")
    ny_enhet(ekhamra, "Norra skolan", delomrade=norra, epost="norra@granby.example")
    ny_enhet(ekhamra, "Åsens skola", delomrade=nytt_delomrade(ekhamra))
    ny_enhet(ekhamra, "Finns redan")
    ny_enhet(ekvik, "Finns redan")
    text = ifyllt(klient, ENHETER)
    assert [rad.split("\t")[0] for rad in text.splitlines()] == [
        "Norra skolan",
        "Åsens skola",
    ]
    assert "Ekhamra stadsdelsnämnd hade" in klient.get(ENHETER).text
    ta_in(klient, ENHETER, text, fran="2026-01-01")
    nya = {e.namn: e for e in ekvik.enheter.select_related("delomrade")}
    assert nya["Norra skolan"].delomrade.namnd_id == ekvik.pk
    assert nya["Norra skolan"].epost == "norra@granby.example"
    assert nya["Åsens skola"].delomrade is None
    assert ifyllt(klient, ENHETER) == ""


def test_the_respondents_too(klient, ekvik, ekhamra):
    ny_respondent(ekhamra, "Ekhamra IF", Grupp.FORENING)
    text = ifyllt(klient, RESPONDENTER)
    ta_in(klient, RESPONDENTER, text)
    assert Respondent.objects.get(namnd=ekvik).grupp == Grupp.FORENING


def test_who_does_not_coordinate_the_old_board_gets_an_empty_list(
    client, ekvik, ekhamra
):
    ny_respondent(ekhamra, "Ekhamra IF", Grupp.FORENING)
    client.force_login(ny_anvandare(Ratt.SAMORDNARE, ekvik))
    assert ifyllt(client, RESPONDENTER) == ""
    assert "Ekhamra" not in client.get(RESPONDENTER).text
