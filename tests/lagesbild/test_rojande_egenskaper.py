"""Disclosure control as properties: whatever the tables, the attack finds nothing."""

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lagesbild.rojande import ALLA, Axel, Rojer, Tabell, angrip, skydda

ANTAL = st.one_of(st.just(0), st.integers(0, 4), st.integers(0, 40))
STILLA = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


def axel(namn, antal, **mer):
    return Axel(namn, tuple(f"{namn}{i}" for i in range(antal)), **mer)


def fyll(draw, axlar):
    koder = itertools.product(*(a.varden for a in axlar))
    return {ett: draw(ANTAL) for ett in koder}


@st.composite
def tabeller(draw):
    """One to three axes; at times a second table that shares the first's axis, two
    years side by side, or kinds of which an event may have several.
    """
    langder = draw(
        st.lists(st.integers(1, 4), min_size=1, max_size=3).filter(
            lambda ett: sum(ett) <= 8
        )
    )
    namn = ["miljo", "ar", "plats"][: len(langder)]
    axlar = tuple(
        axel(ett, antal, summeras=ett != "ar")
        for ett, antal in zip(namn, langder, strict=True)
    )
    forsta = Tabell("serie", axlar, fyll(draw, axlar))
    match draw(st.sampled_from(["ensam", "lankad", "flerval"])):
        case "lankad":
            return [forsta, lankad(draw, forsta)]
        case "flerval":
            return [forsta, flerval(draw, forsta)]
    return [forsta]


def lankad(draw, forsta):
    """Return a table with another division of the same events along the first axis."""
    gemensam, manader = forsta.axlar[0], axel("manad", 3)
    if len(forsta.axlar) > 1 and not forsta.axlar[1].summeras:
        return forsta
    tal = {}
    for kod in gemensam.varden:
        summa = forsta.celler()[((gemensam.namn, kod),)]
        snitt = sorted(draw(st.lists(st.integers(0, summa), min_size=2, max_size=2)))
        delar = (snitt[0], snitt[1] - snitt[0], summa - snitt[1])
        tal |= {(kod, m): d for m, d in zip(manader.varden, delar, strict=True)}
    return Tabell("serie", (gemensam, manader), tal)


def flerval(draw, forsta):
    if len(forsta.axlar) > 1 and not forsta.axlar[1].summeras:
        return forsta
    gemensam, slag = forsta.axlar[0], axel("slag", 2, flerval=True)
    tal = {}
    for kod in gemensam.varden:
        summa = forsta.celler()[((gemensam.namn, kod),)]
        ena = draw(st.integers(0, summa))
        andra = draw(st.integers(summa - ena, summa))
        tal |= {(kod, "slag0"): ena, (kod, "slag1"): andra, (kod, ALLA): summa}
    # Over all environments too the kinds don't add up, but each kind does.
    return Tabell("serie", (gemensam, slag), tal)


def sant(tabeller):
    return {cell: tal for ett in tabeller for cell, tal in ett.celler().items()}


@STILLA
@given(tabeller(), st.integers(3, 10))
def test_the_attack_pins_no_cell_and_what_is_shown_is_true(tabeller, troskel):
    try:
        skyddat = skydda(tabeller, troskel=troskel)
    except Rojer:
        return
    assert angrip(skyddat) == []
    celler = skyddat.serier["serie"].celler
    for cell, tal in sant(tabeller).items():
        if 0 < tal < troskel:
            assert celler[cell].tal is None
        assert celler[cell].tal in (None, tal)
        assert celler[cell].skal != "liten" or tal < troskel


@STILLA
@given(tabeller())
def test_it_refuses_seldom_at_the_usual_threshold(tabeller):
    skydda(tabeller, troskel=5)


@STILLA
@given(tabeller(), st.integers(3, 10))
def test_nothing_is_hidden_when_nothing_is_small(tabeller, troskel):
    stora = [
        Tabell(ett.serie, ett.axlar, {k: tal * troskel for k, tal in ett.tal.items()})
        for ett in tabeller
    ]
    assert skydda(stora, troskel=troskel).dolda == 0


@STILLA
@given(tabeller(), st.data())
def test_earlier_figures_known_to_the_attack_pin_nothing_either(tabeller, data):
    celler = sant(tabeller)
    kant = [
        ("serie", cell, max(0, tal + data.draw(st.integers(-6, 1))))
        for cell, tal in celler.items()
        if data.draw(st.booleans())
    ]
    try:
        skyddat = skydda(tabeller, troskel=5, kant=kant)
    except Rojer:
        return
    assert angrip(skyddat) == []


@pytest.mark.parametrize("ordning", [1, -1])
def test_the_same_figures_hide_the_same_cells(ordning):
    axlar = (axel("miljo", 4), axel("plats", 5))
    koder = list(itertools.product(*(a.varden for a in axlar)))
    tal = {ett: (i * 7) % 11 for i, ett in enumerate(koder)}
    forst = skydda([Tabell("s", axlar, tal)], troskel=5)
    omvant = Tabell("s", axlar, dict(list(tal.items())[::ordning]))
    assert skydda([omvant], troskel=5) == forst
