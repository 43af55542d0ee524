"""Next year's plan: begun from the last one, every activity decided, the board told."""

import re

from playwright.sync_api import expect

from tests.webblasare.aretsteg import TALAMOD, folj, fyll, sager, tryck
from tests.webblasare.aretsteg_lagesbilden import IAKTTAGELSEN
from tests.webblasare.aretsteg_planen import till_gangen, till_planen

SKALET = "Fastighetsägarna går själva varje vecka."


def borjar_pa_nasta_plan(page, ar):
    """From the desk, where the plan that is decided says that the next one waits."""
    folj(page, re.compile(f"Börja på planen för {ar}"))
    tryck(page, "Skapa planen")
    sager(page, "Nu är det dags att revidera")


def beslutar_om_varje_aktivitet(page):
    """One is kept, one changed, one ended; what isn't kept has to have a reason."""
    folj(page, "Gå igenom", exakt=False)
    valj = {"1 Föräldracafé": "Behåll", "2 Utbildning": "Ändra", "3 Trygg": "Avsluta"}
    for rad, val in valj.items():
        page.get_by_role("group", name=rad).get_by_label(val, exact=True).check()
    tryck(page, "Spara besluten")
    sager(page, "beslut är inte sparade")
    page.get_by_label("Skäl för aktivitet 2").fill("Den gick inte att följa upp.")
    page.get_by_label("Skäl för aktivitet 3").fill(SKALET)
    tryck(page, "Spara besluten")
    sager(page, "Alla 3 har ett beslut")


def rattar_aktiviteten(page, ar):
    """The date that doesn't exist, which the board has decided once, is put right."""
    till_planen(page, ar)
    page.get_by_role("link", name="Redigera aktivitet 2", exact=True).click()
    ruta = page.locator(".ruta")
    ruta.get_by_label("Tidplan").fill(f"{ar}-11-30")
    ruta.get_by_label("Uppföljning").fill(f"VB {ar}")
    _stanger(ruta)


def lagger_till_en_aktivitet_mot_behovet(page, ar):
    """The need that the picture tells of gets somebody who answers for it."""
    till_planen(page, ar)
    page.get_by_role("link", name="Lägg till aktivitet i kapitel 3").click()
    ruta = page.locator(".ruta")
    fyll(ruta, {"Aktivitet": "Värdar på torget", "Tidplan": f"T.o.m. {ar}-12-31"})
    fyll(ruta, {"Uppföljning": f"VB {ar}"})
    ruta.get_by_label("Roll", exact=True).first.fill("Säkerhetssamordnare")
    ruta.get_by_label(IAKTTAGELSEN).check()
    _stanger(ruta)
    sager(page, "Värdar på torget")


def _stanger(ruta):
    ruta.get_by_role("button", name="Spara", exact=True).click()
    expect(ruta).to_have_count(0, timeout=TALAMOD)


def lagger_in_bildens_texter(page):
    """What the picture says becomes the plan's chapter, with its tables and charts."""
    folj(page, "Lägesbild")
    folj(page, "Lägg in texterna i planen", exakt=False)
    tryck(page, "Lägg in i planen")
    sager(page, "Lägesbildens texter är inlagda i planen")


def ser_andringarna(page, ar):
    """What the board is going to read of what has changed, and why."""
    till_gangen(page, ar)
    folj(page, "Ändringar sedan förra planen")
    for ord_ in ("1 ny aktivitet", "1 ändrad aktivitet", "1 upphörd aktivitet", SKALET):
        sager(page, ord_)
