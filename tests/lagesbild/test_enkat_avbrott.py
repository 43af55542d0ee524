"""The real server breaks off in the middle of an answer: both rows or none, once."""

from http.client import RemoteDisconnected
from threading import Thread

import pytest
from django.db import connection, transaction

from lagesbild.models import Enkatsvar, Inbjudan
from tests.blanketter.blanketten import sida
from tests.blanketter.drift import Drift
from tests.bygge import ny_namnd
from tests.bygge_lagesbild import enkatsvaret, ny_enkat, ny_lagesbild

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def inbjudan():
    enkat = ny_enkat(ny_lagesbild(ny_namnd("ekhamra")))
    return enkat.inbjudningar.first()


def skickas(server, inbjudan, falt):
    """Send an answer from another thread; returns it and what it will be answered."""
    svar = []

    def skicka():
        try:
            svar.append(server.skicka(inbjudan.lank(), falt))
        except (RemoteDisconnected, ConnectionError) as fel:
            svar.append(fel)

    trad = Thread(target=skicka)
    trad.start()
    return trad, svar


def utskriften(mapp):
    """Return what the server wrote, for whoever reads why a test failed."""
    return (mapp / "ut").read_text()


@pytest.mark.parametrize(("var", "sparat"), [("mitt_i", 0), ("efter", 1)])
def test_a_worker_that_is_killed_leaves_both_tables_or_neither(
    inbjudan, tmp_path, var, sparat
):
    falt = enkatsvaret(inbjudan.enkat, inbjudan)
    with Drift(tmp_path) as server:
        server.stoppa_vid(var)
        trad, avbrutet = skickas(server, inbjudan, falt)
        server.doda_den_som_stannat()
        trad.join()
        assert isinstance(avbrutet[0], Exception)
        assert Enkatsvar.objects.count() == sparat
        assert Inbjudan.objects.filter(har_svarat=True).count() == sparat

        svar = [server.skicka(inbjudan.lank(), falt) for _ in range(2)]

    assert [ett.status_code for ett in svar] == [200, 200], utskriften(tmp_path)
    assert all("Svaret är mottaget" in ett.text for ett in svar)
    assert Enkatsvar.objects.count() == 1
    assert Inbjudan.objects.filter(har_svarat=True).count() == 1


def test_two_presses_at_once_are_one_answer(inbjudan, tmp_path):
    falt = enkatsvaret(inbjudan.enkat, inbjudan)
    with Drift(tmp_path) as server:
        samtidiga = [skickas(server, inbjudan, falt) for _ in range(6)]
        for trad, _ in samtidiga:
            trad.join()
        # Behind a disk with much to do, SQLite may ask some of them to press again.
        svaren = [
            server.skicka(inbjudan.lank(), falt) if ett.status_code == 503 else ett
            for _, (ett,) in samtidiga
        ]

    koder = [svar.status_code for svar in svaren]
    assert koder == [200] * 6, utskriften(tmp_path)
    assert all("Svaret är mottaget" in svar.text for svar in svaren)
    assert Enkatsvar.objects.count() == 1


def atergett(svar):
    """Return the words that the page gave back, ready to be sent again."""
    return sida(svar).xpath("string(//textarea[@name='svar_behov'])").strip()


def mottaget(svar):
    return "Svaret är mottaget" in svar.content.decode()


ORD = "Mer tid för utbildning, och en kontaktväg."
JOURNAL = 40_000  # bytes: more than SQLite's -shm, less than what an answer writes


def inget_ar_sparat():
    svarat = Inbjudan.objects.filter(har_svarat=True)
    return not Enkatsvar.objects.exists() and not svarat.exists()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="a file of SQLite's own")
def test_a_disk_that_is_full_gives_the_words_back(inbjudan, tmp_path):
    falt = enkatsvaret(inbjudan.enkat, inbjudan, svar_behov=ORD)
    lank = inbjudan.lank()
    with connection.cursor() as sql:
        sql.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    with Drift(tmp_path / "full", STORSTA_FIL=str(JOURNAL)) as server:
        oppnad = server.fraga("GET", lank)
        svar = server.skicka(lank, falt)
    assert (oppnad.status_code, svar.status_code) == (200, 503)
    assert "Det går inte att spara just nu" in svar.text
    assert atergett(svar) == ORD
    assert inget_ar_sparat()

    with Drift(tmp_path / "rum") as server:
        assert mottaget(server.skicka(lank, falt))
    assert Enkatsvar.objects.count() == 1


@pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite's own limit")
def test_a_database_that_is_full_gives_the_words_back(client, inbjudan):
    langt = "åäö " * 499  # more than a page of the file
    falt = enkatsvaret(inbjudan.enkat, inbjudan, svar_behov=langt.strip())
    with connection.cursor() as sql:
        sql.execute("VACUUM")  # pages that other tests' rows have left are room too
        sql.execute("PRAGMA page_count")
        sql.execute(f"PRAGMA max_page_count = {sql.fetchone()[0]}")
        try:
            svar = client.post(inbjudan.lank(), falt)
        finally:
            sql.execute("PRAGMA max_page_count = 1073741823")

    assert svar.status_code == 503
    assert atergett(svar) == langt.strip()
    assert inget_ar_sparat()
    assert mottaget(client.post(inbjudan.lank(), falt))


@pytest.mark.skipif(connection.vendor != "postgresql", reason="PostgreSQL's own words")
def test_a_disk_that_postgresql_finds_full_gives_the_words_back(client, inbjudan):
    falt = enkatsvaret(inbjudan.enkat, inbjudan, svar_behov=ORD)
    with connection.cursor() as sql:
        sql.execute(
            "CREATE FUNCTION fullt() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            "RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$"
        )
        sql.execute(
            "CREATE TRIGGER fullt BEFORE INSERT ON lagesbild_enkatsvar "
            "EXECUTE FUNCTION fullt()"
        )
    try:
        svar = client.post(inbjudan.lank(), falt)
    finally:
        with connection.cursor() as sql:
            sql.execute("DROP FUNCTION fullt CASCADE")

    assert svar.status_code == 503
    assert atergett(svar) == ORD
    assert inget_ar_sparat()
    assert mottaget(client.post(inbjudan.lank(), falt))


def test_a_full_bucket_gives_the_words_back_until_it_has_room(inbjudan, tmp_path):
    falt = enkatsvaret(inbjudan.enkat, inbjudan, svar_behov=ORD)
    lank = inbjudan.lank()
    with Drift(tmp_path / "full", ENKATSVAR_PER_MINUT="0") as server:
        svar = server.skicka(lank, falt)
    assert (svar.status_code, svar.headers["Retry-After"]) == (429, "60")
    assert atergett(svar) == ORD
    assert inget_ar_sparat()

    with Drift(tmp_path / "rum") as server:
        assert mottaget(server.skicka(lank, falt))
    assert Enkatsvar.objects.count() == 1


def test_a_database_that_is_gone_gives_the_words_back(inbjudan, tmp_path):
    lank = inbjudan.lank()
    falt = enkatsvaret(inbjudan.enkat, inbjudan, svar_behov=ORD)
    borta = "postgres://vbeplan:losenord@127.0.0.1:1/vbeplan"
    with Drift(tmp_path, DATABASE_URL=borta) as server:
        svar = server.skicka(lank, falt)
        oppnas = server.fraga("GET", lank)

    assert (svar.status_code, oppnas.status_code) == (503, 503)
    assert atergett(svar) == ORD
    assert "losenord" not in svar.text + oppnas.text + utskriften(tmp_path)


def test_a_writer_in_the_way_for_long_gives_the_words_back(inbjudan, tmp_path):
    """What holds the table is let go of, and the same form is then taken."""
    lank = inbjudan.lank()
    falt = enkatsvaret(inbjudan.enkat, inbjudan, svar_behov=ORD)
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL waits as long as it takes")
    with Drift(tmp_path) as server:
        with transaction.atomic():
            svar = server.skicka(lank, falt)
        igen = server.skicka(lank, falt)

    assert (svar.status_code, igen.status_code) == (503, 200)
    assert atergett(svar) == ORD
    assert mottaget(igen)
