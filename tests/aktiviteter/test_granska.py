"""The documented JSON: every fault is named in Swedish with the place it stands in."""

import copy

import pytest

from aktiviteter.utbyte import UtbyteFel, granska

PLAN = {
    "format": "vbeplan-plan/1",
    "ar": 2027,
    "avsnitt": [{"rubrik": "Ett", "niva": 1, "text": "<p>Text</p>"}],
    "aktiviteter": [
        {
            "nummer": nr,
            "avsnitt_nr": 0,
            "titel": f"Aktivitet {nr}",
            "ansvariga": [{"roll": "Enhetschef", "art": "huvudansvarig"}],
            "tidplan": {"text": "2027", "typ": "period"},
            "uppfoljning": {"text": "VB", "kanal": "verksamhetsberattelse"},
        }
        for nr in (1, 2)
    ],
    "anmarkningar": [{"slag": "import", "plats": "Kapitel 1", "text": "Läs om."}],
}


def med(varde, *vag):
    """Return the plan with one value changed; `vag` leads to it."""
    plan = copy.deepcopy(PLAN)
    nod = plan
    for steg in vag[:-1]:
        nod = nod[steg]
    nod[vag[-1]] = varde
    return plan


def fel(plan):
    with pytest.raises(UtbyteFel) as fangat:
        granska(plan)
    return str(fangat.value)


def test_a_plan_gets_every_key_of_the_format():
    plan = granska(PLAN)
    assert plan["titel"] == "Handlingsplan mot våldsbejakande extremism"
    assert plan["dokument"]["giltig_till"] is None
    aktivitet = plan["aktiviteter"][0]
    assert aktivitet["malgrupp"] == ""
    assert aktivitet["maltal"] is None
    assert aktivitet["tidplan"][1].typ == "period"
    assert plan["anmarkningar"][0]["aktivitet"] is None


def test_an_empty_object_is_an_empty_plan():
    plan = granska({})
    assert (plan["avsnitt"], plan["aktiviteter"], plan["ar"]) == ([], [], None)


