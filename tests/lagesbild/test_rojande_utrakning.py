"""Every possible table counted out: nothing hidden has one value, nothing needless is
hidden. These tests share no line with the programmes they try.
"""

import itertools
from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lagesbild.rojande import Axel, Tabell, skydda

MAX = 9  # as high as the parts of a table are counted out
NAGRA = settings(max_examples=25, deadline=None)

rader = st.lists(st.integers(0, 6), min_size=1, max_size=3).map(tuple)
rutor = st.tuples(*[st.integers(0, 5)] * 4)


def tabell(tal):
    """Return one axis of up to three values, or two axes of two."""
    axlar = [Axel("rad", ("0", "1", "2")[: len(tal)])]
    if len(tal) == 4:
        axlar = [Axel("rad", ("0", "1")), Axel("kolumn", ("0", "1"))]
    koder = itertools.product(*(axel.varden for axel in axlar))
    return Tabell("s", tuple(axlar), dict(zip(koder, tal, strict=True)))


def celler(tal):
    """Return the table's cells by name, worked out by hand."""
    if len(tal) != 4:
        namn = [((("rad", str(i)),), n) for i, n in enumerate(tal)]
        return {(): sum(tal), **dict(namn)}
    a, b, c, d = tal
    ut = {(): a + b + c + d}
    for axel, summor in (("rad", (a + b, c + d)), ("kolumn", (a + c, b + d))):
        ut |= {((axel, str(i)),): n for i, n in enumerate(summor)}
    for (i, j), n in zip(itertools.product("01", "01"), tal, strict=True):
        ut[("kolumn", j), ("rad", i)] = n
    return ut


def alla(antal):
    return [celler(tal) for tal in itertools.product(range(MAX + 1), repeat=antal)]


ALLA = {1: alla(1), 2: alla(2), 3: alla(3), 4: alla(4)}


def under(over, cell):
    return set(over) < set(cell)


def kan_vara_noll(publicerat, cell, troskel):
    """Say whether the rule lets a hidden small cell be zero: beneath a small sum with
    more hidden parts of a kind than the threshold less two.
    """
    for over, c in publicerat.items():
        if c.skal == "liten" and under(over, cell):
            axlar = [axel for axel, _ in cell]
            delar = [
                namn
                for namn, d in publicerat.items()
                if under(over, namn)
                and [axel for axel, _ in namn] == axlar
                and d.tal is None
            ]
            if len(delar) > max(1, troskel - 2) or kan_vara_noll(
                publicerat, over, troskel
            ):
                return True
    return False


def mojliga(publicerat, antal, troskel):
    """Return every table that the reader could be looking at."""
    granser = {}
    smatt = any(cell.skal == "liten" for cell in publicerat.values())
    for namn, cell in publicerat.items():
        if cell.tal is not None:
            granser[namn] = cell.tal, cell.tal
        elif cell.skal == "liten":
            granser[namn] = (
                0 if kan_vara_noll(publicerat, namn, troskel) else 1,
                troskel - 1,
            )
        else:
            granser[namn] = troskel if smatt else 1, 99
    return [
        ett
        for ett in ALLA[antal]
        if all(lag <= ett[namn] <= hog for namn, (lag, hog) in granser.items())
    ]


@NAGRA
@given(st.one_of(rader, rutor), st.integers(3, 6))
def test_every_hidden_cell_has_several_possible_values(tal, troskel):
    publicerat = skydda([tabell(tal)], troskel=troskel).serier["s"].celler
    tabeller = mojliga(publicerat, len(tal), troskel)
    assert celler(tal) in tabeller
    for namn, cell in publicerat.items():
        if cell.tal is None:
            assert len({ett[namn] for ett in tabeller}) > 1


TVA = [*itertools.product(range(7), repeat=2)]
TRE = [*itertools.combinations_with_replacement((0, 1, 2, 3, 4, 6), 3)]


@pytest.mark.parametrize("tal", [*TVA, *TRE])
def test_no_fewer_cells_would_do(tal):
    troskel = 3
    sant = celler(tal)
    sma = {namn for namn, n in sant.items() if 0 < n < troskel}
    skyddat = skydda([tabell(tal)], troskel=troskel)
    publicerat = skyddat.serier["s"].celler
    maste = {namn for namn, cell in publicerat.items() if cell.skal == "liten"}
    assert sma <= maste or not maste
    lagst = {
        namn: int(namn in maste and not kan_vara_noll(publicerat, namn, troskel))
        for namn in sant
    }
    ovriga = [namn for namn, n in sant.items() if n and namn not in maste]
    for antal in range(len(ovriga) + 1):
        for val in itertools.combinations(ovriga, antal):
            if duger(sant, sma, maste | set(val), lagst, troskel):
                assert skyddat.dolda == len(maste) + antal
                return
    pytest.fail("Ingenting duger.")


def duger(sant, sma, dolda, lagst, troskel):
    """Say whether the rules hold when just `dolda` are hidden."""
    stora = {namn for namn, n in sant.items() if n >= troskel and namn}
    if () in dolda and sant[()] >= troskel and not stora <= dolda:
        return False  # a sum is hidden only with its (few) large parts
    kan = {namn for namn, n in sant.items() if n} | dolda
    return all(
        andar(sant, cell, dolda, lagst, troskel)
        == andar(sant, cell, kan, lagst, troskel)
        for cell in sma
    )


def andar(sant, cell, dolda, lagst, troskel):
    """Return how far the shown figures let a cell go, between zero and the threshold,
    the words of it and of its sum disregarded.
    """
    varden = [
        ett[cell]
        for ett in ALLA[len(sant) - 1]
        if all(
            (ett[namn] == n if namn not in dolda else True)
            and (
                not (namn in dolda and n >= troskel and not slakt(namn, cell))
                or ett[namn] >= troskel
            )
            and (
                not (namn in dolda and n < troskel and not slakt(namn, cell))
                or lagst[namn] <= ett[namn] < troskel
            )
            for namn, n in sant.items()
        )
    ]
    return min(max(varden), troskel), min(varden)


def slakt(ett, annat):
    return set(ett) <= set(annat) or set(annat) <= set(ett)


@pytest.mark.parametrize("troskel", [3, 4, 5])
def test_not_even_running_the_program_on_every_table_tells_of_two_halves(troskel):
    klasser = defaultdict(list)
    storst = 2 * troskel + 2
    for tal in itertools.product(range(2 * storst), repeat=2):
        if sum(tal) < 2 * storst:
            publicerat = skydda([tabell(tal)], troskel=troskel).serier["s"].celler
            klasser[tuple(cell.text for cell in publicerat.values())].append(tal)
    for tabeller in klasser.values():
        dolda = {tal for tal in tabeller if any(0 < n < troskel for n in tal)}
        for halva in (0, 1):
            sma = {tal[halva] for tal in dolda}
            assert len(sma) != 1 or not 0 < min(sma) < troskel
