"""The rules' pages: kept by the förvaltare, each with its decision; read by others."""

from datetime import date

import pytest
from django.urls import reverse

from blanketter.models import Gallringsregel
from tests import bygge
from tests.blanketter.gallring.conftest import IDAG, pa_dagen
from vbeplan.organisation.models import Ratt, Spar

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def idag():
    with pa_dagen(IDAG):
        yield


@pytest.fixture
def klient(client, forvaltare):
    client.force_login(forvaltare)
    return client


@pytest.fixture
def regel(forvaltare):
    return bygge.ny_gallringsregel(forvaltare)


def falt(**mer):
    return {
        "klass": "klassad",
        "namnd": "",
        "antal": "24",
        "enhet": "manader",
        "raknas": "dagen",
        "dnr": "KS 2027/14",
        "paragraf": "§ 12",
        "beslutad": "2027-02-03",
    } | mer


def till(namn, *argument):
    return reverse(namn, args=argument)


def test_a_rule_is_laid_in_with_its_decision_and_a_trace(klient, forvaltare):
    svar = klient.post(till("gallringsregel_ny"), falt(), follow=True)

    regel = Gallringsregel.objects.get()
    assert regel.beslut == "KS 2027/14, § 12, 2027-02-03"
    assert (regel.inlagd_av, regel.inlagd, regel.namnd) == (forvaltare, IDAG, None)
    sida = svar.content.decode()
    assert "Regeln gäller nu." in sida
    assert "tidigast den 16 mars 2029" in sida
    spar = Spar.objects.get()
    assert (spar.handling, spar.av, spar.namnd) == ("skapad", forvaltare, None)
    assert "24 månader" in spar.objekt


def test_a_boards_own_rule_stands_beside_the_citys(klient, namnd, regel):
    klient.post(till("gallringsregel_ny"), falt(namnd=namnd.pk, antal="36"))

    assert Gallringsregel.objects.per_klass(namnd)["klassad"].antal == 36
    sida = klient.get(till("gallring_regler")).content.decode()
    assert "Hela kommunen" in sida
    assert str(namnd) in sida


@pytest.mark.parametrize(
    ("fel", "ord_"),
    [
        ({"klass": ""}, "Välj vad som ska gallras."),
        ({"antal": ""}, "Skriv ett tal, till exempel 24."),
        ({"antal": "0"}, "behöver rättas"),
        ({"antal": "1201"}, "behöver rättas"),
        ({"dnr": " "}, "Skriv beslutets diarienummer."),
        ({"paragraf": ""}, "Skriv paragrafen ur protokollet."),
        ({"beslutad": "igår"}, "år-månad-dag"),
        ({"beslutad": "2027-03-16"}, "Skriv en dag som har varit."),
    ],
)
def test_a_rule_that_is_not_right_is_told_and_keeps_what_was_typed(klient, fel, ord_):
    svar = klient.post(till("gallringsregel_ny"), falt(**fel))

    sida = svar.content.decode()
    assert ord_ in sida
    assert 'value="KS 2027/14"' in sida or 'value="§ 12"' in sida
    assert not Gallringsregel.objects.exists()


@pytest.mark.parametrize("egen", [False, True])
def test_two_rules_for_the_same_are_refused_with_what_to_do(
    klient, forvaltare, namnd, egen
):
    bygge.ny_gallringsregel(forvaltare, namnd=namnd if egen else None)

    svar = klient.post(till("gallringsregel_ny"), falt(namnd=namnd.pk if egen else ""))

    assert "har redan en regel för det. Öppna den" in svar.content.decode()
    assert Gallringsregel.objects.count() == 1


def test_a_changed_rule_follows_the_old_one_which_stays(klient, regel, forvaltare):
    nya = falt(antal="12", dnr="KS 2027/99")

    klient.post(till("gallringsregel_andra", regel.pk), nya)

    gammal, ny = Gallringsregel.objects.order_by("pk")
    assert (gammal.antal, gammal.avslutad, gammal.avslutad_av) == (24, IDAG, forvaltare)
    assert (ny.klass, ny.antal, ny.dnr, ny.avslutad) == (
        "klassad", 12, "KS 2027/99", None
    )  # fmt: skip
    sida = klient.get(till("gallring_regler")).content.decode()
    assert "Regler som har upphört (1)" in sida


