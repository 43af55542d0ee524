"""A role's personal link: what opens by it, what doesn't, and what is stored of it."""

from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from aktiviteter.handlingar.sla_samman_roller import sla_samman_roller
from aktiviteter.handlingar.uppfoljning import (
    fornya_lank,
    oppna_igen,
    stang_tillfalle,
)
from aktiviteter.models import Rapportlank, Uppfoljning
from tests import bygge, bygge_uppfoljning
from vbeplan.organisation.models import Ratt, Spar

pytestmark = pytest.mark.django_db
RAPPORT = {
    "status": "forsenad",
    "resultat": "Vi har börjat.",
    "skal": "Sjuk personal",
    "version": "0",
}
IDAG = date(2027, 3, 1)


@pytest.fixture(autouse=True)
def klocka():
    with time_machine.travel(f"{IDAG}T09:00:00+01:00"):
        yield


@pytest.fixture
def ett(namnd, roll):
    plan = bygge_uppfoljning.beslutad_plan(namnd, roll=roll)
    return bygge_uppfoljning.nytt_tillfalle(plan)


@pytest.fixture
def lank(ett, roll):
    return bygge_uppfoljning.ny_rapportlank(ett, roll)


def raden(lank, nummer=1):
    return reverse("rapportlank_rad", args=[lank.lanknyckel, nummer])


def hejdas(svar, lank):
    """Tell whether the page says that the link doesn't work, and not whose it was."""
    text = svar.text
    rojer = [str(lank.roll), "Siv Ek", lank.epost, str(lank.tillfalle)]
    return "Länken gäller inte" in text and not any(ord_ in text for ord_ in rojer)


def test_the_role_sees_its_rows_and_reports(client, lank, roll):
    sidan = client.get(lank.lank()).text
    assert "Rektor" in sidan
    assert "2 av 2 aktiviteter kvar" in sidan
    assert raden(lank, 3) not in sidan  # another role's
    assert "Siv Ek" not in sidan
    svar = client.post(raden(lank), RAPPORT)
    assert svar.url == f"{lank.lank()}#aktivitet-1"
    rapport = Uppfoljning.objects.get()
    assert (rapport.status, rapport.roll, rapport.andrad_av) == ("forsenad", roll, None)


def test_nothing_is_stored_but_the_role(client, lank):
    client.post(raden(lank), RAPPORT, headers={"user-agent": "Telefon/1"})
    spar = Spar.objects.get(handling="rapporterad")
    assert spar.av is None
    assert "länk till Rektor" in spar.objekt
    assert str(spar).startswith("Rapportlänk rapporterade aktivitet 1")
    assert not client.session.keys()


def test_only_a_hash_of_the_key_is_kept(lank):
    assert lank.lanknyckel not in [*map(str, Rapportlank.objects.values_list())]
    assert lank.nyckel != lank.lanknyckel


def test_one_row_leads_to_the_next(client, lank):
    svar = client.post(raden(lank), RAPPORT | {"nasta_rad": "ja"})
    assert svar.url == raden(lank, 2)
    svar = client.post(raden(lank, 2), RAPPORT | {"nasta_rad": "ja"})
    assert svar.url.startswith(lank.lank())
    assert "Tack! Allt är rapporterat" in client.get(lank.lank()).text


def test_no_cache_and_no_index(client, lank):
    for adress in (lank.lank(), raden(lank), reverse("rapportlank", args=["gissad"])):
        svar = client.get(adress)
        assert svar["Cache-Control"] == "no-store"
        assert svar["X-Robots-Tag"] == "noindex, nofollow"
        assert svar["Referrer-Policy"] == "no-referrer"


def test_opening_a_link_changes_nothing(client, lank):
    """A mail scanner opens every link."""
    client.get(lank.lank())
    client.head(lank.lank())
    client.get(raden(lank))
    assert not Uppfoljning.objects.exists()
    assert not Spar.objects.filter(handling="rapporterad").exists()


