"""The anonymous form in a real Chromium: as a tired teacher fills it in on a phone."""

import contextlib

import pytest
from django.urls import reverse
from playwright.sync_api import Error

from blanketter import bevis
from blanketter.models import Blankett
from tests.bygge import ny_namnd
from vbeplan.organisation.models import Delomrade

pytestmark = pytest.mark.django_db(transaction=True)
LUGNT = "Flera klistermärken satt på skåpen när vi kom på morgonen."
TELEFON, KLASS = "070-174 06 12", "8B"
UTPEKAT = f"Klistermärken på skåpen vid {KLASS}. En elev, {TELEFON}, visste mer."
SKICKA, SMALA = ".knapprad button", (360, 320)
SKRIPT = "text/javascript"
BRED = "() => document.documentElement.scrollWidth > innerWidth"
# Whatever a page may keep in a browser, apart from its cookies.
SPARAT = """async () => {
  const namn = (await indexedDB.databases()).map((d) => d.name);
  const minnen = [localStorage, sessionStorage].map((m) => JSON.stringify({ ...m }));
  const lagrat = await caches.keys();
  return [...minnen, ...namn, ...lagrat, location.href, JSON.stringify(history.state)];
}"""


@pytest.fixture(autouse=True)
def genast(monkeypatch):
    """Let nobody wait three seconds."""
    monkeypatch.setattr(bevis, "FORST", 0)


@pytest.fixture
def namnd(transactional_db):
    namnd = ny_namnd("ekhamra")
    Delomrade.objects.create(namnd=namnd, namn="Norra Ekhamra")
    return namnd


@pytest.fixture
def adress(namnd):
    return reverse("blankett", args=[namnd.kort])


@pytest.fixture
def telefon(ny_sida):
    return ny_sida(360, 740, has_touch=True, is_mobile=True)


def kryssa(page):
    page.check("[name=slag][value=klotter]")
    page.check("[name=nar] >> nth=0")


def skicka(page):
    with page.expect_navigation():
        page.click(SKICKA)


def mottagen(page):
    return page.locator("[data-kod]").get_attribute("data-kod")


def fynd(page, ord_):
    return page.locator(".vakt-lista li", has_text=f"”{ord_}”")


def granska(page, axe):
    axe(page)
    for bredd in SMALA:
        page.set_viewport_size({"width": bredd, "height": 740})
        assert not page.evaluate(BRED), bredd
        axe(page)


def test_it_is_filled_in_on_a_phone_with_few_touches(telefon, adress):
    telefon.goto(adress)
    telefon.tap("text=Klotter eller klistermärken")
    telefon.tap("text=Den här veckan")
    telefon.fill("[name=text]", LUGNT)
    with telefon.expect_navigation():
        telefon.tap(SKICKA)

    assert len(mottagen(telefon).split()) == 5
    assert Blankett.objects.get().text == LUGNT
    assert not telefon.evaluate(BRED)


def test_every_answer_is_high_enough_for_a_thumb(telefon, adress):
    telefon.goto(adress)

    alla = telefon.locator(".svarskort label, .form-select, .knapprad button").all()
    hojder = [ett.bounding_box()["height"] for ett in alla if ett.is_visible()]
    assert len(hojder) > 20
    assert min(hojder) >= 44


def test_finds_are_marked_behind_the_words_while_one_writes(page, adress, axe):
    page.goto(adress)
    page.fill("[name=text]", UTPEKAT)
    fynd(page, TELEFON).wait_for()

    assert page.locator(".skrivlager-bakom mark").all_inner_texts() == [KLASS, TELEFON]
    assert page.locator(".skrivlager-bakom mark.saker").inner_text() == TELEFON
    assert "2 ställen" in page.inner_text(".vakt-lage")
    assert fynd(page, TELEFON).get_by_role("button", name="Behåll").count() == 0
    granska(page, axe)


def test_a_wording_that_is_chosen_stands_in_the_text(page, adress):
    page.goto(adress)
    kryssa(page)
    page.fill("[name=text]", UTPEKAT)
    fynd(page, KLASS).get_by_role("button", name="högstadie").first.click()
    fynd(page, TELEFON).get_by_role("button", name="Ta bort det").click()
    page.locator(".vakt-lista").wait_for(state="detached")

    text = page.input_value("[name=text]")
    assert KLASS not in text
    assert TELEFON not in text
    assert "högstadie" in text
    assert "  " not in text
    assert "inte ut någon" in page.inner_text(".vakt-lage")
    skicka(page)
    assert mottagen(page)
    assert Blankett.objects.get().text == text


def test_a_change_is_taken_back_with_the_browsers_own_keys(page, adress):
    page.goto(adress)
    page.fill("[name=text]", UTPEKAT)
    fynd(page, KLASS).get_by_role("button", name="högstadie").first.click()
    fynd(page, KLASS).wait_for(state="detached")
    page.press("[name=text]", "Control+z")

    assert page.input_value("[name=text]") == UTPEKAT


def test_what_points_at_nobody_is_kept_when_the_form_is_sent(page, adress):
    text = f"Klistermärken på skåpen vid {KLASS} i måndags, många stycken."
    page.goto(adress)
    kryssa(page)
    page.fill("[name=text]", text)
    fynd(page, KLASS).get_by_role("button", name="Behåll").click()
    page.fill("[name=text]", f"Obs! {text}")
    page.wait_for_timeout(1500)  # it is read again, and nothing is asked

    assert page.locator(".vakt-lista").count() == 0
    skicka(page)
    assert mottagen(page)
    assert Blankett.objects.get().text == f"Obs! {text}"


