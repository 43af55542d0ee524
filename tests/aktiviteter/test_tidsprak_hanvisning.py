"""References between rows become the value they point at, or say why they cannot."""

from dataclasses import replace

import pytest

from aktiviteter.tidsprak import Kanal, Tidtyp, tolka_tidplan, tolka_uppfoljning

AR = 2025
T2 = tolka_uppfoljning("Tertialrapport 2 2025", ar=AR)
HOSTEN = tolka_tidplan("Hösten 2025", ar=AR)


@pytest.mark.parametrize(
    "text",
    [
        "Se ovan",
        "SE OVAN.",
        "se ovanstående",
        "Dito",
        "d:o",
        "Samma som ovan",
        "som ovan",
        "Enligt ovan",
        "Se föregående rad",
        "Se aktivitet ovan",
        '-"-',
        "–”–",
        '"',
        "''",
    ],
)
def test_the_row_above_lends_its_value_and_its_words(text):
    assert tolka_uppfoljning(text, ar=AR, ovan=T2) == replace(
        T2, text=text, hanvisning="Tertialrapport 2 2025"
    )
    assert tolka_tidplan(text, ar=AR, ovan=HOSTEN) == replace(
        HOSTEN, text=text, hanvisning="Hösten 2025"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Se 3",
        "se aktivitet 3",
        "Se nr 3",
        "se nr. 3",
        "se rad 3",
        "se punkt 3",
        "Samma som 3",
        "samma som aktivitet 3",
        "Enligt punkt 3",
        "Se (3)",
        "Se åtgärd nr 3",
    ],
)
def test_a_numbered_row_lends_its_value(text):
    uppfoljning = tolka_uppfoljning(text, ar=AR, rader={3: T2})
    assert uppfoljning == replace(T2, text=text, hanvisning="Tertialrapport 2 2025")


@pytest.mark.parametrize("text", ["Se 1 och 2", "Se 1, 2", "Se 1–2", "Se punkt 1/2"])
def test_several_rows_that_say_the_same_lend_their_value(text):
    rader = {1: T2, 2: replace(T2, text="T2")}
    uppfoljning = tolka_uppfoljning(text, ar=AR, rader=rader)
    assert uppfoljning == replace(T2, text=text, hanvisning="Tertialrapport 2 2025")


@pytest.mark.parametrize(
    ("text", "skal"),
    [
        ("Se 1 och 3", "raderna säger olika saker"),
        ("Se 1 och 2", "rad 2 finns inte"),
        ("Se bilaga 1", "det går inte att avgöra vilken rad som menas"),
    ],
)
def test_rows_that_do_not_agree_or_are_no_rows_are_told(text, skal):
    rader = {1: T2, 3: tolka_uppfoljning("VB", ar=AR)}
    uppfoljning = tolka_uppfoljning(text, ar=AR, rader=rader)
    assert uppfoljning.kanal == Kanal.OKLAR
    assert uppfoljning.fel == f"”{text}” går inte att följa: {skal}."


def test_a_chain_of_references_ends_at_the_first_rows_own_words():
    andra = tolka_uppfoljning("Se ovan", ar=AR, ovan=T2)
    tredje = tolka_uppfoljning("Se 2", ar=AR, rader={2: andra})
    assert tredje == replace(T2, text="Se 2", hanvisning="Tertialrapport 2 2025")


def test_words_that_only_look_like_a_reference_keep_their_own_meaning():
    assert tolka_uppfoljning("Se VB 2025", ar=AR).kanal == Kanal.VERKSAMHETSBERATTELSE
    assert tolka_tidplan("Se över rutinen 2025", ar=AR).typ == Tidtyp.PERIOD
    assert tolka_tidplan("Enligt årshjul", ar=AR).typ == Tidtyp.VILLKOR


@pytest.mark.parametrize(
    ("text", "skal"),
    [
        ("Se ovan", "det finns ingen rad ovanför"),
        ("Se 7", "rad 7 finns inte"),
        ("Se nedan", "det går inte att avgöra vilken rad som menas"),
        ("Se bilaga", "det går inte att avgöra vilken rad som menas"),
        ("Se 5.2", "det går inte att avgöra vilken rad som menas"),
    ],
)
def test_a_reference_to_nothing_is_told_in_a_sentence(text, skal):
    tidplan = tolka_tidplan(text, ar=AR)
    assert (tidplan.typ, tidplan.hanvisning) == (Tidtyp.OKLAR, "")
    assert tidplan.fel == f"”{text}” går inte att följa: {skal}."
    uppfoljning = tolka_uppfoljning(text, ar=AR)
    assert (uppfoljning.kanal, uppfoljning.fel) == (Kanal.OKLAR, tidplan.fel)


def test_a_reference_to_an_empty_cell_is_told():
    tom = tolka_tidplan("", ar=AR)
    fel = tolka_tidplan("Se ovan", ar=AR, ovan=tom).fel
    assert fel == "”Se ovan” går inte att följa: rutan ovanför är tom."


def test_a_fault_above_is_told_but_its_suggestion_is_not_this_cells():
    trasig = tolka_tidplan("T.o.m. 2019-31-12", ar=AR)
    tidplan = tolka_tidplan("Se ovan", ar=AR, ovan=trasig)
    assert tidplan.fel == (
        "”Se ovan” pekar på ”T.o.m. 2019-31-12”. Datumet 2019-31-12 finns inte."
    )
    assert (tidplan.start, tidplan.slut, tidplan.forslag) == (None, None, "")
