"""An activity: new, and changed."""

from decimal import Decimal

import pytest

from aktiviteter.models import Aktivitet
from tests.aktiviteter.sida import adress, besked, fel_pa, ifyllt, ord_pa, skicka
from tests.bygge import ny_anvandare, ny_namnd, ny_plan
from vbeplan.organisation.models import Ratt

ALLT = {
    "titel": "Sommarjobb i parken",
    "beskrivning": "Vi erbjuder **sommarjobb**.\n\n- en punkt\n- en till",
    "tidplan_text": "Juni–augusti 2027",
    "uppfoljning_text": "Tertialrapport 2",
    "mal": "40 unga får jobb",
    "maltal": "40",
    "malenhet": "platser",
    "malgrupp": "Unga 16–19 år",
    "niva": "selektiv",
    "insatsomrade": "Sysselsättning",
    "strategiomrade": "forebygga",
    "ansvar-0-roll": "Enhetschef i ekhamra",
    "ansvar-0-art": "huvudansvarig",
}


def ny(avsnitt):
    return adress("aktivitet_ny", avsnitt.pk)


def redigera(aktivitet):
    return adress("aktivitet_redigera", aktivitet.pk)


def test_a_new_activity_gets_the_next_number_and_comes_last(klient, plan, kapitel):
    svar = skicka(klient, ny(kapitel[2]), **ALLT)
    aktivitet = plan.aktiviteter.get(nummer=3)
    assert aktivitet.titel == "Sommarjobb i parken"
    assert aktivitet.beskrivning == (
        "<p>Vi erbjuder <strong>sommarjobb</strong>.</p>\n"
        "<ul><li>en punkt</li><li>en till</li></ul>"
    )
    assert aktivitet.maltal == Decimal(40)
    assert aktivitet.ordning > plan.aktiviteter.get(nummer=2).ordning
    assert svar.redirect_chain == [("/planer/ekhamra/2027/#aktivitet-3", 302)]
    assert "Sparat: 3. Sommarjobb i parken." in besked(svar)
    for ord_ in ("40 unga får jobb", "Unga 16–19 år", "selektiv nivå", "förebygga"):
        assert ord_ in ord_pa(svar)


def test_a_number_is_not_used_again_in_the_board_s_later_plans(klient, plan, namnd):
    senare = ny_plan(namnd, 2028, aktiviteter=7)
    senare.aktiviteter.filter(nummer__lt=7).delete()
    skicka(klient, ny(plan.avsnitt.first()), **ALLT)
    assert plan.aktiviteter.latest("nummer").nummer == 8


def test_another_board_s_numbers_do_not_count(klient, plan):
    ny_plan(ny_namnd("sjovik"), aktiviteter=9)
    skicka(klient, ny(plan.avsnitt.first()), **ALLT)
    assert plan.aktiviteter.latest("nummer").nummer == 3


def test_everything_comes_back_in_the_form(klient, plan, kapitel):
    skicka(klient, ny(kapitel[2]), **ALLT)
    formular = ifyllt(klient.get(redigera(plan.aktiviteter.get(nummer=3))))
    assert {namn: formular[namn] for namn in ALLT} == ALLT


@pytest.mark.parametrize(
    ("skrivet", "tal", "visat"),
    [
        ("0,5", "0.5", "0,5"),
        ("120", "120", "120"),
        ("1200000", "1200000", "1200000"),
        ("12.25", "12.25", "12,25"),
        ("", None, ""),
    ],
)
def test_a_target_is_written_the_swedish_way(klient, rader, skrivet, tal, visat):
    skicka(klient, redigera(rader[0]), maltal=skrivet)
    rader[0].refresh_from_db()
    assert rader[0].maltal == (tal and Decimal(tal))
    assert ifyllt(klient.get(redigera(rader[0])))["maltal"] == visat


def test_opening_and_saving_changes_nothing(klient, rader, plan):
    def allt():
        return [
            (
                *(a.nummer, a.titel, a.beskrivning),
                *(a.tidplan, a.uppfoljning, a.avstamning),
                *((x.roll_id, x.art) for x in a.ansvar.all()),
            )
            for a in plan.aktiviteter.all()
        ]

    fore = allt()
    for rad in rader:
        skicka(klient, redigera(rad))
    assert allt() == fore


def test_an_activity_can_move_to_another_chapter(klient, plan, kapitel, rader):
    skicka(klient, ny(kapitel[0]), titel="Fanns där")
    skicka(klient, redigera(rader[0]), avsnitt=kapitel[0].pk)
    titlar = kapitel[0].aktiviteter.values_list("titel", flat=True)
    assert list(titlar) == ["Fanns där", "Aktivitet 1 i ekhamra"]
    rader[0].refresh_from_db()
    assert rader[0].nummer == 1


@pytest.mark.parametrize(
    ("falt", "varde", "ord_"),
    [
        ("titel", "", "Aktivitet"),
        ("titel", "t" * 201, "200"),
        ("malgrupp", "m" * 201, "200"),
        ("insatsomrade", "i" * 101, "100"),
        ("mal", "m" * 501, "500"),
        ("malenhet", "e" * 41, "40"),
        ("maltal", "många", "till exempel 40 eller 0,5"),
        ("maltal", "0,123", "högst 2 decimaler"),
        ("maltal", "12345678901", "Skriv högst 10 siffror före kommat"),
        ("maltal", "", "ta bort enheten"),
        ("tidplan_text", "t" * 301, "300"),
        ("uppfoljning_text", "u" * 301, "300"),
        ("avstamning", "2027-13-01", "datum"),
        ("niva", "hög", "hög"),
        ("beskrivning", "ord " * 100_001, "400000"),
    ],
)
def test_what_cannot_be_is_refused_with_everything_kept(
    klient, plan, kapitel, falt, varde, ord_
):
    svar = skicka(klient, ny(kapitel[2]), **{**ALLT, falt: varde})
    assert svar.status_code == 200
    assert ord_ in fel_pa(svar)
    kvar = ifyllt(svar)
    vantat = {**ALLT, falt: varde}
    if falt == "niva":  # a choice that isn't there cannot be shown
        del vantat["niva"]
    assert {namn: kvar[namn] for namn in vantat} == vantat
    assert plan.aktiviteter.count() == 2


def test_a_chapter_of_another_plan_is_refused(klient, rader, namnd):
    frammande = ny_plan(namnd, 2028).avsnitt.first()
    svar = skicka(klient, redigera(rader[0]), avsnitt=frammande.pk)
    assert "Kapitel" in fel_pa(svar)
    rader[0].refresh_from_db()
    assert rader[0].avsnitt.plan.ar == 2027


def test_a_reader_may_not_write_activities(client, namnd, kapitel, rader):
    client.force_login(ny_anvandare(Ratt.LASARE, namnd))
    for sida in (ny(kapitel[0]), redigera(rader[0])):
        assert client.get(sida).status_code == 403
        assert client.post(sida, ALLT).status_code == 403
    assert Aktivitet.objects.count() == 2


def test_a_foreign_activity_is_not_found(klient, plan):
    frammande = ny_plan(ny_namnd("sjovik"))
    assert klient.get(redigera(frammande.aktiviteter.first())).status_code == 404
    assert klient.get(ny(frammande.avsnitt.first())).status_code == 404
