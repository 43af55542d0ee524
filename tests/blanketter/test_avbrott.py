"""The real server breaks off in the middle of a form: nothing half, nothing twice."""

from http.client import RemoteDisconnected
from threading import Thread

import pytest
from django.db import connection

from blanketter.models import Blankett
from tests.blanketter.blanketten import TEXT, adress, ifylld, koden, texten
from tests.blanketter.drift import Drift
from tests.bygge import ny_namnd
from tests.underprocess import miljo

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def namnd():
    return ny_namnd("ekhamra")


def skickas(server, namnd, falt):
    """Send a form from another thread; returns it and what it will be answered."""
    svar = []

    def skicka():
        try:
            svar.append(server.skicka(adress(namnd), falt))
        except (RemoteDisconnected, ConnectionError) as fel:
            svar.append(fel)

    trad = Thread(target=skicka)
    trad.start()
    return trad, svar


@pytest.mark.parametrize(("var", "sparat"), [("mitt_i", 0), ("efter", 1)])
def test_a_worker_that_is_killed_leaves_nothing_half(namnd, tmp_path, var, sparat):
    falt = ifylld(namnd)
    with Drift(tmp_path) as server:
        server.stoppa_vid(var)
        trad, avbrutet = skickas(server, namnd, falt)
        server.doda_den_som_stannat()
        trad.join()
        assert isinstance(avbrutet[0], Exception)
        assert Blankett.objects.count() == sparat

        koder = [koden(server.skicka(adress(namnd), falt)) for _ in range(2)]

    assert koder[0]
    assert koder[0] == koder[1]
    assert Blankett.objects.get().text == TEXT


def test_two_presses_at_once_are_one_form_with_one_receipt(namnd, tmp_path):
    falt = ifylld(namnd)
    with Drift(tmp_path) as server:
        samtidiga = [skickas(server, namnd, falt) for _ in range(6)]
        for trad, _ in samtidiga:
            trad.join()

    koder = [koden(svar[0]) for _, svar in samtidiga]
    assert koder[0]
    assert len(koder) == 6
    assert len(set(koder)) == 1
    assert Blankett.objects.count() == 1


LANG = f"{TEXT} " * 150
MINNESKARTA, JOURNAL = 32 * 1024, 40_000  # bytes: SQLite's -shm, and less than LANG


@pytest.mark.skipif(connection.vendor != "sqlite", reason="a file of SQLite's own")
def test_a_disk_that_is_full_gives_the_words_back(namnd, tmp_path):
    falt = ifylld(namnd, text=LANG.strip())
    assert MINNESKARTA < JOURNAL
    with connection.cursor() as sql:
        sql.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with Drift(tmp_path, STORSTA_FIL=str(JOURNAL)) as server:
        oppnad = server.fraga("GET", adress(namnd))
        svar = server.skicka(adress(namnd), falt)

    assert (oppnad.status_code, svar.status_code) == (200, 503)
    assert "Det går inte att spara just nu" in svar.text
    assert texten(svar) == LANG.strip()
    assert Blankett.objects.count() == 0


@pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite's own limit")
def test_a_database_that_is_full_gives_the_words_back(client, namnd):
    falt = ifylld(namnd, text=LANG.strip())
    with connection.cursor() as sql:
        sql.execute("VACUUM")  # pages that other tests' rows have left are room too
        sql.execute("PRAGMA page_count")
        sql.execute(f"PRAGMA max_page_count = {sql.fetchone()[0]}")
        try:
            svar = client.post(adress(namnd), falt)
        finally:
            sql.execute("PRAGMA max_page_count = 1073741823")

    assert svar.status_code == 503
    assert texten(svar) == LANG.strip()
    assert Blankett.objects.count() == 0
    assert koden(client.post(adress(namnd), falt))


@pytest.mark.skipif(connection.vendor != "postgresql", reason="PostgreSQL's own words")
def test_a_disk_that_postgresql_finds_full_gives_the_words_back(client, namnd):
    falt = ifylld(namnd)
    with connection.cursor() as sql:
        sql.execute(
            "CREATE FUNCTION fullt() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            "RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$"
        )
        sql.execute(
            "CREATE TRIGGER fullt BEFORE INSERT ON blanketter_blankett "
            "EXECUTE FUNCTION fullt()"
        )
    try:
        svar = client.post(adress(namnd), falt)
    finally:
        with connection.cursor() as sql:
            sql.execute("DROP FUNCTION fullt CASCADE")

    assert svar.status_code == 503
    assert texten(svar) == TEXT
    assert koden(client.post(adress(namnd), falt))


def test_a_database_that_is_gone_gives_the_words_back(namnd, tmp_path):
    falt = ifylld(namnd)
    borta = "postgres://vbeplan:losenord@127.0.0.1:1/vbeplan"
    assert miljo()["DATABASE_URL"] != borta
    with Drift(tmp_path, DATABASE_URL=borta) as server:
        svar = server.skicka(adress(namnd), falt)
        oppnas = server.fraga("GET", adress(namnd))

    assert (svar.status_code, oppnas.status_code) == (503, 503)
    assert texten(svar) == TEXT
    assert "losenord" not in svar.text + oppnas.text
