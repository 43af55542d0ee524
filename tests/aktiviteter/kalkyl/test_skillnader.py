"""What a filled-in workbook would change, row by row."""

import pytest

from aktiviteter.kalkyl.skillnader import ANNAN_PLAN, skillnader
from tests.aktiviteter.arbetsbok import rader_ur
from tests.bygge import ny_namnd, ny_plan

pytestmark = pytest.mark.django_db


def byten(s):
    return [(b.falt, b.fore, b.efter) for rad in s.andrade for b in rad.byten]


def fel(s):
    return [ord_ for rad in (*s.andrade, *s.nya) for ord_ in rad.fel]


def test_a_changed_cell_is_shown_before_and_after(plan):
    rader = rader_ur(plan)
    rader[1]["tidplan"] = "Hösten 2027"

    s = skillnader(plan, rader)

    assert byten(s) == [("tidplan", "Löpande", "Hösten 2027")]
    assert "<ins>Hösten 2027</ins>" in s.andrade[0].byten[0].markerat
    assert s.lika == 1


def test_rows_may_be_sorted_and_columns_moved_or_gone(plan):
    rader = [
        dict(reversed([(k, v) for k, v in rad.items() if k != "målgrupp"]))
        for rad in reversed(rader_ur(plan))
    ]

    assert not skillnader(plan, rader).nagot


def test_without_the_hidden_key_the_number_finds_the_row(plan):
    rader = rader_ur(plan)
    for rad in rader:
        del rad["radnyckel"]
    rader[0]["mål"] = "40 ungdomar"

    assert byten(skillnader(plan, rader)) == [("mal", "", "40 ungdomar")]


def test_a_row_without_a_number_is_new(plan):
    ny = {"rad": 9, "aktivitet": "Feriejobb", "kapitel": "kapitel 3 i EKHAMRA"}

    (rad,) = skillnader(plan, [*rader_ur(plan), ny]).nya

    assert rad.titel == "Feriejobb"
    assert not rad.hinder
    assert ("avsnitt", "Kapitel", "3 Kapitel 3 i ekhamra") in rad.varden


def test_a_new_row_needs_title_and_chapter(plan):
    ny = {"rad": 9, "aktivitet": "", "kapitel": "", "mål": "Något"}

    (rad,) = skillnader(plan, [*rader_ur(plan), ny]).nya

    assert rad.hinder == "Fyll i Aktivitet och Kapitel på raden och ta in filen igen."


def test_a_copied_row_is_a_new_one(plan):
    rader = rader_ur(plan)
    kopia = {**rader[0], "aktivitet": "Samma fast ny", "rad": 8}

    s = skillnader(plan, [*rader, kopia])

    assert [rad.titel for rad in s.nya] == ["Samma fast ny"]
    assert s.nya[0].not_ == "En rad till med nummer 1."
    assert not s.andrade


def test_a_row_that_is_gone_is_told_of(plan, rader):
    s = skillnader(plan, rader_ur(plan)[:1])

    assert [rad.pk for rad in s.saknade] == [rader[1].pk]


def test_a_cell_that_can_not_be_read_leaves_the_others(plan):
    rader = rader_ur(plan)
    rader[0] |= {
        "nästa avstämning": "2027-02-30",
        "måltal": "många",
        "nivå": "global",
        "kapitel": "Kapitel 77",
        "aktivitet": "",
        "enhet": "x" * 50,
        "ansvariga": "Rektor\nrektor",
        "mål": "Nytt mål",
    }

    s = skillnader(plan, rader)

    assert byten(s) == [("mal", "", "Nytt mål")]
    assert len(fel(s)) == 7
    assert all(ord_.endswith((".", "femhundra")) for ord_ in fel(s))


@pytest.mark.parametrize(
    ("skrivet", "last"), [("0,5", "0,5"), ("1 200", "1200"), ("12.5", "12,5")]
)
def test_numbers_are_read_as_swedes_write_them(plan, skrivet, last):
    rader = rader_ur(plan)
    rader[0]["måltal"] = skrivet

    assert byten(skillnader(plan, rader)) == [("maltal", "", last)]


def test_what_only_the_plan_has_changed_is_left_alone(plan, rader, samordnare):
    i_filen = rader_ur(plan)
    rader[0].mal = "Nytt i planen"
    spara(rader[0], samordnare)

    assert not skillnader(plan, i_filen).nagot


def test_what_both_have_changed_is_a_clash(plan, rader, samordnare):
    i_filen = rader_ur(plan)
    i_filen[0] |= {"mål": "I filen", "målgrupp": "Unga"}
    rader[0].mal = "I planen"
    spara(rader[0], samordnare)

    krockar = {
        b.falt: (b.fore, b.efter, b.krock)
        for b in skillnader(plan, i_filen).andrade[0].byten
    }

    assert krockar == {
        "mal": ("I planen", "I filen", True),
        "malgrupp": ("", "Unga", False),
    }


def spara(aktivitet, av):
    from aktiviteter import historia
    from aktiviteter.models import Andring

    aktivitet.spara_over(aktivitet.version, av=av)
    historia.skriv(Andring.Handling.ANDRAD, aktivitet, av=av)


def test_another_plans_workbook_is_told(plan):
    annan = ny_plan(ny_namnd("sjovik"))

    assert skillnader(plan, rader_ur(annan)).fel == ANNAN_PLAN


def test_the_name_of_what_was_seen_changes_with_it(plan):
    rader = rader_ur(plan)
    fore = skillnader(plan, rader).sett
    rader[0]["mål"] = "Nytt"

    assert skillnader(plan, rader).sett != fore
