"""Two boards have become one: what has changed since both their last plans."""

import pytest

from aktiviteter.andringar import andringar
from aktiviteter.handlingar import borja_revidering, importera_plan
from aktiviteter.utbyte import granska
from tests.bygge import andra, ny_namnd, ny_plan, plandata
from tests.bygge_uppfoljning import ny_rapport, nytt_tillfalle

STADENS = "Webbutbildning för alla"


@pytest.fixture
def planerna(namnd):
    """Their plans for 2027: the same activity under the same number in both."""
    planer = ny_plan(namnd, aktiviteter=2), ny_plan(ny_namnd("sjovik"), aktiviteter=2)
    for plan in planer:
        andra(plan.aktiviteter.get(nummer=1), titel=STADENS)
    return planer


@pytest.fixture
def gemensam(planerna):
    plan = ny_namnd("ekvik").planer.create(ar=2028)
    borja_revidering(plan, *planerna)
    return plan


def avsluta(plan, forlaga, skal):
    rad = plan.revideringar.get(forlaga=forlaga.aktiviteter.get(nummer=1))
    plan.aktiviteter.filter(nummer=rad.nummer).delete()
    andra(rad, val="avsluta", skal=skal)


@pytest.mark.parametrize("vilken", [0, 1])
def test_the_same_activity_of_both_ends_with_its_own_reason_and_result(
    planerna, gemensam, vilken
):
    for plan in planerna:
        ny_rapport(nytt_tillfalle(plan), 1, "pagar", resultat=f"Läst i {plan.namnd}.")
    ena = planerna[vilken]
    avsluta(gemensam, ena, "Samma som den andra.")
    (upphord,) = andringar(gemensam).upphorda
    assert upphord.titel == f"{STADENS} ({ena.namnd})"
    assert (upphord.val, upphord.skal) == ("Avsluta", "Samma som den andra.")
    assert f"Läst i {ena.namnd}" in upphord.resultat


def test_times_are_compared_with_the_year_of_their_own_plan(planerna):
    """The one board's last plan is two years older than the other's."""
    ena, andra_ = planerna
    andra(andra_, ar=2025)
    for plan in planerna:
        rad = plan.aktiviteter.get(nummer=2)
        rad.tolka_tider(f"Hösten {plan.ar}", "VB")
        rad.save()
    plan = ny_namnd("ekvik").planer.create(ar=2028)
    borja_revidering(plan, ena, andra_)
    for rad in plan.revideringar.filter(forlaga__nummer=2):
        ny = plan.aktiviteter.get(nummer=rad.nummer)
        ny.tolka_tider("Hösten 2028", "VB")
        ny.save()
    assert not any(rad.falt for rad in andringar(plan).andrade)


def test_a_section_that_only_the_other_had_has_not_moved(namnd):
    """It stands last in its chapter, both when the plan is begun and when compared."""

    def planen(av, delar):
        data = plandata(av, aktiviteter=0, kapitel=0)
        data["avsnitt"] = [
            {"rubrik": rubrik, "niva": niva, "text": f"<p>{rubrik}</p>"}
            for rubrik, niva in delar
        ]
        return importera_plan(granska(data), namnd=av, ar=2027, av=None)

    ena = planen(namnd, [("Början", 1), ("Syfte", 2), ("Slut", 1)])
    annan = planen(
        ny_namnd("sjovik"),
        [("Början", 1), ("Mötesplatser", 2), ("Eget", 1), ("Ort", 2), ("Slut", 1)],
    )
    plan = ny_namnd("ekvik").planer.create(ar=2028)
    borja_revidering(plan, ena, annan)
    assert [a.rubrik for a in plan.avsnitt.i_lasordning()] == [
        *("Början", "Syfte", "Mötesplatser", "Eget", "Ort", "Slut")
    ]
    assert andringar(plan) is None or not andringar(plan).kapitel
