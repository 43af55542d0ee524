"""Every page, in every state, as its reader meets it: no fault of accessibility.

Each is opened in Chromium, at a laptop's width and at the narrowest that WCAG counts:
axe finds nothing, nothing is wider than the window, the console is silent, and what
was refused has the focus. Which pages there are stands in sidor.py.
"""

from itertools import groupby

import pytest
from django.core.cache import cache
from django.template.loader import render_to_string
from django.urls import reverse
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from tests.bygge import ny_anvandare
from tests.hus.varld import adresser
from tests.webblasare.sidor import (
    CENTRAL,
    FORVALTARE,
    INGEN_SIDA,
    SAMORDNARE,
    Sida,
    bygg_varld,
    session,
    sidor,
)
from vbeplan.organisation.models import Ratt

# 200 % zoom of a laptop's window, a phone, and 1280 at 400 % (WCAG 1.4.10).
SMALA = (640, 360, 320)
FYLL_I = """(falt) => {
  const form = document.querySelector("main form");
  for (const e of form.elements) {
    const nytt = falt[e.name] ?? (e.type === "hidden" ? undefined : falt["*"]);
    if (nytt !== undefined && e.type !== "submit" && "value" in e) e.value = nytt;
  }
  form.submit();
}"""
BREDARE = """() => {
  const ute = (e) => e.getBoundingClientRect().right > innerWidth + 1;
  if (document.documentElement.scrollWidth <= innerWidth) return [];
  return [...document.querySelectorAll("body *")].filter(ute)
    .map((e) => e.outerHTML.slice(0, 120)).slice(0, 3);
}"""
OFOKUSERAD = """() => [...document.querySelectorAll(".felsammanfattning[autofocus]")]
  .some((e) => e !== document.activeElement)"""


@pytest.mark.django_db
def test_every_address_is_a_page_here_or_says_why_it_is_none():
    besokta = {sida.adress for sida in sidor(bygg_varld())} - {None}
    assert besokta.isdisjoint(INGEN_SIDA)
    assert besokta | set(INGEN_SIDA) == set(adresser())


@pytest.fixture
def granska(transactional_db, ny_sida, axe_fel, webbfel, live_server, settings):
    """A function that opens pages, one window per user, and returns their faults."""
    settings.DEMO = True  # the box with the demo's accounts
    cache.clear()  # the limit on failed sign-ins

    def alla(att_oppna):
        fel = []
        for vem, egna in groupby(att_oppna, key=lambda sida: sida.vem):
            page = ny_sida()
            if vem:
                kaka = {"name": settings.SESSION_COOKIE_NAME, "value": session(vem)}
                page.context.add_cookies([kaka | {"url": live_server.url}])
            for sida in egna:
                fel += [f"{sida}: {f}" for f in _granska(page, sida, axe_fel, webbfel)]
            page.context.close()
        return fel

    return alla


@pytest.mark.parametrize("samordnarens", [True, False])  # halves, for two processes
def test_every_page_is_accessible_fits_and_is_quiet(granska, samordnarens):
    alla = sidor(bygg_varld())
    fel = granska([s for s in alla if (s.vem == SAMORDNARE) == samordnarens])
    assert not fel, "\n".join(fel)


def test_an_empty_installation_is_accessible_too(granska):
    ny_anvandare(Ratt.FORVALTARE, epost=FORVALTARE)
    ny_anvandare(Ratt.CENTRAL, epost=CENTRAL)
    fel = granska(
        [
            Sida(FORVALTARE, reverse("skrivbord")),
            Sida(FORVALTARE, reverse("organisation")),
            Sida(CENTRAL, reverse("laget")),
        ]
    )
    assert not fel, "\n".join(fel)


def _granska(page, sida, axe_fel, webbfel):
    """Yield what is wrong with one page."""
    page.set_viewport_size({"width": 1280, "height": 900})
    svar = page.goto(sida.url)
    if sida.skicka:
        with page.expect_navigation() as navigering:
            page.evaluate(FYLL_I, sida.skicka)
        svar = navigering.value
    for namn in sida.oppnar:
        page.get_by_role("link", name=namn, exact=True).click()
    if sida.oppnar:
        page.wait_for_load_state("networkidle")
    _glom_vantat(webbfel, sida.status)
    if svar.status != sida.status:
        yield f"answers {svar.status}, not {sida.status}"
    refuseras = sida.skicka and sida.status == 200 and not sida.duger
    if refuseras and not page.title().startswith("Fel: "):
        yield f"was not refused: {page.title()}"
    yield from _utseende(page, axe_fel)


def _utseende(page, axe_fel):
    try:  # the browser moves the focus when it first draws the page
        page.wait_for_function(f"!({OFOKUSERAD})()", timeout=5_000)
    except PlaywrightTimeout:
        yield "the error summary has no focus"
    yield from axe_fel(page)
    for bredd in SMALA:
        page.set_viewport_size({"width": bredd, "height": 800})
        if ute := page.evaluate(BREDARE):
            yield f"wider than {bredd} px: {ute}"
    yield from axe_fel(page)


def _glom_vantat(webbfel, status):
    """Chromium tells every answer over 399 as an error, also the one we want."""
    vantat = f"the server responded with a status of {status} "
    webbfel[:] = [fel for fel in webbfel if status < 400 or vantat not in fel]


@pytest.mark.parametrize(
    "mall", ["400.html", "429.html", "500.html", "503.html", "503_nyckel.html"]
)
def test_a_page_of_a_hard_pressed_server_is_accessible(ny_sida, axe_fel, mall):
    """Only how it looks; how the server comes to it is proved elsewhere."""
    page = ny_sida()
    _visa(page, render_to_string(mall))
    assert list(_utseende(page, axe_fel)) == []


def test_a_bad_page_is_seen_for_what_it_is(ny_sida, axe_fel):
    page = ny_sida()
    _visa(page, DALIG)
    fel = "\n".join(_utseende(page, axe_fel))
    for ett in ("no focus", "wider than 640 px", "wider than 320 px", "html-has-lang"):
        assert ett in fel
    for regel in ("label", "color-contrast", "target-size", "page-has-heading-one"):
        assert f"{regel}: " in fel


def _visa(page, html):
    svar = {"body": html, "content_type": "text/html; charset=utf-8"}
    page.route("**/visas/", lambda route: route.fulfill(**svar))
    page.goto("/visas/")


DALIG = """<!doctype html><title>Dålig</title><h2>Rubrik</h2><input>
<p style="width: 900px; color: #ccc; background: #fff">Grått och brett</p>
<button style="width: 9px; height: 9px">a</button><button style="width: 9px">b</button>
<div class="felsammanfattning" autofocus>Går inte att fokusera</div>"""
