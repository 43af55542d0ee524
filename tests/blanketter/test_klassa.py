"""Classing: what the form tells of, in the coordinator's judgement."""

import pytest

from blanketter.handlingar import byt_status, ta_tillbaka
from blanketter.handlingar.klassa import klassa
from blanketter.models import Blankett
from tests import bygge
from tests.blanketter import bordet
from tests.blanketter.bordet import adress, last_blankett
from vbeplan.organisation.models import Ratt, Spar

pytestmark = pytest.mark.django_db
VAL = {"klass_slag": ["hot"], "klass_miljo": "vit_makt", "bedomning": "trolig"}


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def samordnare(namnd):
    return bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)


@pytest.fixture
def klient(client, samordnare):
    client.force_login(samordnare)
    return client


@pytest.fixture
def blankett(namnd):
    return last_blankett(namnd)


def spara(klient, blankett, **mer):
    data = VAL | {"rakning": blankett.rakning} | mer
    return klient.post(adress("inkommen_klassa", blankett), data, follow=True)


def test_a_read_form_is_classed_and_keeps_what_its_writer_chose(klient, blankett):
    svar = spara(klient, blankett)

    assert "Klassningen är sparad. Klassad." in bordet.besked(svar)
    blankett.refresh_from_db()
    assert blankett.status == Blankett.Status.KLASSAD
    assert (blankett.klass_slag, blankett.slag) == (("hot",), ("klotter",))
    assert (blankett.klass_miljo, blankett.miljo) == ("vit_makt", "oklart")
    assert Spar.objects.filter(handling=Spar.Handling.KLASSAD).count() == 1


def test_the_form_is_filled_in_with_what_the_writer_chose(klient, blankett):
    svar = klient.get(blankett.get_absolute_url())

    ifyllt = bordet.falt(svar, adress("inkommen_klassa", blankett))
    assert (ifyllt["klass_slag"], ifyllt["klass_miljo"]) == ("klotter", "oklart")
    assert "bedomning" not in ifyllt


def test_it_can_count_in_the_years_picture_by_the_same_press(klient, blankett):
    ar = blankett.inkom.year + 1

    svar = spara(klient, blankett, lagesbild_ar=ar, ta_med="ja")

    assert f"Ingår i lägesbilden {ar}" in bordet.besked(svar)
    blankett.refresh_from_db()
    assert (blankett.status, blankett.lagesbild_ar) == ("ingar", ar)


def test_the_year_alone_counts_nothing(klient, blankett):
    spara(klient, blankett, lagesbild_ar=blankett.inkom.year)

    blankett.refresh_from_db()
    assert (blankett.status, blankett.lagesbild_ar) == ("klassad", None)


def test_after_saving_the_next_unread_one_can_follow(klient, namnd, blankett):
    nasta = bygge.ny_blankett(namnd)

    svar = spara(klient, blankett, nasta="ja")

    assert svar.redirect_chain[-1][0] == nasta.get_absolute_url()


@pytest.mark.parametrize(
    ("val", "fel"),
    [
        ({"klass_slag": []}, "Välj minst en sorts händelse"),
        ({"klass_slag": ["finns-inte"]}, "finns-inte"),
        ({"klass_miljo": "\0"}, "giltigt alternativ"),
        ({"bedomning": ""}, "Välj hur säker uppgiften är"),
        ({"bedomning": "x" * 10_000}, "giltigt alternativ"),
        ({"lagesbild_ar": "1893", "ta_med": "ja"}, "giltigt alternativ"),
    ],
)
def test_a_choice_that_is_missing_or_wrong_is_told_and_the_rest_stands(
    klient, blankett, val, fel
):
    svar = spara(klient, blankett, **val)

    assert fel in bordet.felen(svar)
    ifyllt = bordet.falt(svar, adress("inkommen_klassa", blankett))
    if "klass_miljo" not in val:
        assert ifyllt["klass_miljo"] == "vit_makt"
    blankett.refresh_from_db()
    assert blankett.status == Blankett.Status.LAST


@pytest.mark.parametrize("rakning", ["", "x", "-1", "9" * 40, "\0"])
def test_a_strange_counter_saves_nothing_and_breaks_nothing(klient, blankett, rakning):
    svar = spara(klient, blankett, rakning=rakning)

    assert svar.status_code == 200
    blankett.refresh_from_db()
    assert blankett.status == Blankett.Status.LAST


def test_the_second_of_two_sees_both_and_may_save_over(klient, namnd, blankett):
    annan = bygge.ny_anvandare(Ratt.SAMORDNARE, namnd, namn="Bo Berg")
    deras = Blankett.objects.get(pk=blankett.pk)
    falt = {"klass_slag": ("flygblad",), "klass_miljo": "autonom",
            "bedomning": "saker"}  # fmt: skip
    klassa(deras, falt, av=annan, sedd=deras.rakning)

    svar = spara(klient, blankett)

    sidan = bordet.orden(svar)
    assert "Någon annan hann spara" in bordet.felen(svar)
    assert "Bo Berg sparade före dig" in sidan
    assert "Den autonoma miljön" in sidan
    blankett.refresh_from_db()
    assert blankett.klass_miljo == "autonom"

    ifyllt = bordet.falt(svar, adress("inkommen_klassa", blankett))
    assert ifyllt["klass_miljo"] == "vit_makt"
    spara(klient, blankett, **ifyllt)
    blankett.refresh_from_db()
    assert blankett.klass_miljo == "vit_makt"


def test_a_double_click_is_saved_once_and_told_as_saved(klient, blankett):
    for _ in range(2):
        svar = spara(klient, blankett)
        assert "Klassningen är sparad" in bordet.besked(svar)

    assert Spar.objects.filter(handling=Spar.Handling.KLASSAD).count() == 1


def test_a_form_put_aside_meanwhile_is_left_as_it_is(klient, blankett, samordnare):
    deras = Blankett.objects.get(pk=blankett.pk)
    byt_status.ej_vbe(deras, av=samordnare, sedd=deras.rakning)

    svar = spara(klient, blankett)

    assert "ändrades nyss" in bordet.besked(svar)
    blankett.refresh_from_db()
    assert (blankett.status, blankett.klass_miljo) == ("ej_vbe", "")


def test_an_unread_or_taken_back_form_is_not_classed(klient, namnd):
    olast, atertagen = bygge.ny_blankett(namnd), bygge.ny_blankett(namnd)
    ta_tillbaka(atertagen)

    for rad in (olast, atertagen):
        svar = spara(klient, rad)
        assert "inte gjort" in bordet.besked(svar)

    assert not Blankett.objects.exclude(klass_miljo="").exists()


def test_a_form_whose_text_is_removed_can_still_be_classed(klient, blankett):
    Blankett.objects.update(text=None, gallrad="2027-02-01")

    spara(klient, blankett)

    blankett.refresh_from_db()
    assert blankett.status == Blankett.Status.KLASSAD
