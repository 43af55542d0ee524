"""The whole outcome in a real Chromium: last year's Word plan becomes the board's PDF.

Once as most people do it, once with the keyboard alone, once without JavaScript.
"""

import io
import re

import pypdf
import pytest
from django.urls import reverse

from aktiviteter.models import Aktivitet, Handlingsplan
from tests.webblasare.skrivytor import skrivyta
from tests.webblasare.wordplan import FOTNOT, wordplan
from vbeplan.organisation.models import Roll
from vbeplan.start.management.commands.ladda_demo import ladda

SAMORDNARE = "samordnare@ekhamra.example"
NY_ROLL = "Trygghetsvärd på Norrgläntans torg"
FOKUS = r"""() => {
  const e = document.activeElement, s = getComputedStyle(e);
  const r = e.getBoundingClientRect();
  const mitt = document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2);
  return {
    namn: (e.labels?.[0] || e).textContent.replace(/\s+/g, " ").trim(),
    markor: `${e.tagName} ${[...document.all].indexOf(e)}`,
    dag: e.type === "date",
    sida: e === document.body,
    ring: s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2,
    framme: !!mitt && (e.contains(mitt) || mitt.contains(e)),
  };
}"""


@pytest.fixture
def granby(transactional_db):
    """The demo's city, whose coordinator has plans for 2026 and 2027 but not 2025."""
    ladda()


def logga_in_i_formularet(page):
    page.goto(reverse("account_login"))
    page.fill("input[name=login]", SAMORDNARE)
    page.fill("input[name=password]", "granby-demo")
    page.press("input[name=password]", "Enter")
    page.wait_for_url(lambda url: reverse("account_login") not in url)


def klicka(page, vad):
    """Click what leads to another page, and wait for that page."""
    with page.expect_navigation():
        page.click(vad)


def oppna(page, vad):
    """Click what opens in its place, and wait for the form."""
    page.click(vad)
    page.wait_for_selector(".ruta form")


def spara(page):
    """Save what is open in its place, and wait until it is paper again."""
    page.click(".ruta button >> text=/^Spara$/")
    page.wait_for_selector(".ruta", state="detached")


def hamta_in(page):
    """Choose the Word file and come to the preview."""
    page.goto(reverse("plan_importera"))
    fil = {"name": "Plan.docx", "mimeType": "", "buffer": wordplan()}
    page.set_input_files("input[name=fil]", fil)
    klicka(page, "text=Läs filen")


def las_pdf(page, lank):
    """Download by pressing the link; return the pages' words, without line breaks."""
    with page.expect_download() as hamtning:
        lank.click()
    hamtad = hamtning.value
    assert hamtad.suggested_filename.endswith(".pdf")
    sidor = pypdf.PdfReader(io.BytesIO(hamtad.path().read_bytes())).pages
    return [" ".join(sida.extract_text().split()) for sida in sidor]


def utan_mjuka(text):
    """The words without the soft hyphens that let a narrow column break them."""
    return text.replace("\u00ad", "")


def kapitel(plan):
    return [a.rubrik for a in plan.avsnitt.i_lasordning()]


def test_last_years_word_plan_becomes_the_boards_pdf(granby, page):
    logga_in_i_formularet(page)
    _hamtar_in_och_granskar(page)
    plan = Handlingsplan.objects.get(namnd__kort="ekhamra", ar=2025)

    _rattar_datumet(page)
    _skriver_om_ett_kapitel(page)
    _lagger_till_en_aktivitet(page, plan)
    _flyttar_ett_kapitel(page, plan)

    sidor = las_pdf(page, page.locator(".atgarder >> text=Hämta PDF"))
    _granskar_pdf(sidor)


def _hamtar_in_och_granskar(page):
    klicka(page, ".meny >> text=Planer")
    klicka(page, "main >> text=Hämta in Word-filen")
    hamta_in(page)
    text = page.inner_text("main")
    assert "Plan.docx gav 4 kapitel och 3 aktiviteter" in text
    for fakta in ("EKH 2025/88-1.3", "2025-04-24", "Ekhamra stadsdelsnämnd"):
        assert fakta in text
    anmarkningar = page.locator(".anmarkning").all_inner_texts()
    assert any("Datumet 2025-31-12 finns inte" in a for a in anmarkningar)
    assert any("Kolumnrubriken är tom" in a for a in anmarkningar)
    uppfoljning = page.locator("td[data-etikett=Uppföljning]").nth(1).inner_text()
    assert "förstås som Tertialrapport 2 2025" in utan_mjuka(uppfoljning)
    assert not Handlingsplan.objects.filter(ar=2025).exists()
    klicka(page, "#bekrafta >> text=Skapa planen")
    assert "Planen är skapad" in page.inner_text(".meddelanden")


def _rattar_datumet(page):
    oppna(page, ".anmarkning-stopp >> text=Rätta")
    assert "Menade du 2025-12-31?" in page.inner_text(".tolkning-fel")
    page.fill("[name=tidplan_text]", "2025-12-31")
    spara(page)
    assert "Utbildning för fritidsledare" in page.inner_text(".meddelanden")
    assert page.locator(".anmarkning-stopp").count() == 0


def _skriver_om_ett_kapitel(page):
    oppna(page, "text=Redigera kapitel 2")
    text = skrivyta(page, "[name=text]").yta
    assert "att se tidigt" in text.inner_text()
    text.focus()
    for tangent in ("Control+End", *["Enter"] * 2):
        page.keyboard.press(tangent)
    page.keyboard.type("Vi möts ")
    page.keyboard.press("Control+b")
    page.keyboard.type("varje månad")
    spara(page)
    assert page.locator(".ark strong >> text=varje månad").is_visible()


