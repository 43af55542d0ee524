"""What is hidden, and in which words: the cases one thinks of, and the traps."""

import itertools
import subprocess
import sys

import pytest

from lagesbild.rojande import ALLA, Axel, Rojer, Tabell, angrip, skydda

HALVOR = Axel("delomrade", ("norra", "sodra"))


def rad(*tal, namn="miljo"):
    """Return a table of one axis."""
    axel = Axel(namn, tuple(f"{namn}{i}" for i in range(len(tal))))
    return Tabell(
        "s", (axel,), {(kod,): n for kod, n in zip(axel.varden, tal, strict=True)}
    )


def rutor(*rader, forst="miljo", sedan="plats"):
    """Return a table of two axes."""
    a = Axel(forst, tuple(f"{forst}{i}" for i in range(len(rader))))
    b = Axel(sedan, tuple(f"{sedan}{i}" for i in range(len(rader[0]))))
    tal = {
        (x, y): rader[i][j]
        for (i, x), (j, y) in itertools.product(
            enumerate(a.varden), enumerate(b.varden)
        )
    }
    return Tabell("s", (a, b), tal)


def texter(tabell, *, troskel=5, kant=()):
    """Return the total first, then the cells of a table of one axis."""
    skyddat = skydda([tabell], troskel=troskel, kant=kant)
    assert angrip(skyddat) == []
    (axel,) = tabell.axlar
    delar = [skyddat.cell("s", **{axel.namn: kod}) for kod in axel.varden]
    return [cell.text for cell in (skyddat.cell("s"), *delar)]


def test_the_small_part_and_one_more_are_hidden():
    assert texter(rad(3, 20, 30)) == ["53", "färre än 5", "visas inte", "30"]


def test_of_two_halves_both_are_hidden_when_one_is_small():
    assert texter(rad(3, 20)) == ["23", "färre än 5", "visas inte"]


def test_the_other_half_is_no_cover_when_it_is_too_small_itself():
    assert texter(rad(3, 5)) == ["visas inte", "färre än 5", "visas inte"]


def test_two_small_ones_that_must_be_four_and_four_hide_their_sum():
    assert texter(rad(4, 4)) == ["visas inte", "färre än 5", "färre än 5"]


def test_a_single_row_that_is_not_zero_hides_the_total_too():
    assert texter(rad(0, 3, 0)) == ["färre än 5", "0", "färre än 5", "0"]


def test_a_total_below_the_threshold_is_hidden_with_its_parts():
    assert texter(rad(1, 2, 0)) == ["färre än 5", "färre än 5", "färre än 5", "0"]


def test_four_parts_of_one_are_not_given_away_by_the_zeros_beside_them():
    hidden = texter(rad(1, 1, 1, 1, 0, 0))
    assert hidden == [*["färre än 5"] * 6, "0"]


def test_a_total_of_exactly_the_threshold_is_shown_when_nothing_is_small():
    assert texter(rad(5, 0)) == ["5", "5", "0"]


def test_a_total_of_exactly_the_threshold_gives_no_parts_away():
    assert texter(rad(4, 1)) == ["visas inte", "färre än 5", "färre än 5"]


@pytest.mark.parametrize("tal", [(0, 0), (0,), (5,), (12, 7, 0)])
def test_nothing_is_hidden_when_nothing_is_small(tal):
    assert texter(rad(*tal)) == [str(sum(tal)), *map(str, tal)]


def test_one_small_cell_alone_is_hidden_with_its_total():
    assert texter(rad(2)) == ["färre än 5", "färre än 5"]


def test_an_empty_table_is_all_zeros():
    tabell = Tabell("s", (HALVOR,), {})
    assert texter(tabell) == ["0", "0", "0"]
    utan_axlar = skydda([Tabell("s", (), {(): 3})], troskel=5)
    assert utan_axlar.cell("s").text == "färre än 5"


def test_an_axis_without_values_is_no_table_to_fear():
    assert texter(Tabell("s", (Axel("manad", ()),), {})) == ["0"]


def test_at_the_threshold_of_two_all_are_called_the_same():
    assert set(texter(rad(1, 9, 9), troskel=2)) == {"19", "visas inte", "9"}


@pytest.mark.parametrize("troskel", [0, 1])
def test_without_a_threshold_all_is_shown(troskel):
    assert texter(rad(1, 2), troskel=troskel) == ["3", "1", "2"]


def test_a_figure_one_higher_than_last_years_print_is_hidden():
    kant = [("s", (("miljo", "miljo0"),), 12), ("s", (), 32)]
    alla = texter(rad(13, 20, 30), kant=kant)
    assert alla[1] == "visas inte"
    assert "färre än 5" not in alla


