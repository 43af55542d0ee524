"""The margin's order: what stops first, many of a kind as one, the put away last."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from aktiviteter.granskning import SLAGEN, Brist, Vikt, nyckel, samla


def brist(slag, nr=1):
    return Brist(
        slag, SLAGEN[slag].rubrik, f"Text {nr}. Gör så.", str(nr), f"Plats {nr}",
        str(nr), f"aktivitet-{nr}", nyckel=nyckel(slag, str(nr)),
    )  # fmt: skip


def lagd(b, skal="Det är rätt.", minut=0):
    tid = datetime(2026, 11, 22, 10, minut, tzinfo=UTC)
    return SimpleNamespace(nyckel=b.nyckel, skal=skal, av="Karin", tid=tid)


def rubriker(samling):
    return {g.vikt: [p.rubrik for p in g.poster] for g in samling.grupper if g.poster}


def test_what_stops_stands_before_what_waits_before_advice():
    samling = samla(
        [brist("en_roll"), brist("gammalt_ar"), brist("omojligt_datum")], ()
    )
    assert list(rubriker(samling)) == [Vikt.STOPP, Vikt.VANTAR, Vikt.RAD]
    assert samling.antal == 3


@pytest.mark.parametrize(
    ("slag", "antal", "poster"),
    [
        ("utan_avstamning", 1, 1),
        ("utan_avstamning", 8, 1),  # says the same of each: the numbers are enough
        ("gammalt_ar", 3, 3),
        ("gammalt_ar", 4, 1),
    ],
)
def test_many_of_a_kind_are_told_as_one(slag, antal, poster):
    samling = samla([brist(slag, n) for n in range(antal)], ())
    assert samling.antal == poster


def test_many_are_told_with_their_number_and_their_places():
    [post] = (
        samla([brist("utan_avstamning", n) for n in (3, 4, 5)], ()).grupper[1].poster
    )
    assert post.rubrik == "3 aktiviteter saknar nästa avstämning"
    assert [d.kort for d in post.delar] == ["3", "4", "5"]
    assert post.ensam is None


def test_a_list_of_many_leaves_out_what_to_do_of_each():
    assert brist("gammalt_ar").borjan == "Text 1."
    assert Brist("x", "", "Datumet T.o.m. 2027 finns inte. Rätta.").borjan == (
        "Datumet T.o.m. 2027 finns inte."
    )


@pytest.mark.parametrize("slag", SLAGEN)
def test_every_kind_has_words_for_one_and_for_many(slag):
    for antal in (2, 7):
        for grupp in samla([brist(slag, n) for n in range(antal)], ()).grupper:
            for post in grupp.poster:
                assert post.rubrik
                assert "{" not in post.rubrik


def test_what_is_put_away_stands_by_deed():
    a, b, c = (brist("utan_avstamning", n) for n in (1, 2, 3))
    samling = samla([a, b, c], [lagd(a), lagd(b), lagd(c, "Annat.", 5)])
    assert samling.antal == 0
    assert [(len(x.post.delar), x.skal) for x in samling.avfardade] == [
        (2, "Det är rätt."),
        (1, "Annat."),
    ]


def test_a_record_whose_words_have_changed_puts_nothing_away():
    samling = samla([brist("gammalt_ar", 1)], [lagd(brist("gammalt_ar", 2))])
    assert samling.antal == 1
    assert samling.avfardade == ()


def test_an_entry_is_found_by_its_fingerprint():
    samling = samla([brist("utan_avstamning", n) for n in (1, 2)], ())
    [post] = samling.grupper[1].poster
    assert samling.post(post.nyckel) is post
    assert samling.post(brist("utan_avstamning", 1).nyckel) is None
    assert samling.avfardad(post.nyckel) is None
