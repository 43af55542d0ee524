"""Making two spellings of one role into one, with a preview."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse

from aktiviteter.handlingar import (
    InnehavKrockar,
    angra,
    ansvariga_efter,
    sla_samman_roller,
)
from aktiviteter.models import (
    Aktivitet,
    Andring,
    Ansvar,
    Handlingsplan,
    Planstatus,
    Version,
)
from aktiviteter.utbyte import plan_data
from tests.bygge import ny_anvandare, ny_namnd, ny_plan, ny_roll
from tests.bygge_utgava import beslutad_plan, till_namnden
from vbeplan.organisation.models import Innehav, Ratt, Roll, Spar

pytestmark = pytest.mark.django_db
HUVUD, MED, SAMRAD = "huvudansvarig", "medansvarig", "i_samrad_med"


@pytest.fixture
def roller(namnd):
    """Two spellings in the plans of two years."""
    ny_plan(namnd, 2026, aktiviteter=2)
    ny_plan(namnd, 2027, aktiviteter=3)
    bort = Roll.objects.get(namn="Enhetschef i ekhamra")
    return bort, ny_roll(namnd, "Enhetschefen i Ekhamra")


def url(roll):
    return reverse("roll_sla_samman", args=[roll.pk])


def som_ord(svar):
    return svar.content.decode()


def test_the_preview_says_what_changes_and_changes_nothing(klient, roller):
    bort, kvar = roller

    svar = klient.get(url(bort), {"med": kvar.pk, "namn": "andra"})

    assert "5 aktiviteter ändras" in som_ord(svar)
    assert "Planen för 2027: 3 aktiviteter" in som_ord(svar)
    assert "Enhetschefen i Ekhamra i samråd med Kurator 1 i ekhamra" in som_ord(svar)
    assert Ansvar.objects.filter(roll=bort).count() == 5


def test_all_that_hung_on_the_one_hangs_on_the_other(klient, roller):
    bort, kvar = roller
    ansvarig = ny_anvandare(Ratt.ANSVARIG, bort.namnd, roller=[bort])

    svar = klient.post(url(bort), {"med": kvar.pk, "namn": "andra"}, follow=True)

    assert f"{bort} heter nu {kvar} i alla planer." in som_ord(svar)
    assert not Roll.objects.filter(pk=bort.pk).exists()
    assert Ansvar.objects.filter(roll=kvar, art=HUVUD).count() == 5
    assert list(ansvarig.medlemskap.get().roller.all()) == [kvar]
    assert Spar.objects.latest("pk").objekt == f"{bort} med {kvar}"


def test_the_role_one_came_from_may_be_the_one_that_stays(klient, roller):
    bort, kvar = roller

    klient.post(url(kvar), {"med": bort.pk, "namn": "har"})

    assert set(Roll.objects.filter(pk__in=[bort.pk, kvar.pk])) == {kvar}


def test_each_plans_history_keeps_how_its_rows_were(samordnare, roller):
    bort, kvar = roller
    aktivitet = Aktivitet.objects.filter(plan__ar=2027).first()

    sla_samman_roller(bort, kvar, av=None)

    deeds = Andring.objects.filter(vad=f"rollen {bort} till {kvar}")
    assert sorted(d.plan.ar for d in deeds) == [2026, 2027]
    fore, efter = Version.objects.for_objekt(aktivitet).order_by("pk")
    assert fore.innehall["ansvariga"][0][0] == bort.namn
    assert efter.innehall["ansvariga"][0][0] == kvar.namn
    aktivitet.refresh_from_db()
    assert aktivitet.version == efter.nummer == fore.nummer + 1


@pytest.mark.parametrize(
    ("fore", "efter"),
    [
        ([(1, HUVUD)], [(2, HUVUD)]),
        ([(1, SAMRAD), (2, HUVUD)], [(2, HUVUD)]),
        ([(2, SAMRAD), (3, MED), (1, MED)], [(2, MED), (3, MED)]),
        ([(3, HUVUD)], [(3, HUVUD)]),
    ],
)
def test_a_role_that_stood_under_both_names_keeps_the_heavier_part(fore, efter):
    assert ansvariga_efter(fore, 1, 2) == efter


def test_holders_after_one_another_follow_along(namnd):
    bort = ny_roll(namnd, "Avd.chef", innehavare="Åke Öst", till=date(2024, 5, 31))
    kvar = ny_roll(namnd, "Avdelningschef", innehavare="Eva Ek", fran=date(2024, 6, 1))

    sla_samman_roller(bort, kvar, av=None)

    assert [(p.namn, p.till) for p in kvar.perioder()] == [
        ("Eva Ek", None),
        ("Åke Öst", date(2024, 5, 31)),
    ]


def test_the_same_holder_under_both_names_is_one(namnd):
    bort = ny_roll(namnd, "Avd.chef", innehavare="Eva Ek", fran=date(2021, 1, 1))
    kvar = ny_roll(
        namnd, "Avdelningschef", innehavare="Eva Ek", till=date(2023, 12, 31)
    )

    sla_samman_roller(bort, kvar, av=None)

    ett = Innehav.objects.get()
    assert (ett.roll, ett.fran, ett.till) == (kvar, date(2020, 1, 1), None)


def test_two_holders_at_once_stop_the_merge_and_say_what_to_do(klient, namnd):
    bort = ny_roll(namnd, "Avd.chef", innehavare="Åke Öst")
    kvar = ny_roll(namnd, "Avdelningschef", innehavare="Eva Ek")

    visning = klient.get(url(bort), {"med": kvar.pk, "namn": "andra"})
    svar = klient.post(url(bort), {"med": kvar.pk, "namn": "andra"})

    assert "Slå ihop rollerna" not in som_ord(visning)
    assert "Sätt ett slutdatum för den ena" in som_ord(svar)
    assert Roll.objects.count() == 2
    with pytest.raises(InnehavKrockar):
        sla_samman_roller(bort, kvar, av=None)


def test_without_a_choice_the_page_asks_for_one(klient, roller):
    bort, _ = roller

    assert "Välj roll" in som_ord(klient.get(url(bort)))
    svar = klient.post(url(bort), {"med": "", "namn": "andra"})

    assert "Välj den andra rollen." in som_ord(svar)
    assert Roll.objects.filter(pk=bort.pk).exists()


def test_the_alike_are_offered_first(klient, roller):
    bort, kvar = roller

    val = klient.get(url(bort)).context["form"].fields["med"].choices

    assert val[1] == ("Liknar den här", [(kvar.pk, kvar.namn)])


def test_another_boards_role_is_not_to_be_chosen(klient, roller):
    bort, _ = roller
    annan = ny_roll(ny_namnd("sjovik"), "Enhetschef i ekhamra")

    svar = klient.post(url(bort), {"med": annan.pk, "namn": "andra"})

    assert "Välj en annan." in som_ord(svar)
    assert Roll.objects.filter(pk=annan.pk).exists()


def test_a_role_merged_just_now_by_somebody_else_is_gone(klient, roller):
    bort, kvar = roller
    sla_samman_roller(bort, kvar, av=None)

    svar = klient.post(url(bort), {"med": kvar.pk, "namn": "andra"})

    assert svar.status_code == 404


def test_of_two_who_merge_each_her_own_way_the_second_is_told(
    klient, roller, monkeypatch
):
    bort, kvar = roller

    def hinner_fore(a, b, *, av):
        sla_samman_roller(b, a, av=None)
        sla_samman_roller(a, b, av=av)

    monkeypatch.setattr("aktiviteter.views.roller.sla_samman_roller", hinner_fore)
    svar = klient.post(url(bort), {"med": kvar.pk, "namn": "andra"}, follow=True)

    assert "just tagits bort eller slagits ihop" in som_ord(svar)
    assert list(Roll.objects.filter(pk__in=[bort.pk, kvar.pk])) == [bort]


def test_undoing_a_merge_makes_the_role_again_in_that_plan(samordnare, roller):
    bort, kvar = roller
    plan = Handlingsplan.objects.get(ar=2027)
    fore = plan_data(plan)["aktiviteter"]
    sla_samman_roller(bort, kvar, av=samordnare)

    angra(plan.andringar.latest("pk"), av=samordnare)

    assert plan_data(plan)["aktiviteter"] == fore
    assert Roll.objects.filter(namn=bort.namn).exists()
    assert Ansvar.objects.filter(roll=kvar, aktivitet__plan__ar=2026).count() == 2


def _beslutad(ar):
    plan = Handlingsplan.objects.select_related("namnd").get(ar=ar)
    return beslutad_plan(till_namnden(plan))


def test_a_decided_plan_follows_the_register_and_its_edition_does_not(klient, roller):
    bort, kvar = roller
    utgava = _beslutad(2026)
    versioner = Version.objects.filter(andring__plan__ar=2026).count()

    klient.post(url(bort), {"med": kvar.pk, "namn": "andra"})

    assert Ansvar.objects.filter(roll=kvar, art=HUVUD).count() == 5
    assert Version.objects.filter(andring__plan__ar=2026).count() == versioner
    utgava.refresh_from_db()
    assert bort.namn in utgava.innehall
    assert kvar.namn not in utgava.innehall


@pytest.fixture
def bada(namnd, roller):
    """An activity of a decided plan with both: main responsible and consulted."""
    _, kvar = roller
    rad = Aktivitet.objects.filter(plan__ar=2026).order_by("nummer").first()
    rad.ansvar.create(roll=kvar, art=SAMRAD, ordning=9)
    Handlingsplan.objects.filter(ar=2026).update(status=Planstatus.BESLUTAD)
    return rad


def test_two_roles_of_one_decided_activity_become_one_outside_its_seal(klient, roller):
    bort, kvar = roller
    bada = Aktivitet.objects.filter(plan__ar=2026).order_by("nummer").first()
    bada.ansvar.create(roll=kvar, art=SAMRAD, ordning=9)
    _beslutad(2026)
    before = klient.get(url(bort), {"med": kvar.pk, "namn": "andra"})
    assert "visar båda namnen" in som_ord(before)

    klient.post(url(bort), {"med": kvar.pk, "namn": "andra"})

    (rad,) = Aktivitet.objects.filter(pk=bada.pk).med_ansvar()
    assert [(x.roll, x.art) for x in rad.ansvariga if x.roll_pk == kvar.pk] == [
        (kvar.namn, HUVUD)
    ]
    assert bort.namn not in rad.ansvar_i_ord
    assert bada.ansvar.filter(roll__in=[bort, kvar]).count() == 2
    assert bort.namn in som_ord(klient.get("/planer/ekhamra/2026/"))
    call_command("verifiera", stdout=StringIO())


def test_the_one_that_has_become_another_is_offered_nowhere(klient, roller, bada):
    bort, kvar = roller
    ansvarig = ny_anvandare(Ratt.ANSVARIG, bort.namnd, roller=[bort])
    sla_samman_roller(bort, kvar, av=None)

    assert bort.namn not in som_ord(klient.get(reverse("roller")))
    assert klient.get(reverse("roll_redigera", args=[bort.pk])).status_code == 404
    assert list(ansvarig.medlemskap.get().roller.all()) == [kvar]
    assert Roll.objects.med_namn(bort.namnd, bort.namn) == kvar
    assert Roll.objects.med_namnen(bort.namnd, [bort.namn]) == {bort.namn_norm: kvar}
    ny = ny_plan(bort.namnd, 2028, aktiviteter=1).aktiviteter.get()
    assert kvar.pk in [x.roll_id for x in ny.ansvar.all()]


def test_it_goes_on_to_the_next_that_they_become(roller, bada):
    bort, kvar = roller
    sla_samman_roller(bort, kvar, av=None)
    sist = ny_roll(bort.namnd, "Chef för enheten")
    sla_samman_roller(kvar, sist, av=None)
    assert Roll.objects.med_namn(bort.namnd, bort.namn) == sist
    (rad,) = Aktivitet.objects.filter(pk=bada.pk).med_ansvar()
    assert sist.pk in [x.roll_pk for x in rad.ansvariga]


def test_a_plan_at_its_board_gets_the_new_name_with_its_history(klient, roller):
    bort, kvar = roller
    till_namnden(Handlingsplan.objects.get(ar=2027))

    klient.post(url(bort), {"med": kvar.pk, "namn": "andra"})

    assert Ansvar.objects.filter(roll=kvar, art=HUVUD).count() == 5
    senast = Version.objects.filter(andring__plan__ar=2027, slag="aktivitet").first()
    assert senast.innehall["ansvariga"][0][2] == kvar.pk
