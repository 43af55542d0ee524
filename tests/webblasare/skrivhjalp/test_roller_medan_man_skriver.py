"""Roles with suggestions, and rows that come, go and move; with the keyboard alone."""

import pytest

from tests.bygge import ny_roll
from vbeplan.organisation.models import Roll

ROLL = "[name='ansvar-{}-roll']"


@pytest.fixture
def page(varld, page, sitter):
    """The first activity's form: two roles and an empty row."""
    ny_roll(varld.plan.namnd, "Avdelningschef", innehavare="Anna Ek")
    ny_roll(varld.plan.namnd, "Avdelningssamordnare")
    sitter(page, varld.vem, varld.radsida)
    return page


def skriv(page, nr, ord_):
    page.focus(ROLL.format(nr))
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type(ord_)
    page.wait_for_selector(f"{ROLL.format(nr)}[aria-expanded=true]")


def valt(page, nr):
    """Return the choice that a screen reader is told of."""
    val = page.get_attribute(ROLL.format(nr), "aria-activedescendant")
    return val and page.inner_text(f"#{val}")


def spara(page):
    with page.expect_navigation():
        page.keyboard.press("Enter")


def roller(rad):
    return list(rad.ansvar.values_list("roll__namn", flat=True))


def test_a_role_is_chosen_with_the_arrows(varld, page, axe):
    skriv(page, 2, "avd")
    axe(page)
    assert valt(page, 2) is None
    page.keyboard.press("ArrowDown")
    assert "Avdelningschef" in valt(page, 2)
    assert "Anna Ek · ingen aktivitet i planen" in valt(page, 2)
    page.keyboard.press("ArrowUp")
    assert "Lägg till ”avd” som ny roll" in valt(page, 2)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.input_value(ROLL.format(2)) == "Avdelningschef"
    assert page.get_attribute(ROLL.format(2), "aria-expanded") == "false"
    spara(page)
    assert roller(varld.rad)[-1] == "Avdelningschef"


def test_escape_closes_the_list_and_keeps_the_words(page):
    skriv(page, 2, "avd")
    page.keyboard.press("Escape")
    assert page.get_attribute(ROLL.format(2), "aria-expanded") == "false"
    assert page.input_value(ROLL.format(2)) == "avd"
    page.keyboard.press("ArrowDown")
    page.wait_for_selector(f"{ROLL.format(2)}[aria-expanded=true]")


def test_a_second_spelling_is_told_and_the_role_a_press_away(varld, page, axe):
    skriv(page, 2, "Avd.chef")
    page.keyboard.press("Tab")
    page.wait_for_selector(".rollnot >> text=Den liknar ”Avdelningschef”")
    assert "blir en ny roll när du sparar" in page.inner_text(".rollnot >> nth=2")
    axe(page)
    page.click(".rollnot button")
    page.wait_for_selector(".rollnot:empty >> nth=2", state="attached")
    assert page.input_value(ROLL.format(2)) == "Avdelningschef"
    spara(page)
    assert not Roll.objects.filter(namn="Avd.chef").exists()


def test_a_new_role_is_made_when_the_form_is_saved(varld, page):
    skriv(page, 2, "Trygghetsvärd")
    page.keyboard.press("Escape")
    spara(page)
    assert roller(varld.rad)[-1] == "Trygghetsvärd"


def test_rows_are_added_moved_and_removed_in_place(varld, page, axe):
    forst, andra = roller(varld.rad)
    assert page.locator(".parrad").count() == 3
    page.focus("[data-rad=ny]")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.name") == "ansvar-3-roll"
    page.keyboard.type("Avdelningssamordnare")
    page.keyboard.press("Escape")
    for _ in range(3):
        page.locator(".parrad [data-rad=upp]").nth(
            page.locator(".parrad").count() - 1 - _
        ).press("Enter")
    axe(page)
    page.locator(f".parrad:has({ROLL.format(2)}) [data-rad=bort]").press("Enter")
    assert page.inner_text("[data-rollbesked]") == "Raden är borttagen."
    page.focus("[name=titel]")
    spara(page)
    assert roller(varld.rad) == ["Avdelningssamordnare", forst]
    assert andra


def test_the_buttons_of_a_row_say_which_role_they_move(page):
    namn = page.locator(".parrad [data-rad=ner]").first.inner_text()
    assert "Enhetschef i ekhamra" in " ".join(namn.split())
    assert page.locator(".parrad [data-rad=upp]").first.is_disabled()


def test_a_click_on_save_right_after_a_new_role_is_typed_is_a_save(varld, page):
    """What is told of the role must not move the button from under the pointer."""
    page.goto(varld.plan.get_absolute_url())
    page.click(f"#{varld.rad.ankare} >> a[data-oppna]")
    page.wait_for_selector(f".ruta {ROLL.format(2)}[role=combobox]")
    skriv(page, 2, "En alldeles ny roll")
    knapp = page.locator(".ruta button >> text=/^Spara$/")
    knapp.scroll_into_view_if_needed()
    ruta = knapp.bounding_box()
    page.mouse.move(ruta["x"] + 9, ruta["y"] + 3)
    page.mouse.down()
    page.wait_for_timeout(200)  # as long as a finger is on the button
    page.mouse.up()
    page.wait_for_selector(".ruta", state="detached")
    assert roller(varld.rad)[-1] == "En alldeles ny roll"