def test_who_is_signed_in_is_nobody_here(client, lank, namnd):
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, namnd))
    client.post(raden(lank), RAPPORT)
    assert Uppfoljning.objects.get().andrad_av is None


def test_a_guessed_link_tells_nothing(client, lank):
    svar = client.get(reverse("rapportlank", args=["a" * 32]))
    assert svar.status_code == 404
    assert hejdas(svar, lank)


def test_after_its_day_the_link_tells_nothing_and_gives_the_words_back(client, lank):
    Rapportlank.objects.update(giltig_till=IDAG - timedelta(days=1))
    assert hejdas(client.get(lank.lank()), lank)
    svar = client.post(raden(lank), RAPPORT)
    assert svar.status_code == 409
    assert "Vi har börjat." in svar.text
    assert "Sjuk personal" in svar.text
    assert "Titta efter ett nyare brev" in svar.text
    assert not Uppfoljning.objects.exists()


def test_on_its_last_day_it_still_opens(client, lank):
    Rapportlank.objects.update(giltig_till=IDAG)
    assert client.get(lank.lank()).status_code == 200


def test_a_closed_occasion_shuts_it_and_opening_again_lets_it_in(client, lank, ett):
    stang_tillfalle(ett, av=None)
    assert hejdas(client.get(lank.lank()), lank)
    svar = client.post(raden(lank), RAPPORT)
    assert svar.status_code == 409
    assert "Vi har börjat." in svar.text
    oppna_igen(ett, senast=IDAG + timedelta(days=3), skal="Fel.", av=None)
    assert client.get(lank.lank()).status_code == 200


def test_a_link_that_was_forwarded_can_be_withdrawn(client, lank, ett, roll):
    fornya_lank(ett, roll, av=None)
    assert hejdas(client.get(lank.lank()), lank)
    ny = bygge_uppfoljning.ny_rapportlank(ett, roll)
    assert ny.lanknyckel != lank.lanknyckel
    assert client.get(ny.lank()).status_code == 200


def test_a_row_that_is_no_longer_the_roles_gives_the_words_back(client, lank):
    svar = client.post(raden(lank, 3), RAPPORT)
    assert svar.status_code == 409
    assert "Rollen svarar inte för aktiviteten längre" in svar.text
    assert "Vi har börjat." in svar.text


def test_two_who_report_the_same_row_see_both_texts(client, lank):
    client.post(raden(lank), RAPPORT)
    svar = Client().post(raden(lank), RAPPORT | {"resultat": "Vi är klara."})
    assert "Någon annan sparade medan du skrev" in svar.text
    assert "Vi är klara." in svar.text
    assert "Det här är sparat nu" in svar.text
    assert Uppfoljning.objects.get().resultat == "Vi har börjat."


def test_a_missing_reason_is_asked_for(client, lank):
    svar = client.post(raden(lank), RAPPORT | {"skal": ""})
    assert "Skriv varför" in svar.text
    assert "Vi har börjat." in svar.text


def test_another_cookies_token_gives_the_words_back(lank):
    klient = Client(enforce_csrf_checks=True)
    svar = klient.post(raden(lank), RAPPORT)
    assert svar.status_code == 403
    assert "Vi har börjat." in svar.text
    assert "Sidan hade blivit för gammal" in svar.text
    assert not Uppfoljning.objects.exists()


def test_both_links_work_when_two_roles_have_become_one(client, ett, lank, namnd, roll):
    annan = bygge.ny_roll(namnd, "Rektorn")
    andras = bygge_uppfoljning.ny_rapportlank(ett, annan)
    bygge_uppfoljning.ny_rapport(ett, 2, roll=annan)
    sla_samman_roller(annan, roll, av=None)
    for en in (lank, andras):
        assert client.get(en.lank()).status_code == 200
    assert Uppfoljning.objects.get().roll == roll
