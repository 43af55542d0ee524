"""A board's roles: the register, a role's holders over time, removal."""

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.urls import reverse

from aktiviteter.models import Ansvar
from tests.bygge import ny_anvandare, ny_namnd, ny_plan, ny_roll
from tests.organisation.formular import innehav, redigera, text
from vbeplan.organisation.models import Ratt, Roll

pytestmark = pytest.mark.django_db
REGISTER = reverse("roller")


def rad_for(client, rollnamn):
    """Return the words of a role's row in the register."""
    rader = text(client.get(REGISTER)).split("<tr id=")
    return next(rad for rad in rader if rollnamn in rad)


# --- The register -------------------------------------------------------------------


def test_the_register_shows_who_holds_a_role_and_how_much_hangs_on_it(
    samordnare, namnd
):
    plan = ny_plan(namnd, aktiviteter=3)
    roll = ny_roll(namnd, innehavare="Åke Öst", fran=date(2021, 5, 3))

    rad = rad_for(samordnare, roll.namn)

    assert "Åke Öst, från 3 maj 2021" in rad
    assert f">{plan.aktiviteter.count()}<span" in rad.partition('"Aktiviteter"')[2]


def test_a_role_is_vacant_from_the_day_after_its_holder_left(client, namnd):
    ny_roll(namnd, "Kurator", innehavare="Åke Öst", till=date(2027, 2, 28))

    with time_machine.travel(datetime(2027, 2, 28, 22, 59, tzinfo=UTC)) as tid:
        client.force_login(ny_anvandare(Ratt.SAMORDNARE, namnd))
        assert "Åke Öst" in rad_for(client, "Kurator")
        tid.shift(60)  # midnight in Sweden
        assert "Vakant" in rad_for(client, "Kurator")


def test_a_role_that_never_had_a_holder_is_not_called_vacant(samordnare, namnd):
    ny_roll(namnd, "Kurator")

    assert "Vakant" not in rad_for(samordnare, "Kurator")


def test_the_register_is_in_swedish_order(samordnare, namnd):
    namn = ["Översiktsplanerare", "Ärendechef", "adjunkt", "Åldersombud", "Zonchef"]
    for ett in namn:
        ny_roll(namnd, ett)

    roller = [r.roll.namn for r in samordnare.get(REGISTER).context["rader"]]

    assert roller == [
        "adjunkt",
        "Zonchef",
        "Åldersombud",
        "Ärendechef",
        "Översiktsplanerare",
    ]


def test_an_empty_register_says_where_roles_come_from(samordnare):
    assert "Här finns inga roller än" in text(samordnare.get(REGISTER))


def test_a_reader_sees_the_register_without_ways_to_change_it(client, namnd):
    client.force_login(ny_anvandare(Ratt.LASARE, namnd))
    roll = ny_roll(namnd)

    sida = text(client.get(REGISTER))

    assert roll.namn in sida
    assert roll.get_absolute_url() not in sida
    assert reverse("roll_ny") not in sida


# --- A new role -----------------------------------------------------------------------


def test_a_new_role_with_its_holder(samordnare, namnd):
    data = {
        "namnd": namnd.pk,
        "namn": "Föreningshandläggare",
        **innehav(("Elin Åberg", "2027-01-11", "")),
    }

    svar = samordnare.post(reverse("roll_ny"), data, follow=True)

    roll = Roll.objects.get()
    assert roll.nuvarande_innehav(date(2027, 1, 11)).namn == "Elin Åberg"
    assert roll.nuvarande_innehav(date(2027, 1, 10)) is None
    assert "Sparat: Föreningshandläggare." in text(svar)


def test_a_new_role_needs_no_holder(samordnare, namnd):
    data = {"namnd": namnd.pk, "namn": "Kurator", **innehav(("", "", ""))}

    samordnare.post(reverse("roll_ny"), data)

    assert Roll.objects.get().innehav.count() == 0


@pytest.mark.parametrize("namn", ["kurator", "KURATOR", "  Kurator ", "Ku\u00adrator"])
def test_the_same_name_written_otherwise_is_refused(samordnare, namnd, namn):
    ny_roll(namnd, "Kurator")

    svar = samordnare.post(
        reverse("roll_ny"), {"namnd": namnd.pk, "namn": namn, **innehav()}
    )

    assert "Nämnden har redan en roll med det namnet." in text(svar)
    assert Roll.objects.count() == 1


