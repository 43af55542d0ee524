"""Soft hyphens, colours and characters: the small rules behind the page."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vbeplan.rapport import tecken
from vbeplan.tema import farg
from vbeplan.text.avstavning import MJUKT, avstava, avstava_html


@pytest.mark.parametrize(
    ("ord_", "delat"),
    [
        ("verksamhetsuppföljning", "verksamhets|uppföljning"),
        ("Verksamhetsberättelsen", "Verksamhets|berättelsen"),
        ("jämställdhetsstrateg", "jämställdhets|strateg"),
        ("tertialrapporten", "tertial|rapporten"),
        ("brottsförebyggande", "brotts|förebyggande"),
        ("stadsdelsförvaltning", "stadsdels|förvaltning"),
        ("Löpande", "Löpande"),
        ("avdelningschef", "avdelnings|chef"),
    ],
)
def test_long_compounds_may_break_at_their_joint(ord_, delat):
    assert avstava(ord_) == delat.replace("|", MJUKT)


@given(st.text(max_size=80))
def test_soft_hyphens_never_change_the_words(text):
    assert avstava(text).replace(MJUKT, "") == text.replace(MJUKT, "")


def test_addresses_and_tags_are_never_hyphenated():
    html = '<a href="https://verksamhetsuppföljning.se">verksamhetsuppföljning</a>'
    assert avstava_html(html) == html.replace(
        ">verksamhetsuppföljning", f">verksamhets{MJUKT}uppföljning"
    )


@pytest.mark.parametrize("val", ["#0c4a57", "#ffdd00", "#ffffff", "#000000", "#777777"])
def test_every_colour_gives_readable_text(val):
    varden = dict(re.findall(r"--([\w-]+):(#\w{6})", farg.stilmall(val)))
    rgb = {namn: farg._rgb(varde) for namn, varde in varden.items()}
    assert farg.kontrast(rgb["farg"], rgb["farg-text"]) >= 4.5
    assert farg.kontrast(rgb["farg-lank"], (255, 255, 255)) >= 4.5
    assert farg.kontrast(rgb["farg-blek"], (29, 39, 51)) >= 4.5


@pytest.mark.parametrize("val", ["", "red", "#12", "#0c4a57;}*{color:red", None])
def test_a_colour_that_is_none_becomes_petrol(val):
    assert farg.stilmall(val) == farg.stilmall(farg.STANDARD)


def test_characters_the_fonts_have_are_left_alone():
    text = "Åsa Łódź Ştefan Ωmega Яна ”citat” – 1–2 § €½ → ✓ ☐ verk\u00adsam"
    assert tecken.bara_tackta(text) == text


@pytest.mark.parametrize(
    ("in_", "ut"),
    [
        ("glad 🙂", "glad □"),
        ("نص", "□□"),
        ("vänd\u202eom", "vändom"),
        ("noll\x00bredd\u2061", "nollbredd"),
        ("smal\u205flucka", "smal lucka"),
        ("a\u030a", "å"),
        ("\ufb01nt", "\ufb01nt"),
    ],
)
def test_what_the_fonts_lack_is_seen_as_a_gap(in_, ut):
    assert tecken.bara_tackta(in_) == ut


def test_the_missing_characters_can_be_listed():
    assert tecken.otackta("Hej 🙂 och نص") == "".join(sorted("🙂نص"))


@given(st.text(max_size=60))
def test_nothing_is_left_that_the_fonts_cannot_draw(text):
    kvar = set(tecken.bara_tackta(text)) - set(tecken.BEHALL)
    assert {ord(t) for t in kvar} <= tecken._tackning()


@pytest.mark.parametrize("vald", ["#0c4a57", "#ffe600", "#ffffff", "skräp", ""])
def test_any_city_colour_is_readable_on_the_pages(vald):
    css = farg.webbens(vald)
    petrol, ljus = (
        farg._rgb(re.search(rf"--{namn}:(#[0-9a-f]{{6}})", css)[1])
        for namn in ("petrol", "petrol-ljus")
    )
    assert farg.kontrast(petrol, (255, 255, 255)) >= farg.KONTRAST
    assert farg.kontrast(petrol, ljus) >= farg.KONTRAST
