"""The förvaltare's pages for boards: names, parts, colour."""

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.bygge import ny_anvandare, ny_namnd, ny_plan
from vbeplan.organisation.models import Namnd, Ratt

pytestmark = pytest.mark.django_db
NY = reverse("namnd_ny")
UPPGIFTER = {
    "namn": "Ekhamra stadsdelsnämnd",
    "kort": "ekhamra",
    "typ": "stadsdelsnamnd",
    "farg": "#0c4a57",
    "beslutas_av": "namnden",
    "revideras_vart": 1,
    "delomraden_text": "",
}


@pytest.fixture
def forvaltare(client):
    """The förvaltare's browser."""
    client.force_login(ny_anvandare(Ratt.FORVALTARE))
    return client


def text(svar):
    return svar.content.decode()


# --- Names --------------------------------------------------------------------------


def test_a_new_board_stands_in_the_list(forvaltare):
    svar = forvaltare.post(NY, UPPGIFTER, follow=True)

    namnd = Namnd.objects.get()
    assert "Sparat: Ekhamra stadsdelsnämnd." in text(svar)
    assert namnd.get_absolute_url() in text(svar)


def test_a_board_is_changed_with_its_plans_kept(forvaltare):
    namnd = ny_namnd()
    plan = ny_plan(namnd)

    forvaltare.post(
        namnd.get_absolute_url(), UPPGIFTER | {"namn": "Ekhamra och Åby", "kort": "eka"}
    )

    plan.namnd.refresh_from_db()
    assert str(plan.namnd) == "Ekhamra och Åby"
    assert plan.get_absolute_url().startswith("/planer/eka/")


def test_the_boards_are_in_swedish_order(forvaltare):
    for nr, namn in enumerate(["Östra", "Äppel", "Åby", "Zinken", "apotek"]):
        ny_namnd(f"n{nr}", namn=namn)

    namnder = forvaltare.get(reverse("organisation")).context["namnder"]

    assert [str(n) for n in namnder] == ["apotek", "Zinken", "Åby", "Äppel", "Östra"]


@pytest.mark.parametrize(
    "namn",
    [
        "ekhamra stadsdelsnämnd",
        "EKHAMRA STADSDELSNÄMND",
        " Ekhamra  stadsdelsnämnd ",
        "Ekhamra stadsdelsna\u0308mnd",
        "Ekhamra stads\u00addelsnämnd",
    ],
)
def test_a_name_that_exists_is_refused_however_it_is_written(forvaltare, namn):
    ny_namnd()

    svar = forvaltare.post(NY, UPPGIFTER | {"namn": namn, "kort": "annan"})

    assert "Det finns redan en nämnd med det namnet." in text(svar)
    assert Namnd.objects.count() == 1


def test_another_letter_makes_another_name(forvaltare):
    ny_namnd("sjovik", namn="Sjövik")

    forvaltare.post(NY, UPPGIFTER | {"namn": "Sjovik"})

    assert Namnd.objects.count() == 2


def test_a_board_may_keep_its_name(forvaltare):
    namnd = ny_namnd()

    svar = forvaltare.post(namnd.get_absolute_url(), UPPGIFTER)

    assert svar.status_code == 302


@pytest.mark.parametrize(
    ("kort", "skal"),
    [
        ("Ekhamra", "Bara a–z, siffror och bindestreck."),
        ("sjövik", "Bara a–z, siffror och bindestreck."),
        ("a b", "Bara a–z, siffror och bindestreck."),
        ("../x", "Bara a–z, siffror och bindestreck."),
        ("", "Fyll i fältet."),
        ("sjovik", "Det kortnamnet har en annan nämnd."),
        ("ny", "Ordet ny är upptaget."),
        ("kapitel", "Ordet kapitel är upptaget."),
        ("x" * 41, "40 tecken"),
    ],
)
def test_a_short_name_that_can_not_stand_in_an_address_is_refused(
    forvaltare, kort, skal
):
    ny_namnd("sjovik")

    svar = forvaltare.post(NY, UPPGIFTER | {"kort": kort})

    assert [fel for fel in svar.context["form"].errors["kort"] if skal in fel]
    assert "Ekhamra stadsdelsnämnd" in text(svar)
    assert Namnd.objects.count() == 1


