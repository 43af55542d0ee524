"""The real server breaks off in the middle of an answer: both rows or none, once."""

from http.client import RemoteDisconnected
from threading import Thread

import pytest

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

    assert all("Svaret är mottaget" in svar[0].text for _, svar in samtidiga)
    assert Enkatsvar.objects.count() == 1
