"""A part of a board's district is removed, or closed when something came from it."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.bygge import ny_anvandare, ny_blankett, ny_enhet, ny_namnd
from tests.bygge_lagesbild import ny_serie
from tests.organisation.test_namnder import UPPGIFTER, text
from vbeplan.organisation.models import Ratt

pytestmark = pytest.mark.django_db


@pytest.fixture
def namnd():
    namnd = ny_namnd()
    for namn in ("Norra delen", "Södra delen"):
        namnd.delomraden.create(namn=namn)
    return namnd


@pytest.fixture
def norra(namnd):
    return namnd.delomraden.get(namn="Norra delen")


@pytest.fixture
def spara(client, namnd):
    """Saves the board with these parts and returns the page after."""
    client.force_login(ny_anvandare(Ratt.FORVALTARE))

    def skicka(*namn):
        falt = UPPGIFTER | {"delomraden_text": "\n".join(namn)}
        return text(client.post(namnd.get_absolute_url(), falt, follow=True))

    return skicka


def test_one_that_nothing_came_from_is_removed(spara, namnd, norra):
    enhet = ny_enhet(namnd, delomrade=norra)
    assert "Stängt" not in spara("Södra delen")
    assert namnd.delomraden.get().namn == "Södra delen"
    enhet.refresh_from_db()
    assert enhet.delomrade is None


@pytest.mark.parametrize("vad", ["blankett", "statistik"])
def test_one_with_forms_or_figures_is_closed_and_that_is_said(
    spara, namnd, norra, vad, client
):
    if vad == "blankett":
        ny_blankett(namnd, delomrade=norra)
    else:
        ny_serie(namnd, [(date(2026, 2, 1), 20, {"delomrade": norra})])
    assert "Stängt i stället för borttaget: Norra delen." in spara("Södra delen")
    norra.refresh_from_db()
    assert norra.stangt == timezone.localdate()
    sida = text(client.get(namnd.get_absolute_url()))
    assert "Stängda: Norra delen (" in sida
    assert "Norra delen\n" not in sida
    assert "Stängt" not in spara("Södra delen")  # said once


def test_the_form_offers_it_no_more_but_takes_a_page_opened_before(
    client, namnd, norra
):
    norra.stangt = timezone.localdate()
    norra.save()
    sida = text(client.get(f"/oro/{namnd.kort}/blankett/"))
    assert "Södra delen" in sida
    assert "Norra delen" not in sida
    svar = client.post(f"/oro/{namnd.kort}/blankett/", {"delomrade": norra.pk})
    assert "Välj ett giltigt" not in text(svar)


def test_without_open_parts_the_form_does_not_ask(client, namnd):
    namnd.delomraden.update(stangt=timezone.localdate())
    assert 'name="delomrade"' not in text(client.get(f"/oro/{namnd.kort}/blankett/"))


@pytest.mark.parametrize(("dagar", "fran"), [(0, None), (30, "idag")])
def test_its_name_written_again_opens_it(spara, norra, dagar, fran):
    """As it was when it was closed by mistake; else as a part that begins today."""
    idag = timezone.localdate()
    norra.stangt = idag - timedelta(days=dagar)
    norra.save()
    spara("NORRA delen", "Södra delen")
    norra.refresh_from_db()
    assert (norra.namn, norra.stangt) == ("NORRA delen", None)
    assert norra.fran == (idag if fran else None)