@pytest.mark.parametrize(
    ("varde", "vag", "ord_"),
    [
        ("år", ("ar",), "Planen: ar ska vara ett heltal från 2010 till 2100."),
        (True, ("ar",), "Planen: ar ska vara ett heltal"),
        (7, ("titel",), "Planen: titel ska vara text."),
        ("t" * 201, ("titel",), "Planen: titel är 201 tecken lång och får vara 200."),
        ("2027-31-12", ("datum",), "Planen: datum är ”2027-31-12” men ska vara ett"),
        ([], ("dokument",), "Dokument: ska vara ett objekt med nycklar."),
        ({"giltig_till": "snart"}, ("dokument",), "Dokument: giltig_till är ”snart”"),
        ({}, ("avsnitt",), "Planen: avsnitt ska vara en lista."),
        ([{}] * 501, ("avsnitt",), "har 501 poster, högst 500 går att läsa in"),
        ("Ett", ("avsnitt", 0), "Avsnitt 1: ska vara ett objekt med nycklar."),
        (3, ("avsnitt", 0, "niva"), "Avsnitt 1: niva ska vara ett heltal från 1 till"),
        ("x" * 400_001, ("avsnitt", 0, "text"), "Avsnitt 1: text är 400001 tecken"),
        (
            None,
            ("aktiviteter", 1, "avsnitt_nr"),
            "Aktivitet 2: avsnitt_nr saknas, det är",
        ),
        (1, ("aktiviteter", 1, "avsnitt_nr"), "Aktivitet 2: avsnitt_nr ska vara"),
        (0, ("aktiviteter", 1, "nummer"), "Aktivitet 2: nummer ska vara ett heltal"),
        (1, ("aktiviteter", 1, "nummer"), "Två aktiviteter har nummer 1."),
        ("hög", ("aktiviteter", 0, "niva"), "Aktivitet 1: niva är ”hög” men ska vara"),
        ("12", ("aktiviteter", 0, "maltal"), "Aktivitet 1: maltal ska vara ett tal"),
        (10**10, ("aktiviteter", 0, "maltal"), "Aktivitet 1: maltal ska vara ett tal"),
        ("x", ("aktiviteter", 0, "ansvariga"), "Aktivitet 1: ansvariga ska vara en"),
        (
            "chef",
            ("aktiviteter", 1, "ansvariga", 0, "art"),
            "Aktivitet 2, ansvarig 1: art är ”chef” men ska vara huvudansvarig eller",
        ),
        ("2027", ("aktiviteter", 0, "tidplan"), "Aktivitet 1, tidplan: ska vara ett"),
        (
            {"text": "x", "typ": "ibland"},
            ("aktiviteter", 0, "tidplan"),
            "Aktivitet 1, tidplan: Fältet ”typ” har värdet ”ibland”",
        ),
        (
            {"text": "x", "typ": "datum", "start": "2027-02-30"},
            ("aktiviteter", 0, "tidplan"),
            "Aktivitet 1, tidplan: Fältet ”start” har värdet ”2027-02-30”",
        ),
        (
            {"text": "x", "typ": "period", "start": "2027-02-02", "slut": "2027-02-01"},
            ("aktiviteter", 0, "tidplan"),
            "Slutet (2027-02-01) ligger före början (2027-02-02)",
        ),
        (
            {"text": "x", "typ": "period", "start": "9999-12-01", "slut": "9999-12-31"},
            ("aktiviteter", 0, "tidplan"),
            "Aktivitet 1, tidplan: datumen ska ligga från 1900 till 2200.",
        ),
        (
            {
                "text": "x",
                "kanal": "annan",
                "fler": [{"kanal": "annan", "start": "0001-01-01"}],
            },
            ("aktiviteter", 0, "uppfoljning"),
            "Aktivitet 1, uppfoljning: datumen ska ligga",
        ),
        (
            {"text": "Löpande", "avstamning": "30 april"},
            ("aktiviteter", 0, "tidplan"),
            "Aktivitet 1: Fältet ”avstamning” har värdet ”30 april”",
        ),
        (
            {"text": "x", "kanal": "brev"},
            ("aktiviteter", 0, "uppfoljning"),
            "Aktivitet 1, uppfoljning: Fältet ”kanal” har värdet ”brev”",
        ),
        (7, ("anmarkningar", 0, "text"), "Anmärkning 1: text ska vara text."),
    ],
)
def test_a_fault_is_named_with_its_place(varde, vag, ord_):
    assert ord_ in fel(med(varde, *vag))


def test_a_time_that_says_it_is_a_follow_up_is_still_a_time():
    tid = {"text": "x", "typ": "oklar", "kanal": "annan"}
    plan = med(tid, "aktiviteter", 0, "tidplan")
    assert granska(plan)["aktiviteter"][0]["tidplan"][1].typ == "oklar"


def test_markup_outside_the_closed_set_loses_its_tags_and_keeps_its_words():
    farlig = "<p onclick=x>Ord</p><script>alert(1)</script><iframe>mer</iframe>"
    plan = granska(med(farlig, "avsnitt", 0, "text"))
    assert plan["avsnitt"][0]["text"] == "<p>Ord</p>\n<p>mer</p>"


def test_unknown_keys_do_no_harm():
    assert granska({**PLAN, "nytt": {"a": [1]}})["avsnitt"][0]["rubrik"] == "Ett"


def test_a_file_from_before_the_internal_chapters_is_taken_in():
    data = granska({"format": "vbeplan-plan/1", "avsnitt": [{"rubrik": "Inledning"}]})

    assert data["avsnitt"][0]["intern"] is False


def test_a_file_of_a_later_version_is_refused_with_what_to_do():
    with pytest.raises(UtbyteFel, match=r"vbeplan-plan/9.*Uppdatera programmet"):
        granska({"format": "vbeplan-plan/9"})


def test_whether_a_chapter_is_internal_is_yes_or_no():
    with pytest.raises(UtbyteFel, match="Avsnitt 1: intern ska vara true eller false"):
        granska({"avsnitt": [{"rubrik": "Inledning", "intern": "ja"}]})
