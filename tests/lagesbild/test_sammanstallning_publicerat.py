"""What was published stays as it was, and no later figure tells what it hid."""

from datetime import date

import pytest

from lagesbild.models import Lagesbild
from lagesbild.sammanstallning import underlag, visat_underlag
from tests import bygge
from tests.bygge_lagesbild import ny_lagesbild, ny_serie, nya_handelser, publicera_bild

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("aret_ar_slut")]


@pytest.fixture
def namnd():
    namnd = bygge.ny_namnd()
    nya_handelser(namnd, 1, date(2023, 11, 1), inkom=date(2023, 12, 1))
    nya_handelser(namnd, 9, date(2025, 3, 1))
    nya_handelser(namnd, 7, date(2025, 6, 1), miljo="autonom")
    nya_handelser(namnd, 14)
    return namnd


def texter(tabell, kod=""):
    return [cell.text for cell in tabell.rad(kod).celler]


def test_an_earlier_year_is_shown_as_it_was_published(namnd):
    publicera_bild(ny_lagesbild(namnd, 2026))
    nya_handelser(namnd, 3, date(2025, 3, 1), inkom=date(2026, 5, 1))
    blanketter = underlag(ny_lagesbild(namnd)).blanketter
    assert texter(blanketter.totalt)[:2] == ["14", "16"]
    assert texter(blanketter.per_miljo, "vit_makt")[:2] == ["14", "9"]
    assert texter(blanketter.per_manad, "06")[1] == "7"
    assert texter(blanketter.per_tertial, "1")[1] == "9"


def test_a_year_that_a_later_picture_showed_first_is_as_shown_there(namnd):
    publicera_bild(ny_lagesbild(namnd))
    nya_handelser(namnd, 30, date(2025, 3, 1), inkom=date(2026, 5, 1))
    senare = underlag(ny_lagesbild(namnd, 2028))
    assert texter(senare.blanketter.totalt)[:3] == ["0", "14", "16"]


def test_a_series_that_was_not_published_is_counted(namnd):
    publicera_bild(ny_lagesbild(namnd, 2026))
    ny_serie(namnd, [(date(2025, 2, 1), 20, {})])
    (serie,) = underlag(ny_lagesbild(namnd)).statistik
    assert texter(serie.totalt)[:2] == ["0", "20"]


def test_few_late_events_do_not_show_between_two_publications(namnd):
    bild = ny_lagesbild(namnd)
    publicera_bild(bild)
    nya_handelser(namnd, 1, date(2026, 8, 1), inkom=date(2027, 3, 1))
    Lagesbild.objects.filter(pk=bild.pk).update(status=Lagesbild.Status.UTKAST)
    bild.refresh_from_db()
    assert "15" not in texter(underlag(bild).blanketter.totalt)


def test_many_late_events_show(namnd):
    bild = ny_lagesbild(namnd)
    publicera_bild(bild)
    nya_handelser(namnd, 10, date(2026, 3, 1), inkom=date(2027, 3, 1))
    assert texter(underlag(bild).blanketter.totalt)[0] == "24"


def test_the_same_figures_are_shown_again(namnd):
    bild = ny_lagesbild(namnd)
    forst = underlag(bild)
    publicera_bild(bild)
    assert underlag(bild) == forst


def test_a_raised_threshold_hides_what_was_shown(namnd, settings):
    publicera_bild(ny_lagesbild(namnd, 2026))
    settings.SMATALSGRANS = 8
    blanketter = underlag(ny_lagesbild(namnd)).blanketter
    assert texter(blanketter.totalt)[1] == "16"
    assert texter(blanketter.per_miljo, "oklart")[1] == "0"
    assert texter(blanketter.per_miljo, "autonom")[1] == "visas inte"
    assert texter(blanketter.per_miljo, "vit_makt")[1] == "visas inte", "16 - 9 = 7"
    assert texter(blanketter.per_manad, "03")[1] == "visas inte"


def test_a_raised_threshold_hides_a_small_sum_by_its_own_words(namnd, settings):
    publicera_bild(ny_lagesbild(namnd, 2026))
    settings.SMATALSGRANS = 20
    assert texter(underlag(ny_lagesbild(namnd)).blanketter.totalt)[1] == "färre än 20"


