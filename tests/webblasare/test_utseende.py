"""The look, in a real browser: every component, every state, narrow and wide."""

import pytest
from django.urls import reverse

from tests.bygge import ny_namnd
from vbeplan.organisation.models import Anvandare, Ratt

# A phone, the narrowest that WCAG 1.4.10 counts, a laptop, and one at 200 % zoom.
BREDDER = [360, 320, 1280, 640]
UTANFOR = """() => [...document.querySelectorAll("body *")]
  .filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
  .map((e) => e.outerHTML.slice(0, 100))"""
FOKUS = """() => {
  const e = document.activeElement, s = getComputedStyle(e);
  const namn = e.textContent.trim().slice(0, 40) || `${e.tagName} ${e.id}`;
  return [namn, s.outlineStyle, s.outlineWidth];
}"""

UTANFOR_MENYN = """() => [...document.querySelectorAll(".meny a")]
  .filter((e) => {
    const ruta = e.getBoundingClientRect();
    return ruta.left < 0 || ruta.right > innerWidth || ruta.height < 24;
  }).map((e) => e.textContent)"""


@pytest.fixture
def galleri(transactional_db, logga_in):
    """A function that opens the gallery in a page, signed in."""
    Anvandare.objects.create_user("maria@ekhamra.example", "granby-demo", namn="Maria")

    def oppna(page):
        logga_in(page, "maria@ekhamra.example")
        page.goto(reverse("galleri"))
        return page

    return oppna


def test_the_gallery_is_accessible_and_fits(galleri, page, axe):
    galleri(page)
    for bredd in BREDDER:
        page.set_viewport_size({"width": bredd, "height": 900})
        axe(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), (
            page.evaluate(UTANFOR)
        )


def test_every_stop_of_the_keyboard_is_seen(galleri, page):
    galleri(page)
    stopp = page.locator("a[href], button:enabled, input:enabled, select, textarea")
    osynliga = []
    for _ in range(min(stopp.count(), 60)):
        page.keyboard.press("Tab")
        text, stil, bredd = page.evaluate(FOKUS)
        if (stil, bredd) != ("solid", "3px"):
            osynliga.append((text, stil, bredd))
    assert not osynliga


def test_the_first_stop_leads_past_the_menu(galleri, page):
    galleri(page)
    page.keyboard.press("Tab")
    assert page.evaluate(FOKUS)[0] == "Hoppa till innehållet"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "innehall"


def test_a_refused_sign_in_moves_focus_to_what_is_wrong(transactional_db, ny_sida):
    # Without scripts: the error summary must not need any.
    page = ny_sida(java_script_enabled=False)
    page.goto(reverse("account_login"))
    page.fill("input[name=login]", "ingen@ekhamra.example")
    page.fill("input[name=password]", "fel-fel-fel-fel")
    page.press("input[name=password]", "Enter")
    ruta = page.locator(".felsammanfattning")
    ruta.wait_for()
    assert page.locator(".felsammanfattning:focus").count() == 1
    assert page.title().startswith("Fel: ")


def test_a_link_in_the_error_summary_goes_to_its_field(galleri, page):
    galleri(page)
    page.click(".felsammanfattning a >> nth=0")
    assert page.evaluate("document.activeElement.id") == "fel_titel"


def test_the_account_box_closes_on_escape(galleri, page):
    galleri(page)
    page.click(".konto summary")
    assert page.locator(".konto-ruta").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator(".konto-ruta").is_visible()


def test_a_table_becomes_labelled_rows_on_a_phone(galleri, ny_sida):
    page = galleri(ny_sida(width=360))
    cell = page.locator(".aktiviteter td[data-etikett='Tidplan']").first
    fore = cell.evaluate("e => getComputedStyle(e, '::before').content")
    assert "Tidplan" in fore
    assert cell.evaluate("e => getComputedStyle(e).display") == "block"


def test_only_the_sheet_is_printed(galleri, page):
    galleri(page)
    page.emulate_media(media="print")
    assert not page.locator(".topp").is_visible()
    assert page.locator(".ark").first.is_visible()


@pytest.mark.parametrize("bredd", BREDDER)
def test_every_place_in_the_menu_is_in_sight(transactional_db, logga_in, page, bredd):
    alla = Anvandare.objects.create_user("a@b.example", "granby-demo", namn="Maria")
    alla.medlemskap.create(ratt=Ratt.SAMORDNARE, namnd=ny_namnd())
    for ratt in (Ratt.CENTRAL, Ratt.FORVALTARE):
        alla.medlemskap.create(ratt=ratt)
    page.set_viewport_size({"width": bredd, "height": 900})

    logga_in(page, "a@b.example")
    page.goto(reverse("skrivbord"))

    assert page.locator(".meny a").count() == 14
    assert page.evaluate(UTANFOR_MENYN) == []
