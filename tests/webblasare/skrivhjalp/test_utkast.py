"""What is written and not saved survives a closed lid, and is nobody else's.

The form on its own page and in its place on the plan's page alike.
"""

import shutil
import subprocess
import time

import pytest
from django.test import Client
from django.urls import reverse

from tests import bygge
from tests.aktiviteter.sida import skicka
from tests.webblasare.conftest import CHROMIUM, FLAGS
from vbeplan.organisation.models import Ratt

UTKAST = ".utkast"
SPARAT = ".utkast-besked >> text=Utkast sparat"
TA_FRAM = "[data-utkast=ta-fram]"
KASTA = "[data-utkast=kasta]"
SPARA = "form[data-utkast] > .knapprad .btn-primary"


def utkast(page):
    """Return the drafts that the browser holds."""
    return page.evaluate(
        "Object.keys(localStorage).filter((n) => n.startsWith('utkast:'))"
    )


def skriv(page, ord_):
    page.fill("[name=rubrik]", ord_)
    page.wait_for_selector(SPARAT)


@pytest.fixture
def skrivande(varld, page, sitter):
    """She has written in a chapter and gone away without saving."""
    sitter(page, varld.vem, varld.kapitelsida)
    skriv(page, "Min nya rubrik")
    page.goto(reverse("planer"))
    return page


def test_what_was_not_saved_is_offered_with_its_time_and_what_differs(
    varld, skrivande, axe
):
    page = skrivande
    page.goto(varld.kapitelsida)
    text = page.inner_text(UTKAST)
    assert "Du har ett osparat utkast från " in text
    assert "Det skiljer sig i: Rubrik." in text
    page.click(f"{UTKAST} summary")
    assert "Min nya rubrik" in page.inner_text(UTKAST)
    axe(page)
    page.set_viewport_size({"width": 320, "height": 800})
    axe(page)


def test_it_is_taken_forward_by_keyboard_and_gone_when_saved(varld, skrivande):
    page = skrivande
    page.goto(varld.kapitelsida)
    page.focus(TA_FRAM)
    page.keyboard.press("Enter")
    assert page.input_value("[name=rubrik]") == "Min nya rubrik"
    assert page.evaluate("document.activeElement.name") == "rubrik"
    assert page.locator(UTKAST).count() == 0
    with page.expect_navigation():
        page.keyboard.press("Enter")
    varld.kapitel.refresh_from_db()
    assert varld.kapitel.rubrik == "Min nya rubrik"
    page.wait_for_function("!localStorage.length")
    page.goto(varld.kapitelsida)
    assert page.locator(UTKAST).count() == 0


def test_rich_text_comes_back_into_the_editor(varld, page, sitter):
    sitter(page, varld.vem, varld.kapitelsida)
    page.click(".skrivyta-blad")
    page.keyboard.press("ControlOrMeta+End")
    page.keyboard.type(" Ett tillägg som ännu inte är sparat.")
    page.wait_for_selector(SPARAT)
    page.goto(varld.kapitelsida)
    assert "Det skiljer sig i: Text." in page.inner_text(UTKAST)
    page.wait_for_selector("[data-skrivyta-pa]", state="attached")
    page.click(TA_FRAM)
    assert "ännu inte är sparat" in page.inner_text(".skrivyta-blad")


def test_rows_of_roles_come_back_too(varld, page, sitter):
    sitter(page, varld.vem, varld.radsida)
    for nr, namn in ((2, "Trygghetsvärd"), (3, "Fältassistent")):
        if nr > 2:
            page.click("[data-rad=ny]")
        page.fill(f"[name=ansvar-{nr}-roll]", namn)
    page.wait_for_selector(SPARAT)
    page.goto(varld.radsida)
    assert "Ansvariga" in page.inner_text(UTKAST)
    page.click(TA_FRAM)
    assert page.input_value("[name=ansvar-3-roll]") == "Fältassistent"
    with page.expect_navigation():
        page.click(SPARA)
    namn = list(varld.rad.ansvar.values_list("roll__namn", flat=True))
    assert namn[2:] == ["Trygghetsvärd", "Fältassistent"]


