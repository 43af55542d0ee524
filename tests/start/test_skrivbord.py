"""The start page: what waits on each role's desk, with its reason and one link."""

from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from aktiviteter.models import Aktivitet, Ansvar, Avfardad, Handlingsplan
from aktiviteter.sammanstallning import granskningen, plan_innehall
from blanketter.handlingar import stalla_fraga, svara
from blanketter.handlingar.lasa import lasa
from tests import bygge
from tests.bygge import (
    ny_anvandare,
    ny_blankett,
    ny_gallringsregel,
    ny_namnd,
    ny_roll,
    nytt_gallringsstopp,
)
from tests.bygge_lagesbild import ny_lagesbild
from vbeplan.organisation.models import Anvandare, Namnd, Ratt

pytestmark = pytest.mark.django_db
INGET = "Ingenting väntar på dig just nu."


@pytest.fixture
def namnd():
    """The board whose desks are looked at."""
    return ny_namnd()


@pytest.fixture
def bord(client):
    """A function that signs a user in and returns her desk as words and links."""

    def las(anvandare):
        client.force_login(anvandare)
        svar = client.get(reverse("skrivbord"))
        poster = svar.context["poster"]
        for post in poster:
            assert client.get(post["url"].partition("#")[0]).status_code == 200
        return svar.content.decode(), {p["vad"]: p["url"] for p in poster}

    return las


def ny_plan(namnd, ar=2027, **falt):
    """Return a plan whose picture is finished and whose board meets far ahead."""
    ny_lagesbild(namnd, ar, status="klar")
    plan = bygge.ny_plan(namnd, ar, **falt)
    mote = timezone.localdate() + timedelta(days=300)
    Handlingsplan.objects.filter(pk=plan.pk).update(sammantrade=mote)
    return plan


def utan_anmarkningar(plan):
    plan.anmarkningar.all().delete()
    return plan


# --- The coordinator ------------------------------------------------------------------


def test_a_coordinator_without_a_plan_is_shown_the_import(namnd, bord):
    _, poster = bord(ny_anvandare(Ratt.SAMORDNARE, namnd))

    assert poster == {
        "Ekhamra stadsdelsnämnd har ingen plan än": reverse("plan_importera")
    }


def test_a_plan_in_order_leaves_the_desk_empty(namnd, bord):
    utan_anmarkningar(ny_plan(namnd))

    sida, poster = bord(ny_anvandare(Ratt.SAMORDNARE, namnd))

    assert poster == {}
    assert INGET in sida


def test_what_is_missing_in_the_newest_plan_waits(namnd, bord):
    ny_plan(namnd, 2026)  # an older plan's faults are over
    plan = ny_plan(namnd, 2027, aktiviteter=6)
    ett, tva, tre, fyra = plan.aktiviteter.order_by("nummer")[:4]
    ett.tolka_tider("2019-31-12", "")
    ett.save()
    for aktivitet in (tva, tre):
        Aktivitet.objects.filter(pk=aktivitet.pk).update(avstamning=None)
    fyra.ansvar.all().delete()

    sida, poster = bord(ny_anvandare(Ratt.SAMORDNARE, namnd))

    assert list(poster) == [
        "1 anmärkning från inläsningen att gå igenom",
        "1 tid som inte finns",
        "2 löpande aktiviteter saknar avstämning",
        "1 aktivitet saknar ansvarig",
    ]
    assert all(url.startswith(plan.get_absolute_url()) for url in poster.values())
    assert "4 saker väntar på dig." in sida