def _lagger_till_en_aktivitet(page, plan):
    oppna(page, "text=Lägg till aktivitet i kapitel 3")
    page.fill("[name=titel]", "Värdar på torget")
    beskrivning = skrivyta(page, "[name=beskrivning]").yta
    beskrivning.fill("Vuxna som finns på plats på kvällarna.")
    page.fill("[name=ansvar-0-roll]", NY_ROLL)
    page.fill("[name=tidplan_text]", "Löpande")
    page.click(".ruta button >> text=/^Spara$/")

    assert "behöver en dag" in page.inner_text(".felsammanfattning")
    assert page.input_value("[name=titel]") == "Värdar på torget"
    assert page.input_value("[name=ansvar-0-roll]") == NY_ROLL
    assert plan.aktiviteter.count() == 3
    page.fill("[name=avstamning]", "2025-08-31")
    spara(page)

    ny = plan.aktiviteter.get(titel="Värdar på torget")
    assert ny.ansvar.get().roll == Roll.objects.get(namn=NY_ROLL)
    oppna(page, f"text=Redigera aktivitet {ny.nummer}")
    tolkning = page.inner_text(".tolkning >> nth=0")
    assert "Löpande – nästa avstämning 31 augusti 2025" in tolkning
    page.click(".ruta [data-avbryt]")
    page.wait_for_selector(".ruta", state="detached")


def _flyttar_ett_kapitel(page, plan):
    page.hover("section.kapitel:has-text('Så arbetar vi')")
    page.click("text=Flytta kapitel 2")
    page.click(".flyttrad >> text=Upp")
    page.wait_for_selector("#besked >> text=Flyttad till plats 1 av 4.")
    assert kapitel(plan)[:2] == ["Så arbetar vi", "Inledning och syfte"]


def _granskar_pdf(sidor):
    allt = " ".join(sidor)
    assert "Handlingsplan mot våldsbejakande extremism" in sidor[0]
    assert f"{len(sidor)} ({len(sidor)})" in sidor[-1]
    assert re.search("1 Så arbetar vi.*2 Inledning och syfte.*3 Förebyggande", allt)
    for ord_ in ("Värdar på torget", NY_ROLL, "varje månad", FOTNOT):
        assert ord_ in allt
    assert "2025-31-12" not in allt


def test_the_keyboard_alone_leads_from_sign_in_to_a_saved_activity(granby, page):
    ekhamras = Aktivitet.objects.filter(plan__namnd__kort="ekhamra")
    aktivitet = ekhamras.filter(plan__status="utkast").first()
    page.goto("/")
    tabba_till(page, "E-post")
    page.keyboard.type(SAMORDNARE)
    tabba_till(page, "Lösenord")
    page.keyboard.type("granby-demo")
    tryck(page, "Logga in")
    tryck(page, "Planer")
    tryck(page, f"{aktivitet.plan.titel} {aktivitet.plan.ar}")
    tabba_till(page, f"Redigera aktivitet {aktivitet.nummer}")
    page.keyboard.press("Enter")
    page.wait_for_selector(".ruta form")
    assert page.evaluate(FOKUS)["namn"] == "Aktivitet"
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type("Skriven utan mus")
    tabba_till(page, "Spara")
    page.keyboard.press("Enter")

    page.wait_for_selector(".ruta", state="detached")
    aktivitet.refresh_from_db()
    assert aktivitet.titel == "Skriven utan mus"


def tryck(page, namn):
    tabba_till(page, namn)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def tabba_till(page, namn):
    """Press Tab until the stop of that name; every stop on the way must be seen."""
    forra, osynliga = None, []
    for _ in range(200):
        page.keyboard.press("Tab")
        stopp = page.evaluate(FOKUS)
        if not stopp["sida"] and not stopp["dag"]:  # a day is three stops of its own
            assert stopp["markor"] != forra, f"trap at {forra}"
        forra = stopp["markor"]
        if not stopp["sida"] and not (stopp["ring"] and stopp["framme"]):
            osynliga.append(stopp)
        if stopp["namn"].removesuffix(" (frivilligt)") == namn:
            break
    else:
        pytest.fail(f"{namn} is out of reach on {page.url}")
    assert osynliga == [], page.url


def test_without_javascript_the_main_deeds_work(granby, ny_sida):
    page = ny_sida(java_script_enabled=False)
    logga_in_i_formularet(page)
    hamta_in(page)
    klicka(page, "#bekrafta >> text=Skapa planen")
    plan = Handlingsplan.objects.get(namnd__kort="ekhamra", ar=2025)

    klicka(page, "text=Redigera kapitel 1")
    page.fill("[name=rubrik]", "Varför vi har en plan")
    klicka(page, "button >> text=/^Spara$/")
    klicka(page, "tr:has-text('Trygghetsvandring') >> text=Redigera")
    page.fill("[name=titel]", "Vandring i Ekbacken")
    page.fill("[name=ansvar-1-roll]", NY_ROLL)
    klicka(page, "button >> text=/^Spara$/")
    klicka(page, "text=Redigera kapitel 2")
    klicka(page, "text=Flytta upp kapitlet")

    assert kapitel(plan)[:2] == ["Så arbetar vi", "Varför vi har en plan"]
    vandring = plan.aktiviteter.get(titel="Vandring i Ekbacken")
    assert [a.roll.namn for a in vandring.ansvar.all()] == [
        "Säkerhetssamordnare",
        NY_ROLL,
    ]
    allt = " ".join(las_pdf(page, page.locator(".atgarder >> text=Hämta PDF")))
    assert "Vandring i Ekbacken" in allt
    assert NY_ROLL in allt
