"""The register of respondents: organisations, taken over, listed, and never persons."""

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from blanketter.models import Enhet
from lagesbild.models import Grupp, Respondent
from tests import bygge, bygge_lagesbild
from tests.blanketter.blanketten import falten, felen, sida
from vbeplan.organisation.models import Ratt, Spar

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def idag():
    with time_machine.travel("2027-01-20 09:00+01:00", tick=False):
        yield


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def klient(client, namnd):
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, namnd))
    return client


def spara(klient, url, **falt):
    """Fill in the form of the page and send it."""
    return klient.post(url, falten(klient.get(url)) | falt, follow=True)


def ny(klient, namnd, **falt):
    url = reverse("respondenter_ny", args=[namnd.kort])
    return spara(klient, url, **{"namn": "Ekhamra IF", "grupp": "forening"} | falt)


def ta_in(klient, namnd, text, **falt):
    url = reverse("respondenter_ta_in", args=[namnd.kort])
    return klient.post(url, {"text": text} | falt, follow=True)


def hamta(klient, namnd):
    url = reverse("respondenter_hamta", args=[namnd.kort])
    return klient.post(url, follow=True).content.decode()


def test_an_association_is_added_and_stands_in_its_group(klient, namnd):
    svar = ny(klient, namnd, epost="kansliet@ekhamraif.example")

    rad = Respondent.objects.get()
    assert (rad.namnd, rad.namn, rad.grupp) == (namnd, "Ekhamra IF", Grupp.FORENING)
    text = svar.content.decode()
    assert "Sparat: Ekhamra IF" in text
    assert "Föreningar" in text
    assert Spar.objects.get().objekt == "respondenten Ekhamra IF"


def test_the_same_name_however_it_is_written_is_not_taken_twice(klient, namnd):
    ny(klient, namnd)

    svar = ny(klient, namnd, namn="EKHAMRA  if")

    assert "Det namnet finns redan i registret" in felen(svar)
    assert Respondent.objects.count() == 1


@pytest.mark.parametrize(
    "falt", [{"namn": "Anna Svensson"}, {"epost": "anna.svensson@ekhamraif.example"}]
)
def test_a_persons_name_is_warned_of_and_kept_only_after_a_yes(klient, namnd, falt):
    svar = ny(klient, namnd, **falt)
    assert "ser ut som ett namn på en person" in felen(svar)
    assert not Respondent.objects.exists()

    ny(klient, namnd, **falt, pekar_inte_ut="on")

    assert Respondent.objects.count() == 1


def test_a_persons_number_is_not_taken_at_all(klient, namnd):
    svar = ny(klient, namnd, namn="19811228-9874", pekar_inte_ut="on")

    assert "pekar ut en person" in felen(svar)
    assert not Respondent.objects.exists()


def test_the_model_has_no_place_for_a_person_or_an_opinion():
    assert {f.name for f in Respondent._meta.get_fields() if f.concrete} == {
        "id", "namnd", "namn", "namn_norm", "grupp", "epost", "enhet", "till",
    }  # fmt: skip


def test_who_saves_second_sees_what_the_first_saved(klient, namnd):
    rad = bygge_lagesbild.ny_respondent(namnd, "Ekhamra IF", "forening")
    url = reverse("respondent", args=[rad.pk])
    oppnad = falten(klient.get(url))
    Respondent.objects.filter(pk=rad.pk).update(epost="ny@ekhamraif.example")

    svar = klient.post(url, oppnad | {"namn": "Ekhamra idrott"})

    assert "Någon annan sparade medan du skrev" in felen(svar)
    assert Respondent.objects.get().namn == "Ekhamra IF"


def test_one_that_ends_is_asked_no_more_and_can_come_back(klient, namnd):
    rad = bygge_lagesbild.ny_respondent(namnd, "Ekhamra IF", "forening")

    klient.post(reverse("respondent_avsluta", args=[rad.pk]))

    assert list(Respondent.objects.aktiva()) == []
    spara(klient, reverse("respondent", args=[rad.pk]), till="")
    assert list(Respondent.objects.aktiva()) == [rad]


# ---- The units ----


def test_one_press_takes_the_units_over(klient, namnd):
    for namn in ("Linden", "Boken"):
        bygge.ny_enhet(namnd, namn, epost=f"{namn}@ekhamra.example")
    bygge.ny_enhet(bygge.ny_namnd("sjovik"), "Annans")

    assert "2 enheter hämtade" in hamta(klient, namnd)

    rader = Respondent.objects.filter(grupp=Grupp.EGEN)
    assert sorted(r.namn for r in rader) == ["Boken", "Linden"]
    assert all(r.enhet.epost == r.epost for r in rader)


def test_pressed_again_they_follow_their_units(klient, namnd):
    enhet = bygge.ny_enhet(namnd, "Linden")
    hamta(klient, namnd)
    assert "redan enheterna som de är nu" in hamta(klient, namnd)

    Enhet.objects.filter(pk=enhet.pk).update(namn="Lönnen", epost="l@ekhamra.example")
    assert "0 enheter hämtade, 1 uppdaterade" in hamta(klient, namnd)

    rad = Respondent.objects.get()
    assert (rad.namn, rad.epost) == ("Lönnen", "l@ekhamra.example")


def test_one_of_the_same_name_becomes_the_units(klient, namnd):
    redan = bygge_lagesbild.ny_respondent(namnd, "linden")
    enhet = bygge.ny_enhet(namnd, "Linden")

    hamta(klient, namnd)

    assert Respondent.objects.get(pk=redan.pk).enhet == enhet
    assert Respondent.objects.count() == 1


