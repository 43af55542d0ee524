"""The three appendices: what each tells, in words, and when there is none."""

import pytest

from aktiviteter.bilagor.planens import alla_bilagor, planens_bilagor
from aktiviteter.handlingar import borja_revidering, ta_bort_aktivitet
from aktiviteter.models import Handlingsplan
from tests.bygge import andra
from tests.bygge_samrad import nytt_samrad, nytt_yttrande


@pytest.fixture
def nasta(plan):
    ny = Handlingsplan.objects.create(namnd=plan.namnd, ar=2028, titel=plan.titel)
    borja_revidering(ny, plan)
    return ny


def rader(tabell):
    """Return a table's rows as words."""
    return [
        tuple("".join(lopa.text for lopa in cell) for cell in rad)
        for rad in tabell.rader
    ]


def test_a_plan_that_nothing_is_told_of_has_no_appendix(plan):
    assert planens_bilagor(plan) == ()
    assert set(alla_bilagor(plan).values()) == {None}


def test_the_changes_stand_before_beside_now(nasta):
    andra(nasta.aktiviteter.get(nummer=1), titel="Aktivitet 1 i hela ekhamra")
    bilaga = alla_bilagor(nasta)["bilaga_andringar"]
    del_ = next(d for d in bilaga.delar if d.rubrik == "Ändrade aktiviteter")
    assert rader(del_.tabeller[0]) == [
        (
            "1. Aktivitet 1 i hela ekhamra",
            "Titel: Aktivitet 1 i ekhamra",
            "Titel: Aktivitet 1 i hela ekhamra",
        )
    ]


def test_what_has_ended_is_told_with_the_decision_and_the_reason(nasta):
    rad = nasta.revideringar.get(nummer=2)
    rad.val, rad.skal = rad.Val.AVSLUTA, "Ingen kom."
    rad.save()
    ta_bort_aktivitet(nasta.aktiviteter.get(nummer=2), av=None)
    bilaga = alla_bilagor(nasta)["bilaga_andringar"]
    del_ = next(d for d in bilaga.delar if d.rubrik == "Upphörda aktiviteter")
    assert rader(del_.tabeller[0]) == [
        ("2. Aktivitet 2 i ekhamra", "Avslutas. Ingen kom.")
    ]


def test_who_was_asked_and_each_remark_with_its_answer_are_told(plan):
    polisen = nytt_samrad(plan, "Kommunpolisen", svar="Bra.", ledde_till="Inget.")
    nytt_yttrande(
        polisen,
        "Skriv mer.",
        galler="Aktivitet 1",
        utfall="tillgodosett",
        svar="Vi skrev.",
    )
    nytt_samrad(plan, "Skolan", fragad=None)
    bilaga = alla_bilagor(plan)["bilaga_samrad"]
    vem, synpunkt = (del_.tabeller[0] for del_ in bilaga.delar)
    assert [(rad[0], *rad[2:]) for rad in rader(vem)] == [
        ("Kommunpolisen", "Bra.", "Inget.")
    ]
    assert rader(synpunkt) == [
        ("Kommunpolisen\nAktivitet 1", "Skriv mer.", "Tillgodosett\nVi skrev.")
    ]


def test_who_has_not_answered_is_printed_as_that(plan):
    for vem, status in (("Polisen", "fragad"), ("Skolan", "svarat")):
        nytt_samrad(plan, vem, status=status)
    (tabell,) = alla_bilagor(plan)["bilaga_samrad"].delar[0].tabeller
    assert [(rad[0], rad[2]) for rad in rader(tabell)] == [
        ("Polisen", "Inget svar än."),
        ("Skolan", "Inga synpunkter."),
    ]


def test_last_years_results_are_told_and_what_was_not_reported_too(plan, nasta):
    tillfalle = plan.tillfallen.create(ar=2027, period="vb", senast="2027-12-01")
    tillfalle.uppfoljningar.create(
        aktivitet=plan.aktiviteter.get(nummer=1), status="genomford", resultat="Klart."
    )
    bilaga = alla_bilagor(nasta)["bilaga_resultat"]
    assert rader(bilaga.delar[0].tabeller[0]) == [
        ("1. Aktivitet 1 i ekhamra", "Genomförd", "Klart."),
        ("2. Aktivitet 2 i ekhamra", "Inte rapporterad", "–"),
    ]


def test_only_what_is_chosen_is_printed(plan):
    nytt_samrad(plan)
    assert [b.nyckel for b in planens_bilagor(plan)] == ["samrad"]
    plan.bilaga_samrad = False
    assert planens_bilagor(plan) == ()
