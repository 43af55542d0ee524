"""Retention of letters: that one went, to which function and when stays; no words."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from blanketter.models import Brevforvarning, Gallringsprotokoll
from tests import bygge
from tests.blanketter.gallring.conftest import (
    IDAG,
    gallra,
    gallra_till,
    pa_dagen,
)
from tests.bygge_brev import nytt_brev, skickat_brev, uppgivet_brev
from vbeplan.organisation.models import Brev, Ratt

pytestmark = pytest.mark.django_db(transaction=True)
# 23.30 in Stockholm: its last day of twelve months is 28 February 2027
GICK = datetime(2026, 2, 28, 23, 30, tzinfo=ZoneInfo("Europe/Stockholm"))


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def regel():
    forvaltare = bygge.ny_anvandare(Ratt.FORVALTARE)
    return bygge.ny_gallringsregel(forvaltare, "brev", antal=12)


def gammalt(namnd, skapa=skickat_brev, **falt):
    av = bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)
    falt = {
        "svar_till": av.epost,
        "lagt_av": av,
        "amne": "Om Karl Ek",
        "lagt": GICK,
    } | falt
    brev = skapa(namnd, kvitto="planen", **falt)
    if brev.skickat:
        Brev.objects.filter(pk=brev.pk).update(skickat=GICK)
    return brev


def test_its_words_go_by_their_rule_and_that_it_went_stays(namnd, regel, client):
    brev = gammalt(namnd)

    ut = gallra_till(IDAG)

    assert "Brev som programmet har skickat: 1 gallrade" in ut
    brev.refresh_from_db()
    assert (brev.slag, brev.till, brev.skickat) == (
        "samråd",
        "linden@granby.example",
        GICK,
    )
    kvar = [
        brev.amne,
        brev.svar_till,
        brev.kvitto,
        brev.lagt_av,
        brev.text,
        brev.bilaga,
    ]
    assert not any(kvar)
    assert brev.gallrat == IDAG
    assert not Brevforvarning.objects.exists()
    assert Gallringsprotokoll.objects.get().antal_i_ord == "1 brev"
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, namnd))
    sida = client.get(reverse("brevlada")).content.decode()
    assert "samråd" in sida
    assert "Karl Ek" not in sida


def test_without_a_rule_nothing_goes(namnd):
    gammalt(namnd)

    gallra_till(IDAG)

    assert Brev.objects.get().amne == "Om Karl Ek"
    prova = gallra(IDAG, "--prova")
    assert "Brev som programmet har skickat: ingen regel, gallras inte." in prova


def test_what_has_not_gone_keeps_its_words(namnd, regel):
    """Somebody is to look after it."""
    gammalt(namnd, uppgivet_brev)

    gallra_till(IDAG)

    assert Brev.objects.get().text == "Hemlig länk"


def test_what_was_thrown_away_goes_too(namnd, regel):
    gammalt(namnd, nytt_brev, status=Brev.Status.SLANGT)

    gallra_till(IDAG)

    assert Brev.objects.get().gallrat == IDAG


def test_the_coordinator_is_told_in_advance(namnd, regel, client):
    gammalt(namnd)
    with pa_dagen(IDAG):
        gallra(IDAG)
    assert Brev.objects.get().gallrat is None
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, namnd))

    svar = client.get(reverse("gallring_forvarnade"), {"namnd": namnd.kort})

    assert "Om Karl Ek" in svar.content.decode()


def test_who_writes_the_rule_is_told_how_long_is_usual(client):
    client.force_login(bygge.ny_anvandare(Ratt.FORVALTARE))

    sida = client.get(reverse("gallringsregel_ny")).content.decode()

    assert "Förslag till beslut: 24 månader efter utgången av året" in sida
