"""Question and answer about a form: each once, by its day, and in no order that shows.

The deeds; the writer's pages are in test_kvitto.py.
"""

from datetime import date
from functools import partial
from threading import Barrier, Thread

import pytest
from django.db import connection

from blanketter.handlingar import (
    AnnatSkickat,
    GarInteAttSkriva,
    las_svar,
    stalla_fraga,
    svara,
)
from blanketter.models import Blankett, Meddelande
from tests import bygge
from vbeplan.organisation.models import Ratt, Spar

pytestmark = pytest.mark.django_db
FRAGA = "Minns du om märkena var fler än tio?"
SVAR = "Ja, ungefär tjugo stycken, alla på samma sida av gatan."


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def blankett(namnd):
    return bygge.ny_blankett(namnd)


@pytest.fixture
def samordnare(namnd):
    return bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)


def test_a_question_and_its_answer_are_stored_with_their_day(blankett, samordnare):
    stalla_fraga(blankett, FRAGA, "f-1", av=samordnare)
    svara(blankett, SVAR, "s-1")

    fraga, svaret = blankett.meddelanden.all()
    assert (fraga.text, fraga.ar_fraga, fraga.ordning) == (FRAGA, True, 1)
    assert (svaret.text, svaret.ar_fraga, svaret.ordning) == (SVAR, False, 2)
    assert isinstance(svaret.dag, date)


def test_the_text_lies_encrypted(blankett, samordnare):
    stalla_fraga(blankett, FRAGA, "f-1", av=samordnare)

    with connection.cursor() as sql:
        sql.execute("SELECT text FROM blanketter_meddelande")
        assert "märkena" not in str(sql.fetchall())


def test_a_question_leaves_a_trace_without_its_text_and_an_answer_none(
    blankett, samordnare
):
    stalla_fraga(blankett, FRAGA, "f-1", av=samordnare)
    svara(blankett, SVAR, "s-1")

    spar = Spar.objects.get()
    assert (spar.av, spar.handling) == (samordnare, Spar.Handling.FRAGA)
    assert "märkena" not in spar.objekt


def test_a_message_sent_twice_is_one(blankett, samordnare):
    for _ in range(2):
        stalla_fraga(blankett, FRAGA, "f-1", av=samordnare)
        svara(blankett, SVAR, "s-1")

    assert blankett.meddelanden.count() == 2
    assert Spar.objects.count() == 1


@pytest.mark.parametrize("fran", ["samordnare", "skribent"])
def test_another_text_with_the_same_token_is_refused_and_not_stored(
    blankett, samordnare, fran
):
    skriv = {"samordnare": stall_av(samordnare), "skribent": svara}[fran]
    stalla_fraga(blankett, FRAGA, "f-0", av=samordnare)
    skriv(blankett, SVAR, "s-1")

    with pytest.raises(AnnatSkickat):
        skriv(blankett, f"{SVAR} Och en till.", "s-1")

    assert [m.text for m in blankett.meddelanden.all()] == [FRAGA, SVAR]


def stall_av(samordnare):
    return partial(stalla_fraga, av=samordnare)


@pytest.mark.django_db(transaction=True)
def test_of_two_texts_with_one_token_in_the_same_second_one_is_refused():
    namnd = bygge.ny_namnd()
    samordnare = bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)
    for nr in range(5):
        blankett = bygge.ny_blankett(namnd)
        stalla_fraga(blankett, FRAGA, "f-1", av=samordnare)
        start, utfall = Barrier(2), []

        def skriv(text, blankett=blankett, start=start, utfall=utfall, nr=nr):
            start.wait()
            try:
                utfall.append(svara(blankett, text, f"s-{nr}").text)
            except AnnatSkickat:
                utfall.append("")
            connection.close()

        tradar = [Thread(target=skriv, args=(SVAR + e,)) for e in (" Ett.", " Två.")]
        [t.start() for t in tradar]
        [t.join() for t in tradar]

        assert sorted(utfall) == ["", blankett.meddelanden.svar().get().text]


def test_several_questions_are_allowed(blankett, samordnare):
    for nr in range(3):
        stalla_fraga(blankett, f"{FRAGA} {nr}", f"f-{nr}", av=samordnare)

    assert [m.ordning for m in blankett.meddelanden.all()] == [1, 2, 3]


def test_nobody_answers_what_nobody_asked(blankett):
    with pytest.raises(GarInteAttSkriva, match="ingen fråga"):
        svara(blankett, SVAR, "s-1")

    assert not Meddelande.objects.exists()


@pytest.mark.parametrize(
    ("falt", "ord_"),
    [
        ({"status": Blankett.Status.ATERTAGEN}, "återtagen"),
        ({"gallrad": date(2026, 1, 1)}, "gallrad"),
    ],
)
def test_nobody_writes_about_a_form_that_is_gone(blankett, samordnare, falt, ord_):
    Blankett.objects.filter(pk=blankett.pk).update(**falt)

    with pytest.raises(GarInteAttSkriva, match=ord_):
        stalla_fraga(blankett, FRAGA, "f-1", av=samordnare)

    assert not Spar.objects.exists()


def test_a_dialogue_has_an_end(blankett, samordnare):
    for nr in range(40):
        stalla_fraga(blankett, FRAGA, f"f-{nr}", av=samordnare)

    with pytest.raises(GarInteAttSkriva, match="inte plats"):
        svara(blankett, SVAR, "s-1")


def test_a_new_answer_is_marked_until_the_coordinator_has_opened_it(
    namnd, blankett, samordnare
):
    bygge.ny_blankett(namnd)
    stalla_fraga(blankett, FRAGA, "f-1", av=samordnare)
    assert not Blankett.objects.med_nya_svar().exists()

    svara(blankett, SVAR, "s-1")
    assert list(Blankett.objects.med_nya_svar()) == [blankett]

    las_svar(blankett)
    assert not Blankett.objects.med_nya_svar().exists()
    svara(blankett, SVAR, "s-2")
    assert list(Blankett.objects.med_nya_svar()) == [blankett]


def test_the_rows_do_not_lie_in_the_order_they_came(namnd, samordnare):
    """Of ten dialogues on one day, neither database tells which was first."""
    blanketter = [bygge.ny_blankett(namnd) for _ in range(10)]
    plats = "rowid" if connection.vendor == "sqlite" else "ctid"
    ordningar = set()
    for gang in range(3):
        for blankett in blanketter:
            stalla_fraga(blankett, FRAGA, f"{gang}-{blankett.pk}", av=samordnare)
        with connection.cursor() as sql:
            sql.execute(
                "SELECT blankett_id FROM blanketter_meddelande "  # noqa: S608
                "WHERE ordning = %s ORDER BY " + plats,
                [gang + 1],
            )
            ordningar.add(tuple(str(rad[0]).replace("-", "") for rad in sql.fetchall()))

    assert tuple(b.pk.hex for b in blanketter) not in ordningar
    assert len(ordningar) == 3
