"""Anything can be put in any place, and nobody moves what she has not seen."""

import pytest

from aktiviteter.models import Aktivitet, Andring, Avsnitt, Version
from tests.aktiviteter.sida import adress, besked, ifyllt, ord_pa
from tests.bygge import ny_anvandare, ny_namnd, ny_plan
from vbeplan.organisation.models import Ratt

ANNAN = "Någon annan ändrade ordningen samtidigt, så inget flyttades."


def ordna(klient, ett, till=None, **falt):
    slag = "aktivitet" if isinstance(ett, Aktivitet) else "avsnitt"
    data = {"vad": f"{slag}-{ett.pk}", "till": till.pk if till else "", **falt}
    url = adress("plan_ordna", "ekhamra", 2027)
    return klient.post(url, data, follow=True)


def ids(*rader):
    return ",".join(str(rad.pk) for rad in rader) or "-"


def i_kapitel(avsnitt):
    rader = Aktivitet.objects.filter(avsnitt=avsnitt).order_by("ordning")
    return list(rader.values_list("nummer", flat=True))


def rubriker(plan):
    rader = plan.avsnitt.i_lasordning()
    return [f"{a.nummer} {a.rubrik.split(' i ')[0]}" for a in rader]


@pytest.fixture
def del_(plan, kapitel):
    """A section of the first chapter."""
    return Avsnitt.objects.create(plan=plan, rubrik="Del", overordnat=kapitel[0])


def test_an_activity_takes_a_place_in_its_table(klient, kapitel, rader):
    svar = ordna(klient, rader[1], kapitel[2], plats=0, sedda=ids(*rader))
    assert i_kapitel(kapitel[2]) == [2, 1]
    assert "Flyttad till plats 1 av 2." in besked(svar)
    assert svar.redirect_chain[-1][0].endswith("#aktivitet-2")


def test_an_activity_moves_to_another_chapter(klient, kapitel, rader):
    svar = ordna(klient, rader[0], kapitel[0], plats=0, sedda="-")
    assert (i_kapitel(kapitel[0]), i_kapitel(kapitel[2])) == ([1], [2])
    assert "Flyttad till plats 1 av 1." in besked(svar)


def test_without_a_place_it_comes_last(klient, kapitel, rader):
    Aktivitet.objects.filter(pk=rader[1].pk).update(avsnitt=kapitel[0])
    ordna(klient, rader[0], kapitel[0])
    assert i_kapitel(kapitel[0]) == [2, 1]


def test_a_chapter_takes_a_place_among_chapters(klient, plan, kapitel, del_):
    ordna(klient, kapitel[2], plats=0, sedda=ids(*kapitel))
    assert rubriker(plan) == ["1 Kapitel 3", "2 Kapitel 1", "2.1 Del", "3 Kapitel 2"]


def test_a_section_moves_to_another_chapter_and_becomes_one(
    klient, plan, kapitel, del_
):
    ordna(klient, del_, kapitel[1], plats=0, sedda="-")
    assert rubriker(plan)[2] == "2.1 Del"
    ordna(klient, del_, plats=1, sedda=ids(*kapitel))
    assert rubriker(plan)[1] == "2 Del"


def test_a_chapter_with_sections_lies_under_no_other(klient, plan, kapitel, del_):
    fore = rubriker(plan)
    svar = ordna(klient, kapitel[0], kapitel[1], plats=0)
    assert "har egna delar" in besked(svar)
    assert rubriker(plan) == fore


@pytest.mark.parametrize("bakvand", [True, False])
def test_who_saw_another_order_is_told_and_shown_the_true_one(
    klient, kapitel, rader, bakvand
):
    sedda = ids(*reversed(rader)) if bakvand else ids(rader[0])
    svar = ordna(klient, rader[0], kapitel[2], plats=1, sedda=sedda)
    assert ANNAN in besked(svar)
    assert i_kapitel(kapitel[2]) == [1, 2]
    assert not Andring.objects.filter(handling=Andring.Handling.FLYTTAD).exists()


def test_what_somebody_has_removed_is_told(klient, kapitel, rader):
    Aktivitet.objects.filter(pk=rader[0].pk).delete()
    svar = ordna(klient, rader[0], kapitel[2], plats=0)
    assert "tagits bort av någon annan" in besked(svar)
    Avsnitt.objects.filter(pk=kapitel[0].pk).delete()
    assert ANNAN in besked(ordna(klient, rader[1], kapitel[0], plats=0))


@pytest.mark.parametrize(
    "falt",
    [
        {"vad": ""},
        {"vad": "plan-1"},
        {"plats": "-1"},
        {"plats": "mitten"},
        {"till": "x"},
        {"till": ""},
        {"sedda": "1,,2"},
    ],
)
def test_what_can_not_be_understood_moves_nothing(klient, kapitel, rader, falt):
    ratt = {"vad": f"aktivitet-{rader[1].pk}", "till": kapitel[2].pk, "plats": 0}
    url = adress("plan_ordna", "ekhamra", 2027)
    svar = klient.post(url, {**ratt, **falt}, follow=True)
    assert "Det gick inte att förstå" in besked(svar)
    assert i_kapitel(kapitel[2]) == [1, 2]


def test_a_foreign_activity_and_chapter_are_not_there(client, klient, kapitel, rader):
    frammande = ny_plan(ny_namnd("sjovik"))
    svar = ordna(klient, frammande.aktiviteter.first(), kapitel[2], plats=0)
    assert "tagits bort" in besked(svar)
    assert ANNAN in besked(ordna(klient, rader[0], frammande.avsnitt.first()))
    assert i_kapitel(kapitel[2]) == [1, 2]


def test_a_reader_may_not_move(client, namnd, kapitel, rader):
    client.force_login(ny_anvandare(Ratt.LASARE, namnd))
    assert ordna(client, rader[1], kapitel[2], plats=0).status_code == 403
    assert i_kapitel(kapitel[2]) == [1, 2]


def test_a_move_is_one_deed_that_can_be_undone(klient, plan, kapitel, rader):
    ordna(klient, rader[0], kapitel[0], plats=0, sedda="-")
    andring = Andring.objects.get(plan=plan, handling=Andring.Handling.FLYTTAD)
    assert andring.versioner.filter(slag=Version.Slag.ORDNING).count() == 1
    klient.post(adress("andring_angra", andring.pk))
    assert i_kapitel(kapitel[2]) == [1, 2]


def test_who_has_the_activity_open_does_not_move_it_back(klient, kapitel, rader):
    url = adress("aktivitet_redigera", rader[0].pk)
    oppen = ifyllt(klient.get(url))
    ordna(klient, rader[0], kapitel[0], plats=0, sedda="-")
    svar = klient.post(url, {**oppen, "titel": "Skrivet under tiden"}, follow=True)
    assert i_kapitel(kapitel[0]) == [1]
    assert "inte sparat än" in ord_pa(svar)


def test_the_form_page_has_the_chapters_to_move_to(klient, kapitel, rader, del_):
    sida = ord_pa(klient.get(adress("aktivitet_redigera", rader[0].pk)))
    assert "sist i 1.1 Del" in sida
    sida = ord_pa(klient.get(adress("avsnitt_redigera", del_.pk)))
    assert "sist, som eget kapitel" in sida
    assert "sist under 3 Kapitel 3" in sida
    sida = ord_pa(klient.get(adress("avsnitt_redigera", kapitel[0].pk)))
    assert "sist under" not in sida
