"""The förvaltare's pages for users and what they may do."""

import pytest
from django.core.management import call_command
from django.urls import reverse

from tests.bygge import LOSENORD, ny_anvandare, ny_namnd, ny_roll
from vbeplan.organisation.models import Anvandare, Medlemskap, Ratt

pytestmark = pytest.mark.django_db
NY = reverse("anvandare_ny")
UPPGIFTER = {
    "namn": "Maria Åström",
    "epost": "maria@ekhamra.example",
    "is_active": "on",
}


@pytest.fixture
def namnd():
    """A board to have rights in."""
    return ny_namnd()


@pytest.fixture
def jag():
    """The förvaltare who does all this."""
    return ny_anvandare(Ratt.FORVALTARE)


@pytest.fixture
def forvaltare(client, jag):
    """Her browser."""
    client.force_login(jag)
    return client


def ratter(*rader, finns=0):
    """Return the formset's part of a POST; a row is right, board, pk, roles."""
    data = {"ratter-TOTAL_FORMS": len(rader), "ratter-INITIAL_FORMS": finns}
    for nr, rad in enumerate(rader):
        falt = zip(("ratt", "namnd", "id", "roller", "DELETE"), rad, strict=False)
        data |= {f"ratter-{nr}-{namn}": varde for namn, varde in falt if varde}
    return data


def sida(anvandare):
    return reverse("anvandare", args=[anvandare.pk])


def text(svar):
    return svar.content.decode()


def test_an_empty_row_asks_for_a_choice_and_has_nothing_to_remove(forvaltare, namnd):
    maria = ny_anvandare(Ratt.LASARE, namnd)

    html = text(forvaltare.get(sida(maria)))

    assert "---------" not in html
    assert '<option value="" selected>Välj</option>' in html
    assert 'name="ratter-0-DELETE"' in html
    for nr in (1, 2):
        assert f'name="ratter-{nr}-ratt"' in html
        assert f'name="ratter-{nr}-DELETE"' not in html
    assert 'name="ratter-0-DELETE"' not in text(forvaltare.get(NY))


def test_a_new_row_that_is_wrong_can_be_ticked_to_go(forvaltare, namnd):
    data = UPPGIFTER | ratter((Ratt.LASARE, namnd.pk), (Ratt.MASKERA, namnd.pk))

    html = text(forvaltare.post(NY, data))

    assert 'name="ratter-1-DELETE"' in html
    forvaltare.post(NY, data | {"ratter-1-DELETE": "on"})
    maria = Anvandare.objects.get(epost="maria@ekhamra.example")
    assert [m.ratt for m in maria.medlemskap.all()] == [Ratt.LASARE]


def test_a_new_user_with_a_right_has_no_password_yet(forvaltare, namnd):
    data = UPPGIFTER | ratter((Ratt.SAMORDNARE, namnd.pk))

    svar = forvaltare.post(NY, data, follow=True)

    maria = Anvandare.objects.get(epost="maria@ekhamra.example")
    assert maria.har_ratt(Ratt.SAMORDNARE, namnd=namnd)
    assert not maria.has_usable_password()
    assert "Samordnare, Ekhamra stadsdelsnämnd" in text(svar)
    assert "Sparat: Maria Åström." in text(svar)


def test_the_page_of_a_new_user_says_how_she_gets_her_password(forvaltare):
    assert "Glömt lösenordet?" in text(forvaltare.get(NY))


def test_a_user_is_changed_with_her_password_kept(forvaltare):
    maria = ny_anvandare(losenord=LOSENORD)

    forvaltare.post(sida(maria), UPPGIFTER | ratter())

    maria.refresh_from_db()
    assert maria.namn == "Maria Åström"
    assert maria.check_password(LOSENORD)


@pytest.mark.parametrize(
    "epost",
    ["maria@ekhamra.example", "MARIA@EKHAMRA.EXAMPLE", " Maria@ekhamra.example"],
)
def test_an_address_that_exists_is_refused_in_any_case(forvaltare, epost):
    ny_anvandare(epost="Maria@Ekhamra.example")

    svar = forvaltare.post(NY, UPPGIFTER | {"epost": epost} | ratter())

    assert "Den e-postadressen finns redan." in text(svar)
    assert "Maria Åström" in text(svar)