def test_two_units_that_change_names_with_each_other_hinder_nothing(klient, namnd):
    a, b = bygge.ny_enhet(namnd, "Linden"), bygge.ny_enhet(namnd, "Boken")
    hamta(klient, namnd)
    for enhet, namn in ((a, "x"), (b, "Linden"), (a, "Boken")):
        enhet.namn = namn
        enhet.save()

    for _ in range(3):
        hamta(klient, namnd)

    assert Respondent.objects.count() == 2


def test_one_taken_out_of_this_register_stays_out(klient, namnd):
    bygge.ny_enhet(namnd, "Linden")
    hamta(klient, namnd)
    klient.post(reverse("respondent_avsluta", args=[Respondent.objects.get().pk]))

    hamta(klient, namnd)

    assert not Respondent.objects.aktiva().exists()


def test_an_ended_unit_is_not_taken_over_and_one_that_ends_goes_with_it(klient, namnd):
    bygge.ny_enhet(namnd, "Gamla", fran="2020-01-01", till="2026-12-31")
    kvar = bygge.ny_enhet(namnd, "Linden", fran="2020-01-01")
    hamta(klient, namnd)
    assert [r.namn for r in Respondent.objects.all()] == ["Linden"]

    Enhet.objects.filter(pk=kvar.pk).update(till="2027-01-10")
    hamta(klient, namnd)

    assert not Respondent.objects.aktiva().exists()


# ---- A list ----

LISTA = (
    "Namn;Grupp;E-post\n"
    "Ekhamra IF;förening;kansliet@ekhamraif.example\n"
    "Ekbostäder\tBostadsbolag\tinfo@ekbostader.example\n"
    "Ekhamra församling, trossamfund,\n"
)


def test_a_pasted_list_is_shown_first_and_taken_in_after_a_yes(klient, namnd):
    forst = ta_in(klient, namnd, LISTA).content.decode()
    assert "3 respondenter kan läggas in" in forst
    assert not Respondent.objects.exists()

    ta_in(klient, namnd, LISTA, bekrafta="ja")

    assert {(r.namn, r.grupp) for r in Respondent.objects.all()} == {
        ("Ekhamra IF", "forening"),
        ("Ekbostäder", "bostad"),
        ("Ekhamra församling", "forsamling"),
    }


def test_the_address_may_stand_before_the_group(klient, namnd):
    ta_in(klient, namnd, "Linden;kansli@linden.example;Förening", bekrafta="ja")

    rad = Respondent.objects.get()
    assert (rad.grupp, rad.epost) == (Grupp.FORENING, "kansli@linden.example")


def test_an_empty_register_has_no_button_without_words(klient, namnd):
    svar = klient.get(reverse("respondenter"), {"namnd": namnd.kort}).content.decode()

    assert "Här finns inga respondenter än" in svar
    assert '"></a>' not in svar


def test_a_file_from_excel_is_read_in_its_letters(klient, namnd):
    fil = SimpleUploadedFile("lista.csv", LISTA.encode("cp1252"))

    svar = ta_in(klient, namnd, "", fil=fil).content.decode()

    assert "Ekhamra församling" in svar
    assert "3 respondenter kan läggas in" in svar


@pytest.mark.parametrize(
    ("rad", "fel"),
    [
        ("Ekhamra IF;idrott", "”idrott” är ingen av grupperna"),
        ("Ekhamra IF", "Gruppen saknas"),
        (";förening", "Namnet saknas"),
        ("Ekhamra IF;förening;inte en adress", "är ingen e-postadress"),
        ("x" * 121 + ";förening", "längre än 120 tecken"),
        ("19811228-9874;förening", "pekar ut en person"),
        ("Linden;förening", "finns redan i registret"),
        ("A;förening\na;förening", "står redan längre upp"),
    ],
)
def test_a_wrong_row_is_said_with_its_number_and_nothing_is_stored(
    klient, namnd, rad, fel
):
    bygge_lagesbild.ny_respondent(namnd, "Linden")

    svar = ta_in(klient, namnd, f"Namn;grupp\nBra;förening\n{rad}", bekrafta="ja")

    felet = sida(svar).xpath("//*[contains(@class,'faltfel')]")[0]
    assert fel in felet.text_content()
    assert felet.getparent().getprevious().text_content() in ("3", "4")
    assert Respondent.objects.count() == 1


def test_a_list_of_persons_is_warned_of(klient, namnd):
    svar = ta_in(klient, namnd, "Anna Svensson;förening;").content.decode()

    assert "Namnet ser ut som en persons" in svar


def test_an_empty_list_and_one_too_long_say_what_to_do(klient, namnd):
    lang = "\n".join(f"Förening {nr};förening" for nr in range(501))

    assert "Klistra in minst en rad" in felen(ta_in(klient, namnd, " \n"))
    assert "Ta in högst 500 rader" in felen(ta_in(klient, namnd, lang))


# ---- Others' ----


def test_another_boards_register_is_not_there(klient):
    annan = bygge.ny_namnd("sjovik")
    rad = bygge_lagesbild.ny_respondent(annan, "Hemliga föreningen", "forening")

    for url in (
        reverse("respondent", args=[rad.pk]),
        reverse("respondenter_ny", args=["sjovik"]),
        reverse("respondenter_ta_in", args=["sjovik"]),
    ):
        assert klient.get(url).status_code == 404
    assert (
        klient.post(reverse("respondenter_hamta", args=["sjovik"])).status_code == 404
    )
    egna = klient.get(reverse("respondenter") + "?namnd=sjovik").content.decode()
    assert "Hemliga föreningen" not in egna
