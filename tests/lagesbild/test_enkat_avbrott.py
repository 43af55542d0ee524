"""The real server breaks off in the middle of an answer: both rows or none, once."""

from http.client import RemoteDisconnected
from threading import Thread

import pytest
from django.db import connection, transaction

from lagesbild.models import Enkatsvar, Inbjudan
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

    assert [ett.status_code for ett in svar] == [200, 200]
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

    assert all("Svaret är mottaget" in svar.text for svar in svaren)
    assert Enkatsvar.objects.count() == 1


def test_a_database_that_is_gone_gives_the_words_back(inbjudan, tmp_path):
    ord_ = "Mer tid för utbildning, och en kontaktväg."
    lank, falt = inbjudan.lank(), enkatsvaret(inbjudan.enkat, inbjudan)
    borta = "postgres://vbeplan:losenord@127.0.0.1:1/vbeplan"
    with Drift(tmp_path, DATABASE_URL=borta) as server:
        svar = server.skicka(lank, falt | {"svar_behov": ord_})

    assert svar.status_code == 503
    assert ord_ in svar.text


def test_a_writer_in_the_way_for_long_gives_the_words_back(inbjudan, tmp_path):
    """What holds the table is let go of, and the same form is then taken."""
    ord_ = "Mer tid för utbildning, och en kontaktväg."
    lank = inbjudan.lank()
    falt = enkatsvaret(inbjudan.enkat, inbjudan) | {"svar_behov": ord_}
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL waits as long as it takes")
    with Drift(tmp_path) as server:
        with transaction.atomic():
            svar = server.skicka(lank, falt)
        igen = server.skicka(lank, falt)

    assert (svar.status_code, igen.status_code) == (503, 200)
    assert ord_ in svar.text
    assert "Svaret är mottaget" in igen.text
