"""Tables and movements that prove a cell open: counted over before believed."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lagesbild.rojande import Axel, Tabell, angrip, skydda
from lagesbild.rojande.skyddat import Cell
from lagesbild.rojande.stigar import Stigar
from tests.lagesbild.test_rojande_egenskaper import STILLA, sant, tabeller

AXEL = Axel("miljo", ("a", "b", "c", "d"))
A, B = (("miljo", "a"),), (("miljo", "b"),)


@pytest.fixture
def avslojat():
    """A publication that gives `a` away: it is hidden alone beneath a shown total."""
    tal = {("a",): 3, ("b",): 9, ("c",): 20, ("d",): 7}
    skyddat = skydda([Tabell("s", (AXEL,), tal)], troskel=5)
    serie = skyddat.serier["s"]
    oppna = {cell: Cell(tal) for cell, tal in sant([Tabell("s", (AXEL,), tal)]).items()}
    celler = oppna | {A: serie.celler[A]}
    return replace(skyddat, serier={"s": replace(serie, celler=celler)})


def tabell(skyddat, **andra):
    """Return the true table with some cells as others."""
    visat = {cell: ett.tal for cell, ett in skyddat.serier["s"].celler.items()}
    return visat | {A: 3} | {((("miljo", kod),)): tal for kod, tal in andra.items()}


def test_a_cell_that_is_given_away_is_found_whatever_is_said(avslojat):
    given_ut = [("s", A, 3)]
    assert angrip(avslojat) == given_ut
    assert angrip(avslojat, {"s": [tabell(avslojat)]}) == given_ut


@pytest.mark.parametrize(
    "andra",
    [{"a": 4}, {"a": 4, "b": 8}, {"a": 9, "b": 3}, {"a": 2, "c": 21}],
    ids=["sums don't agree", "a shown one moves", "its words are broken", "both"],
)
def test_a_table_that_can_not_be_proves_nothing(avslojat, andra):
    exempel = [tabell(avslojat), tabell(avslojat, **andra)]
    assert angrip(avslojat, {"s": exempel}) == [("s", A, 3)]


def test_two_possible_tables_prove_what_the_programme_finds_too(avslojat):
    serie = avslojat.serier["s"]
    dolda = {A: serie.celler[A], B: Cell(None, "foljd", 5)}
    oppet = replace(
        avslojat, serier={"s": replace(serie, celler={**serie.celler, **dolda})}
    )
    exempel = [
        tabell(avslojat, a=3, b=9) | {B: 9},
        tabell(avslojat, a=4, b=8) | {B: 8},
    ]
    assert angrip(oppet, {"s": exempel}) == angrip(oppet) == []


@STILLA
@given(tabeller(), st.integers(-5, 5).filter(bool), st.data())
def test_a_movement_that_is_found_leaves_every_sum_as_it_is(tabeller, steg, data):
    celler = sant(tabeller)
    plats = {cell: i for i, cell in enumerate(celler)}
    sambanden = [ett for tabell in tabeller for ett in _summor(tabell, celler)]
    matris = np.zeros((max(len(sambanden), 1), len(celler)))
    for rad, (summa, delar) in enumerate(sambanden):
        matris[rad, plats[summa]] = 1
        matris[rad, [plats[del_] for del_ in delar]] = -1
    rum = st.lists(st.integers(0, 6), min_size=len(celler), max_size=len(celler))
    ner, upp = data.draw(rum), data.draw(rum)
    cell = data.draw(st.integers(0, len(celler) - 1))

    rorelse = Stigar(matris).finn(cell, steg, [*ner], [*upp])

    hur_langt = np.array([rorelse.get(i, 0) for i in range(len(celler))])
    assert not (matris @ hur_langt).any()
    if rorelse:
        assert rorelse[cell] == steg
    ovriga = [i for i in rorelse if i != cell]
    assert all(-ner[i] <= rorelse[i] <= upp[i] for i in ovriga)


def test_a_movement_too_great_for_one_way_goes_several():
    matris = np.array([[1, -1, -1, -1]])  # a sum that stands still, and its three parts
    rorelse = Stigar(matris).finn(1, 5, [0, 0, 3, 2], [0, 9, 0, 0])
    assert rorelse == {1: 5, 2: -3, 3: -2}
    assert Stigar(matris).finn(1, 6, [0, 0, 3, 2], [0, 9, 0, 0]) == {}


def _summor(tabell, celler):
    """Yield each total of a table over one axis, with its parts."""
    for axel in tabell.axlar:
        for cell in tabell.celler():
            delar = [
                tuple(sorted((*cell, (axel.namn, kod))))
                for kod in axel.varden
                if axel.namn not in dict(cell) and not axel.flerval
            ]
            if delar and all(del_ in celler for del_ in delar):
                yield cell, delar
