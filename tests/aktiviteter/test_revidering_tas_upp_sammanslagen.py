"""A plan out of Word, of a board that others have become, is revised against theirs."""

import pytest

from aktiviteter.andringar import andringar
from aktiviteter.handlingar import borja_revidering
from aktiviteter.revideringen import revideringslaget, revideringsrader
from tests.aktiviteter.sida import adress, besked, ord_pa, skicka
from tests.bygge import andra, ny_anvandare, ny_namnd, ny_plan
from vbeplan.organisation.models import Ratt

SIDA = "/planer/ekhamra/2028/revidering/"
STADENS = "Webbutbildning för alla"


@pytest.fixture
def sjovik(namnd, samordnare):
    """A board that the coordinator's own took over, with three activities."""
    sjovik = ny_namnd("sjovik")
    sjovik.efterfoljare.add(namnd)
    samordnare.medlemskap.create(ratt=Ratt.SAMORDNARE, namnd=sjovik)
    return ny_plan(sjovik, 2027, aktiviteter=3)


@pytest.fixture
def inlast(namnd, sjovik):
    """Its plans for 2027 and 2028, read in; the new one has one of Sjövik's titles."""
    ny_plan(namnd, 2027, aktiviteter=2)
    plan = ny_plan(namnd, 2028, aktiviteter=3)
    andra(plan.aktiviteter.get(nummer=3), titel=STADENS)
    andra(sjovik.aktiviteter.get(nummer=1), titel=STADENS)
    return plan


def test_each_activity_of_both_gets_its_decision_and_reason(klient, inlast):
    gang = ord_pa(klient.get(adress("plan_gang", "ekhamra", 2028)))
    assert "Revidera aktiviteterna ur 2027 och Sjovik stadsdelsnämnd 2027" in gang
    svar = klient.post(f"{SIDA}borja/", follow=True)
    assert "ur Sjovik stadsdelsnämnd 2027" in besked(svar)
    assert revideringslaget(inlast) == (5, 5)
    nummer = {(r.forra[:3], r.titel): r.nummer for r in revideringsrader(inlast)}
    assert nummer["Sjo", STADENS] == 3
    assert nummer["Sjo", "Aktivitet 2 i sjovik"] == 4
    borta = inlast.revideringar.get(nummer=5)
    prefix = f"rad-{borta.pk}"
    falt = {f"{prefix}-val": "avsluta", f"{prefix}-skal": "Ingen kom."}
    skicka(klient, SIDA, **falt)
    upphord = {a.titel: a.skal for a in andringar(inlast).upphorda}
    assert upphord["Aktivitet 3 i sjovik (Sjovik stadsdelsnämnd)"] == "Ingen kom."


def test_what_comes_in_has_the_board_s_own_roles(klient, inlast, namnd):
    klient.post(f"{SIDA}borja/")
    rad = inlast.revideringar.get(nummer=4)
    skicka(klient, SIDA, **{f"rad-{rad.pk}-val": "behall"})
    ny = inlast.aktiviteter.get(nummer=4)
    assert ny.titel == "Aktivitet 2 i sjovik"
    assert {a.roll.namnd for a in ny.ansvar.select_related("roll__namnd")} == {namnd}
    assert ny.ansvar_i_ord == rad.forlaga.ansvar_i_ord


def test_the_other_board_s_plan_can_be_taken_in_afterwards(klient, namnd, sjovik):
    """It was not there when this one was begun."""
    plan = namnd.planer.create(ar=2028)
    borja_revidering(plan, ny_plan(namnd, 2027, aktiviteter=2))
    assert "Ta med dem" in ord_pa(klient.get(SIDA))
    gang = ord_pa(klient.get(adress("plan_gang", "ekhamra", 2028)))
    assert "Inte med än: Sjovik stadsdelsnämnd 2027" in gang
    for _ in range(2):
        klient.post(f"{SIDA}borja/")
    assert revideringslaget(plan) == (5, 5)
    assert {r.nummer for r in revideringsrader(plan)} == {1, 2, 3, 4, 5}
    assert "Ta med dem" not in ord_pa(klient.get(SIDA))


def test_who_does_not_coordinate_the_other_board_sees_nothing_of_it(
    client, inlast, namnd
):
    client.force_login(ny_anvandare(Ratt.SAMORDNARE, namnd))
    assert "Sjovik" not in ord_pa(client.get(SIDA))
    client.post(f"{SIDA}borja/")
    assert revideringslaget(inlast) == (2, 2)
