"""manage.py avidentifiera."""

import io
import json
import subprocess
import sys

import pytest
from django.core.management import CommandError, call_command

from tests.underprocess import ROOT

TEXT = "Ring 070-174 06 05 efter skolan."
SVAR = [{"start": 5, "end": 18, "type": "telefon", "visshet": "saker"}]
RAD = json.dumps({"id": 1, "text": TEXT}).encode()


@pytest.fixture
def kor(monkeypatch):
    """Give the command these bytes; what it wrote: the answers and the complaints."""

    def kor(indata):
        ut, fel = io.StringIO(), io.StringIO()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(indata)))
        try:
            call_command("avidentifiera", stdout=ut, stderr=fel)
        except CommandError as vad:
            fel.write(str(vad))
        return [json.loads(rad) for rad in ut.getvalue().splitlines()], fel.getvalue()

    return kor


def test_each_text_gets_a_line_with_what_was_found_in_it(kor):
    svar, fel = kor(RAD + b'\n{"id": "b", "text": "Inget h\xc3\xa4r."}\n')
    assert svar == [{"id": 1, "spans": SVAR}, {"id": "b", "spans": []}]
    assert not fel


def test_the_last_line_needs_no_end_and_empty_lines_are_nothing(kor):
    assert kor(b"\n  \n" + RAD)[0] == [{"id": 1, "spans": SVAR}]


def test_a_byte_order_mark_and_windows_line_ends_are_fine(kor):
    assert (
        kor(b"\xef\xbb\xbf" + RAD + b"\r\n" + RAD)[0] == [{"id": 1, "spans": SVAR}] * 2
    )


def test_places_are_counted_in_code_points(kor):
    rad = json.dumps({"id": 1, "text": "😀 " + TEXT}).encode()
    assert kor(rad)[0][0]["spans"][0]["start"] == 7


@pytest.mark.parametrize(
    ("rad", "vad"),
    [
        (b"hej", "inte JSON"),
        (b'{"id": 1, "text": "a"', "inte JSON"),
        (b"[" * 100_000, "inte JSON"),
        (b'{"id": 1, "text": "\xe5"}', "inte UTF-8"),
        (b"[1]", 'fältet "id" saknas'),
        (b'{"text": "a"}', 'fältet "id" saknas'),
        (b'{"id": 1}', 'fältet "text" saknas'),
        (b'{"id": 1, "text": null}', 'fältet "text" saknas'),
    ],
)
def test_a_bad_line_is_named_by_its_number_and_the_others_are_answered(kor, rad, vad):
    svar, fel = kor(RAD + b"\n" + rad + b"\n" + RAD)
    assert svar == [{"id": 1, "spans": SVAR}] * 2
    assert "Rad 2: " in fel
    assert vad in fel
    assert "En rad kunde inte läsas." in fel


def test_the_complaint_does_not_repeat_the_text(kor):
    assert "Ali" not in kor(b'{"id": 1, "text": "Ali Berg')[1]


@pytest.fixture
def process():
    with subprocess.Popen(
        [sys.executable, "manage.py", "avidentifiera"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as barn:
        yield barn
        barn.kill()


def test_a_line_is_answered_before_the_next_one_comes(process):
    process.stdin.write(RAD + b"\n")
    process.stdin.flush()
    assert json.loads(process.stdout.readline())["spans"] == SVAR
    process.stdin.close()
    assert process.wait(30) == 0


def test_the_exit_code_tells_that_a_line_was_bad(process):
    assert "Rad 1:" in process.communicate(b"hej\n", timeout=30)[1].decode()
    assert process.returncode == 1


def test_a_reader_that_has_had_enough_is_no_fault(process):
    process.stdin.write(RAD + b"\n")
    process.stdin.flush()
    process.stdout.readline()
    process.stdout.close()
    fel = process.communicate((RAD + b"\n") * 5000, timeout=30)[1]
    assert (process.returncode, fel) == (0, b"")
