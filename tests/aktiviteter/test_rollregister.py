"""The register of roles: holders over time, vacancies, load, doubles."""

from datetime import date

import pytest
from django.urls import reverse

from aktiviteter.rollregister import att_se_over, rollregister
from tests.bygge import ny_namnd, ny_plan, ny_roll
from vbeplan.organisation.models import Roll

pytestmark = pytest.mark.django_db
REGISTER = reverse("roller")


def register():
    return {rad.roll.namn: rad for rad in rollregister(Roll.objects.all())}


def test_the_load_of_a_role_is_counted_in_the_newest_plan(namnd):
    ny_plan(namnd, 2026, aktiviteter=9)
    ny_plan(namnd, 2027, aktiviteter=6)

    rad = register()["Enhetschef i ekhamra"]

    assert (rad.antal, rad.huvudansvarig, rad.av_rader) == (6, 6, 6)
    assert register()["Kurator 1 i ekhamra"].antal == 2
    assert register()["Kurator 1 i ekhamra"].huvudansvarig == 0


def test_a_role_of_older_plans_only_is_told_from_one_that_is_never_used(namnd):
    ny_plan(namnd, 2026, aktiviteter=3)
    ny_plan(namnd, 2027, aktiviteter=1)
    ny_roll(namnd, "Bibliotekschef")

    rader = register()

    assert rader["Kurator 2 i ekhamra"].anvands
    assert rader["Kurator 2 i ekhamra"].antal == 0
    assert not rader["Bibliotekschef"].anvands


def test_a_roles_time_is_told_from_the_newest_with_its_vacancies(namnd):
    roll = ny_roll(
        namnd, "Kurator", innehavare="Åke Öst", fran=date(2020, 1, 1),
        till=date(2021, 6, 30),
    )  # fmt: skip
    roll.innehav.create(namn="Eva Ek", fran=date(2021, 9, 1), till=date(2022, 1, 31))
    roll.innehav.create(namn="Ida Al", fran=date(2022, 2, 1), till=date(2024, 1, 31))

    perioder = [(p.namn, p.fran, p.till) for p in roll.perioder()]

    assert perioder == [
        ("", date(2024, 2, 1), None),
        ("Ida Al", date(2022, 2, 1), date(2024, 1, 31)),
        ("Eva Ek", date(2021, 9, 1), date(2022, 1, 31)),
        ("", date(2021, 7, 1), date(2021, 8, 31)),
        ("Åke Öst", date(2020, 1, 1), date(2021, 6, 30)),
    ]


def test_vacant_roles_with_work_and_too_much_on_one_are_said_first(namnd):
    ny_plan(namnd, aktiviteter=6)
    roll = Roll.objects.get(namn="Kurator 0 i ekhamra")
    roll.innehav.create(namn="Åke", fran=date(2020, 1, 1), till=date(2021, 1, 1))
    vilande = ny_roll(namnd, "Vaktmästare", innehavare="Bo", till=date(2021, 1, 1))

    meningar = dict(att_se_over(rollregister(Roll.objects.all())))

    vakanta, tunga = meningar.values()
    assert vakanta == [roll]
    assert vilande not in vakanta
    assert [r.namn for r in tunga] == ["Enhetschef i ekhamra"]


def test_a_small_plan_has_no_too_heavy_role(namnd):
    ny_plan(namnd, aktiviteter=3)

    assert not att_se_over(rollregister(Roll.objects.all()))


def test_two_spellings_of_one_role_point_at_each_other(klient, namnd):
    a, b = ny_roll(namnd, "Avd.chef"), ny_roll(namnd, "Avdelningschef")
    ny_roll(namnd, "Bibliotekschef")
    annan = ny_roll(ny_namnd("sjovik"), "Avdelnings-chef")

    rader = rollregister(Roll.objects.filter(namnd=namnd))

    assert {rad.roll: rad.lika for rad in rader if rad.lika} == {a: (b,), b: (a,)}
    assert annan not in {rad.roll for rad in rader}
    sida = klient.get(REGISTER).content.decode()
    assert f"{reverse('roll_sla_samman', args=[a.pk])}?med={b.pk}" in sida
