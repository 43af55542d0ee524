"""A bucket: so many in a minute for everybody together, and a new minute at naught."""

import subprocess
import sys

import pytest

from blanketter import hink


@pytest.fixture
def koder(settings):
    settings.HINKAR = settings.HINKAR | {"koder": 2}
    return hink.KODER


def test_so_many_get_room_and_no_more(koder):
    assert [koder.rymmer() for _ in range(4)] == [True, True, False, False]
    assert koder.ar_full()


def test_a_new_minute_begins_at_naught(koder, monkeypatch):
    assert [koder.rymmer() for _ in range(3)] == [True, True, False]

    monkeypatch.setattr(hink, "minuten", lambda: 2)

    assert not koder.ar_full()
    assert koder.rymmer()


def test_one_bucket_does_not_fill_another(koder):
    for _ in range(3):
        koder.rymmer()

    assert not hink.ANSLAG.ar_full()


# A process of its own: one with threads, as a test's, should not be forked.
TVA_ARBETARE = """
import os
from django.conf import settings

settings.configure(HINKAR={"koder": 2})
from blanketter.hink import KODER

for _ in range(2):
    if not (barn := os.fork()):
        os._exit(0 if KODER.rymmer() else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(barn, 0)[1]) == 0
assert KODER.ar_full()
"""


def test_the_workers_of_a_server_fill_the_same_bucket():
    subprocess.run([sys.executable, "-c", TVA_ARBETARE], check=True, timeout=60)
