"""On what base figures stand: what they don't cover is said, and never shown as 0."""

from copy import deepcopy
from datetime import date

import pytest

from blanketter.models import Frageversion
from lagesbild.bilddiagram import bildens_diagram
from lagesbild.models import Lagesbild
from lagesbild.sammanstallning import INGEN_UPPGIFT, underlag
from lagesbild.sammanstallning.ord import sammanfatta
from tests import bygge
from tests.bygge_lagesbild import (
    ny_lagesbild,
    ny_serie,
    nya_handelser,
    publicera_bild,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("aret_ar_slut")]


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def bild(namnd):
    return ny_lagesbild(namnd)


def texter(tabell, kod=""):
    return [cell.text for cell in tabell.rad(kod).celler]


def i_ord(bild, nr=0):
    allt = underlag(bild)
    return sammanfatta(allt, allt.serier[nr]).text


def test_years_before_the_first_form_have_no_figures(namnd, bild):
    nya_handelser(namnd, 9, date(2025, 12, 1), inkom=date(2026, 1, 8))
    nya_handelser(namnd, 14)
    blanketter = underlag(bild).blanketter
    assert texter(blanketter.totalt) == ["14", INGEN_UPPGIFT]
    assert i_ord(bild) == "14 händelser 2026. Om året före finns ingen uppgift."


def test_a_year_that_began_in_the_middle_is_shown_but_not_compared(namnd, bild):
    nya_handelser(namnd, 9, date(2025, 9, 1))
    nya_handelser(namnd, 14)
    blanketter = underlag(bild).blanketter
    assert texter(blanketter.totalt)[:2] == ["14", "9"]
    assert blanketter.jamforbar == (True, False)
    assert texter(blanketter.per_manad, "08")[1] == INGEN_UPPGIFT
    assert texter(blanketter.per_manad, "11")[1] == "0"
    assert texter(blanketter.per_tertial, "3")[1] == INGEN_UPPGIFT
    (note,) = blanketter.noter
    assert "2025 gäller bara oktober–december 2025" in note
    assert i_ord(bild) == "14 händelser 2026. Det går inte att jämföra med året före."


def test_two_whole_years_are_compared_in_words(namnd, bild):
    nya_handelser(namnd, 1, date(2024, 11, 1))
    nya_handelser(namnd, 9, date(2025, 3, 1))
    nya_handelser(namnd, 14)
    assert i_ord(bild) == "14 händelser 2026, mot 9 året före."


@pytest.mark.parametrize(
    ("nu", "fore", "mening"),
    [
        (14, 3, "14 händelser 2026, mot färre än 5 året före."),
        (3, 14, "Färre än 5 händelser 2026, mot 14 året före."),
        (0, 9, "Inga händelser 2026, mot 9 året före."),
        (9, 0, "9 händelser 2026, mot inga året före."),
    ],
)
def test_small_and_no_numbers_are_said_in_words(namnd, bild, nu, fore, mening):
    nya_handelser(namnd, 1, date(2024, 11, 1), inkom=date(2024, 12, 1))
    nya_handelser(namnd, fore, date(2025, 3, 1))
    nya_handelser(namnd, nu)
    assert i_ord(bild) == mening


def test_a_series_covers_what_its_files_cover(namnd, bild):
    ny_serie(
        namnd,
        [(date(2026, 2, 1), 20, {}), (date(2024, 10, 1), 7, {})],
        fran=date(2024, 9, 1),
        raknar="ärenden",
    )
    (serie,) = underlag(bild).statistik
    assert texter(serie.totalt) == ["20", "0", "7"]
    assert serie.jamforbar == (True, True, False)
    assert texter(serie.per_manad, "08")[2] == INGEN_UPPGIFT
    assert i_ord(bild, 1) == "20 ärenden 2026, mot inga året före."


def test_a_year_that_is_not_over_is_compared_with_the_same_months(namnd, bild):
    tal = [(date(2026, 2, 1), 20, {}), (date(2025, 2, 1), 30, {})]
    tal += [(date(2025, 11, 1), 8, {}), (date(2025, 12, 1), 5, {})]
    ny_serie(namnd, tal, till=date(2026, 10, 31), raknar="ärenden")
    (serie,) = underlag(bild).statistik
    assert serie.jamforbar[:2] == (False, True)
    assert "2026 gäller hittills, januari–oktober 2026." in serie.noter[0]
    assert i_ord(bild, 1) == (
        "Hittills 20 ärenden januari–oktober 2026, mot 30 under samma månader 2025."
    )