def test_what_is_published_anew_after_the_threshold_was_raised_tells_it_no_more(
    namnd, settings
):
    bild = ny_lagesbild(namnd, 2026)
    publicera_bild(bild)
    settings.SMATALSGRANS = 8
    blanketter = underlag(bild).blanketter
    assert texter(blanketter.totalt)[0] == "16"
    assert texter(blanketter.per_miljo, "autonom")[0] == "färre än 8"
    assert texter(blanketter.per_miljo, "vit_makt")[0] == "visas inte", "16 - 9 = 7"


def test_a_raised_threshold_still_hides_few_late_events(namnd, settings):
    bild = ny_lagesbild(namnd, 2026)
    publicera_bild(bild)
    nya_handelser(namnd, 1, date(2025, 3, 1), inkom=date(2026, 5, 1))
    settings.SMATALSGRANS = 8
    assert "17" not in texter(underlag(bild).blanketter.totalt)


def test_a_finished_picture_shows_what_was_frozen(namnd):
    bild = ny_lagesbild(namnd)
    fore = underlag(bild)
    publicera_bild(bild)
    nya_handelser(namnd, 20)
    bild.refresh_from_db()
    assert visat_underlag(bild) == fore
    assert texter(underlag(bild).blanketter.totalt)[0] == "34"


def test_another_boards_publication_changes_nothing(namnd):
    annan = bygge.ny_namnd("askhamra")
    nya_handelser(annan, 50, date(2025, 3, 1))
    publicera_bild(ny_lagesbild(annan, 2026))
    assert texter(underlag(ny_lagesbild(namnd)).blanketter.totalt)[1] == "16"


@pytest.mark.langsam
def test_what_was_hidden_is_hidden_again_beside_a_late_event():
    namnd = bygge.ny_namnd("sent")
    for manad, antal in ((2, 9), (6, 9), (10, 4)):
        nya_handelser(namnd, antal, date(2026, manad, 1), inkom=date(2026, 1, 1))
    bild = ny_lagesbild(namnd)
    publicera_bild(bild)
    fore = underlag(bild).blanketter.per_tertial
    assert [rad.celler[0].text for rad in fore.rader].count("visas inte") == 1
    # Shown in the second picture, the hidden nine would leave four of the first's 22.
    sent = 6 if fore.rad("1").celler[0].tal is None else 2
    nya_handelser(namnd, 1, date(2026, sent, 1))
    efter = underlag(bild).blanketter.per_tertial
    for rad in fore.rader:
        if rad.celler[0].tal is None:
            assert efter.rad(rad.kod) is None or not efter.rad(rad.kod).celler[0].tal


@pytest.mark.langsam
def test_two_spans_of_time_do_not_tell_what_happened_between_their_ends(namnd):
    nya_handelser(namnd, 2, date(2026, 11, 1))
    bild = ny_lagesbild(namnd)
    publicera_bild(bild)
    Lagesbild.objects.filter(pk=bild.pk).update(till=date(2026, 10, 31))
    bild.refresh_from_db()
    kortare = underlag(bild).blanketter
    assert texter(kortare.totalt)[0] == "visas inte"
    assert "14" not in texter(kortare.per_miljo, "vit_makt")
    till_mitten = Lagesbild.ny(namnd, 2028)
    till_mitten.fran, till_mitten.till = date(2026, 2, 1), date(2027, 1, 31)
    till_mitten.version = 1
    till_mitten.save()
    nya_handelser(namnd, 3, date(2027, 1, 1))
    assert "19" not in texter(underlag(till_mitten).blanketter.totalt)


def test_spans_that_differ_by_many_events_are_both_shown(namnd):
    nya_handelser(namnd, 8, date(2026, 11, 1))
    bild = ny_lagesbild(namnd)
    publicera_bild(bild)
    Lagesbild.objects.filter(pk=bild.pk).update(till=date(2026, 10, 31))
    bild.refresh_from_db()
    assert texter(underlag(bild).blanketter.totalt)[0] == "14"