def test_a_change_that_changes_nothing_is_told(klient, regel):
    samma = {
        "antal": 24, "enhet": "manader", "raknas": "dagen", "dnr": regel.dnr,
        "paragraf": regel.paragraf, "beslutad": regel.beslutad.isoformat(),
    }  # fmt: skip

    svar = klient.post(till("gallringsregel_andra", regel.pk), samma)

    assert "Regeln ser redan ut så." in svar.content.decode()
    assert Gallringsregel.objects.count() == 1


def test_when_somebody_else_changed_the_rule_first_nothing_typed_is_lost(
    klient, regel, forvaltare
):
    from blanketter.forms.gallring import GallringsregelForm

    form = GallringsregelForm(falt(antal="12"), efter=regel)
    assert form.is_valid()
    bygge.ny_gallringsregel(forvaltare, efter=regel, antal=6)

    assert not form.spara(av=forvaltare)

    assert "Någon annan ändrade regeln" in str(form.errors)
    assert Gallringsregel.objects.galler().get().antal == 6


def test_a_rule_that_has_ended_is_not_changed(klient, regel, forvaltare):
    regel.avsluta(av=forvaltare)

    svar = klient.post(
        till("gallringsregel_andra", regel.pk), falt(antal="12"), follow=True
    )

    assert "Regeln är avslutad." in svar.content.decode()
    assert Gallringsregel.objects.count() == 1


def test_a_rule_is_ended_after_a_second_look_and_stays_to_read(klient, regel):
    sida = klient.get(till("gallringsregel_avsluta", regel.pk)).content.decode()
    assert "Det som redan är förvarnat stannar kvar" in sida

    klient.post(till("gallringsregel_avsluta", regel.pk))
    klient.post(till("gallringsregel_avsluta", regel.pk))  # pressed twice

    regel.refresh_from_db()
    assert regel.avslutad == IDAG
    assert Spar.objects.filter(handling="borttagen").count() == 1
    ark = klient.get(regel.get_absolute_url()).content.decode()
    assert "Gäller inte längre" in ark
    assert "Ändra regeln" not in ark


def test_a_coordinator_reads_the_rules_she_works_by_and_changes_none(
    client, samordnare, regel, forvaltare
):
    annan = bygge.ny_namnd("sjovik")
    annans = bygge.ny_gallringsregel(forvaltare, "ej_vbe", namnd=annan, dnr="SJO 1")
    client.force_login(samordnare)

    sida = client.get(till("gallring_regler")).content.decode()

    assert "KS 2026/123" in sida
    assert "SJO 1" not in sida
    assert "Ny regel" not in sida
    assert client.get(regel.get_absolute_url()).status_code == 200
    assert client.get(till("gallringsregel_andra", regel.pk)).status_code == 403
    assert client.get(annans.get_absolute_url()).status_code == 404
    assert client.post(till("gallringsregel_avsluta", annans.pk)).status_code == 404
    assert client.get(till("gallringsregel_ny")).status_code == 404


@pytest.mark.parametrize("ratt", [Ratt.LASARE, Ratt.CENTRAL, None])
def test_others_do_not_know_that_there_are_rules(client, namnd, regel, ratt):
    hennes = namnd if ratt == Ratt.LASARE else None
    client.force_login(bygge.ny_anvandare(ratt, hennes))

    assert client.get(till("gallring_regler")).status_code == 404
    assert client.get(regel.get_absolute_url()).status_code == 404


def test_a_long_decision_number_is_told_not_cut(klient):
    svar = klient.post(till("gallringsregel_ny"), falt(dnr="K" * 61))

    assert "Skriv högst 60 tecken. Nu är det 61." in svar.content.decode()
    assert not Gallringsregel.objects.filter(beslutad=date(2027, 2, 3)).exists()
