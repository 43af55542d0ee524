"""The number of queries of the form's pages and the desk's: not by rows either."""

import pytest
from django.urls import reverse

from blanketter.dolda_delar import Spann
from blanketter.handlingar.dialog import stalla_fraga
from blanketter.handlingar.lasa import lasa
from blanketter.handlingar.maskera import maskera
from blanketter.handlingar.svara_for_enhet import svara_for_enhet
from blanketter.models import Rapportering
from blanketter.models.rapportperiod import Periodtyp
from tests import bygge
from tests.hus.test_fragor import MANGA, antal
from vbeplan import nycklar
from vbeplan.organisation.models import Kommun, Ratt

pytestmark = pytest.mark.django_db
MEST = 15
INKORGEN = 12


@pytest.fixture
def namnd(django_capture_on_commit_callbacks):
    """A board in a named city, whose process has read the installation's secret."""
    Kommun.objects.create(namn="Granby stad")
    with django_capture_on_commit_callbacks(execute=True):
        nycklar.hmac("prov", "prov")
    return bygge.ny_namnd()


@pytest.fixture
def samordnare(client, namnd):
    """A coordinator who may also hide words, signed in."""
    anvandare = bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)
    anvandare.medlemskap.create(ratt=Ratt.MASKERA, namnd=namnd)
    client.force_login(anvandare)
    return anvandare


def inlagd(namnd, av, nr):
    """Return a form that is read, asked about and has a word hidden."""
    blankett = bygge.ny_blankett(namnd, text=f"Klistermärke {nr} på en dörr.")
    lasa(blankett, av=av)
    stalla_fraga(blankett, "Vilken dörr?", f"fraga-{nr}", av=av)
    maskera(blankett, [Spann(0, 5, "namn")], av=av, sedd=blankett.rakning)
    return blankett


def test_the_inbox_and_what_leads_from_it_cost_the_same_with_1_form_and_30(
    client, namnd, samordnare
):
    ett = inlagd(namnd, samordnare, 0)
    sidor = [
        reverse("inkorg"),
        f"{reverse('inkorg_flera')}?vald={ett.pk}",
        reverse("diarium"),
        ett.get_absolute_url(),
        reverse("inkommen_dolj", args=[ett.pk]),
        reverse("utlamna", args=[ett.pk]),
        reverse("skrivbord"),
    ]
    # Another form is there already: the page then asks for those around it too.
    inlagd(namnd, samordnare, 1)
    bygge.ny_blankett(namnd)
    fore = {url: antal(client, url) for url in sidor}

    for nr in range(MANGA):
        inlagd(namnd, samordnare, 2 + nr)
        bygge.ny_blankett(namnd)

    assert {url: antal(client, url) for url in sidor} == fore
    assert fore[reverse("inkorg")] <= INKORGEN
    assert max(fore.values()) <= MEST


def test_the_register_of_units_costs_the_same_with_1_unit_and_30(
    client, namnd, samordnare
):
    val = Rapportering.objects.create(namnd=namnd, periodtyp=Periodtyp.MANAD)
    period = val.oppna()[0]
    enhet = bygge.ny_enhet(namnd, delomrade=bygge.nytt_delomrade(namnd))
    svara_for_enhet(enhet, period)
    namn = ("enheter_lankar", "enheter_paminn", "enheter_ta_in")
    sidor = [
        reverse("enheter"),
        enhet.get_absolute_url(),
        *(reverse(n, args=[namnd.kort]) for n in namn),
    ]
    fore = {url: antal(client, url) for url in sidor}

    for nr in range(MANGA):
        ny = bygge.ny_enhet(namnd, delomrade=bygge.nytt_delomrade(namnd))
        if nr % 2:
            svara_for_enhet(ny, period)

    assert {url: antal(client, url) for url in sidor} == fore
    assert max(fore.values()) <= MEST


def test_the_open_pages_cost_the_same_with_1_board_and_30(client, namnd):
    bygge.ny_stegtext(namnd)
    bygge.ny_kontakt(namnd)
    enhet = bygge.ny_enhet(namnd)
    namn = ("rutin", "rutin_utskrift", "blankett")
    sidor = [
        reverse("oro"),
        enhet.lank(),
        *(reverse(n, args=[namnd.kort]) for n in namn),
    ]
    bygge.nytt_delomrade(namnd)
    bygge.ny_namnd("sjovik")
    fore = {url: antal(client, url) for url in sidor}

    for nr in range(MANGA):
        annan = bygge.ny_namnd(f"namnd-{nr}")
        bygge.ny_kontakt(annan)
        bygge.ny_kontakt(namnd)
        bygge.ny_enhet(namnd)
        bygge.nytt_delomrade(namnd)

    assert {url: antal(client, url) for url in sidor} == fore
    assert max(fore.values()) <= MEST


def test_editing_the_routine_costs_the_same_with_1_contact_and_30(
    client, namnd, samordnare
):
    kontakt = bygge.ny_kontakt(namnd)
    bygge.ny_stegtext(namnd)
    sidor = [
        reverse("rutin_redigera", args=[namnd.kort]),
        reverse("rutin_steg", args=[namnd.kort, "barn"]),
        reverse("kontakt", args=[kontakt.pk]),
    ]
    fore = {url: antal(client, url) for url in sidor}

    for _ in range(MANGA):
        bygge.ny_kontakt(namnd)

    assert {url: antal(client, url) for url in sidor} == fore
    assert max(fore.values()) <= MEST