@pytest.mark.parametrize("epost", ["", "maria", "maria@", "a@b", "x" * 200 + "@b.se"])
def test_an_address_that_is_none_is_refused(forvaltare, epost):
    svar = forvaltare.post(NY, UPPGIFTER | {"epost": epost} | ratter())

    assert "epost" in svar.context["form"].errors
    assert Anvandare.objects.count() == 1


def test_whoever_is_switched_off_is_shown_so_and_keeps_her_rights(forvaltare, namnd):
    maria = ny_anvandare(Ratt.LASARE, namnd, epost=UPPGIFTER["epost"])
    rad = (Ratt.LASARE, namnd.pk, maria.medlemskap.get().pk)
    data = {k: v for k, v in UPPGIFTER.items() if k != "is_active"}

    svar = forvaltare.post(sida(maria), data | ratter(rad, finns=1), follow=True)

    assert "Får inte logga in" in text(svar)
    assert maria.medlemskap.count() == 1


@pytest.mark.parametrize(
    ("ratt", "med_namnd"),
    [
        (Ratt.SAMORDNARE, False),
        (Ratt.ANSVARIG, False),
        (Ratt.LASARE, False),
        (Ratt.CENTRAL, True),
        (Ratt.FORVALTARE, True),
    ],
)
def test_a_right_in_the_wrong_place_is_refused_with_the_reason(
    forvaltare, namnd, ratt, med_namnd
):
    data = UPPGIFTER | ratter((ratt, namnd.pk if med_namnd else ""))

    svar = forvaltare.post(NY, data)

    assert "utan nämnd. De andra rätterna behöver en nämnd." in text(svar)
    assert Anvandare.objects.count() == 1


@pytest.mark.parametrize("ratt", [Ratt.SAMORDNARE, Ratt.CENTRAL])
def test_the_same_right_twice_is_refused(forvaltare, namnd, ratt):
    plats = namnd if ratt == Ratt.SAMORDNARE else None
    maria = ny_anvandare(ratt, plats, epost=UPPGIFTER["epost"])
    rad = (ratt, plats and plats.pk, maria.medlemskap.get().pk)

    svar = forvaltare.post(sida(maria), UPPGIFTER | ratter(rad, rad[:2], finns=1))

    assert "Personen har redan den rätten" in text(svar)
    assert maria.medlemskap.count() == 1


def test_the_same_right_twice_on_a_new_user_is_refused_too(forvaltare, namnd):
    rad = (Ratt.SAMORDNARE, namnd.pk)

    svar = forvaltare.post(NY, UPPGIFTER | ratter(rad, rad))

    assert "Personen har redan den rätten" in text(svar)
    assert Anvandare.objects.count() == 1


@pytest.mark.parametrize("ratt", [Ratt.MASKERA, Ratt.BORTREDIGERA])
def test_a_right_that_alone_opens_nothing_wants_the_coordinators(
    forvaltare, namnd, ratt
):
    tillagg, annan = (ratt, namnd.pk), ny_namnd("sjovik")

    for rader in ([tillagg], [tillagg, (Ratt.SAMORDNARE, annan.pk)]):
        svar = forvaltare.post(NY, UPPGIFTER | ratter(*rader))
        assert "bara den som också är samordnare i samma nämnd" in text(svar)
        assert Anvandare.objects.count() == 1

    forvaltare.post(NY, UPPGIFTER | ratter(tillagg, (Ratt.SAMORDNARE, namnd.pk)))
    maria = Anvandare.objects.get(epost=UPPGIFTER["epost"])
    assert maria.har_ratt(ratt, namnd=namnd)


def test_an_ansvarig_gets_her_roles_from_her_own_board(forvaltare, namnd):
    egen, deras = ny_roll(namnd, "Kurator"), ny_roll(ny_namnd("sjovik"), "Rektor")
    maria = ny_anvandare(Ratt.ANSVARIG, namnd, epost=UPPGIFTER["epost"])
    rad = (Ratt.ANSVARIG, namnd.pk, maria.medlemskap.get().pk)
    assert "Rektor" not in text(forvaltare.get(sida(maria)))

    forvaltare.post(sida(maria), UPPGIFTER | ratter((*rad, egen.pk), finns=1))
    assert list(maria.medlemskap.get().roller.all()) == [egen]
    svar = forvaltare.post(sida(maria), UPPGIFTER | ratter((*rad, deras.pk), finns=1))

    assert svar.status_code == 200
    assert list(maria.medlemskap.get().roller.all()) == [egen]


