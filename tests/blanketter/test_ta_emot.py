"""A form is received once, and nothing tells which of two came first."""

import re
import secrets
from datetime import date
from pathlib import Path
from threading import Barrier, Thread

import pytest
import time_machine
from django.db import connection

from blanketter import kvitto
from blanketter.handlingar import ta_emot
from blanketter.models import Blankett
from tests import bygge

pytestmark = pytest.mark.django_db
TEXT = "Klistermärken på lyktstolpar utanför entrén, oklart vem som satt dit dem."


def svar(**falt):
    return {
        "slag": ("klotter",),
        "miljo": "vit_makt",
        "period_typ": "vecka",
        "period_start": date(2026, 9, 28),
        "text": TEXT,
    } | falt


@pytest.fixture
def namnd():
    return bygge.ny_namnd()


def test_a_form_is_stored_with_its_day_and_answers(namnd):
    blankett, kod = ta_emot(namnd, svar(), "bevis-1")

    sparad = Blankett.objects.get()
    assert sparad == blankett
    assert sparad.text == TEXT
    assert sparad.slag == ("klotter",)
    assert sparad.status == Blankett.Status.NY
    assert sparad.period == "vecka 40 2026"
    assert sparad.kvitto == kvitto.hasha(kod)
    assert sparad.version.nummer == 1


def test_the_same_token_gives_the_same_form_and_the_same_code(namnd):
    forsta, kod = ta_emot(namnd, svar(), "bevis-1")
    andra, igen = ta_emot(namnd, svar(text=TEXT + " En gång till."), "bevis-1")

    assert (andra.pk, igen) == (forsta.pk, kod)
    assert Blankett.objects.get().text == TEXT


def test_another_token_gives_another_form_and_another_code(namnd):
    _, forsta = ta_emot(namnd, svar(), "bevis-1")
    _, andra = ta_emot(namnd, svar(), "bevis-2")

    assert forsta != andra
    assert Blankett.objects.count() == 2


def test_a_token_used_in_one_board_gives_nothing_of_it_in_another(namnd):
    forsta, _ = ta_emot(namnd, svar(), "bevis-1")

    with pytest.raises(Exception, match=r"(?i)unique"):
        ta_emot(bygge.ny_namnd("sjovik"), svar(), "bevis-1")
    assert Blankett.objects.get() == forsta


def test_a_token_that_can_not_be_sent_any_more_is_forgotten(namnd):
    dagar = ("2026-11-17", "2026-11-18", "2026-11-19")
    for nr, dag in enumerate(dagar):
        with time_machine.travel(f"{dag} 12:00 +0100", tick=False):
            ta_emot(namnd, svar(), f"bevis-{nr}")

    kvar = {str(b.inkom) for b in Blankett.objects.exclude(nyckel=None)}
    assert kvar == set(dagar[1:])


def test_sent_again_after_a_clock_that_ran_ahead_it_is_the_same_receipt(namnd):
    with time_machine.travel("2026-11-17 12:00 +0100", tick=False):
        forsta, kod = ta_emot(namnd, svar(), "bevis-1")
    with time_machine.travel("2026-11-29 12:00 +0100", tick=False):
        ta_emot(namnd, svar(), "bevis-2")  # the tokens of the 17th are forgotten
    with time_machine.travel("2026-11-17 12:05 +0100", tick=False):
        andra, igen = ta_emot(namnd, svar(), "bevis-1")

    assert (andra.pk, igen) == (forsta.pk, kod)
    assert Blankett.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_a_double_click_stores_one_form():
    namnd = bygge.ny_namnd()
    start, koder = Barrier(4), []

    def tryck():
        start.wait()
        koder.append(ta_emot(namnd, svar(), "bevis-1")[1])
        connection.close()

    tradar = [Thread(target=tryck) for _ in range(4)]
    for trad in tradar:
        trad.start()
    for trad in tradar:
        trad.join()

    assert Blankett.objects.count() == 1
    assert len(koder) == 4
    assert len(set(koder)) == 1


def _plats_i_lagret():
    """Return the texts in the order that the database itself keeps its rows."""
    var = "rowid" if connection.vendor == "sqlite" else "ctid"
    with connection.cursor() as sql:
        sql.execute(f"SELECT id FROM blanketter_blankett ORDER BY {var}")  # noqa: S608 — one of two words above
        nycklar = [rad[0] for rad in sql.fetchall()]
    skrivna = {b.pk.hex: b.text for b in Blankett.objects.all()}
    return [skrivna[getattr(nyckel, "hex", nyckel)] for nyckel in nycklar]


