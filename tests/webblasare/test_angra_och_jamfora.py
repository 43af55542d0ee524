"""Undo, compare and fetch back: with the keyboard alone, and without JavaScript."""

import pytest
from django.urls import reverse

from aktiviteter import handlingar, historia
from aktiviteter.models import Handlingsplan
from aktiviteter.utbyte import plan_data
from tests.bygge import andra
from vbeplan.start.management.commands.ladda_demo import ladda

SAMORDNARE = "samordnare@ekhamra.example"
NAMN = r"""() => {
  const e = document.activeElement;
  const etikett = e.getAttribute("aria-label") || e.labels?.[0]?.textContent;
  return (etikett || e.textContent || "").replace(/\s+/g, " ").trim();
}"""


@pytest.fixture
def plan(transactional_db):
    """The demo's plan for 2027."""
    ladda()
    return Handlingsplan.objects.get(namnd__kort="ekhamra", ar=2027)


def tabba_till(page, namn):
    """Press Tab until what has focus is called so; fail after a long page."""
    for _ in range(300):
        page.keyboard.press("Tab")
        if page.evaluate(NAMN).startswith(namn):
            return
    pytest.fail(f"{namn} is not reached by Tab on {page.url}")


def tryck(page, namn):
    """Go to a link or a button by Tab and press Enter; wait for its page."""
    tabba_till(page, namn)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_a_removal_is_undone_by_the_keyboard(plan, page, logga_in):
    logga_in(page, SAMORDNARE)
    fore = plan_data(plan)
    rad = plan.aktiviteter.first()
    page.goto(reverse("aktivitet_ta_bort", args=[rad.pk]))
    tryck(page, "Ta bort aktiviteten")
    assert plan.aktiviteter.count() == len(fore["aktiviteter"]) - 1

    tabba_till(page, "Ångra")
    page.keyboard.press("Enter")

    page.wait_for_selector(".meddelanden >> text=Ångrat: borttagningen av aktivitet")
    assert plan_data(plan) == fore


def test_a_removed_chapter_is_found_and_fetched_back_by_the_keyboard(
    plan, page, logga_in
):
    logga_in(page, SAMORDNARE)
    fore = plan_data(plan)
    kapitel = next(a for a in plan.avsnitt.i_lasordning() if a.aktiviteter.exists())
    handlingar.ta_bort_avsnitt(kapitel, av=None)
    page.goto(plan.get_absolute_url())

    tryck(page, "Vad har ändrats")
    tryck(page, f"tog bort kapitlet {kapitel.rubrik}")
    tryck(page, "Ångra ändringen")

    assert plan_data(plan) == fore


def test_two_versions_are_chosen_and_compared_by_the_keyboard(plan, page, logga_in):
    logga_in(page, SAMORDNARE)
    kapitel = plan.avsnitt.i_lasordning()[0]
    for rubrik in ("Ett", "Två", "Tre"):
        andra(kapitel, rubrik=rubrik)
    page.goto(reverse("avsnitt_redigera", args=[kapitel.pk]))
    tryck(page, "Tidigare versioner")
    assert page.inner_text(".faltpar del") == "Två"

    tabba_till(page, "Jämför från")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    tryck(page, "Jämför de två")

    assert page.inner_text(".faltpar del") == historia.version(kapitel, 1)["rubrik"]
    assert page.inner_text(".faltpar ins") == "Tre"


def test_everything_works_without_javascript(plan, ny_sida, logga_in):
    page = ny_sida(java_script_enabled=False)
    logga_in(page, SAMORDNARE)
    fore = plan_data(plan)
    kapitel = plan.avsnitt.i_lasordning()[0]
    page.goto(reverse("avsnitt_redigera", args=[kapitel.pk]))
    page.fill("[name=rubrik]", "Fel rubrik")
    page.click("button >> text=/^Spara$/")
    assert plan.avsnitt.filter(rubrik="Fel rubrik").exists()
    page.goto(reverse("plan_jamfor", args=["ekhamra", 2027]))
    assert "1 kapitel ändrat" in page.inner_text(".sammanfattning")
    page.click("summary >> nth=0")
    page.goto(reverse("plan_historik", args=["ekhamra", 2027]))
    page.click("text=ändrade kapitlet Fel rubrik")
    page.click("text=Ångra ändringen")
    assert "Ångrat" in page.inner_text(".meddelanden")
    assert plan_data(plan) == fore


def test_a_chapter_saved_in_its_place_is_undone_from_its_message(plan, page, logga_in):
    logga_in(page, SAMORDNARE)
    fore = plan_data(plan)
    page.goto(plan.get_absolute_url())
    page.click("text=Redigera kapitel 1 >> nth=0")
    page.fill("[name=rubrik]", "Fel rubrik")
    page.click("button >> text=/^Spara$/")
    page.wait_for_selector(".meddelanden >> text=Sparat: Fel rubrik.")
    assert page.url.endswith("/planer/ekhamra/2027/")

    page.click(".meddelanden >> text=Ångra")
    page.wait_for_selector(".meddelanden >> text=Ångrat: ändringen av kapitlet")

    assert plan_data(plan) == fore
