"""The flow chart: everything that the routine says, and nothing outside its box."""

from itertools import pairwise

import pytest

from blanketter.rutin.flode import flodet
from blanketter.rutin.las import Kontaktrad, Rutin, Steg
from blanketter.rutin.matt import bredd, radbryt

LANGT = "Donaudampfschifffahrtsgesellschaftskapitänsmütze" * 2


def rutin(*steg, farg="#0c4a57"):
    return Rutin("Ekhamra", "ekhamra", farg, steg, i_planen=True)


def steg(kod="akut", fraga="Är någon i akut fara?", gor="Ring 112", **mer):
    return Steg(kod, fraga, gor, **mer)


def kontakt(nr):
    return Kontaktrad(nr, f"Mottagning {nr}", "010-123 45 67", "", "dag", False, False)


def scheman(flode):
    return {s.namn: s for s in (flode.bred, flode.smal, flode.papper)}


def texter(schema):
    rader = [r for d in schema.delar for ruta in d.rutor for r in ruta.rader]
    return " ".join(rad.text for rad in rader).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("namn", ["bred", "smal", "papper"])
def test_every_step_is_drawn_with_its_number_in_each_layout(namn):
    flode = flodet(
        rutin(
            steg(telefon="112"),
            steg("brott", "Är det ett brott?", "Anmäl till polisen", telefon="114 14"),
        )
    )

    text = texter(scheman(flode)[namn])

    assert "Är någon i akut fara? Ring 112" in text
    assert "Är det ett brott? Anmäl till polisen 114 14" in text


SVARA = {
    "long words": steg(fraga=LANGT, gor=LANGT),
    "long texts": steg(fraga="Är det någon som " * 7, gor="Ring till en kollega " * 6),
    "emoji": steg(fraga="😱👩‍👩‍👧" * 20, gor="😱 " * 40),
    "HTML": steg(fraga="<b>Är</b> det & så?", gor="<script>alert(1)</script>"),
    "another alphabet": steg(fraga="Кто-нибудь в опасности? " * 4, gor="خطر " * 20),
    "many contacts": steg(kontakter=tuple(map(kontakt, range(30)))),
    "one sign": steg(fraga="?", gor="!"),
}


@pytest.mark.parametrize("namn", ["bred", "smal", "papper"])
@pytest.mark.parametrize("vad", SVARA)
def test_no_text_leaves_its_box_and_no_box_its_drawing(vad, namn):
    schema = scheman(flodet(rutin(SVARA[vad], SVARA[vad])))[namn]

    for del_ in schema.delar:
        for ruta in del_.rutor:
            assert ruta.x >= 0
            assert ruta.x + ruta.bredd <= schema.bredd
            assert ruta.y + ruta.hojd <= del_.hojd
            for rad in ruta.rader:
                slut = rad.x + bredd(rad.text, rad.storlek, rad.vikt)
                assert slut <= ruta.x + ruta.bredd, rad.text
                assert ruta.y < rad.y < ruta.y + ruta.hojd


@pytest.mark.parametrize("namn", ["bred", "smal", "papper"])
def test_boxes_of_one_column_do_not_overlap(namn):
    alla = [SVARA[vad] for vad in SVARA]
    for del_ in scheman(flodet(rutin(*alla)))[namn].delar:
        for slag in ("fraga", "gor"):
            rutor = [r for r in del_.rutor if (r.slag == "fraga") == (slag == "fraga")]
            for over, under in pairwise(rutor):
                assert over.y + over.hojd < under.y


def test_thirty_steps_are_one_drawing_on_screen_and_one_each_on_paper():
    flode = flodet(rutin(*[steg() for _ in range(30)]))

    assert [len(s.delar) for s in scheman(flode).values()] == [1, 1, 30]
    assert flode.papper.delar[-1].rubrik.endswith("steg 30 av 30")
    assert len(flode.steg) == 30


def test_the_words_for_who_cannot_see_it_say_all_that_is_drawn():
    flode = flodet(rutin(steg(telefon="112", kontakter=(kontakt(1),))))

    assert flode.steg == (
        "Är någon i akut fara? Ja: Ring 112, Mottagning 1 010-123 45 67.",
    )
    assert flode.bred.delar[0].i_ord == flode.steg[0]


def test_a_phone_number_is_not_broken_between_two_lines():
    schema = flodet(rutin(steg(kontakter=(kontakt(1),)))).smal
    rader = [rad.text for ruta in schema.delar[0].rutor for rad in ruta.rader]
    assert any("010-123\N{NO-BREAK SPACE}45\N{NO-BREAK SPACE}67" in r for r in rader)


def test_a_yellow_board_still_has_text_that_can_be_read():
    flode = flodet(rutin(steg(), farg="#ffdd00"))
    assert flode.text_pa_farg == "#000000"
    assert flode.lank != "#ffdd00"


def test_long_compounds_are_cut_at_their_joints():
    rader = radbryt("verksamhetsuppföljning", 16, 120)
    assert rader == ["verksamhets-", "uppföljning"]


@pytest.mark.parametrize("namn", ["bred", "smal"])
def test_a_yes_leads_on_to_the_next_question_as_a_no_does(namn):
    schema = scheman(flodet(rutin(steg(), steg("brott"), steg("barn"))))[namn]

    ord_ = [pil.ordet.text for pil in schema.delar[0].pilar]

    assert ord_.count("Ja") == 3
    assert ord_.count("Nej, eller när det är gjort") == 2
    assert schema.delar[0].i_ord.count("Nej, eller när det är gjort: Är någon") == 2