def test_roles_do_not_follow_to_another_board(forvaltare, namnd):
    roll, ny = ny_roll(namnd), ny_namnd("sjovik")
    maria = ny_anvandare(Ratt.ANSVARIG, namnd, roller=[roll], epost=UPPGIFTER["epost"])
    rad = (Ratt.ANSVARIG, ny.pk, maria.medlemskap.get().pk, roll.pk)

    svar = forvaltare.post(sida(maria), UPPGIFTER | ratter(rad, finns=1))

    assert svar.status_code == 302
    assert maria.medlemskap.get().namnd == ny
    assert not maria.medlemskap.get().roller.exists()


def test_a_right_is_taken_back(forvaltare, namnd):
    maria = ny_anvandare(Ratt.LASARE, namnd, epost=UPPGIFTER["epost"])
    rad = (Ratt.LASARE, namnd.pk, maria.medlemskap.get().pk, "", "on")

    forvaltare.post(sida(maria), UPPGIFTER | ratter(rad, finns=1))

    assert not maria.medlemskap.exists()


def test_another_users_right_can_not_be_taken_over_by_hand(forvaltare, namnd):
    hennes = ny_anvandare(Ratt.LASARE, namnd).medlemskap.get()
    maria = ny_anvandare(epost=UPPGIFTER["epost"])

    forvaltare.post(
        sida(maria), UPPGIFTER | ratter((Ratt.LASARE, namnd.pk, hennes.pk), finns=1)
    )

    assert Medlemskap.objects.get(pk=hennes.pk).anvandare != maria


@pytest.mark.parametrize("hur", ["right", "switch"])
def test_the_last_forvaltare_can_not_lock_everybody_out(forvaltare, jag, hur):
    uppgifter = {"namn": jag.namn, "epost": jag.epost}
    rad = (Ratt.FORVALTARE, "", jag.medlemskap.get().pk, "")
    if hur == "right":
        uppgifter["is_active"], rad = "on", (*rad, "on")

    svar = forvaltare.post(sida(jag), uppgifter | ratter(rad, finns=1))

    assert "Då skulle ingen förvaltare kunna logga in." in text(svar)
    jag.refresh_from_db()
    assert jag.is_active
    assert jag.medlemskap.count() == 1


def test_a_forvaltare_can_leave_when_there_is_another(forvaltare, jag):
    ny_anvandare(Ratt.FORVALTARE)
    rad = (Ratt.FORVALTARE, "", jag.medlemskap.get().pk, "", "on")
    uppgifter = {"namn": jag.namn, "epost": jag.epost, "is_active": "on"}

    svar = forvaltare.post(sida(jag), uppgifter | ratter(rad, finns=1))

    assert svar.status_code == 302
    assert not jag.medlemskap.exists()


def test_users_are_in_swedish_order(forvaltare, jag):
    for namn in ("Örjan", "Ärla", "Åke", "zeb", "Adam"):
        ny_anvandare(namn=namn)
    jag.namn = "Bo"
    jag.save()

    rader = forvaltare.get(reverse("organisation")).context["anvandare"]

    assert [str(a) for a in rader] == ["Adam", "Bo", "zeb", "Åke", "Ärla", "Örjan"]


def test_html_in_a_name_is_text_on_every_page(forvaltare, jag):
    jag.namn = "<img src=x onerror=alert(1)>"
    jag.save()

    for url in (reverse("organisation"), sida(jag), reverse("skrivbord")):
        assert "<img src=x" not in text(forvaltare.get(url))


def test_the_first_forvaltare_comes_from_the_command_line():
    call_command(
        "createsuperuser", epost="F@granby.example", namn="Frida", interactive=False,
        verbosity=0,
    )  # fmt: skip

    frida = Anvandare.objects.get()
    assert frida.epost == "f@granby.example"
    assert frida.ar_forvaltare


@pytest.mark.parametrize(
    ("namn", "initialer"),
    [("Maria Åström", "MÅ"), ("Cher", "C"), ("Åsa von Öst", "ÅÖ"), ("", "?")],
)
def test_initials_are_those_of_the_first_and_the_last_name(namn, initialer):
    assert Anvandare(namn=namn).initialer == initialer
