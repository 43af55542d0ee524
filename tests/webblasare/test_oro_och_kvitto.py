"""The guide, the receipt and the units' page in a real Chromium: on keys, no script.

Each walk is one that a stressed person does, so none may need JavaScript or a mouse.
"""

import io

import pypdf
import pytest
from django.urls import reverse

from blanketter.handlingar import ta_emot
from blanketter.handlingar.dialog import stalla_fraga
from blanketter.handlingar.lasa import lasa
from blanketter.models import Blankett, Enhetssvar, Meddelande, Rapportering
from tests.bygge import ny_anvandare, ny_blankett, ny_enhet, ny_kontakt, ny_namnd
from vbeplan.organisation.models import Ratt

pytestmark = pytest.mark.django_db(transaction=True)
AKTIVT = "document.activeElement.textContent.trim()"
SVAR = "Ja, också på toaletterna på samma plan."


@pytest.fixture
def namnd(transactional_db):
    return ny_namnd("ekhamra")


@pytest.fixture
def utan_skript(ny_sida):
    return ny_sida(360, 740, java_script_enabled=False)


@pytest.fixture
def mottagen(namnd):
    """A form that has been received, and its code."""
    ny = ny_blankett(namnd)
    falt = {"slag": ny.slag, "miljo": ny.miljo, "text": "Ett klistermärke på en dörr."}
    falt |= {"period_typ": ny.period_typ, "period_start": ny.period_start}
    return ta_emot(namnd, falt, "prov")


def ga_till(page, text, mest=30):
    """Press Tab until what has focus says `text`."""
    for _ in range(mest):
        page.keyboard.press("Tab")
        if text in page.evaluate(AKTIVT):
            return
    pytest.fail(f"Tab never came to {text}")


def oppna_kvittot(page, kod):
    page.goto(reverse("kvitto"))
    page.fill("[name=kod]", kod.replace(" ", ""))
    page.keyboard.press("Enter")
    page.wait_for_selector("h1:has-text('Din blankett')")


def test_a_phone_dials_from_the_guide_and_finds_the_form(namnd, utan_skript):
    ny_kontakt(namnd)
    page = utan_skript
    page.goto(reverse("oro"))

    page.wait_for_url(f"**{reverse('rutin', args=['ekhamra'])}")  # the only board
    nummer = [a.get_attribute("href") for a in page.locator("a[href^='tel:']").all()]
    assert nummer == ["tel:112", "tel:11414", "tel:0101234560"]
    for a in page.locator("a[href^='tel:']").all():
        assert a.bounding_box()["height"] >= 44
    page.click("a.btn:has-text('Fyll i blanketten')")
    page.wait_for_url(f"**{reverse('blankett', args=['ekhamra'])}")


def test_the_chart_is_the_narrow_one_on_a_phone_and_the_wide_one_beside(namnd, ny_sida):
    for bredd, visas, inte in ((360, "smal", "bred"), (1280, "bred", "smal")):
        page = ny_sida(bredd, 800)
        page.goto(reverse("rutin", args=["ekhamra"]))
        assert page.locator(f".flode-{visas}").is_visible()
        assert not page.locator(f".flode-{inte}").is_visible()


def test_a_screen_reader_gets_the_chart_as_a_named_image_and_a_list(namnd, page):
    page.goto(reverse("rutin", args=["ekhamra"]))
    bild = page.get_by_role("img", name="Flödesschema: rutin vid oro eller händelse")
    assert bild.count() == 1
    assert page.locator("figure.flode ol li").count() == 5


def test_the_sheet_is_one_page_from_the_browsers_own_printer_too(namnd, page):
    ny_kontakt(namnd)
    page.goto(reverse("rutin_utskrift", args=["ekhamra"]))

    papper = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages

    text = " ".join(papper[0].extract_text().split())
    assert len(papper) == 1
    assert "Ring 112" in text
    assert "/oro/ekhamra/" in text
    assert "Tillbaka till rutinen" not in text


def test_a_unit_has_nothing_to_report_by_one_press_of_a_key(namnd, ny_sida, axe):
    # So long to answer that the last quarter can be answered for on any day.
    Rapportering.objects.create(namnd=namnd, periodtyp="kvartal", svarstid=92)
    enhet = ny_enhet(namnd, "Eken")
    page = ny_sida(360, 740)
    page.goto(enhet.lank())
    axe(page)

    ga_till(page, "Inget att rapportera")
    page.keyboard.press("Enter")
    page.wait_for_selector("[role=status]")

    assert Enhetssvar.objects.count() == 1
    assert "Tack!" in page.evaluate(AKTIVT)
    axe(page)
    page.reload()  # the same press once more
    assert Enhetssvar.objects.count() == 1


def test_the_writer_answers_without_script(namnd, mottagen, utan_skript):
    blankett, kod = mottagen
    samordnare = ny_anvandare(Ratt.SAMORDNARE, namnd)
    lasa(blankett, av=samordnare)
    stalla_fraga(blankett, "Satt de på fler ställen?", "prov", av=samordnare)

    oppna_kvittot(utan_skript, kod)
    assert "Satt de på fler ställen?" in utan_skript.inner_text("main")
    utan_skript.fill("[name=text]", SVAR)
    utan_skript.click("text=Granska och skicka")

    assert "Ditt svar har kommit fram" in utan_skript.inner_text("main")
    assert Meddelande.objects.svar().get().text == SVAR


def test_the_writer_takes_back_an_unread_form_with_the_keyboard(mottagen, page, axe):
    blankett, kod = mottagen
    oppna_kvittot(page, kod)
    ga_till(page, "Ta tillbaka blanketten")
    page.keyboard.press("Enter")
    page.wait_for_selector("h1:has-text('Ta tillbaka blanketten?')")
    axe(page)
    ga_till(page, "Ta tillbaka blanketten")
    page.keyboard.press("Enter")
    page.wait_for_selector("[role=status]")

    blankett.refresh_from_db()
    assert blankett.status == Blankett.Status.ATERTAGEN
    assert "Du har tagit tillbaka blanketten" in page.evaluate(AKTIVT)
    axe(page)


def test_who_is_done_leaves_no_code_behind_in_the_browser(mottagen, page):
    _, kod = mottagen
    oppna_kvittot(page, kod)
    page.click("text=Jag är klar")
    page.wait_for_selector("[name=kod]")

    assert page.input_value("[name=kod]") == ""
    assert kod.replace(" ", "") not in page.url
    kakor = [kaka["value"] for kaka in page.context.cookies()]
    assert not any(kod.replace(" ", "") in varde for varde in kakor)
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