def test_what_somebody_has_put_away_waits_no_longer(namnd, bord):
    plan = ny_plan(namnd, 2027, aktiviteter=3)
    maria = ny_anvandare(Ratt.SAMORDNARE, namnd)
    plan.aktiviteter.filter(nummer__lt=3).update(avstamning=None)
    plan.aktiviteter.get(nummer=3).ansvar.all().delete()
    brister = granskningen(plan, plan_innehall(plan)).grupper
    delar = [d for g in brister for post in g.poster for d in post.delar]
    for slag in ("utan_avstamning", "utan_ansvarig", "import"):
        den = [next(d for d in delar if d.slag == slag)]
        Avfardad.objects.avfarda(plan, den, skal="Bestämt.", av=maria)

    _, poster = bord(maria)

    assert list(poster) == ["1 löpande aktivitet saknar avstämning"]


def test_a_vacant_role_waits_from_the_day_after_its_holder_left(namnd, bord):
    utan_anmarkningar(ny_plan(namnd))
    ny_roll(namnd, "Kurator", innehavare="Anna", till=date(2027, 2, 28))
    ny_roll(namnd, "Aldrig tillsatt")
    maria = ny_anvandare(Ratt.SAMORDNARE, namnd)

    with time_machine.travel(datetime(2027, 2, 28, 12, tzinfo=UTC)):
        assert bord(maria)[1] == {}
    with time_machine.travel(datetime(2027, 3, 1, 12, tzinfo=UTC)):
        sida, poster = bord(maria)

    assert poster == {"1 roll är vakant": reverse("roller")}
    assert "Ingen svarar just nu för Kurator." in sida


def test_unread_forms_and_answers_come_first_and_lead_to_the_inbox(namnd, bord):
    utan_anmarkningar(ny_plan(namnd))
    maria = ny_anvandare(Ratt.SAMORDNARE, namnd)
    ny_blankett(ny_namnd("sjovik"))
    for _ in range(2):
        ny_blankett(namnd)
    last = ny_blankett(namnd)
    lasa(last, av=maria)
    stalla_fraga(last, "Minns du mer?", "f", av=maria)
    svara(last, "Nej.", "s")

    _, poster = bord(maria)

    inkorg = f"{reverse('inkorg')}?namnd={namnd.kort}"
    assert poster == {
        "2 olästa blanketter": f"{inkorg}&status=ny",
        "1 nytt svar på dina frågor": f"{inkorg}&status=svar",
    }


def test_others_are_not_told_of_forms(namnd, bord):
    ny_blankett(namnd)
    for ratt in (Ratt.ANSVARIG, Ratt.LASARE):
        assert "blankett" not in bord(ny_anvandare(ratt, namnd))[0]
    for ratt in (Ratt.CENTRAL, Ratt.FORVALTARE):
        assert "oläst" not in bord(ny_anvandare(ratt))[0]


def test_a_coordinator_of_two_boards_sees_both_in_swedish_order(bord):
    maria = ny_anvandare()
    for kort, namn in (("a", "Änge"), ("b", "Åby")):
        maria.medlemskap.create(ratt=Ratt.SAMORDNARE, namnd=ny_namnd(kort, namn=namn))

    _, poster = bord(maria)

    assert list(poster) == ["Åby har ingen plan än", "Änge har ingen plan än"]


# --- The others ---------------------------------------------------------------------


def test_an_ansvarig_sees_the_next_check_dates_of_her_own_roles(namnd, bord):
    plan = ny_plan(namnd, aktiviteter=3)
    egen, annan = (ny_roll(namnd, n) for n in ("Kurator", "Rektor"))
    Ansvar.objects.all().delete()
    ett, tva, _ = plan.aktiviteter.order_by("nummer")
    Ansvar.objects.create(aktivitet=ett, roll=egen)
    Ansvar.objects.create(aktivitet=tva, roll=annan)

    with time_machine.travel(datetime(2027, 4, 1, 12, tzinfo=UTC)):
        _, poster = bord(ny_anvandare(Ratt.ANSVARIG, namnd, roller=[egen]))

    assert poster == {
        "Aktivitet 1 i ekhamra: avstämning den 30 april": ett.get_absolute_url()
    }


