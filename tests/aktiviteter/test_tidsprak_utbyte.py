"""Values as plain JSON data and back, and what unreadable data is answered with."""

import json
from datetime import date

import pytest

from aktiviteter.tidsprak import (
    Tidplan,
    Tidtyp,
    Uppfoljning,
    avstamning_ur,
    fran_dict,
    som_dict,
    tolka_tidplan,
    tolka_uppfoljning,
)


def test_a_tidplan_is_written_as_plain_json():
    tidplan = tolka_tidplan("Löpande t.o.m. 2027-06-30", ar=2027)
    assert som_dict(tidplan, avstamning=date(2027, 4, 30)) == {
        "text": "Löpande t.o.m. 2027-06-30",
        "typ": "lopande",
        "start": None,
        "slut": "2027-06-30",
        "precision": "dag",
        "aterkommer": "",
        "avstamning": "2027-04-30",
        "fel": "",
        "forslag": "",
        "hanvisning": "",
        "tillfallen": [],
    }


def test_an_uppfoljning_is_written_as_plain_json():
    ovan = tolka_uppfoljning("Tertialrapport 2 och VB", ar=2025)
    uppfoljning = tolka_uppfoljning("Se ovan", ar=2025, ovan=ovan)
    assert som_dict(uppfoljning) == {
        "text": "Se ovan",
        "kanal": "tertialrapport",
        "period": "T2 2025",
        "start": "2025-05-01",
        "slut": "2025-08-31",
        "aterkommer": "",
        "fel": "",
        "forslag": "",
        "hanvisning": "Tertialrapport 2 och VB",
        "fler": [
            {
                "kanal": "verksamhetsberattelse",
                "period": "2025",
                "start": "2025-01-01",
                "slut": "2025-12-31",
            }
        ],
    }


@pytest.mark.parametrize("text", ["Mars och oktober", "T.o.m. 2019-31-12", "", "?"])
def test_json_text_reads_back_to_the_same_value(text):
    for tolka in (tolka_tidplan, tolka_uppfoljning):
        varde = tolka(text, ar=2025)
        assert fran_dict(json.loads(json.dumps(som_dict(varde)))) == varde


def test_missing_and_unknown_keys_are_tolerated():
    assert fran_dict({}) == Tidplan()
    assert fran_dict({"text": "Snart", "nytt": 1}) == Tidplan("Snart", Tidtyp.OKLAR)
    assert fran_dict({"kanal": None}) == Uppfoljning()


def test_the_check_date_is_read_on_its_own():
    assert avstamning_ur({"avstamning": "2027-04-30"}) == date(2027, 4, 30)
    assert avstamning_ur({}) is None


@pytest.mark.parametrize(
    ("data", "mening"),
    [
        ([], "ska vara objekt"),
        ({"text": 5}, "Fältet ”text” ska vara text"),
        ({"typ": "ibland"}, "Fältet ”typ” har värdet ”ibland”, men ska vara ett av"),
        ({"kanal": "brev"}, "Fältet ”kanal” har värdet ”brev”"),
        ({"aterkommer": "ofta"}, "Fältet ”aterkommer”"),
        ({"precision": "sekund"}, "Fältet ”precision”"),
        ({"start": "2025-02-30"}, "Fältet ”start” har värdet ”2025-02-30”"),
        ({"slut": 20250101}, "Fältet ”slut” ska vara text"),
        ({"start": "2025-02-02", "slut": "2025-02-01"}, "ligger före början"),
        ({"tillfallen": "mars"}, "Fältet ”tillfallen” ska vara en lista"),
        ({"tillfallen": [["2025-01-01"]]}, "lista av par av datum"),
        ({"tillfallen": [["2025-01-01", None]]}, "saknar ett datum"),
        ({"kanal": "annan", "fler": ["VB"]}, "lista av objekt"),
    ],
)
def test_unreadable_data_is_refused_with_a_swedish_sentence(data, mening):
    with pytest.raises(ValueError, match=mening):
        fran_dict(data)


def test_an_unreadable_check_date_is_refused():
    with pytest.raises(ValueError, match="Fältet ”avstamning”"):
        avstamning_ur({"avstamning": "i april"})
