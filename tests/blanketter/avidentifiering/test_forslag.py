"""The coarser wordings: with the first of them the sentence still reads as Swedish.

`omskrivna.txt` holds what was written and, after the arrow, what stands there when the
first wording was chosen for every find, one after the other.
"""

import re
from pathlib import Path

import pytest

from blanketter.avidentifiering import TYPER, Fynd, forslag, hitta
from tests.blanketter.avidentifiering.poang import korpus

OMSKRIVNA = [
    rad.split(" → ")
    for rad in (Path(__file__).parent / "omskrivna.txt").read_text().splitlines()
]
FEL = re.compile(
    r"  | [,.;:!?)]|\( |,,|\bett? (?:ett?|hela)\b|\bhela en\b", re.IGNORECASE
)


def bytt(text, ett):
    return text[: ett.start] + ett.text + text[ett.end :]


def utom_namn(text):
    return [fynd for fynd in hitta(text) if fynd.typ != "namn"]


@pytest.mark.parametrize(("mening", "ny"), OMSKRIVNA)
def test_the_sentence_still_reads_with_the_first_wording(mening, ny):
    assert utom_namn(mening)
    while fynd := utom_namn(mening):
        mening = bytt(mening, forslag(mening, fynd[0])[0])
    assert mening == ny


def test_each_kind_has_its_ten_sentences():
    typer = [fynd.typ for mening, _ in OMSKRIVNA for fynd in utom_namn(mening)]
    assert {typ for typ in TYPER if typer.count(typ) >= 10} == set(TYPER) - {"namn"}


@pytest.fixture(scope="module")
def alla_forslag():
    """Every wording for every find in the texts of the development half."""
    return [
        (text["text"], fynd, ett)
        for text in korpus("utveckling")
        for fynd in hitta(text["text"])
        for ett in forslag(text["text"], fynd)
    ]


def test_no_wording_leaves_double_spaces_or_loose_marks(alla_forslag):
    for text, _, ett in alla_forslag:
        fel = [traff[0] for traff in FEL.finditer(bytt(text, ett))]
        assert len(fel) <= len(FEL.findall(text)), (text, ett)


def test_a_sentence_that_began_with_a_capital_still_does(alla_forslag):
    for text, _, ett in alla_forslag:
        if ett.text and text[0].isupper() and ett.start == 0:
            assert ett.text[0].isupper(), (text, ett)


def test_every_wording_covers_the_whole_find(alla_forslag):
    for text, fynd, ett in alla_forslag:
        assert 0 <= ett.start <= fynd.start < fynd.end <= ett.end <= len(text)


def test_no_wording_is_found_by_the_guard_itself(alla_forslag):
    for text, fynd, ett in alla_forslag:
        ny = bytt(text, ett)
        start, end = ett.start, ett.start + len(ett.text)
        nya = [f for f in utom_namn(ny) if f.start < end and f.end > start]
        assert not nya or fynd.typ == "namn", (text, ett)


@pytest.mark.parametrize("typ", TYPER)
def test_there_is_always_a_wording_even_for_a_find_that_is_all_the_text(typ):
    assert forslag("850312", Fynd(0, 6, typ, "saker"))
