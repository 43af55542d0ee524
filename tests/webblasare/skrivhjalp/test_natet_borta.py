"""The network gone, the server down, the session over: one calm sentence, try again.

The form on its own page, where it asks before it is sent, and in its place.
"""

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse

from tests.bygge import LOSENORD, ny_anvandare
from vbeplan.organisation.models import Ratt

FEL = ".natfel"
IGEN = "[data-natfel-igen]"
SPARA = "form[data-utkast] > .knapprad .btn-primary"
NATFEL = (
    "net::ERR_",
    "status of 403",
    "status of 500",
    "status of 503",
    "htmx:afterRequest",
    "htmx:sendError",
    "Response Status Error Code",
)


@pytest.fixture(params=["egen sida", "på plats"])
def skriver(request, varld, page, sitter, vantat):
    """She has written a new heading, and is about to save."""
    for ord_ in NATFEL:
        vantat(ord_)
    if request.param == "egen sida":
        sitter(page, varld.vem, varld.kapitelsida)
    else:
        page.goto(reverse("account_login"))
        sitter(page, varld.vem, varld.plan.get_absolute_url())
        page.click(f"a[data-oppna][href='{varld.kapitelsida}'] >> nth=0")
        page.wait_for_selector("form[data-utkast]")
    page.fill("[name=rubrik]", "Min nya rubrik")
    return page


@pytest.fixture
def sparad(varld):
    """A function that waits for the heading to be in the database."""

    def titta(page):
        page.wait_for_selector("form[data-utkast]", state="detached")
        varld.kapitel.refresh_from_db()
        return (varld.kapitel.rubrik, varld.kapitel.version)

    return titta


def svara_med(status):
    return lambda route: route.fulfill(status=status, body="fel")


def hindrad(page, ord_):
    """Say that the form tells `ord_`, and still holds what she wrote."""
    page.wait_for_selector(f"{FEL} >> text={ord_}")
    assert page.get_attribute(FEL, "role") == "alert"
    assert page.locator(FEL).count() == 1
    assert page.input_value("[name=rubrik]") == "Min nya rubrik"
    assert page.get_attribute(SPARA, "aria-disabled") is None


def test_without_network_the_text_stays_and_is_saved_when_it_is_back(
    skriver, sparad, axe
):
    page = skriver
    page.context.set_offline(True)
    page.press("[name=rubrik]", "Enter")
    hindrad(page, "Det gick inte att nå servern")
    axe(page)
    page.context.set_offline(False)
    page.wait_for_selector(f"{FEL} >> text=Nu går det igen")
    page.focus(IGEN)
    page.keyboard.press("Enter")
    assert sparad(page) == ("Min nya rubrik", 2)


def test_a_server_that_does_not_answer_or_is_down_is_told(skriver, sparad):
    page = skriver
    for status in (503, 500):
        page.route("**", svara_med(status))
        page.click(SPARA)
        hindrad(page, "Något gick fel hos oss")
        page.unroute_all()
    page.click(IGEN)
    assert sparad(page) == ("Min nya rubrik", 2)


@pytest.mark.parametrize("skriver", ["på plats"], indirect=True)
def test_an_answer_that_was_lost_does_not_save_twice(skriver, varld, sparad):
    """The server took the form, and the answer never came."""
    page = skriver

    def tappa(route):
        route.fetch()
        route.abort()

    page.route(f"**{varld.kapitelsida}", tappa, times=1)
    page.click(SPARA)
    hindrad(page, "osäkert om det sparades")
    page.click(IGEN)
    page.wait_for_selector(f".felsammanfattning, body:not(:has({SPARA}))")
    varld.kapitel.refresh_from_db()
    assert (varld.kapitel.rubrik, varld.kapitel.version) == ("Min nya rubrik", 2)


def test_a_session_that_ended_is_mended_in_another_tab(skriver, varld, sparad, axe):
    page = skriver
    Session.objects.all().delete()
    page.click(SPARA)
    hindrad(page, "Du har loggats ut")
    axe(page)
    with page.context.expect_page() as ny:
        page.click(f"{FEL} a")
    _logga_in(ny.value, varld.vem)
    page.bring_to_front()
    page.click(IGEN)
    assert sparad(page) == ("Min nya rubrik", 2)


def test_another_user_s_session_saves_nothing_of_hers(skriver, varld):
    page = skriver
    annan = ny_anvandare(Ratt.SAMORDNARE, varld.plan.namnd, losenord=LOSENORD)
    Session.objects.all().delete()
    flik = page.context.new_page()
    flik.goto(reverse("account_login"))
    _logga_in(flik, annan)
    page.click(SPARA)
    hindrad(page, "En annan användare är inloggad")
    varld.kapitel.refresh_from_db()
    assert varld.kapitel.version == 1


def test_a_token_from_before_she_signed_in_again_is_renewed_unseen(
    skriver, varld, sparad
):
    page = skriver
    Session.objects.all().delete()
    flik = page.context.new_page()
    flik.goto(reverse("account_login"))
    _logga_in(flik, varld.vem)
    page.click(SPARA)
    assert sparad(page) == ("Min nya rubrik", 2)


def test_a_double_press_is_one_save(skriver, varld, sparad):
    page = skriver
    sanda = []
    page.on(
        "request",
        lambda r: r.method == "POST" and varld.kapitelsida in r.url and sanda.append(r),
    )
    page.locator(SPARA).evaluate("k => { k.click(); k.click(); k.click(); }")
    assert sparad(page) == ("Min nya rubrik", 2)
    assert len(sanda) == 1


def _logga_in(page, vem):
    page.fill("input[name=login]", vem.epost)
    page.fill("input[name=password]", LOSENORD)
    with page.expect_navigation():
        page.press("input[name=password]", "Enter")
