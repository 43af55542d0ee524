"""An activity changes places with its neighbour in the chapter."""

import pytest

from aktiviteter.models import Aktivitet
from tests.aktiviteter.sida import adress, besked
from tests.bygge import ny_anvandare, ny_namnd, ny_plan
from vbeplan.organisation.models import Ratt


def flytta(klient, aktivitet, vart):
    return klient.post(adress("aktivitet_flytta", aktivitet.pk, vart), follow=True)


def ordning(plan):
    return list(plan.aktiviteter.order_by("ordning").values_list("nummer", flat=True))


def test_an_activity_moves_down_and_keeps_its_number(klient, plan, rader):
    svar = flytta(klient, rader[0], "ner")
    assert ordning(plan) == [2, 1]
    assert "Flyttat: Aktivitet 1. Aktivitet 1 i ekhamra." in besked(svar)
    assert svar.redirect_chain[-1][0].endswith("#aktivitet-1")


def test_an_activity_moves_up(klient, plan, rader):
    flytta(klient, rader[1], "upp")
    assert ordning(plan) == [2, 1]


@pytest.mark.parametrize(
    ("nr", "vart", "ord_"), [(0, "upp", "först"), (1, "ner", "sist")]
)
def test_at_the_end_of_the_table_it_stays_and_says_so(
    klient, plan, rader, nr, vart, ord_
):
    assert f"står redan {ord_}" in besked(flytta(klient, rader[nr], vart))
    assert ordning(plan) == [1, 2]


def test_rows_of_other_chapters_are_no_neighbours(klient, kapitel, rader):
    Aktivitet.objects.filter(pk=rader[0].pk).update(avsnitt=kapitel[0])
    assert "står redan först" in besked(flytta(klient, rader[1], "upp"))


def test_a_link_cannot_move(klient, rader):
    assert klient.get(adress("aktivitet_flytta", rader[0].pk, "ner")).status_code == 405


def test_a_reader_may_not_move_and_a_foreign_activity_is_not_found(
    client, namnd, plan, rader
):
    frammande = ny_plan(ny_namnd("sjovik")).aktiviteter.first()
    client.force_login(ny_anvandare(Ratt.LASARE, namnd))
    assert flytta(client, rader[0], "ner").status_code == 403
    assert flytta(client, frammande, "ner").status_code == 404
    assert ordning(plan) == [1, 2]
