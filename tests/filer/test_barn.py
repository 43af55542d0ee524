"""Running a parser in a child: its answer, its own refusal, and every bad end."""

import os
import threading
import time

import pytest

from tests.aktiviteter.wordfil import docx, p
from vbeplan.filer.barn import kor_i_barn, mat_i_barn
from vbeplan.filer.fel import FilFel

PROV = "tests.filer.provlasare"


def test_the_answer_comes_back_as_data():
    assert kor_i_barn(f"{PROV}:langd", b"abc", argument={"plus": 2}) == {"langd": 5}


def test_word_is_read_in_the_child():
    plan = kor_i_barn(
        "aktiviteter.word:las_word", docx(p("Åtgärder")), argument={"ar": 2025}
    )
    assert plan["format"] == "vbeplan-plan/1"


def test_what_the_run_cost_is_told():
    _, matt = mat_i_barn(f"{PROV}:langd", b"abc")
    assert 0 < matt.cpu < 5
    assert 1 < matt.minne_mib < 200


def test_what_the_parser_prints_does_not_disturb_the_answer():
    assert kor_i_barn(f"{PROV}:pratar", b"") == "svar"


def test_it_works_from_a_worker_thread():
    svar = []
    trad = threading.Thread(
        target=lambda: svar.append(kor_i_barn(f"{PROV}:langd", b"abcd"))
    )
    trad.start()
    trad.join()
    assert svar == [{"langd": 4}]


def test_the_childs_own_refusal_comes_back_with_its_words():
    with pytest.raises(FilFel, match=r"^Filen är fel på sitt sätt\.$"):
        kor_i_barn(f"{PROV}:vagrar", b"")


def test_a_crash_is_told_without_the_files_text(caplog):
    with pytest.raises(FilFel, match="gick inte att läsa") as fel:
        kor_i_barn(f"{PROV}:faller", b"hemligt innehall")
    assert "hemligt" not in str(fel.value) + caplog.text
    assert "KeyError i provlasare.py" in caplog.text


def test_a_child_that_dies_is_told():
    with pytest.raises(FilFel, match="gick inte att läsa"):
        kor_i_barn(f"{PROV}:dor", b"")


def test_too_much_memory_is_told():
    with pytest.raises(FilFel, match="för mycket minne"):
        kor_i_barn(f"{PROV}:minne", b"", minne_mib=200)


def test_too_long_a_wait_is_cut_and_told():
    start = time.monotonic()
    with pytest.raises(FilFel, match="mer än 1 sekunder"):
        kor_i_barn(f"{PROV}:sover", b"", sekunder=1)
    assert time.monotonic() - start < 20  # it would sleep for 30


def test_too_much_work_is_cut_and_told():
    with pytest.raises(FilFel, match=r"lång tid|sekunder"):
        kor_i_barn(f"{PROV}:snurrar", b"", sekunder=1)


def test_no_secret_of_the_parent_reaches_the_child(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "hemlig")
    miljo = kor_i_barn(f"{PROV}:miljo", b"")
    assert "SECRET_KEY" not in miljo["env"]
    assert miljo["core"] == [0, 0]
    assert miljo["session"] != os.getsid(0)


def test_the_child_does_not_import_django():
    assert kor_i_barn(f"{PROV}:moduler", docx(p("Hej"))) == []