def test_the_same_months_are_not_told_when_that_takes_a_hidden_number(namnd, bild):
    tal = [(date(2026, 2, 1), 20, {}), (date(2025, 2, 1), 3, {})]
    tal += [(date(2025, 11, 1), 2, {}), (date(2025, 12, 1), 3, {})]
    ny_serie(namnd, tal, till=date(2026, 10, 31), raknar="ärenden")
    assert i_ord(bild, 1) == (
        "20 ärenden hittills 2026 (t.o.m. oktober). Det går inte att jämföra med året"
        " före."
    )
    assert not underlag(bild).statistik[0].samma_manader


def test_as_many_of_the_same_months_are_told_as_can_be(namnd, bild):
    tal = [(date(2026, 2, 1), 20, {}), (date(2025, 2, 1), 30, {})]
    tal += [(date(2025, 11, 1), 2, {}), (date(2025, 12, 1), 3, {})]
    ny_serie(namnd, tal, till=date(2026, 10, 31), raknar="ärenden")
    assert i_ord(bild, 1) == (
        "20 ärenden hittills 2026 (t.o.m. oktober). 20 ärenden januari–augusti 2026,"
        " mot 30 under samma månader 2025."
    )


def test_a_year_with_months_missing_in_the_middle_has_no_same_months(namnd, bild):
    tal = [(date(2026, 2, 1), 20, {}), (date(2025, 2, 1), 30, {})]
    serie = ny_serie(namnd, tal, till=date(2026, 3, 31), raknar="ärenden")
    forsta = serie.importer.get()
    serie.importer.create(
        filnamn="sen.csv",
        fingeravtryck="1" * 64,
        fran=date(2026, 6, 1),
        till=date(2026, 12, 31),
        rader=0,
        summa=0,
        dag=forsta.dag,
    )
    assert i_ord(bild, 1) == "20 ärenden 2026. Det går inte att jämföra med året före."


def test_a_part_that_joined_a_series_later_is_no_nought_before(namnd, bild):
    norra, sodra = bygge.nytt_delomrade(namnd), bygge.nytt_delomrade(namnd)
    ny_serie(
        namnd,
        [
            (date(2026, 2, 1), 20, {"delomrade": norra}),
            (date(2026, 2, 1), 30, {"delomrade": sodra}),
            (date(2025, 2, 1), 18, {"delomrade": norra}),
        ],
    )
    (serie,) = underlag(bild).statistik
    assert texter(serie.per_delomrade, str(norra.pk))[:2] == ["20", "18"]
    assert texter(serie.per_delomrade, str(sodra.pk))[:2] == ["30", INGEN_UPPGIFT]
    assert serie.jamforbar[:2] == (True, False)
    assert any(note.startswith(f"{sodra} ingick inte 2025.") for note in serie.noter)
    assert "går inte att jämföra" in i_ord(bild, 1)


def test_two_parts_that_became_one_are_not_compared_with_the_time_before(namnd, bild):
    norra, sodra = bygge.nytt_delomrade(namnd), bygge.nytt_delomrade(namnd)
    nya_handelser(namnd, 1, date(2024, 11, 1), inkom=date(2024, 12, 1))
    nya_handelser(namnd, 9, date(2025, 3, 1), delomrade=norra)
    nya_handelser(namnd, 8, date(2025, 3, 1), delomrade=sodra)
    bada = bygge.nytt_delomrade(namnd, fran=date(2026, 1, 1))
    nya_handelser(namnd, 20, delomrade=bada)
    blanketter = underlag(bild).blanketter
    assert texter(blanketter.per_delomrade, str(bada.pk))[:2] == ["20", INGEN_UPPGIFT]
    assert texter(blanketter.per_delomrade, str(norra.pk))[:2] == ["0", "9"]
    assert blanketter.jamforbar[:2] == (True, False)
    assert any(
        note.startswith(f"{bada} ingick inte 2025.") for note in blanketter.noter
    )
    assert i_ord(bild) == "20 händelser 2026. Det går inte att jämföra med året före."


