"""The clash in a real Chromium: by keyboard alone, without scripts, and in place."""

import re

import pytest
from django.test import Client

from aktiviteter.models import Avsnitt
from tests.aktiviteter.sida import adress, besked, skicka
from tests.bygge import ny_anvandare
from vbeplan.organisation.models import Namnd, Ratt
from vbeplan.start.management.commands.ladda_demo import ladda

SAMORDNARE = "samordnare@ekhamra.example"
SMALA = (360, 320)
TEXT = "Vi arbetar brett.\n\nVi möts varje månad.\n\nVi följer upp."
BRED = "() => document.documentElement.scrollWidth > innerWidth"


@pytest.fixture
def han(transactional_db):
    """Another coordinator of the board, at a computer of his own."""
    ladda()
    namnd = Namnd.objects.get(kort="ekhamra")
    klient = Client()
    klient.force_login(ny_anvandare(Ratt.SAMORDNARE, namnd, namn="Nils Berg"))
    return klient


@pytest.fixture
def kapitel(han):
    """A chapter of three paragraphs in the demo's plan for 2027."""
    ett = Avsnitt.objects.filter(plan__namnd__kort="ekhamra", plan__ar=2027).first()
    skicka(han, adress("avsnitt_redigera", ett.pk), text=TEXT)
    return ett


@pytest.fixture
def han_sparar(kapitel, han):
    """He saves the chapter's second paragraph, and its last, in his words."""

    def spara():
        hans = TEXT.replace("månad", "dag").replace("upp", "noga upp")
        svar = skicka(han, adress("avsnitt_redigera", kapitel.pk), text=hans)
        assert "Sparat" in besked(svar)

    return spara


def granska(page, axe):
    """Hold the page, wide and narrow, to axe and to its width."""
    axe(page)
    for bredd in SMALA:
        page.set_viewport_size({"width": bredd, "height": 800})
        assert not page.evaluate(BRED), bredd
        axe(page)
    page.set_viewport_size({"width": 1280, "height": 900})


def test_by_the_keyboard_alone_and_without_scripts(
    kapitel, han_sparar, ny_sida, logga_in
):
    page = ny_sida(java_script_enabled=False)
    logga_in(page, SAMORDNARE)
    page.goto(adress("avsnitt_redigera", kapitel.pk))
    text = page.input_value("[name=text]")
    page.fill("[name=text]", text.replace("månad", "vecka").replace("brett", "smalt"))
    han_sparar()
    page.press("[name=rubrik]", "Enter")
    page.wait_for_selector("text=Nils Berg sparade medan du skrev")
    for _ in range(2):  # from the box with focus: past nothing else to the choice
        page.keyboard.press("Tab")
        if page.locator("input[type=radio]:focus").count():
            break
    assert page.locator("input[type=radio]:focus").get_attribute("value") == "min"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.locator("input[type=radio]:focus").get_attribute("value") == "bada"
    page.keyboard.press("Tab")
    assert page.locator("button:focus").inner_text() == "Spara det valda"
    page.keyboard.press("Enter")
    page.wait_for_url("**/#avsnitt-*")
    kapitel.refresh_from_db()
    assert re.findall("<p>(.*?)</p>", kapitel.text) == [
        "Vi arbetar smalt.",
        "Vi möts varje vecka.",
        "Vi möts varje dag.",
        "Vi följer noga upp.",
    ]


def test_the_page_of_a_clash_is_accessible(kapitel, han_sparar, page, logga_in, axe):
    logga_in(page, SAMORDNARE)
    page.goto(adress("avsnitt_redigera", kapitel.pk))
    page.fill("[name=rubrik]", "Vår rubrik")
    page.evaluate("document.querySelector('[name=version]').value = '0'")  # no base
    han_sparar()
    page.click("button >> text=/^Spara$/")
    page.wait_for_selector(".krockval")
    granska(page, axe)


def test_in_its_place_on_the_plan_s_page(kapitel, han_sparar, page, logga_in, axe):
    logga_in(page, SAMORDNARE)
    page.goto(kapitel.plan.get_absolute_url())
    page.click(f"#{kapitel.ankare} >> a[data-oppna] >> nth=0")
    page.wait_for_selector(".ruta [name=rubrik]")
    page.fill(".ruta [name=rubrik]", "Vår rubrik")
    han_sparar()
    page.click(".ruta button >> text=/^Spara$/")
    page.wait_for_selector(".ruta >> text=Nils Berg sparade medan du skrev")
    assert page.locator(".ruta .felsammanfattning:focus").count() == 1
    assert "båda kan vara med" in page.inner_text(".ruta")
    granska(page, axe)
    page.click(".ruta button >> text=Spara båda")
    page.wait_for_selector(".ruta", state="detached")
    kapitel.refresh_from_db()
    assert kapitel.rubrik == "Vår rubrik"
    assert "noga" in kapitel.text


def test_what_was_removed_meanwhile_is_offered_as_new(
    kapitel, han, page, logga_in, axe
):
    logga_in(page, SAMORDNARE)
    page.goto(adress("avsnitt_redigera", kapitel.pk))
    page.fill("[name=rubrik]", "Vår rubrik")
    han.post(adress("avsnitt_ta_bort", kapitel.pk))
    page.click("button >> text=/^Spara$/")
    page.wait_for_selector("text=Nils Berg tog bort kapitlet")
    granska(page, axe)
    page.click("button >> text=/^Spara som ny$/")
    page.wait_for_url("**/#avsnitt-*")
    assert "Sparat: Vår rubrik" in page.inner_text(".meddelanden")
    assert "varje månad" in Avsnitt.objects.get(rubrik="Vår rubrik").text