def test_it_can_be_thrown_away(varld, skrivande):
    page = skrivande
    page.goto(varld.kapitelsida)
    page.click(KASTA)
    assert page.locator(UTKAST).count() == 0
    assert utkast(page) == []


def test_two_tabs_keep_one_draft_each(varld, skrivande):
    page = skrivande
    page.goto(varld.kapitelsida)
    skriv(page, "En annan rubrik")
    page.goto(varld.kapitelsida)
    tagna = set()
    for _ in range(2):
        page.click(TA_FRAM)
        tagna.add(page.input_value("[name=rubrik]"))
    assert tagna == {"Min nya rubrik", "En annan rubrik"}


def test_a_draft_on_an_older_version_leads_to_the_choice_and_writes_over_nothing(
    varld, skrivande, namnds_andra
):
    varld.kapitel.rubrik = "Grannens rubrik"
    varld.kapitel.spara_over(1, av=namnds_andra)
    page = skrivande
    page.goto(varld.kapitelsida)
    assert "har sparats av någon sedan dess" in page.inner_text(UTKAST)
    page.click(TA_FRAM)
    with page.expect_navigation():
        page.click(SPARA)
    varld.kapitel.refresh_from_db()
    assert varld.kapitel.rubrik == "Grannens rubrik"
    sidan = page.inner_text("main")
    assert "Grannens rubrik" in sidan
    assert page.locator(".felsammanfattning").count() == 1
    assert len(utkast(page)) == 1


@pytest.fixture
def namnds_andra(varld):
    """The board's other coordinator."""
    return bygge.ny_anvandare(Ratt.SAMORDNARE, varld.plan.namnd)


def test_another_user_of_the_same_browser_never_sees_it(
    varld, skrivande, sitter, namnds_andra
):
    page = skrivande
    sitter(page, namnds_andra, varld.kapitelsida)
    assert page.locator(UTKAST).count() == 0
    assert page.input_value("[name=rubrik]") == "Kapitel 1 i ekhamra"


def test_signing_out_clears_every_draft_of_the_browser(varld, skrivande):
    page = skrivande
    assert len(utkast(page)) == 1
    page.click("details.konto summary")
    with page.expect_navigation():
        page.click("text=Logga ut")
    assert utkast(page) == []


def test_after_fourteen_days_it_is_gone(varld, skrivande):
    page = skrivande
    page.evaluate("""() => {
      const [n] = Object.keys(localStorage);
      const u = JSON.parse(localStorage.getItem(n));
      localStorage.setItem(n, JSON.stringify({...u, tid: u.tid - 14 * 24 * 3600e3}));
    }""")
    page.goto(varld.kapitelsida)
    assert page.locator(UTKAST).count() == 0
    assert utkast(page) == []


def test_a_browser_that_keeps_nothing_says_so_and_saves_all_the_same(
    varld, page, sitter
):
    page.add_init_script("""
      Storage.prototype.setItem = () => { throw new DOMException("full"); };
    """)
    sitter(page, varld.vem, varld.kapitelsida)
    page.fill("[name=rubrik]", "Ny rubrik")
    page.wait_for_selector(".utkast-besked >> text=kan inte spara utkast just nu")
    with page.expect_navigation():
        page.click(SPARA)
    varld.kapitel.refresh_from_db()
    assert varld.kapitel.rubrik == "Ny rubrik"


def test_a_form_that_is_refused_keeps_its_draft(varld, page, sitter):
    sitter(page, varld.vem, varld.kapitelsida)
    page.fill("[name=rubrik]", "")
    with page.expect_navigation():
        page.click(SPARA)
    assert page.locator(".felsammanfattning").count() == 1
    assert len(utkast(page)) == 1
    page.fill("[name=rubrik]", "Ny rubrik")
    with page.expect_navigation():
        page.click(SPARA)
    page.wait_for_function("!localStorage.length")


# ---- In its place on the plan's page ----


@pytest.fixture
def pa_plats(varld, page, sitter):
    """A function that opens the chapter where it stands."""

    def oppna():
        page.goto(varld.plan.get_absolute_url())
        page.click(f"a[data-oppna][href='{varld.kapitelsida}'] >> nth=0")
        page.wait_for_selector("form[data-utkast]")

    sitter(page, varld.vem, varld.plan.get_absolute_url())
    oppna()
    return oppna


