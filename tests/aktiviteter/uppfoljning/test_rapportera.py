"""Reporting on an activity by who signs in: hers, others', two at once, and closed."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from aktiviteter.models import Ansvar, Uppfoljning
from aktiviteter.uppfoljning import resultat
from tests import bygge, bygge_uppfoljning
from vbeplan.organisation.models import Ratt, Spar

pytestmark = pytest.mark.django_db
RAPPORT = {"status": "pagar", "resultat": "Två träffar.", "version": "0"}


@pytest.fixture
def ett(namnd, roll):
    plan = bygge_uppfoljning.beslutad_plan(
        namnd, roll=roll, maltal=Decimal(120), malenhet="platser"
    )
    return bygge_uppfoljning.nytt_tillfalle(plan)


@pytest.fixture
def ansvarig(namnd, roll, client):
    anvandare = bygge.ny_anvandare(Ratt.ANSVARIG, namnd, roller=[roll])
    client.force_login(anvandare)
    return anvandare


def adress(ett, nummer=1):
    return reverse("uppfoljning_rad", args=[ett.pk, nummer])


def test_she_reports_on_her_own_and_it_is_for_her_role(client, ett, ansvarig, roll):
    sidan = client.get(reverse("mina_rapporter")).text
    assert adress(ett, 1) in sidan
    assert adress(ett, 3) not in sidan  # another role's
    svar = client.post(adress(ett), RAPPORT, follow=True)
    rapport = Uppfoljning.objects.get()
    assert (rapport.roll, rapport.andrad_av) == (roll, ansvarig)
    assert rapport.rapporterad
    assert "Sparat" in svar.text
    assert Spar.objects.filter(handling="rapporterad", av=ansvarig).count() == 1


def test_her_own_page_warns_for_names_and_tells_of_no_one_elses_role(
    client, ett, ansvarig
):
    sidan = client.get(adress(ett)).text
    assert "Skriv inte om enskilda personer" in sidan
    assert "Du rapporterar åt" not in sidan


def test_she_goes_on_with_the_next_of_hers(client, ett, ansvarig):
    svar = client.post(adress(ett), RAPPORT | {"nasta_rad": "ja"})
    assert svar.url == adress(ett, 2)
    svar = client.post(adress(ett, 2), RAPPORT | {"nasta_rad": "ja"})
    assert svar.url == reverse("mina_rapporter")


def test_an_activity_of_another_role_is_refused(client, ett, ansvarig):
    assert client.get(adress(ett, 3)).status_code == 403
    assert client.post(adress(ett, 3), RAPPORT).status_code == 403
    assert not Uppfoljning.objects.exists()


def test_who_is_only_consulted_doesnt_report(client, namnd, ansvarig, roll):
    plan = bygge_uppfoljning.beslutad_plan(
        namnd, roll=roll, art=Ansvar.Art.I_SAMRAD_MED
    )
    ett = bygge_uppfoljning.nytt_tillfalle(plan)
    assert client.post(adress(ett), RAPPORT).status_code == 403
    assert not Uppfoljning.objects.redigerbara(ansvarig).exists()


def test_a_number_that_the_plan_lacks_is_not_found(client, ett, ansvarig):
    assert client.get(adress(ett, 99)).status_code == 404


@pytest.mark.parametrize("status", ["forsenad", "utgar"])
def test_a_deviation_needs_its_reason(client, ett, ansvarig, status):
    svar = client.post(adress(ett), RAPPORT | {"status": status, "skal": "  "})
    assert "Skriv varför" in svar.text
    assert "Två träffar." in svar.text
    assert not Uppfoljning.objects.exists()


@pytest.mark.parametrize(
    ("skrivet", "varde"),
    [
        ("80", "80"),
        ("0,5", "0.5"),
        ("1 250,75", "1250.75"),
        ("1\u00a0250", "1250"),
        ("85 %", "85"),
        ("80 platser", "80"),
        ("\u22123", "-3"),
    ],
)
def test_an_outcome_is_read_as_a_swede_writes_it(client, ett, ansvarig, skrivet, varde):
    client.post(adress(ett), RAPPORT | {"utfall": skrivet})
    assert Uppfoljning.objects.get().utfall == Decimal(varde)


@pytest.mark.parametrize("skrivet", ["många", "1,2,3", "1,234", "9" * 14, "NaN", "1e9"])
def test_what_is_no_number_is_told_and_stays(client, ett, ansvarig, skrivet):
    svar = client.post(adress(ett), RAPPORT | {"utfall": skrivet})
    assert svar.status_code == 200
    assert f'value="{skrivet}"' in svar.text
    assert not Uppfoljning.objects.exists()


def test_two_who_report_the_same_row_see_both_texts(client, ett, ansvarig):
    client.get(adress(ett))
    bygge_uppfoljning.ny_rapport(ett, 1, "genomford", resultat="Klart i april.")
    svar = client.post(adress(ett), RAPPORT)
    assert "Någon annan sparade medan du skrev" in svar.text
    assert "Två träffar." in svar.text  # in its field
    assert "april" in svar.text
    assert "Genomförd" in svar.text
    assert Uppfoljning.objects.get().resultat == "Klart i april."
    client.post(adress(ett), RAPPORT | {"version": "1"})  # she has seen it now
    assert Uppfoljning.objects.get().resultat == "Två träffar."


def test_pressing_twice_is_once(client, ett, ansvarig):
    client.post(adress(ett), RAPPORT)
    svar = client.post(adress(ett), RAPPORT)
    assert svar.status_code == 302
    assert Uppfoljning.objects.get().version == 1


def test_what_is_closed_takes_no_report_and_gives_the_words_back(client, ett, ansvarig):
    type(ett).objects.update(status="stangt", stangt=date(2027, 5, 16))
    svar = client.post(adress(ett), RAPPORT)
    assert "Uppföljningen är stängd" in svar.text
    assert "Två träffar." in svar.text
    assert not Uppfoljning.objects.exists()
    assert client.get(adress(ett)).status_code == 302


def test_the_coordinator_reports_for_a_role(client, ett, namnd):
    samordnare = bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)
    client.force_login(samordnare)
    assert "Du rapporterar åt Rektor" in client.get(adress(ett)).text
    svar = client.post(adress(ett, 3), RAPPORT)
    assert svar.url == ett.get_absolute_url()
    rapport = Uppfoljning.objects.get()
    assert (rapport.roll, rapport.andrad_av) == (None, samordnare)


def test_a_reader_and_another_boards_coordinator_get_nowhere(client, ett, namnd):
    client.force_login(bygge.ny_anvandare(Ratt.LASARE, namnd))
    assert client.post(adress(ett), RAPPORT).status_code == 403
    frammande = bygge.ny_namnd("sjovik")
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, frammande))
    assert client.post(adress(ett), RAPPORT).status_code == 404
    assert client.get(ett.get_absolute_url()).status_code == 404


def test_the_latest_report_is_the_result(ett):
    bygge_uppfoljning.ny_rapport(ett, 1, resultat="Började")
    efter = ett.senast + timedelta(days=200)
    vb = bygge_uppfoljning.nytt_tillfalle(ett.plan, "vb", senast=efter)
    bygge_uppfoljning.ny_rapport(vb, 1, "utgar", resultat="", skal="Skolan lades ner")
    bygge_uppfoljning.ny_rapport(ett, 2, utfall=Decimal("80.50"))
    svar = resultat(ett.plan)
    assert set(svar) == {1, 2}
    assert svar[1].i_ord == "Utgår. Skolan lades ner."
    assert svar[1].tillfalle == f"Verksamhetsberättelse {ett.ar}"
    assert svar[2].utfall == "80,5 av 120 platser"
