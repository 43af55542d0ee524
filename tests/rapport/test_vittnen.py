"""What tells of an edition beside the chain: its stamp, the trail, the frozen picture.

Whoever has got past the locks and works out every seal again is told all the same.
"""

from contextlib import contextmanager
from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from lagesbild.models import Frysning
from lagesbild.som_json import avtryck
from tests import bygge
from tests.bygge_lagesbild import ny_lagesbild
from tests.bygge_utgava import beslutad_plan, plan_hos_namnden
from vbeplan import nycklar, radlas
from vbeplan.rapport import forsegling
from vbeplan.rapport.forsegling import sha256
from vbeplan.rapport.models import Kedja, Utgava
from vbeplan.rapport.verifiering import verifiera

pytestmark = pytest.mark.django_db
TOKIGA = (
    "7",
    '{"avsnitt": 1}',
    '{"avsnitt": {"kolumner": 7, "rader": {}}}',
    '{"avsnitt": {"kolumner": ["titta"], "rader": {"x": 1}}}',
    '{"avsnitt": {"kolumner": [], "rader": {"x": 1}}}',
    '{"annat": {"kolumner": [], "rader": {}}}',
)
BORT = (
    "DELETE FROM rapport_utgava",
    "DELETE FROM aktiviteter_steg",
    "DELETE FROM aktiviteter_beslut",
    "UPDATE aktiviteter_handlingsplan SET status = 'till_namnd'",
)


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def utgava(namnd):
    return beslutad_plan(plan_hos_namnden(namnd))


@contextmanager
def forvanskat(*satser):
    """What somebody has done who got past the locks and put them back; then undone."""
    with transaction.atomic():
        radlas.ta_bort()
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE" * _pg() or "SELECT 1")
            for sats in satser:
                cursor.execute(*sats) if isinstance(sats, tuple) else cursor.execute(
                    sats
                )
        radlas.installera()
        yield verifiera().fel
        transaction.set_rollback(True)


def _pg():
    return connection.vendor == "postgresql"


def nagot(felen, ord_):
    return any(ord_ in fel for fel in felen)


def test_the_last_link_is_missed_by_whoever_else_tells_of_it(utgava, namnd):
    assert verifiera().fel == []

    with forvanskat(*BORT) as fel:
        assert nagot(fel, "kedjans stämpel")
        assert nagot(fel, "spåret har 1 förseglade utgåvor, men 0 finns")
    with forvanskat(*BORT, "DELETE FROM organisation_spar") as fel:
        assert [nagot([ett], "kedjans stämpel") for ett in fel] == [True]
    with forvanskat(*BORT, "DELETE FROM rapport_kedja") as fel:
        assert [nagot([ett], "spåret har 1") for ett in fel] == [True]
    with forvanskat("DELETE FROM rapport_kedja") as fel:
        assert nagot(fel, "kedjans stämpel")


def test_who_works_out_all_seals_anew_lacks_the_secret(utgava):
    """Facts, fingerprint and seal fit each other; the stamp can't be worked out."""
    ny = Utgava.objects.get()
    ny.paragraf = "§ 1"
    ny.fingeravtryck = forsegling.fingeravtryck(
        forra=ny.forra,
        nummer=ny.nummer,
        uppgifter=ny.uppgifter,
        innehall_sha256=ny.innehall_sha256,
    )
    ny.pdf = bytes(ny.pdf) + b"\n"
    ny.pdf_sha256 = sha256(ny.pdf)
    ny.sigill = forsegling.sigill(
        fingeravtryck=ny.fingeravtryck,
        pdf_sha256=ny.pdf_sha256,
        publik_sha256=ny.publik_sha256,
        skapad=ny.skapad,
    )
    falt = ("paragraf", "fingeravtryck", "pdf", "pdf_sha256", "sigill")
    satt = ", ".join(f"{namn} = %s" for namn in falt)
    varden = [getattr(ny, namn) for namn in falt]

    with forvanskat(
        (f"UPDATE rapport_utgava SET {satt}", varden),  # noqa: S608
        "UPDATE aktiviteter_beslut SET paragraf = '§ 1'",
        ("UPDATE rapport_kedja SET stampel = %s", [avtryck([ny.namnd_id, ny.sigill])]),
    ) as fel:
        assert [nagot([ett], "kedjans stämpel") for ett in fel] == [True]
    with pytest.raises(CommandError), forvanskat("DELETE FROM rapport_kedja"):
        call_command("verifiera")


def test_an_edition_moved_to_another_board_is_told(utgava):
    annan = bygge.ny_namnd("sjovik")

    with forvanskat(f"UPDATE rapport_utgava SET namnd_id = {annan.pk}") as fel:  # noqa: S608
        assert nagot(fel, "hör till en annan nämnd")


def test_an_approval_that_nobody_registered_is_told(utgava):
    with forvanskat("UPDATE aktiviteter_handlingsplan SET status = 'godkand'") as fel:
        assert [nagot([ett], "godkänd utan något beslut") for ett in fel] == [True]


def test_a_stamp_lasts_when_the_keys_are_changed_and_fits_one_board(utgava, namnd):
    rad = Kedja.objects.get()
    nycklar.hemlighet.glom()

    assert verifiera(namnd).fel == []
    assert rad.stampel != avtryck([namnd.pk, utgava.sigill])


def test_a_row_of_another_kind_is_told_and_stops_nothing(utgava):
    """SQLite keeps a word where a date should be."""
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL keeps no word in a date")
    for falt, varde in (
        ("dag", "'2026-99-99'"),
        ("dag", "7"),
        ("skapad", "'nyss'"),
        ("pdf", "'text'"),
        ("innehall", "x'00'"),
        ("nummer", "'ett'"),
    ):
        with forvanskat(f"UPDATE rapport_utgava SET {falt} = {varde}") as fel:  # noqa: S608
            assert nagot(fel, "raden är förvanskad"), falt
    for text in ("", "[]", "null", *(f'{{"rader": {ord_}}}' for ord_ in TOKIGA)):
        with forvanskat(("UPDATE rapport_utgava SET innehall = %s", [text])) as fel:
            assert nagot(fel, "innehållet är ändrat"), text


def test_a_plan_that_is_gone_is_told(utgava):
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL's own foreign keys refuse it")
    with forvanskat("UPDATE rapport_utgava SET plan_id = 99999") as fel:
        assert nagot(fel, "planen som den hör till borta")
        with connection.cursor() as cursor:  # let the transaction be undone in peace
            cursor.execute("PRAGMA defer_foreign_keys = ON")


def test_a_published_picture_that_was_changed_is_told(namnd):
    data = {"tal": [1, 2.5, "å"], "tom": None}
    Frysning.objects.create(
        lagesbild=ny_lagesbild(namnd),
        nummer=1,
        dag=date(2026, 1, 1),
        troskel=5,
        data=data,
        sha256=avtryck(data),
    )
    assert verifiera().fel == []

    with forvanskat("UPDATE lagesbild_frysning SET data = '{}'") as fel:
        assert nagot(fel, "den publicerade lägesbilden är ändrad")
