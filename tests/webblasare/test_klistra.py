"""Pasting and dropping: whatever the clipboard holds comes out as clean blocks.

The samples in klipp/ are what each program puts on the clipboard, beside what becomes
of it (`.blir`), one block to a line.
"""

import re
from collections import Counter
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.bygge import ny_anvandare
from tests.webblasare.skrivytor import skrivyta
from vbeplan.text.block import MAX_TECKEN, som_ord

KLIPP = Path(__file__).parent / "klipp"
SLAG = {".html": "text/html", ".txt": "text/plain"}
PROV = sorted(fil for fil in KLIPP.iterdir() if fil.suffix in SLAG)
ORD = re.compile(r"\w+")
# A text and the place in it where something is pasted.
PLATSER = {
    "i ett stycke": ("<p>före efter</p>", "före"),
    "i en punkt": ("<ul><li>ett</li><li>före efter</li></ul>", "före"),
    "i en underrubrik": ("<h3>före efter</h3>", "före"),
    "sist": ("<p>stycke</p><ul><li>före</li></ul>", "före"),
    "i en not": ('<p>a<span class="fotnot">före efter</span>b</p>', "före"),
}


@pytest.fixture
def falt(transactional_db, logga_in, page):
    """The gallery's field of rich text, open in the editor."""
    ny_anvandare(epost="maria@ekhamra.example", losenord="granby-demo")
    logga_in(page, "maria@ekhamra.example")
    page.goto(reverse("galleri"))
    return skrivyta(page, "#tomt_beskrivning")


def bokstaver(text):
    return Counter("".join(ORD.findall(som_ord(text))))


def klippt(fil):
    return SLAG[fil.suffix], fil.read_text("utf-8")


def test_every_program_s_clipboard_becomes_clean_blocks(falt):
    blev, vantat = {}, {}
    for fil in PROV:
        falt.lagg("")
        falt.klistra(*klippt(fil))
        blev[fil.name] = falt.sant().split("\n")
        vantat[fil.name] = fil.with_suffix(".blir").read_text("utf-8").splitlines()
    assert blev == vantat


def test_no_word_is_lost_wherever_it_is_pasted(falt):
    for namn, (html, ord_) in PLATSER.items():
        for fil in PROV:
            falt.lagg(html)
            falt.efter(ord_)
            falt.klistra(*klippt(fil))
            klistrat = fil.with_suffix(".blir").read_text("utf-8")
            blev = bokstaver(falt.sant())
            assert blev == bokstaver(html) + bokstaver(klistrat), (namn, fil.name)


def test_what_is_pasted_in_a_note_stays_in_it(falt):
    falt.lagg('<p>a<span class="fotnot">Se </span><span class="fotnot">två</span>b</p>')
    falt.efter("Se")
    falt.klistra("text/html", "<p>rad <b>ett</b></p><p>rad två</p>")
    assert falt.sant() == (
        '<p>a<span class="fotnot">Serad ett rad två</span>'
        '<span class="fotnot">två</span> b</p>'
    )


def test_dropped_html_is_read_as_pasted(falt):
    falt.lagg("<p>ord</p>")
    falt.slapp("text/html", '<p style="color:red">släppt <i>in</i></p>')
    assert "<em>in</em>" in falt.sant()
    assert "släppt" in falt.sant()


def test_the_browser_s_own_clipboard_works(falt, page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    falt.lagg('<p>Se <strong>här</strong>.<span class="fotnot">En not</span></p>')
    falt.yta.focus()
    page.keyboard.press("Control+a")
    page.keyboard.press("Control+c")
    # The browser keeps the clipboard in another process, in its own time
    page.wait_for_function(
        "navigator.clipboard.readText().then((text) => text.includes('här'))"
    )
    falt.efter(".")
    page.keyboard.press("Control+v")
    expect(falt.yta.locator("strong")).to_have_count(2)
    text = falt.sant()
    assert text.count('<span class="fotnot">En not</span>') == 2
    assert text.count("<strong>här</strong>") == 2


def test_two_hundred_pages_are_taken_in_and_can_be_worked_on(falt, page):
    stycke = "<p class=MsoNormal>" + "Ord som fyller sidan. " * 9 + "</p>"
    falt.lagg("")
    falt.klistra("text/html", stycke * 1_850)
    text = falt.sant()
    assert 370_000 < len(text) <= MAX_TECKEN
    page.keyboard.press("Control+End")
    page.keyboard.type("Sist.")
    assert falt.sant().endswith("Sist.</p>")


def test_what_does_not_fit_is_refused_and_told(falt):
    falt.lagg("<p>Det som stod.</p>")
    falt.efter("stod.")
    falt.klistra("text/plain", "Ord som fyller sidan. " * 20_000)
    besked = falt.besked().replace("\u00a0", " ")
    assert "får inte plats" in besked
    assert "högst 400 000" in besked
    assert "Inget klistrades in" in besked
    assert falt.sant() == "<p>Det som stod.</p>"