def test_the_forms_of_one_day_lie_in_no_order_that_can_be_read_back(namnd):
    texter = [f"{TEXT} Nummer {nr}." for nr in range(12)]
    for text in texter:
        ta_emot(namnd, svar(text=text), secrets.token_hex())

    lagrets, visad = _plats_i_lagret(), [b.text for b in Blankett.objects.all()]
    assert sorted(lagrets) == sorted(visad) == sorted(texter)
    # Twelve in their own order by chance: once in 479 million.
    for ordning in (lagrets, visad):
        assert ordning not in (texter, texter[::-1])


def test_the_last_form_is_not_the_last_row(namnd):
    sist = []
    for omgang in range(12):
        for nr in range(6):
            ta_emot(namnd, svar(text=f"{TEXT} {omgang} {nr}"), secrets.token_hex())
        sist.append(_plats_i_lagret()[-1].endswith(f"{omgang} 5"))
    assert not all(sist[2:])


@pytest.mark.django_db(transaction=True)
def test_what_hangs_on_a_form_stays_when_it_is_laid_among_others():
    namnd = bygge.ny_namnd()
    forsta, _ = ta_emot(namnd, svar(), "bevis-1")
    Blankett.objects.filter(pk=forsta.pk).update(regnr="2345-6789")
    fraga = forsta.meddelanden.create(ordning=1, fran="samordnare", text="Var?")
    for nr in range(3):
        dubbel, _ = ta_emot(namnd, svar(), f"bevis-1{nr}")
        Blankett.objects.filter(pk=dubbel.pk).update(dubblett_av=forsta)

    ta_emot(namnd, svar(text=f"{TEXT} Till sist."), "bevis-2")

    assert Blankett.objects.count() == 5
    assert forsta.dubbletter.count() == 3
    kvar = Blankett.objects.get(regnr="2345-6789")
    assert (kvar.text, kvar.meddelanden.get().text) == (TEXT, fraga.text)


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(
    connection.vendor != "postgresql", reason="SQLite notes no writer of a row"
)
def test_postgresql_notes_the_same_writer_for_all_forms_of_the_day(namnd):
    for nr in range(5):
        ta_emot(namnd, svar(text=f"{TEXT} {nr}"), secrets.token_hex())
    with connection.cursor() as sql:
        sql.execute("SELECT count(DISTINCT xmin::text) FROM blanketter_blankett")
        assert sql.fetchone()[0] == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite's own file")
def test_the_file_of_sqlite_holds_the_forms_of_a_day_in_no_order():
    namnd = bygge.ny_namnd()
    nummer = [
        ta_emot(namnd, svar(), secrets.token_hex())[0].regnr.encode() for _ in range(12)
    ]
    with connection.cursor() as sql:
        sql.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        sql.execute("PRAGMA page_size")
        sida = sql.fetchone()[0]
    innehall = Path(connection.settings_dict["NAME"]).read_bytes()

    per_sida = {}
    for traff in re.finditer(b"|".join(nummer), innehall):
        per_sida.setdefault(traff.start() // sida, []).append(nummer.index(traff[0]))
    hela = [ordning for ordning in per_sida.values() if len(ordning) == len(nummer)]
    assert len(hela) >= 2, "the indexes are not where this test looks"
    for ordning in per_sida.values():
        if len(ordning) > 5:  # fewer may lie in order by chance
            assert ordning not in (sorted(ordning), sorted(ordning, reverse=True))


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no log")
def test_the_log_of_postgresql_tells_nothing_of_a_form_sent_twice():
    """It would write the hour, beside the values of a row that it refuses."""
    logg = Path(connection.settings_dict["HOST"]) / "logg"
    namnd = bygge.ny_namnd()
    fore = logg.stat().st_size

    for _ in range(2):
        ta_emot(namnd, svar(), "bevis-1")
    with connection.cursor() as sql, pytest.raises(Exception, match="finns_inte"):
        sql.execute("SELECT 'provet' FROM finns_inte")

    skrivet = logg.read_bytes()[fore:]
    assert b"'provet'" in skrivet, "this is not the server's log"
    assert b"blanketter_blankett" not in skrivet