@pytest.mark.parametrize("farg", ["grön", "#12345", "#0c4a57;}", "url(x)"])
def test_a_colour_that_is_none_is_refused(forvaltare, farg):
    svar = forvaltare.post(NY, UPPGIFTER | {"farg": farg})

    assert "farg" in svar.context["form"].errors


def test_a_board_that_is_not_there_is_404(forvaltare):
    assert forvaltare.get(reverse("namnd", args=["finns-inte"])).status_code == 404


# --- Parts --------------------------------------------------------------------------


def test_parts_are_written_one_to_a_line(forvaltare):
    delar = "Åsen\n\n  Norra   delen \nEkbacken\nÅSEN\n"

    forvaltare.post(NY, UPPGIFTER | {"delomraden_text": delar})

    namnd = Namnd.objects.get()
    assert {d.namn for d in namnd.delomraden.all()} == {
        "ÅSEN",
        "Norra delen",
        "Ekbacken",
    }


def test_the_form_shows_the_parts_in_swedish_order(forvaltare):
    namnd = ny_namnd()
    for namn in ("Öden", "Ängen", "Åsen", "Zon"):
        namnd.delomraden.create(namn=namn)

    sida = text(forvaltare.get(namnd.get_absolute_url()))

    assert "Zon\nÅsen\nÄngen\nÖden" in sida


def test_a_part_that_is_still_named_is_kept_and_the_others_go(forvaltare):
    namnd = ny_namnd()
    asen, norra = (namnd.delomraden.create(namn=n) for n in ("Åsen", "Norra"))

    forvaltare.post(
        namnd.get_absolute_url(), UPPGIFTER | {"delomraden_text": "Åsen\nSödra"}
    )

    kvar = namnd.delomraden.all()
    assert asen in kvar
    assert norra not in kvar
    assert kvar.count() == 2


def test_a_part_that_comes_later_is_one_from_that_day(forvaltare):
    namnd = ny_namnd()
    for delar in ("Norra", "Norra\nSödra"):
        vad = UPPGIFTER | {"delomraden_text": delar}
        forvaltare.post(namnd.get_absolute_url(), vad)
    fran = dict(namnd.delomraden.values_list("namn", "fran"))
    assert fran == {"Norra": None, "Södra": timezone.localdate()}


def test_too_long_a_part_is_refused_with_all_lines_kept(forvaltare):
    delar = "Åsen\n" + "x" * 101

    svar = forvaltare.post(NY, UPPGIFTER | {"delomraden_text": delar})

    assert "är för långt" in text(svar)
    assert delar in text(svar)


# --- How its plan is decided ---------------------------------------------------------


def test_a_board_says_who_decides_its_plan_and_where_it_is_sent(forvaltare):
    egna = {
        "beslutas_av": "fullmaktige",
        "revideras_vart": 4,
        "sekreterare_epost": "namndsekreterare@granby.example",
    }
    forvaltare.post(NY, UPPGIFTER | egna)

    namnd = Namnd.objects.get()
    assert {falt: getattr(namnd, falt) for falt in egna} == egna
    assert not namnd.ks_godkanner
    assert namnd.beslutande_organ == "Kommunfullmäktige"


def test_ks_does_not_approve_what_it_or_the_council_decides(forvaltare):
    for organ in ("kommunstyrelsen", "fullmaktige"):
        egna = {"beslutas_av": organ, "ks_godkanner": "on"}
        svar = forvaltare.post(NY, UPPGIFTER | egna)
        assert "godkänner kommunstyrelsen den inte efteråt" in text(svar)
    assert not Namnd.objects.exists()


@pytest.mark.parametrize("ar", [0, 5, "ofta"])
def test_a_plan_is_revised_every_one_to_four_years(forvaltare, ar):
    svar = forvaltare.post(NY, UPPGIFTER | {"revideras_vart": ar})
    assert svar.context["form"].errors.keys() == {"revideras_vart"}