def test_an_ansvarig_sees_an_activity_once_though_two_of_her_roles_answer(namnd, bord):
    plan = ny_plan(namnd, aktiviteter=1)
    roller = [a.roll for a in plan.aktiviteter.get().ansvar.all()]

    with time_machine.travel(datetime(2027, 4, 1, 12, tzinfo=UTC)):
        _, poster = bord(ny_anvandare(Ratt.ANSVARIG, namnd, roller=roller))

    assert len(roller) == 2
    assert len(poster) == 1


def test_a_reader_is_led_to_the_newest_plan(namnd, bord):
    ny_plan(namnd, 2026)
    plan = ny_plan(namnd, 2027)

    _, poster = bord(ny_anvandare(Ratt.LASARE, namnd))

    assert poster == {"Läs planen för 2027": plan.get_absolute_url()}


def test_a_reader_is_led_to_the_plan_that_holds_and_to_what_is_to_be_decided(
    namnd, bord
):
    gammal, ny = ny_plan(namnd, 2026), ny_plan(namnd, 2027)
    planer = Handlingsplan.objects
    planer.filter(pk=gammal.pk).update(status="godkand")
    planer.filter(pk=ny.pk).update(status="till_namnd")

    _, poster = bord(ny_anvandare(Ratt.LASARE, namnd))

    assert poster == {
        "Läs planen för 2026": gammal.get_absolute_url(),
        "Läs planen för 2027": reverse("plan_sammanfattning", args=["ekhamra", 2027]),
    }


def test_the_citys_coordinator_sees_what_has_been_shared(namnd, bord):
    ny_plan(namnd, 2026)
    plan = ny_plan(namnd, 2027, delad=True)

    _, poster = bord(ny_anvandare(Ratt.CENTRAL))

    vad = "Ekhamra stadsdelsnämnd har delat sin plan för 2027"
    assert poster == {
        "Läget i staden": reverse("laget"),
        vad: plan.get_absolute_url(),
    }


def test_the_forvaltare_sees_boards_without_a_coordinator(namnd, bord):
    ny_anvandare(Ratt.SAMORDNARE, ny_namnd("sjovik"))
    ny_anvandare(Ratt.LASARE, namnd)

    _, poster = bord(ny_anvandare(Ratt.FORVALTARE))

    assert poster == {
        "Ekhamra stadsdelsnämnd har ingen samordnare": reverse("anvandare_ny")
    }


def test_the_first_forvaltare_is_led_to_the_first_board(bord):
    _, poster = bord(ny_anvandare(Ratt.FORVALTARE))

    assert poster == {"Lägg in den första nämnden": reverse("namnd_ny")}


def test_the_forvaltare_learns_that_texts_come_in_and_no_rule_says_when_they_go(
    namnd, bord
):
    ny_anvandare(Ratt.SAMORDNARE, namnd)
    forvaltare = ny_anvandare(Ratt.FORVALTARE)
    assert not bord(forvaltare)[1]

    ny_blankett(namnd)
    assert bord(forvaltare)[1] == {
        "Ingen gallringsregel finns": reverse("gallringsregel_ny")
    }

    ny_gallringsregel(forvaltare)
    assert not bord(forvaltare)[1]


def test_a_coordinator_who_can_not_sign_in_is_none(namnd, bord):
    ny_anvandare(Ratt.SAMORDNARE, namnd, is_active=False)

    _, poster = bord(ny_anvandare(Ratt.FORVALTARE))

    assert list(poster) == ["Ekhamra stadsdelsnämnd har ingen samordnare"]


@pytest.mark.parametrize("ratt", [Ratt.ANSVARIG, Ratt.LASARE])
def test_a_desk_without_anything_says_so(namnd, bord, ratt):
    sida, poster = bord(ny_anvandare(ratt, namnd))

    assert poster == {}
    assert INGET in sida