def test_in_place_it_is_offered_and_gone_when_saved(page, pa_plats):
    skriv(page, "Min nya rubrik")
    page.on("dialog", lambda fraga: fraga.accept())
    pa_plats()
    page.click(TA_FRAM)
    assert page.input_value("[name=rubrik]") == "Min nya rubrik"
    page.click(SPARA)
    page.wait_for_selector("form[data-utkast]", state="detached")
    assert utkast(page) == []


def test_in_place_a_clash_that_is_settled_leaves_no_draft(
    varld, page, pa_plats, namnds_andra
):
    skriv(page, "Min nya rubrik")
    grannen = Client()
    grannen.force_login(namnds_andra)
    skicka(grannen, varld.kapitelsida, rubrik="Grannens rubrik")
    page.click(SPARA)
    page.wait_for_selector(".krock")
    assert len(utkast(page)) == 1
    page.locator(".krockval input[value=min]").first.check()
    page.click("text=Spara det valda")
    page.wait_for_selector(".krock", state="detached")
    varld.kapitel.refresh_from_db()
    assert varld.kapitel.rubrik == "Min nya rubrik"
    assert utkast(page) == []


def test_in_place_a_thrown_away_text_has_no_draft(page, pa_plats):
    skriv(page, "Min nya rubrik")
    page.click("[data-avbryt]")
    page.click("[data-kasta]")
    page.wait_for_selector("form[data-utkast]", state="detached")
    assert utkast(page) == []


# ---- The lid ----


@pytest.fixture
def starta_om(tmp_path, live_server, chromium):
    """A function that kills her browser, if it runs, and starts it on its profile."""
    profil, processer = tmp_path / "profil", []

    def starta():
        for process in processer:
            process.kill()  # no farewell: what a dead battery does
            process.wait()
        porten = profil / "DevToolsActivePort"
        porten.unlink(missing_ok=True)
        program = next(filter(None, map(shutil.which, CHROMIUM)))
        flaggor = [*FLAGS, "--headless", "--remote-debugging-port=0"]
        processer[:] = [
            subprocess.Popen(
                [program, *flaggor, f"--user-data-dir={profil}", "about:blank"],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        ]
        vanta_pa(lambda: porten.exists() and porten.read_text().strip())
        port = porten.read_text().split()[0]
        browser = chromium.browser_type.connect_over_cdp(f"http://127.0.0.1:{port}")
        return browser.contexts[0].new_page()

    yield starta
    for process in processer:
        process.kill()
        process.wait()


def vanta_pa(klart):
    slut = time.monotonic() + 30
    while not klart():
        assert time.monotonic() < slut
        time.sleep(0.1)


def pa_disken(profil, ord_):
    """Tell whether the browser has put the words on the disk yet; it takes seconds."""
    filer = (profil / "Default" / "Local Storage" / "leveldb").glob("*.log")
    former = (ord_.encode("latin-1"), ord_.encode("utf-16-le"))
    return any(form in fil.read_bytes() for fil in filer for form in former)


def test_a_draft_survives_that_the_browser_is_killed(
    varld, starta_om, live_server, tmp_path
):
    def sida(page, adress):
        page.goto(f"{live_server.url}{adress}")
        return page

    def in_i(page):
        sida(page, reverse("account_login"))
        page.fill("input[name=login]", varld.vem.epost)
        page.fill("input[name=password]", bygge.LOSENORD)
        with page.expect_navigation():
            page.press("input[name=password]", "Enter")
        return sida(page, varld.kapitelsida)

    page = in_i(starta_om())
    skriv(page, "Skrivet innan locket stängdes")
    vanta_pa(lambda: pa_disken(tmp_path / "profil", "Skrivet innan locket"))
    page = in_i(starta_om())
    assert "Du har ett osparat utkast" in page.inner_text(UTKAST)
    page.click(TA_FRAM)
    assert page.input_value("[name=rubrik]") == "Skrivet innan locket stängdes"