def test_a_part_that_began_within_the_year_is_told_of_from_then(namnd, bild):
    nya_handelser(namnd, 9, date(2025, 3, 1))
    sen = bygge.nytt_delomrade(namnd, fran=date(2026, 7, 1))
    nya_handelser(namnd, 20, delomrade=sen)
    blanketter = underlag(bild).blanketter
    assert texter(blanketter.per_delomrade, str(sen.pk))[:2] == ["20", INGEN_UPPGIFT]


def test_a_choice_that_came_later_is_no_nought_before(namnd, bild):
    nya_handelser(namnd, 6, date(2024, 3, 1))
    nya_handelser(namnd, 9, date(2025, 3, 1))
    forsta = Frageversion.objects.get()
    fragor = deepcopy(forsta.fragor)
    fragor["slag"]["val"].append({"kod": "dronare", "text": "Drönare"})
    Frageversion.objects.create(nummer=2, galler_fran=date(2026, 2, 1), fragor=fragor)
    nya_handelser(namnd, 7, slag=("dronare",))
    blanketter = underlag(bild).blanketter
    assert texter(blanketter.per_slag, "dronare") == ["7", *[INGEN_UPPGIFT] * 2]
    assert texter(blanketter.per_slag, "klotter")[:2] == ["0", "9"]
    (note,) = blanketter.per_slag.noter
    assert "frågan om händelse ändrades 1 februari 2026" in note
    assert blanketter.per_plats.noter == ()
    assert blanketter.jamforbar[:2] == (True, True)


def test_a_choice_that_went_away_keeps_its_old_figures(namnd, bild):
    nya_handelser(namnd, 6, date(2024, 3, 1))
    nya_handelser(namnd, 9, date(2025, 3, 1), plats="resa")
    fragor = deepcopy(Frageversion.objects.get().fragor)
    fragor["plats"]["val"] = [
        val for val in fragor["plats"]["val"] if val["kod"] != "resa"
    ]
    Frageversion.objects.create(nummer=2, galler_fran=date(2026, 1, 1), fragor=fragor)
    nya_handelser(namnd, 7)
    per_plats = underlag(bild).blanketter.per_plats
    assert texter(per_plats, "resa")[:2] == [INGEN_UPPGIFT, "9"]
    assert per_plats.rad("resa").rubrik == "Buss, tåg eller station"


def test_a_series_of_older_years_alone_says_so_once(namnd, bild):
    nya_handelser(namnd, 9, date(2024, 1, 1))
    falt = {"fran": date(2024, 1, 1), "till": date(2024, 12, 31), "raknar": "ärenden"}
    ny_serie(namnd, [(date(2024, 2, 1), 20, {})], **falt)
    assert i_ord(bild, 1) == "Ingen uppgift om ärenden 2026 eller året före."


def test_a_tertial_that_goes_on_is_told_of_as_far_as_it_has_come(
    namnd, bild, aret_ar_slut
):
    aret_ar_slut.move_to("2026-10-12 09:00+02:00")
    nya_handelser(namnd, 1, date(2024, 11, 1), inkom=date(2024, 12, 1))
    for manad, fore, nu in ((2, 9, 12), (6, 8, 10), (9, 7, 6), (10, 6, 0), (12, 5, 0)):
        nya_handelser(namnd, fore, date(2025, manad, 1))
        nya_handelser(namnd, nu, date(2026, manad, 1))
    allt = underlag(bild)
    blanketter = allt.blanketter
    assert blanketter.totalt.kolumner[:2] == ("2026 hittills", "2025")
    rubriker = [rad.rubrik for rad in blanketter.per_tertial.rader]
    assert rubriker == ["T1", "T2", "T3 t.o.m. oktober"]
    assert [rad.celler[0].text for rad in blanketter.per_tertial.rader] == [
        *("12", "10", "6")
    ]
    assert blanketter.per_miljo_och_tertial.kolumner[2] == "T3 t.o.m. oktober"
    assert texter(blanketter.per_manad, "09")[:2] == ["6", "7"]
    assert texter(blanketter.per_manad, "11")[:2] == [INGEN_UPPGIFT, "0"]
    assert i_ord(bild) == (
        "28 händelser hittills 2026 (t.o.m. oktober). 28 händelser januari–september"
        " 2026, mot 24 under samma månader 2025."
    )
    samma = blanketter.samma_manader
    assert samma.kolumner == ("januari–september 2026", "januari–september 2025")
    assert texter(samma) == ["28", "24"]


