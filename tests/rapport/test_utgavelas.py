"""The database refuses to change what a board has decided, whoever asks."""

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import DatabaseError, connection, models, transaction
from django.db.models.signals import pre_migrate
from django.urls import reverse

from aktiviteter.models import (
    Aktivitet,
    Ansvar,
    Avsnitt,
    Behovssvar,
    Handlingsplan,
    Inlagd,
    Planstatus,
    Revidering,
    Samrad,
    Yttrande,
)
from aktiviteter.radavtryck import TABELLER
from lagesbild.models import Bilddel
from tests import bygge
from tests.bygge_lagesbild import ny_iakttagelse, ny_lagesbild
from tests.bygge_utgava import beslutad_plan, plan_hos_namnden, till_namnden
from vbeplan import radlas
from vbeplan.organisation.models import Ratt
from vbeplan.rapport.models import Utgava

pytestmark = pytest.mark.django_db


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


def plan_med_allt(namnd, ar=bygge.AR):
    """Return a plan that waits for its board, with a row of every sealed kind."""
    plan = bygge.ny_plan(namnd, ar)
    bild = ny_lagesbild(namnd, ar)
    rad = plan.aktiviteter.first()
    rad.satt_ansvar([(bygge.ny_roll(namnd), Ansvar.Art.HUVUDANSVARIG)])
    Behovssvar.objects.create(aktivitet=rad, iakttagelse=ny_iakttagelse(bild))
    Inlagd.objects.create(plan=plan, bilddel=Bilddel.ANALYS)
    forra = bygge.ny_plan(namnd, ar - 1).aktiviteter.first()
    Revidering.objects.create(plan=plan, forlaga=forra, nummer=rad.nummer)
    samrad = Samrad.objects.create(
        plan=plan, part="Polisen", slag=Samrad.Slag.values[0]
    )
    Yttrande.objects.create(samrad=samrad, text="Fler nätter")
    return till_namnden(plan)


@pytest.fixture
def plan(namnd):
    plan = plan_med_allt(namnd)
    beslutad_plan(plan)
    return plan


ANDRAT = {
    Avsnitt: {"rubrik": "Annat"},
    Aktivitet: {"titel": "Annat"},
    Ansvar: {"art": Ansvar.Art.MEDANSVARIG},
    Behovssvar: {"iakttagelse": 1},
    Inlagd: {"text": "<p>Annat</p>"},
    Revidering: {"skal": "Annat"},
    Samrad: {"svar": "Annat"},
    Yttrande: {"svar": "Annat"},
}


@pytest.mark.parametrize("modell", ANDRAT)
def test_no_row_of_a_decided_plan_is_changed_removed_or_added(plan, modell):
    rad = modell.objects.filter(**{TABELLER[modell]: plan}).first()
    if modell is Behovssvar:
        ANDRAT[modell]["iakttagelse"] = ny_iakttagelse(rad.iakttagelse.lagesbild)
    ny = modell.objects.get(pk=rad.pk)
    ny.pk = None

    for gor in (
        lambda: modell.objects.filter(pk=rad.pk).update(**ANDRAT[modell]),
        lambda: sql(f"DELETE FROM {modell._meta.db_table} WHERE id = {rad.pk}"),  # noqa: S608
        lambda: ny.save_base(raw=True, force_insert=True),
    ):
        with pytest.raises(DatabaseError, match="beslutad plan"), transaction.atomic():
            gor()


def sql(sats):
    with connection.cursor() as cursor:
        cursor.execute(sats)


@pytest.mark.parametrize(
    "sats",
    [
        "UPDATE aktiviteter_handlingsplan SET titel = 'Annat'",
        "UPDATE aktiviteter_handlingsplan SET datum = NULL",
        "UPDATE aktiviteter_handlingsplan SET status = 'utkast'",
        "UPDATE aktiviteter_handlingsplan SET status = 'till_namnd'",
        "DELETE FROM aktiviteter_handlingsplan",
        "UPDATE rapport_utgava SET organ = 'Annat'",
        "UPDATE rapport_utgava SET pdf = pdf",
        "DELETE FROM rapport_utgava",
    ],
)
def test_a_line_of_sql_is_refused(plan, sats):
    with pytest.raises(DatabaseError, match="ändras inte"), transaction.atomic():
        sql(sats)