def test_a_figure_as_it_was_printed_stays():
    kant = [("s", (("miljo", "miljo0"),), 12), ("s", (), 62)]
    assert texter(rad(12, 20, 30), kant=kant) == ["62", "12", "20", "30"]


def test_what_was_printed_is_no_cover_for_a_small_one():
    kant = [("s", (("miljo", "miljo1"),), 20), ("s", (), 53)]
    assert texter(rad(3, 20, 30), kant=kant) == [
        "53",
        "färre än 5",
        "20",
        "visas inte",
    ]


def test_a_threshold_raised_later_hides_what_was_printed_and_says_so():
    kant = [("s", (("miljo", "miljo0"),), 4)]
    skyddat = skydda([rad(4, 20, 30)], troskel=5, kant=kant)
    assert skyddat.cell("s", miljo="miljo0").text == "färre än 5"
    assert skyddat.redan_ute == (("s", (("miljo", "miljo0"),)),)
    assert angrip(skyddat) == []


def test_what_earlier_prints_give_away_together_is_said_too():
    kant = [("s", (), 23), ("s", (("miljo", "miljo1"),), 20)]
    skyddat = skydda([rad(3, 20)], troskel=5, kant=kant)
    assert skyddat.redan_ute == (("s", (("miljo", "miljo0"),)),)
    assert skyddat.cell("s", miljo="miljo0").tal is None


def test_it_refuses_rather_than_gives_away():
    # The total is out; of two halves with four each «färre än 5» would say it all.
    skyddat = skydda([rad(4, 4)], troskel=5, kant=[("s", (), 8)])
    assert skyddat.cell("s", miljo="miljo0").text == "visas inte"
    with pytest.raises(Rojer, match="Visa färre indelningar"):
        skydda([rad(1, 1)], troskel=5, kant=[("s", (), 2)])


def test_months_tertials_and_year_are_protected_together():
    manader = tuple(f"{n:02}" for n in range(1, 13))
    tertial = tuple((f"T{i + 1}", manader[4 * i : 4 * i + 4]) for i in range(3))
    axel = Axel("tid", manader, grupper=tertial)
    antal = (6, 7, 2, 9, 8, 8, 8, 8, 5, 6, 7, 8)
    tal = {(m,): n for m, n in zip(manader, antal, strict=True)}
    skyddat = skydda([Tabell("s", (axel,), tal)], troskel=5)
    assert angrip(skyddat) == []
    assert skyddat.cell("s", tid="03").text == "färre än 5"
    assert skyddat.cell("s", tid="T1").text == "24"
    assert skyddat.cell("s").text == "82"
    dolda = [m for m in manader if skyddat.cell("s", tid=m).tal is None]
    assert len(dolda) == 2
    assert set(dolda) < set(manader[:4])


def test_a_tertial_that_is_small_hides_another_tertial_or_the_year():
    axel = Axel(
        "tid", ("1", "2", "3", "4"), grupper=(("A", ("1", "2")), ("B", ("3", "4")))
    )
    tal = {("1",): 2, ("2",): 0, ("3",): 9, ("4",): 9}
    skyddat = skydda([Tabell("s", (axel,), tal)], troskel=5)
    assert angrip(skyddat) == []
    assert skyddat.cell("s", tid="A").text == "färre än 5"
    assert None in (skyddat.cell("s", tid="B").tal, skyddat.cell("s").tal)


def test_tables_of_one_serie_share_their_margins():
    per_plats = rutor((3, 20), (30, 40))
    per_halva = rutor((12, 11), (35, 35), sedan="delomrade")
    skyddat = skydda([per_plats, per_halva], troskel=5)
    assert angrip(skyddat) == []
    assert skyddat.cell("s", miljo="miljo0").text == "23"
    assert skyddat.dolda == 4


def test_tables_of_one_serie_that_count_differently_are_refused():
    with pytest.raises(ValueError, match="räknar olika"):
        skydda([rad(3, 20), rad(9, 20, namn="plats")], troskel=5)


def test_series_are_protected_each_by_itself():
    annan = Tabell("klotter", (HALVOR,), {("norra",): 9, ("sodra",): 9})
    skyddat = skydda([rad(3, 20), annan], troskel=5)
    assert skyddat.cell("klotter").text == "18"


