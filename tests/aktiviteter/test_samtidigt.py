"""Two people in the same plan who do not touch the same thing."""

from aktiviteter.models import Aktivitet
from tests.aktiviteter.sida import adress, besked, ifyllt


def test_different_chapters_do_not_hinder_each_other(klient, annan, kapitel):
    ett, tva = (adress("avsnitt_redigera", k.pk) for k in kapitel[:2])
    vi, han = ifyllt(klient.get(ett)), ifyllt(annan.get(tva))
    assert "Sparat" in besked(annan.post(tva, {**han, "rubrik": "B"}, follow=True))
    assert "Sparat" in besked(klient.post(ett, {**vi, "rubrik": "A"}, follow=True))


def test_moving_a_row_does_not_hinder_who_writes_in_it(klient, annan, rader):
    sida = adress("aktivitet_redigera", rader[0].pk)
    vart = ifyllt(klient.get(sida))
    annan.post(adress("aktivitet_flytta", rader[0].pk, "ner"))
    klient.post(sida, {**vart, "titel": "Vår titel"})
    rader[0].refresh_from_db()
    assert rader[0].titel == "Vår titel"
    ordning = Aktivitet.objects.order_by("ordning").values_list("nummer", flat=True)
    assert list(ordning) == [2, 1]
