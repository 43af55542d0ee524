"""The roads round the locks: emptied tables, swapped keys, sleeping triggers."""

import pytest
from django.db import DatabaseError, connection, transaction

from aktiviteter.models import Beslut, Handlingsplan, Planstatus, Steg, Villkor
from tests import bygge, bygge_lagesbild, bygge_uppfoljning
from tests.bygge_utgava import nya_uppgifter
from vbeplan import radlas
from vbeplan.organisation.models import Ratt, Spar
from vbeplan.rapport.models import Utgava

pytestmark = pytest.mark.django_db
SPARRADE = (
    "rapport_utgava",
    "aktiviteter_handlingsplan",
    "aktiviteter_avsnitt",
    "aktiviteter_aktivitet",
    "aktiviteter_ansvar",
    "aktiviteter_behovssvar",
    "aktiviteter_inlagd",
    "aktiviteter_revidering",
    "aktiviteter_samrad",
    "aktiviteter_yttrande",
    "aktiviteter_steg",
    "aktiviteter_beslut",
    "aktiviteter_villkor",
    "aktiviteter_uppfoljning",
    "organisation_spar",
    "lagesbild_frysning",
)


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def plan(namnd):
    """Return a decided plan with an edition that nobody has set as a file."""
    plan = bygge.ny_plan(namnd)
    steg = {"fran": Planstatus.TILL_NAMND, "till": Planstatus.BESLUTAD}
    Steg.objects.create(plan=plan, **steg)
    uppgifter = nya_uppgifter()
    fakta = {f: getattr(uppgifter, f) for f in ("organ", "dag", "paragraf", "dnr")}
    beslut = Beslut.objects.create(plan=plan, utfall=Beslut.Utfall.BESLUTAD, **fakta)
    Villkor.objects.create(beslut=beslut, text="Fler nätter")
    Handlingsplan.objects.filter(pk=plan.pk).update(status=Planstatus.BESLUTAD)
    plan.refresh_from_db()
    ny_utgava(plan, **fakta)
    Spar.objects.skriv(Spar.Handling.FORSEGLAD, plan, av=None, namnd=namnd)
    return plan


def ny_utgava(plan, **fakta):
    text = {"innehall": "{}", "innehall_sha256": "0" * 64}
    filer = {"pdf": b"%PDF", "pdf_sha256": "1" * 64}
    sigill = {"fingeravtryck": "2" * 64, "sigill": "3" * 64}
    return Utgava.objects.create(
        plan=plan, namnd=plan.namnd, nummer=1, **text, **filer, **sigill, **fakta
    )


def nekas(sats, ord_="ändras inte"):
    with pytest.raises(DatabaseError, match=ord_), transaction.atomic():
        sql(sats)


def sql(sats):
    with connection.cursor() as cursor:
        cursor.execute(sats)


def bara(vendor):
    if connection.vendor != vendor:
        pytest.skip(f"only {vendor} has that road")


def test_no_sealed_table_can_be_emptied(plan, namnd):
    """TRUNCATE asks no row; CASCADE takes what points at a table as well."""
    bara("postgresql")
    ett = bygge_uppfoljning.stangt_tillfalle(plan)
    connection.check_constraints()  # what waits for the end would hinder it first
    for tabell in SPARRADE:
        if tabell not in ("aktiviteter_uppfoljning", "lagesbild_frysning"):
            nekas(f"TRUNCATE {tabell} CASCADE")
    for tabell in ("organisation_namnd", "organisation_anvandare"):
        nekas(f"TRUNCATE {tabell} CASCADE")
    nekas("TRUNCATE aktiviteter_uppfoljning", "stängt")

    assert ett.plan.avsnitt.exists()


def test_a_table_of_drafts_is_emptied_as_before(namnd):
    bara("postgresql")
    bygge.ny_plan(namnd)
    connection.check_constraints()

    sql("TRUNCATE aktiviteter_samrad CASCADE")


def test_every_sealed_table_has_a_lock_on_being_emptied():
    bara("postgresql")
    las = {rad.tabell for rad in radlas.alla(connection) if rad.handelse == "TRUNCATE"}

    assert set(SPARRADE) <= las


def test_the_locks_are_awake_for_a_replica_too(plan):
    bara("postgresql")
    nekas("SET LOCAL session_replication_role = replica; DELETE FROM rapport_utgava")


