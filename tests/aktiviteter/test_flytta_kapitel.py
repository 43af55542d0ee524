"""A chapter changes places with its neighbour."""

import pytest

from aktiviteter.models import Avsnitt
from tests.aktiviteter.sida import adress, besked
from tests.bygge import ny_anvandare, ny_namnd, ny_plan
from vbeplan.organisation.models import Ratt


def flytta(klient, avsnitt, vart):
    return klient.post(adress("avsnitt_flytta", avsnitt.pk, vart), follow=True)


def ordning(plan):
    return [a.rubrik.split(" i ")[0] for a in plan.avsnitt.i_lasordning()]


def test_a_chapter_moves_up(klient, plan, kapitel):
    svar = flytta(klient, kapitel[1], "upp")
    assert ordning(plan) == ["Kapitel 2", "Kapitel 1", "Kapitel 3"]
    assert "Flyttat: Kapitel 2 i ekhamra." in besked(svar)
    assert svar.redirect_chain[-1][0].endswith(f"#avsnitt-{kapitel[1].pk}")


def test_a_chapter_moves_down_with_its_sections(klient, plan, kapitel):
    Avsnitt.objects.create(plan=plan, rubrik="Del", overordnat=kapitel[0])
    flytta(klient, kapitel[0], "ner")
    assert ordning(plan) == ["Kapitel 2", "Kapitel 1", "Del", "Kapitel 3"]


def test_a_section_moves_among_its_own(klient, plan, kapitel):
    a, b = (
        Avsnitt.objects.create(plan=plan, rubrik=r, overordnat=kapitel[0], ordning=i)
        for i, r in enumerate("ab")
    )
    flytta(klient, b, "upp")
    assert ordning(plan) == ["Kapitel 1", "b", "a", "Kapitel 2", "Kapitel 3"]
    assert "står redan sist" in besked(flytta(klient, a, "ner"))


@pytest.mark.parametrize(
    ("nr", "vart", "ord_"), [(0, "upp", "först"), (2, "ner", "sist")]
)
def test_at_the_end_of_the_row_it_stays_and_says_so(
    klient, plan, kapitel, nr, vart, ord_
):
    svar = flytta(klient, kapitel[nr], vart)
    assert f"står redan {ord_}" in besked(svar)
    assert ordning(plan) == ["Kapitel 1", "Kapitel 2", "Kapitel 3"]


def test_chapters_with_the_same_place_still_move(klient, plan, kapitel):
    Avsnitt.objects.update(ordning=0)
    flytta(klient, kapitel[2], "upp")
    assert ordning(plan) == ["Kapitel 1", "Kapitel 3", "Kapitel 2"]


def test_a_link_cannot_move_and_no_other_way_exists(klient, kapitel):
    upp = adress("avsnitt_flytta", kapitel[1].pk, "upp")
    assert klient.get(upp).status_code == 405
    assert klient.post(upp.replace("upp", "bort")).status_code == 404


def test_a_reader_may_not_move_and_a_foreign_chapter_is_not_found(
    client, namnd, plan, kapitel
):
    frammande = ny_plan(ny_namnd("sjovik")).avsnitt.first()
    client.force_login(ny_anvandare(Ratt.LASARE, namnd))
    assert flytta(client, kapitel[1], "upp").status_code == 403
    assert flytta(client, frammande, "ner").status_code == 404
    assert ordning(plan) == ["Kapitel 1", "Kapitel 2", "Kapitel 3"]