def test_of_several_kinds_each_may_be_small_beside_a_shown_total():
    slag = Axel("slag", ("hot", "klotter"), flerval=True)
    tal = {("hot",): 3, ("klotter",): 19, (ALLA,): 19}
    assert texter(Tabell("s", (slag,), tal)) == ["19", "färre än 5", "19"]


def test_kinds_that_only_just_cover_the_total_hide_it():
    slag = Axel("slag", ("hot", "klotter"), flerval=True)
    tal = {("hot",): 4, ("klotter",): 4, (ALLA,): 8}
    assert texter(Tabell("s", (slag,), tal))[0] == "visas inte"


def test_years_side_by_side_have_no_sum():
    ar = Axel("ar", ("2026", "2027"), summeras=False)
    tal = {("norra", "2026"): 3, ("sodra", "2026"): 20, ("norra", "2027"): 9}
    skyddat = skydda([Tabell("s", (HALVOR, ar), tal)], troskel=5)
    assert skyddat.cell("s", ar="2026").text == "23"
    assert skyddat.cell("s", ar="2027", delomrade="norra").text == "9"
    with pytest.raises(KeyError):
        skyddat.cell("s", delomrade="norra")


def test_what_is_hidden_is_not_left_in_the_answer():
    skyddat = skydda([rad(3, 20, 30)], troskel=5)
    cell = skyddat.cell("s", miljo="miljo1")
    assert (cell.tal, cell.skal) == (None, "foljd")
    assert "20" not in repr(skyddat).replace("2020", "")


@pytest.mark.parametrize(
    ("tal", "koder"), [(-1, ("norra",)), (1.5, ("norra",)), (1, ("vastra",)), (1, ())]
)
def test_a_table_that_is_no_table_is_refused(tal, koder):
    with pytest.raises(ValueError, match="går inte"):
        Tabell("s", (HALVOR,), {koder: tal})


@pytest.mark.parametrize(
    "axel",
    [
        {"varden": ("a", "a")},
        {"varden": ("a", ALLA)},
        {"varden": ("a",), "grupper": (("g", ("b",)),)},
        {"varden": ("a",), "grupper": (("g", ("a",)),), "flerval": True},
    ],
)
def test_an_axis_that_is_no_axis_is_refused(axel):
    with pytest.raises(ValueError, match="Axeln tid"):
        Axel("tid", **axel)


def test_a_small_boards_whole_year_can_be_attacked():
    """A programme that HiGHS 1.12 calls impossible until its presolve is turned off."""
    miljo = Axel("miljo", ("vit_makt", "autonom", "islamistisk", "annan", "oklart"))
    tertial = Axel("tertial", ("T1", "T2", "T3"))
    plats = Axel("plats", tuple("abcdefghijkl"))
    delar = Axel("delomrade", ("1", "2", "3", "_"))
    slag = Axel("slag", tuple("abcdefghij"), flerval=True)
    rader = ((2, 1, 3), (0, 0, 0), (2, 0, 1), (0, 1, 1), (1, 1, 1))
    tal = {
        (m, t): n
        for m, rad in zip(miljo.varden, rader, strict=True)
        for t, n in zip(tertial.varden, rad, strict=True)
    }

    def en(axel, *antal):
        koder = axel.varden if len(antal) == len(axel.varden) else ("", *axel.varden)
        return Tabell(
            "s", (axel,), {(k,): n for k, n in zip(koder, antal, strict=True)}
        )

    skyddat = skydda(
        [
            Tabell("s", (miljo, tertial), tal),
            en(delar, 4, 9, 1, 0),
            en(plats, 0, 2, 2, 0, 0, 0, 0, 0, 2, 3, 5, 0),
            en(slag, 14, 6, 1, 1, 2, 0, 0, 0, 5, 0, 0),
        ],
        troskel=5,
    )
    assert angrip(skyddat) == []


def test_a_worker_that_hides_nothing_loads_no_solver():
    kod = (
        "import sys; from lagesbild.rojande import Axel, Tabell, skydda;"
        "skydda([Tabell('s', (Axel('a', ('x',)),), {('x',): 9})], troskel=5);"
        "sys.exit('scipy' in sys.modules or 'numpy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", kod]).returncode == 0


def test_what_was_hidden_once_and_has_changed_by_many_since_costs_not_everything():
    forst = [("s", (("miljo", f"miljo{i}"),), n) for i, n in enumerate((9, 8, 7))]
    sedan = [("s", (("miljo", f"miljo{i}"),), None) for i in (0, 1)]
    assert texter(rad(19, 10, 7), kant=[("s", (), 36), *forst, *sedan]) == [
        "36",
        "visas inte",
        "visas inte",
        "7",
    ]