@pytest.mark.parametrize("tabell", ["aktiviteter_handlingsplan", "aktiviteter_avsnitt"])
def test_no_draft_takes_the_key_of_what_is_sealed(plan, namnd, tabell):
    """On SQLite it would put the sealed row away without asking about it."""
    utkast = bygge.ny_plan(namnd, plan.ar + 1)
    nyckel = "id" if tabell == "aktiviteter_handlingsplan" else "plan_id"
    eller = " OR REPLACE" if connection.vendor == "sqlite" else ""
    for rad in ("id", "namnd_id, ar") if nyckel == "id" else ("id",):
        nytt = ", ".join(
            f"{falt} = (SELECT {falt} FROM {tabell} "  # noqa: S608
            f"WHERE {nyckel} = {plan.pk} ORDER BY id LIMIT 1)"
            for falt in rad.split(", ")
        )
        nekas(
            f"UPDATE{eller} {tabell} SET {nytt} WHERE id = (SELECT MIN(id) FROM "  # noqa: S608
            f"{tabell} WHERE {nyckel} = {utkast.pk})"
        )


@pytest.mark.parametrize(
    "tabell",
    [
        "rapport_utgava",
        "aktiviteter_steg",
        "aktiviteter_beslut",
        "aktiviteter_villkor",
        "organisation_spar",
    ],
)
def test_how_it_was_decided_is_neither_changed_removed_nor_replaced(plan, tabell):
    nekas(f"UPDATE {tabell} SET id = id + 1000")  # noqa: S608
    nekas(f"DELETE FROM {tabell}")  # noqa: S608
    if connection.vendor == "sqlite":
        nekas(f"REPLACE INTO {tabell} SELECT * FROM {tabell}")  # noqa: S608


def test_a_frozen_picture_is_not_replaced(namnd):
    bara("sqlite")
    bild = bygge_lagesbild.ny_lagesbild(namnd)
    bild.frysningar.create(nummer=1, dag="2026-01-01", troskel=5, data={}, sha256="0")

    nekas("REPLACE INTO lagesbild_frysning SELECT * FROM lagesbild_frysning")


def test_a_closed_report_is_not_taken_by_an_open_ones_row(plan):
    stangt = bygge_uppfoljning.stangt_tillfalle(plan, rapporter=[{"nummer": 1}])
    oppet = bygge_uppfoljning.nytt_tillfalle(plan, "t2")
    ny = bygge_uppfoljning.ny_rapport(oppet)
    last = stangt.uppfoljningar.get().pk
    eller = " OR REPLACE" if connection.vendor == "sqlite" else ""

    nekas(f"UPDATE{eller} aktiviteter_uppfoljning SET id = {last} WHERE id = {ny.pk}")


def test_after_the_decision_lines_are_added_and_conditions_ticked_off(plan, namnd):
    av = bygge.ny_anvandare(Ratt.SAMORDNARE, namnd)
    steg = {"fran": Planstatus.BESLUTAD, "till": Planstatus.GODKAND}
    Steg.objects.create(plan=plan, av=av, **steg)
    villkor = Villkor.objects.get()
    villkor.uppfyllt, villkor.hur, villkor.uppfyllt_av = "2027-01-02", "Klart", av
    villkor.save()

    nekas("UPDATE aktiviteter_villkor SET text = 'Något annat'")


@pytest.mark.parametrize(
    "sats",
    [
        "ALTER TABLE {tabell} DISABLE TRIGGER {namn}",
        "ALTER TABLE {tabell} ENABLE TRIGGER {namn}",  # asleep for a replica
        "DROP TRIGGER {namn} ON {tabell}; CREATE TRIGGER {namn} BEFORE UPDATE ON "
        "{tabell} FOR EACH ROW WHEN (false) EXECUTE FUNCTION {namn}()",
        "DROP TRIGGER {namn} ON {tabell}; CREATE TRIGGER {namn} BEFORE UPDATE ON "
        "organisation_roll FOR EACH ROW EXECUTE FUNCTION {namn}()",
        "CREATE OR REPLACE FUNCTION {namn}() RETURNS trigger LANGUAGE plpgsql AS "
        "$$BEGIN RETURN NEW; END$$",
        "ALTER FUNCTION {namn}() SET search_path = pg_temp",
    ],
)
def test_a_lock_that_is_awake_in_name_only_is_told_and_made_anew(sats):
    bara("postgresql")
    namn = "utgava_las_update"
    sql(sats.format(namn=namn, tabell="rapport_utgava"))
    assert [las.namn for las in radlas.brutna(connection)] == [namn]

    radlas.installera()

    assert radlas.brutna(connection) == []