def test_another_row_may_not_take_a_sealed_ones_place(plan):
    if connection.vendor != "sqlite":
        pytest.skip("REPLACE is SQLite's own")
    for tabell in (
        "rapport_utgava",
        "aktiviteter_avsnitt",
        Handlingsplan._meta.db_table,
    ):
        with pytest.raises(DatabaseError, match="ändras inte"), transaction.atomic():
            sql(f"REPLACE INTO {tabell} SELECT * FROM {tabell}")  # noqa: S608


def test_a_chapter_is_not_moved_into_a_decided_plan_nor_out_of_it(plan, namnd):
    annan = bygge.ny_plan(namnd, 2028)
    for rader, till in ((annan.avsnitt, plan), (plan.avsnitt, annan)):
        with pytest.raises(DatabaseError, match="ändras inte"), transaction.atomic():
            rader.update(plan=till)


def test_what_follows_on_a_decision_goes_on(plan, namnd):
    Handlingsplan.objects.filter(pk=plan.pk).update(status=Planstatus.GODKAND)
    plan.refresh_from_db()
    plan.dela(True, av=None)
    plan.innehall_andrat()
    forsta = Ansvar.objects.filter(aktivitet__plan=plan)[:1].values("pk")
    roll = bygge.ny_roll(namnd, "Trygghetschef")
    assert (
        Ansvar.objects.filter(pk__in=[rad["pk"] for rad in forsta]).update(roll=roll)
        == 1
    )
    Handlingsplan.objects.filter(pk=plan.pk).update(status=Planstatus.ERSATT)

    assert Utgava.objects.get().plan.delad


def test_a_draft_is_changed_and_removed_as_before(namnd):
    plan = plan_hos_namnden(namnd)
    plan.avsnitt.update(rubrik="Annat")
    plan.delete()

    assert not Aktivitet.objects.exists()


def test_the_locks_are_there_after_migrate():
    las = {(las.tabell, las.handelse) for las in radlas.alla(connection)}
    tabeller = [m._meta.db_table for m in (Utgava, Handlingsplan, *ANDRAT)]
    assert {(t, h) for t in tabeller for h in ("INSERT", "UPDATE", "DELETE")} <= las
    assert radlas.brutna(connection) == []


def test_a_lock_that_sleeps_or_reads_otherwise_is_told_and_made_anew():
    namn = "avsnitt_las_update"
    if connection.vendor == "sqlite":
        sql(f"DROP TRIGGER {namn}")
        sql(
            f"CREATE TRIGGER {namn} BEFORE UPDATE ON aktiviteter_avsnitt "
            "BEGIN SELECT 1; END"
        )
    else:
        sql(f"ALTER TABLE aktiviteter_avsnitt DISABLE TRIGGER {namn}")
    assert [las.namn for las in radlas.brutna(connection)] == [namn]

    radlas.installera()

    assert radlas.brutna(connection) == []


@pytest.mark.django_db(transaction=True)
def test_a_migration_that_rebuilds_a_table_gets_its_locks_back(namnd):
    beslutad_plan(plan_hos_namnden(namnd))
    pre_migrate.send(  # what comes before a migrate that has something to do
        apps.get_app_config("rapport"), using="default", plan=[1]
    )
    pre_migrate.send(apps.get_app_config("aktiviteter"), using="default", plan=[1])
    falt = models.IntegerField(default=0)
    falt.set_attributes_from_name("tillfalligt")
    for gor in ("add_field", "remove_field"):
        with connection.schema_editor() as editor:
            getattr(editor, gor)(Handlingsplan, falt)

    call_command("migrate", verbosity=0)

    assert radlas.brutna(connection) == []
    with pytest.raises(DatabaseError), transaction.atomic():
        Handlingsplan.objects.update(titel="Annat")


def test_a_finding_that_a_decided_plan_answers_stays_and_says_why(plan, namnd, client):
    client.force_login(bygge.ny_anvandare(Ratt.SAMORDNARE, namnd))
    rad = Behovssvar.objects.first().iakttagelse
    svar = client.post(reverse("iakttagelse_ta_bort", args=[rad.pk]), follow=True)

    assert "En beslutad plan svarar" in svar.content.decode()
    assert Behovssvar.objects.exists()
