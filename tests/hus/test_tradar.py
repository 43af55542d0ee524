"""The real server, and those who send too slowly: nobody else has to wait for them."""

import contextlib
import socket
import time
from contextlib import ExitStack

import pytest

from blanketter.models import Blankett
from tests.blanketter.blanketten import TEXT, adress, ifylld, koden
from tests.blanketter.drift import CSRF, TYP, Drift
from tests.bygge import ny_namnd

pytestmark = pytest.mark.django_db(transaction=True)

HALV = (
    b"POST /oro/kvitto/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
    b"application/x-www-form-urlencoded\r\nContent-Length: 500\r\n\r\nkod=1234"
)
LANGE, KORT = "60", "2"  # seconds that a request has to come in
FLER_AN_TRADARNA = 16


@pytest.fixture
def namnd():
    return ny_namnd("ekhamra")


def linje(server):
    return socket.create_connection(("127.0.0.1", server.port), 10)


def allt(fran):
    """Return all that is answered until the server closes."""
    bitar = []
    with contextlib.suppress(ConnectionError):
        while bit := fran.recv(65536):
            bitar.append(bit)
    return b"".join(bitar)


@pytest.mark.parametrize(
    "halvt", [HALV, HALV[:60], b"G", b""], ids=["body", "headers", "a sign", "nothing"]
)
def test_half_sent_requests_keep_nobody_waiting(namnd, tmp_path, halvt):
    with Drift(tmp_path, SEKUNDER=LANGE) as server, ExitStack() as oppna:
        for _ in range(FLER_AN_TRADARNA):
            oppna.enter_context(linje(server)).sendall(halvt)
        time.sleep(0.5)
        start = time.monotonic()

        sida = server.fraga("GET", adress(namnd))
        svar = server.skicka(adress(namnd), ifylld(namnd))

        assert sida.status_code == 200
        assert koden(svar)
        assert time.monotonic() - start < 10


@pytest.mark.parametrize("halvt", [HALV, HALV[:60]], ids=["body", "headers"])
def test_who_is_silent_is_cut_and_told(namnd, tmp_path, halvt):
    with Drift(tmp_path, SEKUNDER=KORT) as server, linje(server) as tyst:
        tyst.sendall(halvt)

        svar = allt(tyst).decode()

    assert svar.startswith("HTTP/1.1 408 ")
    assert "Gå tillbaka och skicka igen." in svar


def test_who_sends_a_sign_now_and_then_is_cut_too(namnd, tmp_path):
    with Drift(tmp_path, SEKUNDER=KORT) as server, linje(server) as seg:
        seg.sendall(HALV)
        start = time.monotonic()
        with contextlib.suppress(ConnectionError):
            while time.monotonic() - start < 10:
                seg.sendall(b"1")
                time.sleep(0.1)

        assert time.monotonic() - start < 8


def test_who_never_closes_after_the_answer_keeps_nobody_waiting(namnd, tmp_path):
    fragan = b"GET /oro/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    with Drift(tmp_path) as server, ExitStack() as oppna:
        for _ in range(FLER_AN_TRADARNA):
            oppna.enter_context(linje(server)).sendall(fragan)
        start = time.monotonic()

        assert server.fraga("GET", adress(namnd)).status_code == 200
        assert time.monotonic() - start < 10


def test_a_form_that_comes_in_pieces_is_received(namnd, tmp_path):
    from urllib.parse import urlencode

    kropp = urlencode({"csrfmiddlewaretoken": CSRF} | ifylld(namnd), doseq=True)
    huvud = (
        f"POST {adress(namnd)} HTTP/1.1\r\nHost: localhost\r\nCookie: csrftoken={CSRF}"
        f"\r\nConnection: close\r\nContent-Type: {TYP}\r\n"
        f"Content-Length: {len(kropp)}\r\n\r\n"
    )
    with Drift(tmp_path) as server, linje(server) as seg:
        for bit in (huvud[:70], huvud[70:-2], huvud[-2:] + kropp[:9], kropp[9:]):
            seg.sendall(bit.encode())
            time.sleep(0.2)

        svar = allt(seg)

    assert svar.startswith(b"HTTP/1.1 200 ")
    assert Blankett.objects.get().text == TEXT


def test_two_requests_in_one_breath_are_both_answered(namnd, tmp_path):
    fragan = b"GET /oro/kvitto/ HTTP/1.1\r\nHost: localhost\r\n"
    tva = fragan + b"\r\n" + fragan + b"Connection: close\r\n\r\n"
    with Drift(tmp_path) as server, linje(server) as ivrig:
        ivrig.sendall(tva)

        assert allt(ivrig).count(b"HTTP/1.1 200 OK") == 2


def test_who_asks_first_whether_to_send_is_told_to(namnd, tmp_path):
    huvud = HALV.replace(b"Content-Length", b"Expect: 100-continue\r\nContent-Length")
    with Drift(tmp_path) as server, linje(server) as fragande:
        fragande.sendall(huvud.removesuffix(b"kod=1234"))

        assert fragande.recv(100).startswith(b"HTTP/1.1 100 Continue\r\n\r\n")


def test_a_large_body_still_gets_the_pages_own_answer(namnd, tmp_path):
    with Drift(tmp_path) as server:
        falt = ifylld(namnd) | {"text": "x" * 10_000_000}

        svar = server.skicka(adress(namnd), falt)

    assert svar.status_code == 413
    assert "Texten är för stor" in svar.text


@pytest.mark.parametrize(
    ("huvud", "mer", "status"),
    [
        (b"Transfer-Encoding: chunked\r\n\r\n", 0, b"411"),
        (b"Content-Length: 40000000\r\n\r\n", 40_000_000, b"413"),
        (b"X: ", 100_000, b"431"),
        (b"Content-Length: x\r\n\r\n", 0, b"400"),
    ],
)
def test_what_can_not_be_gathered_is_refused(namnd, tmp_path, huvud, mer, status):
    with Drift(tmp_path) as server, linje(server) as nagon:
        nagon.sendall(b"POST /oro/kvitto/ HTTP/1.1\r\nHost: localhost\r\n" + huvud)
        with contextlib.suppress(ConnectionError):
            nagon.sendall(b"x" * mer)

        assert allt(nagon).startswith(b"HTTP/1.1 " + status)


def test_a_worker_told_to_stop_lets_who_has_sent_nothing_go(tmp_path):
    with Drift(tmp_path, SEKUNDER=LANGE) as server, linje(server):
        time.sleep(0.5)
        start = time.monotonic()
        server.process.terminate()
        server.process.wait(30)

        assert time.monotonic() - start < 10
