"""The check of what was decided names what somebody has tampered with."""

from datetime import date, timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from aktiviteter.models import Ansvar
from tests import bygge
from tests.bygge_utgava import beslutad_plan, plan_hos_namnden
from vbeplan import radlas
from vbeplan.rapport.models import Utgava
from vbeplan.rapport.verifiering import verifiera

pytestmark = pytest.mark.django_db


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


@pytest.fixture
def kedja(namnd):
    """Return three editions of a board."""
    return [beslutad_plan(plan_hos_namnden(namnd, ar)) for ar in (2026, 2027, 2028)]


def forvansk(sats, *varden):
    """Do what somebody does who has got past the locks, and puts them back."""
    connection.check_constraints()  # else PostgreSQL still has them to ask
    radlas.ta_bort()
    with connection.cursor() as cursor:
        cursor.execute(sats, varden)
    connection.check_constraints()
    radlas.installera()


def test_what_is_whole_is_said_to_be(kedja, capsys):
    call_command("verifiera")

    assert verifiera().fel == []
    assert "3 utgåvor kontrollerade" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("sats", "vad"),
    [
        ("UPDATE rapport_utgava SET paragraf = '§ 1' WHERE nummer = 2", "uppgifterna"),
        (
            "UPDATE rapport_utgava SET innehall = replace(innehall, 'a', 'b') "
            "WHERE nummer = 2",
            "innehållet är ändrat",
        ),
        ("UPDATE rapport_utgava SET nummer = 9 WHERE nummer = 2", "saknas"),
        ("UPDATE rapport_utgava SET publik_pdf = pdf WHERE nummer = 2", "offentliga"),
        ("DELETE FROM rapport_utgava WHERE nummer = 2", "har ingen utgåva"),
        ("UPDATE rapport_utgava SET forra = '' WHERE nummer = 2", "kedjan är bruten"),
        ("DELETE FROM aktiviteter_beslut", "beslutet är borta"),
        ("UPDATE aktiviteter_avsnitt SET rubrik = 'Annat'", "kapitel"),
        ("UPDATE aktiviteter_aktivitet SET titel = 'Annat'", "aktivitet"),
        ("UPDATE aktiviteter_handlingsplan SET titel = 'Annat'", "handlingsplan"),
        (
            "UPDATE aktiviteter_handlingsplan SET status = 'utkast'",
            "inte längre som beslutad",
        ),
    ],
)
def test_what_was_tampered_with_is_named(kedja, sats, vad):
    forvansk(sats)

    assert any(vad in fel for fel in verifiera().fel)
    with pytest.raises(CommandError):
        call_command("verifiera")


def test_one_byte_of_the_file_is_enough(kedja):
    data = bytearray(kedja[1].pdf)
    data[len(data) // 2] ^= 1
    forvansk("UPDATE rapport_utgava SET pdf = %s WHERE nummer = 2", bytes(data))

    (fel,) = verifiera().fel

    assert "utgåva 2: PDF-filen är ändrad" in fel


def test_who_seals_a_changed_edition_anew_breaks_the_chain(kedja):
    """A seal that fits its own edition doesn't fit the next one."""
    forvansk("UPDATE rapport_utgava SET sigill = 'abc' WHERE nummer = 2")

    assert any("utgåva 3: kedjan är bruten" in fel for fel in verifiera().fel)


def test_a_row_taken_away_is_named_by_its_key(kedja):
    pk = Ansvar.objects.filter(aktivitet__plan=kedja[0].plan).first().pk
    forvansk("DELETE FROM aktiviteter_ansvar WHERE id = %s", pk)

    (fel,) = verifiera().fel

    assert f"ansvar {pk} är borttagen" in fel


def test_a_lock_that_is_gone_is_told(kedja):
    radlas.ta_bort()

    assert any("utgava_las_update" in fel for fel in verifiera().fel)


def test_a_clock_set_back_is_remarked_and_is_no_fault(namnd, kedja, time_machine):
    time_machine.move_to(timezone.now() - timedelta(days=400))
    beslutad_plan(plan_hos_namnden(namnd, 2029), dag=date(2025, 1, 1))
    utfall = verifiera()

    assert utfall.fel == []
    assert ["klocka" in text for text in utfall.anmarkningar] == [True]
    assert Utgava.objects.get(nummer=4).forra == kedja[2].sigill


def test_what_follows_on_a_decision_is_no_tampering(namnd, kedja):
    """Roles that become one, sharing, a new name of the board."""
    roll = bygge.ny_roll(namnd, "Trygghetschef")
    forsta = Ansvar.objects.filter(aktivitet__plan=kedja[0].plan).first()
    Ansvar.objects.filter(pk=forsta.pk).update(roll=roll)
    kedja[2].plan.dela(True, av=None)
    type(namnd).objects.update(namn="Nya nämnden")

    assert verifiera().fel == []


def test_one_board_is_checked_alone(kedja):
    annan = bygge.ny_namnd("sjovik")
    beslutad_plan(plan_hos_namnden(annan))

    assert (verifiera(annan).antal, verifiera().antal) == (1, 4)
    with pytest.raises(CommandError, match="ingen nämnd"):
        call_command("verifiera", namnd="finns-inte")