def test_the_citys_coordinator_sees_how_far_the_boards_have_come(namnd, bord):
    ny_namnd("sjovik")
    ny_plan(namnd, 2027)

    sida, poster = bord(ny_anvandare(Ratt.CENTRAL))

    assert poster == {"Läget i staden": reverse("laget")}
    assert "2 nämnder, efter läget för den senaste planen: " in sida
    assert "ingen plan 1" in sida
    assert "utkast 1" in sida


def test_of_one_board_it_is_said_in_the_singular(namnd, bord):
    plan = ny_plan(namnd, 2027)
    Handlingsplan.objects.filter(pk=plan.pk).update(status="godkand")

    sida, _ = bord(ny_anvandare(Ratt.CENTRAL))

    assert "1 nämnd, efter läget för den senaste planen: godkänd av KS 1." in sida


def test_a_user_without_any_right_gets_an_empty_desk_and_no_menu_of_others(namnd, bord):
    ny_plan(namnd, delad=True)

    sida, poster = bord(ny_anvandare())

    assert poster == {}
    assert reverse("roller") not in sida
    assert reverse("organisation") not in sida


def test_the_desk_of_many_rights_holds_what_all_of_them_see(namnd, bord):
    ny_plan(namnd, delad=True)
    maria = ny_anvandare(Ratt.SAMORDNARE, namnd)
    maria.medlemskap.create(ratt=Ratt.CENTRAL)

    _, poster = bord(Anvandare.objects.get(pk=maria.pk))

    assert len(poster) == 3
    assert Namnd.objects.count() == 1


@pytest.mark.parametrize(
    ("timme", "halsning"),
    [(5, "God morgon"), (11, "Hej"), (18, "God kväll"), (2, "God kväll")],
)
def test_the_greeting_follows_the_clock_in_sweden(bord, timme, halsning):
    anvandare = ny_anvandare(namn="Maria Åström")

    # Summer time: Sweden is two hours before UTC.
    with time_machine.travel(datetime(2027, 7, 2, (timme - 2) % 24, 30, tzinfo=UTC)):
        sida, _ = bord(anvandare)

    assert f"<h1>{halsning}, Maria</h1>" in sida


# --- What the rules remove ------------------------------------------------------------


@time_machine.travel("2027-03-15 09:00+01:00", tick=False)
def test_a_coordinator_is_told_a_fortnight_before_a_text_goes(namnd, bord):
    utan_anmarkningar(ny_plan(namnd))
    regel = ny_gallringsregel(ny_anvandare(Ratt.FORVALTARE))
    for forfaller, dag in ((28, 1), (29, 1), (10, 10), (20, 14)):
        blankett = ny_blankett(namnd)
        lasa(blankett, av=None)
        blankett.forvarningar.create(
            klass="klassad",
            regel=regel,
            forfaller=date(2027, 3, forfaller),
            dag=date(2027, 3, dag),
        )

    sida, poster = bord(ny_anvandare(Ratt.SAMORDNARE, namnd))

    # Not the one that is kept over the 29th
    adress = f"{reverse('gallring_forvarnade')}?namnd=ekhamra"
    assert poster == {"3 blanketter gallras inom två veckor": adress}
    assert "tidigast den 24 mars" in sida


def test_a_removal_that_is_stopped_is_not_on_the_desk(namnd, bord):
    utan_anmarkningar(ny_plan(namnd))
    regel, dag = ny_gallringsregel(ny_anvandare(Ratt.FORVALTARE)), date(2026, 1, 1)
    blankett, samordnare = ny_blankett(namnd), ny_anvandare(Ratt.SAMORDNARE, namnd)
    lasa(blankett, av=None)
    blankett.forvarningar.create(klass="klassad", regel=regel, forfaller=dag, dag=dag)
    assert "1 blankett gallras inom två veckor" in bord(samordnare)[1]

    nytt_gallringsstopp(samordnare, namnd, blankett=blankett)

    assert bord(samordnare)[1] == {}