def test_what_is_not_chosen_is_asked_when_it_is_sent_and_then_mended(page, adress, axe):
    page.goto(adress)
    kryssa(page)
    page.fill("[name=text]", UTPEKAT)
    skicka(page)
    fynd(page, TELEFON).wait_for()
    assert "2 ställen" in page.inner_text(".felsammanfattning")
    granska(page, axe)

    fynd(page, TELEFON).get_by_role("button", name="Ta bort det").click()
    fynd(page, KLASS).get_by_role("button", name="Behåll").click()
    page.locator(".vakt-lista").wait_for(state="detached")
    assert not page.is_visible(".vaktad .faltfel")
    skicka(page)
    assert mottagen(page)


def test_an_emoji_before_it_moves_no_mark(page, adress):
    page.goto(adress)
    page.fill("[name=text]", f"😀👩‍🏫 {UTPEKAT}")
    fynd(page, TELEFON).wait_for()

    assert page.locator(".skrivlager-bakom mark").all_inner_texts() == [KLASS, TELEFON]


def test_the_form_is_filled_in_and_mended_by_keys_alone(page, adress):
    page.goto(adress)
    _till(page, "#id_slag_0")
    page.keyboard.press("Space")
    _till(page, "[name=nar]")
    page.keyboard.press("Space")
    _till(page, "#id_text")
    page.keyboard.type(UTPEKAT)
    fynd(page, TELEFON).wait_for()
    _till(page, ".fynd-knappar button:has-text('högstadie')")
    page.keyboard.press("Enter")
    fynd(page, KLASS).wait_for(state="detached")
    fynd(page, TELEFON).wait_for()
    _till(page, ".fynd-knappar button:has-text('Ta bort')")
    page.keyboard.press("Enter")
    page.locator(".vakt-lista").wait_for(state="detached")
    _till(page, ".knapprad button")
    with page.expect_navigation():
        page.keyboard.press("Enter")

    assert mottagen(page)
    assert "högstadie" in Blankett.objects.get().text


def _till(page, vad):
    """Press Tab until what is asked for has the focus."""
    for _ in range(80):
        if page.locator(f"{vad}:focus").count():
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{vad} never had the focus")


def test_without_javascript_the_same_is_chosen_when_it_is_sent(ny_sida, adress):
    page = ny_sida(360, 740, java_script_enabled=False)
    page.goto(adress)
    kryssa(page)
    page.fill("[name=text]", UTPEKAT)
    skicka(page)
    assert page.locator(".vakt-text mark").all_inner_texts() == [KLASS, TELEFON]

    page.check(f".fynd:has-text('{KLASS}') label:has-text('högstadie') >> nth=0")
    page.check(f".fynd:has-text('{TELEFON}') label:has-text('Ta bort det')")
    skicka(page)

    assert mottagen(page)
    text = Blankett.objects.get().text
    assert "högstadie" in text
    assert TELEFON not in text


def test_what_is_shown_without_javascript_is_accessible(ny_sida, adress, axe):
    """Its scripts alone are missing: axe is one too."""
    page = ny_sida()
    page.route("**/skript/*", lambda f: f.fulfill(body="", content_type=SKRIPT))
    page.goto(adress)
    kryssa(page)
    page.fill("[name=text]", UTPEKAT)
    skicka(page)

    assert page.locator("fieldset.fynd").count() == 2
    granska(page, axe)


def test_an_unsent_text_is_kept_nowhere_but_on_the_page(page, adress):
    page.goto(adress)
    kryssa(page)
    page.fill("[name=text]", UTPEKAT)
    fynd(page, TELEFON).wait_for()

    assert not any(TELEFON in ett for ett in page.evaluate(SPARAT))
    assert not any(TELEFON in kaka["value"] for kaka in page.context.cookies())
    page.on("dialog", lambda ruta: ruta.accept())
    page.reload()
    assert page.input_value("[name=text]") == ""
    assert not page.is_checked("[name=slag][value=klotter]")


def test_leaving_with_unsent_words_is_asked_about(page, adress):
    page.goto(adress)
    page.click("[name=text]")
    page.keyboard.type(LUGNT)
    fragor = []
    page.on("dialog", lambda ruta: (fragor.append(ruta.type), ruta.dismiss()))
    page.click("text=Har du en kvittokod?", no_wait_after=True)
    page.wait_for_timeout(300)

    assert fragor == ["beforeunload"]
    assert page.input_value("[name=text]") == LUGNT


def test_a_sent_form_does_not_come_back_with_its_words(page, adress):
    """At a computer that others use: the next one presses back."""
    page.goto(reverse("loften"))
    page.goto(adress)
    kryssa(page)
    page.fill("[name=text]", LUGNT)
    skicka(page)
    kod = mottagen(page)

    page.go_back()
    assert page.input_value("[name=text]") == ""
    assert page.locator("[name=slag]:checked").count() == 0
    with contextlib.suppress(Error):  # the browser kept no page to go forward to
        page.go_forward()
    page.wait_for_timeout(500)
    assert page.locator(f"text={kod}").count() == 0


def test_without_a_network_the_words_stay_on_the_page(page, adress, webbfel):
    page.goto(adress)
    kryssa(page)
    page.fill("[name=text]", LUGNT)
    page.context.set_offline(True)
    page.click(SKICKA)
    page.wait_for_selector("text=Det går inte att nå oss just nu")

    assert page.input_value("[name=text]") == LUGNT
    page.context.set_offline(False)
    skicka(page)
    assert mottagen(page)
    assert all("ERR_INTERNET_DISCONNECTED" in fel for fel in webbfel)
    webbfel.clear()


def test_the_promises_are_read_on_a_phone(telefon, namnd, axe):
    telefon.goto(reverse("loften"))
    telefon.tap("summary >> nth=0")

    assert telefon.is_visible("code >> nth=0")
    granska(telefon, axe)
