"""A real Chromium for the tests in this room.

    def test_login_page_is_accessible(page, axe):
        page.goto("/konto/logga-in/")
        axe(page)

`page` is a fresh window on pytest-django's live server, `ny_sida()` gives more of
them (another visitor, another width), `logga_in(page, epost)` gives it a session,
`axe(page)` demands zero accessibility faults and `axe_fel(page)` returns them.
A test fails when a page logs a console error, throws, or breaks the content security
policy; one that means to provoke an error empties the list `webbfel` afterwards.
"""

import os
import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from vbeplan.organisation.models import Anvandare

HERE = Path(__file__).parent
CHROMIUM = ["chromium", "chromium-browser", "google-chrome"]
FLAGS = [
    "--no-sandbox",  # root has no user namespace; only our own pages are visited
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
AXE_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# No preload: axe would put the style sheets into the page, against its own policy.
# What lies under a bar that follows the window is scrolled out from under it.
RUN_AXE = """async (rules) => {
  const bars = [...document.querySelectorAll(".knapprad, .tumrad")];
  for (const bar of bars) bar.style.position = "static";
  const found = await axe.run(document,
    {runOnly: rules, resultTypes: ["violations"], preload: false});
  for (const bar of bars) bar.style.position = "";
  return found;
}"""
# Chromium's console also names the violations; this names what was blocked and where.
REPORT_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) => console.error(
  `CSP: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`))
"""


def pytest_collection_modifyitems(items):
    """Mark every test of this room, so that none runs where no browser is wanted."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.webblasare)


@pytest.fixture(scope="session")
def chromium():
    """The browser, one for the whole run."""
    from playwright.sync_api import sync_playwright  # only where a browser is wanted

    program = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if program is None:
        text = "Chromium saknas. Installera det med: apt-get install chromium"
        pytest.fail(text) if os.environ.get("CI") else pytest.skip(text)
    with pytest.MonkeyPatch.context() as environment, sync_playwright() as playwright:
        # Playwright's own loop runs in this thread; no Django code is async here.
        environment.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def webbfel():
    """What the pages complained about; the test fails unless it ends empty."""
    errors = []
    yield errors
    if errors:
        pytest.fail("\n".join(errors), pytrace=False)


@pytest.fixture
def ny_sida(live_server, chromium, webbfel):
    """A function that opens a window of its own: `ny_sida(width=360, height=800)`."""
    contexts = []

    def open_page(width=1280, height=900, **options):
        context = chromium.new_context(
            base_url=live_server.url,
            viewport={"width": width, "height": height},
            locale="sv-SE",
            timezone_id="Europe/Stockholm",
            reduced_motion="reduce",
            **options,
        )
        contexts.append(context)
        context.set_default_timeout(10_000)
        context.add_init_script(REPORT_VIOLATIONS)
        page = context.new_page()
        page.on("pageerror", lambda error: webbfel.append(f"{page.url}: {error}"))
        page.on(
            "console",
            lambda message: (
                message.type == "error"
                and webbfel.append(f"{page.url}: {message.text}")
            ),
        )
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def page(ny_sida):
    """A window as wide as a laptop's."""
    return ny_sida()


@pytest.fixture
def logga_in(live_server):
    """A function that signs a user in without the form: no page is open afterwards."""

    def sign_in(page, epost):
        klient = Client()
        klient.force_login(Anvandare.objects.get(epost=epost))
        page.context.add_cookies(
            [
                {
                    "name": settings.SESSION_COOKIE_NAME,
                    "value": klient.session.session_key,
                    "url": live_server.url,
                }
            ]
        )

    return sign_in


@pytest.fixture(scope="session")
def axe_fel():
    """A function that returns what axe-core finds on a page, as readable lines."""
    source = (HERE / "axe.min.js").read_text(encoding="utf-8")

    def find(page):
        if not page.evaluate("'axe' in window"):
            page.evaluate(source)
        result = page.evaluate(RUN_AXE, AXE_RULES)
        return [
            f"{fault['id']}: {fault['help']} – {node['html']}"
            for fault in result["violations"]
            for node in fault["nodes"]
        ]

    return find


@pytest.fixture(scope="session")
def axe(axe_fel):
    """A function that fails with a readable list unless axe-core finds nothing."""

    def demand_zero(page):
        if faults := axe_fel(page):
            pytest.fail("\n".join([page.url, *faults]), pytrace=False)

    return demand_zero
