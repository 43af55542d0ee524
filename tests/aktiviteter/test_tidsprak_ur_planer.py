"""Wordings as they stand in plans of municipalities, each with what it means.

In the tables of ur_planer/ a head line gives the plan's year and the value and,
indented below, wordings that all mean it, parted by «|»; «-» says nothing:

- tidplan: year, typ, first..last day, then the precision or, for what runs on or comes
  back, how often;
- uppfoljning: year, channel=period joined by «+», how often;
- omojligt: impossible times > the suggestion for the whole cell, in the plan for 2025.
"""

from datetime import date
from pathlib import Path

import pytest

from aktiviteter.tidsprak import Aterkommer, tolka_tidplan, tolka_uppfoljning


def las(tabell):
    fil = Path(__file__).parent / "ur_planer" / f"{tabell}.txt"
    return fil.read_text(encoding="utf-8")


TIDPLANER = las("tidplan")
UPPFOLJNINGAR = las("uppfoljning")
OMOJLIGA = las("omojligt")


def rader(tabell):
    huvud = ""
    for rad in tabell.strip().splitlines():
        if rad.startswith(" "):
            for text in rad.strip().removesuffix("|").split(" | "):
                yield pytest.param(huvud, text.strip(), id=f"{huvud}: {text.strip()}")
        else:
            huvud = rad


def dag(text):
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(("huvud", "text"), list(rader(TIDPLANER)))
def test_a_tidplan_of_a_plan_means_what_its_coordinator_means(huvud, text):
    ar, typ, dagar, sist = (*huvud.split(), "-", "-")[:4]
    start, _, slut = dagar.strip("-").partition("..")
    tidplan = tolka_tidplan(text, ar=int(ar))
    assert (tidplan.typ, tidplan.fel, tidplan.text) == (typ, "", text)
    assert (tidplan.start, tidplan.slut) == (dag(start), dag(slut))
    if typ in ("lopande", "aterkommande"):
        assert (tidplan.aterkommer or "-") == sist
    elif sist != "-":
        assert tidplan.precision == sist


@pytest.mark.parametrize(("huvud", "text"), list(rader(UPPFOLJNINGAR)))
def test_an_uppfoljning_of_a_plan_names_its_channels_and_periods(huvud, text):
    ar, _, vantat = huvud.partition(" ")
    *delar, sist = vantat.split(" ")
    ofta = sist if delar and sist in set(Aterkommer) else ""
    vantat = vantat.removesuffix(ofta).removesuffix(" ").removesuffix(" -")
    u = tolka_uppfoljning(text, ar=int(ar))
    rapporter = [(u.kanal, u.period), *((r.kanal, r.period) for r in u.fler)]
    assert rapporter == [
        (kanal, period)
        for kanal, _, period in (ett.partition("=") for ett in vantat.split("+"))
    ]
    assert (u.aterkommer, u.fel, u.text) == (ofta, "", text)


@pytest.mark.parametrize("rad", OMOJLIGA.splitlines())
def test_an_impossible_time_of_a_plan_is_told_with_what_may_be_meant(rad):
    text, _, forslag = (del_.strip() for del_ in rad.partition(">"))
    tidplan = tolka_tidplan(text, ar=2025)
    assert tidplan.fel
    assert tidplan.forslag == forslag
    assert (tidplan.start, tidplan.slut, tidplan.text) == (None, None, text)
