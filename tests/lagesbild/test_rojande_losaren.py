"""A solver that answers wrongly lets nothing out: every answer is counted over."""

import pytest
import scipy.optimize

from lagesbild.rojande import Axel, Rojer, Tabell, angrip, skydda

TABELL = Tabell("s", (Axel("miljo", ("a", "b", "c")),), {("a",): 3, ("b",): 9})
# No small one here can move as far as it should: a solver must say what is missing.
TRANG = Tabell(
    "s",
    (Axel("miljo", ("a", "b")), Axel("plats", ("x", "y"))),
    {("a", "x"): 1, ("a", "y"): 9, ("b", "x"): 9, ("b", "y"): 1},
)


def ljuger(monkeypatch, losare, andra):
    """Let one of scipy's solvers answer with something else than it found."""
    ratt = getattr(scipy.optimize, losare)

    def svara(*args, **mer):
        svar = ratt(*args, **mer)
        andra(svar)
        return svar

    monkeypatch.setattr(scipy.optimize, losare, svara)


def test_a_table_that_does_not_add_up_is_not_believed(monkeypatch):
    skyddat = skydda([TABELL], troskel=5)

    def ett_mer(svar):
        svar.x = svar.x + 1

    ljuger(monkeypatch, "milp", ett_mer)
    with pytest.raises(ArithmeticError):
        angrip(skyddat)


def test_a_movement_that_does_not_add_up_is_not_believed(monkeypatch):
    def ett_mer(svar):
        svar.x = svar.x + 1

    ljuger(monkeypatch, "linprog", ett_mer)
    with pytest.raises(Rojer):
        skydda([TRANG], troskel=5)


def test_no_answer_lets_nothing_out(monkeypatch):
    def inget(svar):
        svar.x = None

    ljuger(monkeypatch, "milp", inget)
    with pytest.raises(Rojer):
        skydda([TABELL], troskel=5)