def test_a_tertial_published_before_its_end_protects_what_comes_after(
    namnd, bild, aret_ar_slut
):
    """T3 was 6 in November and is 8 now: the two late ones are nobody's to count."""
    aret_ar_slut.move_to("2026-11-12 09:00+01:00")
    for manad in (2, 6, 10):
        nya_handelser(namnd, 6, date(2026, manad, 1), inkom=date(2026, 1, 5))
    publicera_bild(bild)
    aret_ar_slut.move_to("2027-02-10 09:00+01:00")
    nya_handelser(namnd, 2, date(2026, 12, 1))
    bild.status = Lagesbild.Status.SAMRADD
    bild.save()
    blanketter = underlag(bild).blanketter
    assert texter(blanketter.per_tertial, "1")[0] == "6"
    assert texter(blanketter.per_tertial, "3")[0] == "visas inte"
    assert texter(blanketter.totalt)[0] == "visas inte"


def test_months_that_are_mostly_hidden_give_way_to_tertials(namnd, bild):
    tal = [(date(ar, m, 1), 2, {}) for m in range(1, 8) for ar in (2025, 2026)]
    tal += [(date(2026, m, 1), 9, {}) for m in range(8, 13)]
    ny_serie(namnd, tal, raknar="ärenden")
    (serie,) = underlag(bild).statistik
    assert not serie.per_manad
    assert "Mer än hälften av månaderna är dolda." in serie.per_tertial.noter[0]
    (diagram,) = [d for d in bildens_diagram(underlag(bild)) if serie.namn in d.rubrik]
    assert not diagram.ar_linjer
    assert diagram.noter == serie.per_tertial.noter


def test_months_that_are_mostly_shown_are_shown(namnd, bild):
    tal = [(date(2026, m, 1), 2 if m < 3 else 9, {}) for m in range(1, 13)]
    ny_serie(namnd, tal, raknar="ärenden")
    (serie,) = underlag(bild).statistik
    assert len(serie.per_manad.rader) == 12
    assert not any("månaderna" in note for note in serie.per_tertial.noter)


def test_the_year_stands_in_for_months_without_tertials(namnd, bild):
    talen = zip(range(8, 13), (3, 9, 3, 9, 3), strict=True)
    tal = [(date(2026, manad, 1), antal, {}) for manad, antal in talen]
    ny_serie(namnd, tal, fran=date(2026, 8, 1), raknar="ärenden")
    (serie,) = underlag(bild).statistik
    assert not serie.per_manad
    assert not serie.per_tertial
    assert "Summan för hela tiden visas i stället" in serie.noter[-1]


def test_a_part_that_was_closed_is_no_nought_afterwards(namnd, bild):
    """What came from it before stands, and the sums are not of the same land."""
    norra = bygge.nytt_delomrade(namnd, stangt=date(2026, 1, 1))
    sodra = bygge.nytt_delomrade(namnd)
    nya_handelser(namnd, 1, date(2024, 11, 1), inkom=date(2024, 12, 1))
    nya_handelser(namnd, 9, date(2025, 3, 1), delomrade=norra)
    nya_handelser(namnd, 20, delomrade=sodra)
    blanketter = underlag(bild).blanketter
    assert texter(blanketter.per_delomrade, str(norra.pk))[:2] == [INGEN_UPPGIFT, "9"]
    assert blanketter.jamforbar[:2] == (True, False)
    assert [note for note in blanketter.noter if note.startswith(f"{norra} är stängt")]


def test_the_note_on_months_says_that_the_forms_may_tell_of_earlier_ones(namnd, bild):
    nya_handelser(namnd, 6, date(2026, 2, 1), inkom=date(2026, 4, 10))
    (note,) = [n for n in underlag(bild).blanketter.noter if "bara" in n]
    assert "bara april–december 2026, och det som blanketterna sedan berättade" in note
