"""The session ends while somebody writes, and no script runs: nothing is lost."""

from django.contrib.sessions.models import Session

from tests.bygge import LOSENORD


def test_the_text_comes_back_after_sign_in_and_is_saved(
    varld, ny_sida, sitter, webbfel
):
    page = ny_sida(java_script_enabled=False)
    sitter(page, varld.vem, varld.kapitelsida)
    page.fill("[name=rubrik]", "Min nya rubrik")
    page.fill("[name=text]", "Ett långt stycke.\n\nOch ett till.")
    Session.objects.all().delete()

    klicka(page, "button >> text=/^Spara$/")
    assert "undanlagt i två timmar" in page.inner_text("main")
    klicka(page, "text=Logga in och fortsätt")
    page.fill("input[name=login]", varld.vem.epost)
    page.fill("input[name=password]", LOSENORD)
    klicka(page, "button >> text=Logga in")
    assert "Och ett till." in page.inner_text("main")
    klicka(page, "text=Spara nu")

    assert "Sparat: Min nya rubrik." in page.inner_text("body")
    varld.kapitel.refresh_from_db()
    assert "Och ett till." in varld.kapitel.text
    webbfel[:] = [fel for fel in webbfel if "status of 403" not in fel]


def test_she_may_go_on_writing_in_the_form_first(varld, ny_sida, sitter, webbfel):
    page = ny_sida(java_script_enabled=False)
    sitter(page, varld.vem, varld.radsida)
    page.fill("[name=titel]", "Min nya aktivitet")
    page.fill("[name=ansvar-2-roll]", "Trygghetsvärd")
    Session.objects.all().delete()
    klicka(page, "button >> text=/^Spara$/")
    klicka(page, "text=Logga in och fortsätt")
    page.fill("input[name=login]", varld.vem.epost)
    page.fill("input[name=password]", LOSENORD)
    klicka(page, "button >> text=Logga in")
    klicka(page, "text=Öppna i formuläret först")
    assert page.input_value("[name=titel]") == "Min nya aktivitet"
    assert page.input_value("[name=ansvar-2-roll]") == "Trygghetsvärd"
    page.fill("[name=titel]", "Min ännu nyare aktivitet")
    klicka(page, "button >> text=/^Spara$/")
    varld.rad.refresh_from_db()
    assert varld.rad.titel == "Min ännu nyare aktivitet"
    assert varld.rad.ansvar.filter(roll__namn="Trygghetsvärd").exists()
    webbfel[:] = [fel for fel in webbfel if "status of 403" not in fel]


def test_the_pages_on_the_way_are_accessible(varld, page, sitter, webbfel, axe):
    sitter(page, varld.vem, varld.kapitelsida)
    page.fill("[name=rubrik]", "Min mycket nya och långa rubrik")
    Session.objects.all().delete()
    with page.expect_navigation():
        page.evaluate("document.querySelector('form[data-utkast]').submit()")
    axe(page)
    page.click("summary >> text=Det du skrev")
    axe(page)
    page.set_viewport_size({"width": 320, "height": 800})
    axe(page)
    klicka(page, "text=Logga in och fortsätt")
    page.fill("input[name=login]", varld.vem.epost)
    page.fill("input[name=password]", LOSENORD)
    klicka(page, "button >> text=Logga in")
    assert page.locator("h1 >> text=Det du skrev finns kvar").count() == 1
    axe(page)
    webbfel[:] = [fel for fel in webbfel if "status of 403" not in fel]


def klicka(page, vad):
    with page.expect_navigation():
        page.click(vad)
