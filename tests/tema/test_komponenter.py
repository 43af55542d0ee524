"""The small components: status, menu, hyphens, empty and paged lists."""

import pytest
from django.core.paginator import Paginator
from django.template import Context, Template
from django.template.loader import render_to_string

from vbeplan.tema.templatetags.komponenter import menypost, statuston
from vbeplan.text.avstavning import MJUKT, avstava


@pytest.mark.parametrize(
    ("status", "ton"),
    [
        ("Utkast", "vantar"),
        ("Ny", "vantar"),
        ("Beslutad", "klar"),
        ("Försenad", "stopp"),
        ("Inte VBE", "lugn"),
    ],
)
def test_a_status_word_has_its_tone(status, ton):
    assert statuston(status) == ton


def test_a_status_shows_its_word_and_not_only_a_colour():
    sida = render_to_string("komponenter/status.html", {"text": "Utkast"})
    assert ">Utkast</span>" in sida
    assert "status-vantar" in sida


@pytest.mark.parametrize(
    ("langt", "delar"),
    [
        ("verksamhetsuppföljning", ["verksamhets", "uppföljning"]),
        ("Verksamhetsberättelsen 2027", ["Verksamhets", "berättelsen 2027"]),
        ("Tertialrapport 1", ["Tertial", "rapport 1"]),
        ("rapport", ["rapport"]),
        ("skola", ["skola"]),
    ],
)
def test_long_compounds_may_break_at_their_joint(langt, delar):
    assert avstava(langt).split(MJUKT) == delar


MENY = [
    {"text": "Skrivbord", "url": "/"},
    {"text": "Planer", "url": "/planer/"},
    {"text": "Roller", "url": "/organisation/roller/"},
    {"text": "Organisation", "url": "/organisation/"},
]


@pytest.mark.parametrize(
    ("har", "markta"),
    [
        ("/", {"Skrivbord": "page"}),
        ("/planer/", {"Planer": "page"}),
        ("/planer/ekhamra/2027/", {"Planer": "true"}),
        ("/organisation/roller/ny/", {"Roller": "true"}),
        ("/organisation/namnder/ny/", {"Organisation": "true"}),
        ("/galleri/", {}),
    ],
)
def test_the_menu_marks_one_entry_at_most(rf, har, markta):
    context = {"request": rf.get(har), "meny": MENY}
    poster = [menypost(context, post) for post in MENY]
    assert {p["text"]: p["har"] for p in poster if p["har"]} == markta


def test_an_empty_state_says_what_to_do():
    varden = {"rubrik": "Tomt", "text": "Gör så här.", "lank": "/x/", "knapp": "Börja"}
    sida = render_to_string("komponenter/tomt.html", varden)
    assert "Gör så här." in sida
    assert '<a class="btn btn-primary" href="/x/">Börja</a>' in sida


def test_one_page_of_a_list_needs_no_page_links():
    sida = Paginator(range(3), 10).get_page(1)
    html = render_to_string("komponenter/sidindelning.html", {"sida": sida})
    assert "Nästa" not in html


def test_page_links_keep_the_filter():
    sida = Paginator(range(30), 10).get_page(2)
    html = render_to_string(
        "komponenter/sidindelning.html", {"sida": sida, "fraga": "namnd=2"}
    )
    assert 'href="?namnd=2&amp;sida=1"' in html
    assert 'href="?namnd=2&amp;sida=3"' in html
    assert "Sida 2 av 3" in html


def test_html_in_plain_fields_is_shown_and_not_run():
    sida = Template('{% include "komponenter/anmarkning.html" %}').render(
        Context({"anmarkning": {"text": "<script>x</script>", "plats": "<b>"}})
    )
    assert "&lt;script&gt;" in sida
    assert "<script>" not in sida
    assert "<b>" not in sida