def test_a_and_o_with_rings_and_dots_make_another_name(samordnare, namnd):
    ny_roll(namnd, "Skolvard")

    samordnare.post(
        reverse("roll_ny"), {"namnd": namnd.pk, "namn": "Skolvärd", **innehav()}
    )

    assert Roll.objects.count() == 2


def test_composed_and_combined_letters_are_the_same_name(samordnare, namnd):
    ny_roll(namnd, "Skolva\u0308rd")

    svar = samordnare.post(
        reverse("roll_ny"), {"namnd": namnd.pk, "namn": "Skolvärd", **innehav()}
    )

    assert "Nämnden har redan en roll med det namnet." in text(svar)


def test_a_name_of_500_characters_is_refused_with_the_text_kept(samordnare, namnd):
    langt = "Enhetschef " * 45

    svar = samordnare.post(
        reverse("roll_ny"), {"namnd": namnd.pk, "namn": langt, **innehav()}
    )

    assert "högst 200 tecken" in text(svar)
    assert langt.strip() in text(svar)
    assert not Roll.objects.exists()


def test_html_in_a_name_is_text(samordnare, namnd):
    ny_roll(namnd, "<b>Chef</b> & co", innehavare="<script>1</script>")

    sida = text(samordnare.get(REGISTER))

    assert "&lt;b&gt;Chef&lt;/b&gt; &amp; co" in sida
    assert "<script>1" not in sida


def test_what_no_page_can_carry_is_washed_out_of_a_name(samordnare, namnd):
    data = {"namnd": namnd.pk, "namn": "Ku\x00ra\u202etor\n", **innehav()}

    samordnare.post(reverse("roll_ny"), data)

    assert Roll.objects.get().namn == "Kurator"


# --- Changing ---------------------------------------------------------------------


def test_a_new_name_is_seen_on_the_activities_at_once(samordnare, namnd):
    plan = ny_plan(namnd)
    roll = Ansvar.objects.first().roll

    redigera(samordnare, roll, namn="Områdeschef")

    assert "Områdeschef" in text(samordnare.get(plan.get_absolute_url()))


def test_a_role_may_keep_its_name_when_saved(samordnare, namnd):
    roll = ny_roll(namnd, "Kurator")

    assert redigera(samordnare, roll, namn="kurator").status_code == 302


def test_a_role_can_not_take_the_name_of_another(samordnare, namnd):
    ny_roll(namnd, "Kurator")
    roll = ny_roll(namnd, "Lärare")

    svar = redigera(samordnare, roll, namn="KURATOR")

    assert "Nämnden har redan en roll med det namnet." in text(svar)


def test_a_role_does_not_move_to_another_board(samordnare, namnd):
    roll, annan = ny_roll(namnd), ny_namnd("sjovik")
    data = {"namnd": annan.pk, "namn": roll.namn, **innehav()}

    samordnare.post(roll.get_absolute_url(), data)

    roll.refresh_from_db()
    assert roll.namnd == namnd


# --- Removal ------------------------------------------------------------------------


def test_a_role_that_nothing_hangs_on_is_removed_with_its_holders(samordnare, namnd):
    roll = ny_roll(namnd, innehavare="Anna Ek")
    url = reverse("roll_ta_bort", args=[roll.pk])
    assert "uppgiften om vem som har haft den" in text(samordnare.get(url))

    svar = samordnare.post(url, follow=True)

    assert f"Borttagen: {roll.namn}." in text(svar)
    assert not Roll.objects.exists()


@pytest.mark.parametrize(
    ("antal", "ord_"), [(1, "1 aktivitet."), (2, "2 aktiviteter.")]
)
def test_a_role_that_answers_for_activities_stays(samordnare, namnd, antal, ord_):
    ny_plan(namnd, aktiviteter=antal)
    roll = Roll.objects.get(namn="Enhetschef i ekhamra")

    svar = samordnare.post(reverse("roll_ta_bort", args=[roll.pk]), follow=True)

    assert f"svarar för {ord_} Byt roll" in text(svar)
    assert Roll.objects.filter(pk=roll.pk).exists()
