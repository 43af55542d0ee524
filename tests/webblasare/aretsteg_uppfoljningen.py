"""Follow-up of the first tertial: by login, by a link in a letter, then the report."""

import io

from docx import Document
from playwright.sync_api import expect

from tests.webblasare.aretsteg import (
    TALAMOD,
    breven,
    falt,
    folj,
    fyll,
    hamta,
    lanken,
    sager,
    sidorna,
    tryck,
)
from tests.webblasare.aretsteg_planen import till_gangen

RESULTAT = {
    "Föräldracafé": ("Genomförd", "Tolv träffar."),
    "Utbildning": ("Försenad", "Inte påbörjad."),
    "Värdar på torget": ("Pågår", "Två kvällar i veckan."),
}


def till_tillfallet(page, ar):
    till_gangen(page, ar)
    folj(page, "Uppföljning", i="main")
    folj(page, f"Tertialrapport 1 {ar}")


def oppnar_tillfallet(page, ar, senast):
    till_gangen(page, ar)
    folj(page, "Uppföljning", i="main")
    folj(page, "Öppna ett tillfälle")
    falt(page, "Tillfälle").select_option("Tertialrapport 1")
    fyll(page, {"År": str(ar), "Svar senast": senast})
    tryck(page, "Öppna tillfället")
    sager(page, "3 av 3 aktiviteter saknar rapport")


def skickar_lanken(page, roll, epost):
    """Who has no address gets no letter, and the page says so."""
    folj(page, "Skicka länkar till", exakt=False)
    for ruta in page.locator(".mottagare").get_by_role("textbox").all():
        ruta.fill("")
    fyll(page, {roll: epost})
    tryck(page, "Skicka breven")


def rapporterar_inloggad(page, aktivitet):
    """From her own desk, the activities of her roles and no others."""
    folj(page, "Rapportera", exakt=False)
    _rapporterar(page, aktivitet)


def rapporterar_med_lanken(page, epost, aktivitet):
    """By the newest letter's link, without signing in."""
    page.goto(lanken(breven(epost)[-1]))
    _rapporterar(page, aktivitet)


def _rapporterar(page, aktivitet):
    folj(page, aktivitet, exakt=False)
    _fyller_i(page, aktivitet)


def _fyller_i(page, aktivitet):
    lage, resultat = RESULTAT[aktivitet]
    page.get_by_label(lage, exact=True).check()
    fyll(page, {"Resultat": resultat})
    tryck(page, "Spara")


def paminner_om_det_som_saknas(page, ar):
    till_tillfallet(page, ar)
    folj(page, "Påminn 1 roll")
    tryck(page, "Skicka breven")


def rapporterar_for_rollen_utan_adress(page, ar, aktivitet, nummer):
    """Nobody could be asked, so the coordinator tells it; a delay wants its reason."""
    till_tillfallet(page, ar)
    folj(page, f"Rapportera aktivitet {nummer}")
    _fyller_i(page, aktivitet)
    sager(page, "En sak behöver rättas")
    fyll(page, {"Varför?": "Chefen har slutat."})
    tryck(page, "Spara")


def stanger_tillfallet(page, ar):
    """What has been reported is locked from then on."""
    till_tillfallet(page, ar)
    sager(page, "Alla 3 aktiviteter är rapporterade")
    folj(page, "Stäng tillfället")
    tryck(page, "Stäng", exakt=False)
    sager(page, "Stängt")


def lanken_galler_inte_langre(page, epost):
    page.goto(lanken(breven(epost)[-1]))
    sager(page, "Länken gäller inte")


def hamtar_rapporten(page, ar):
    """The tertial report's part, as a page, as PDF and as Word."""
    _, resultat = RESULTAT["Värdar på torget"]
    till_tillfallet(page, ar)
    folj(page, "Visa rapporten")
    sager(page, resultat)
    _, pdf = hamta(page, "PDF")
    assert resultat in " ".join(sidorna(pdf))
    namn, word = hamta(page, "Word")
    assert namn.endswith(".docx")
    text = "\n".join(cell.text for cell in _cellerna(word))
    assert resultat in text


def _cellerna(word):
    tabeller = Document(io.BytesIO(word)).tables
    return [cell for tabell in tabeller for rad in tabell.rows for cell in rad.cells]


def hamtar_overlamningen(page, ar, ska_sta):
    """What the next coordinator needs, in one file."""
    till_gangen(page, ar)
    folj(page, "Överlämning")
    _, pdf = hamta(page, "PDF")
    allt = " ".join(sidorna(pdf))
    for ord_ in (*ska_sta, "Klotterstatistik"):
        assert ord_ in allt


def borjar_pa_nasta_ars_plan(page, ar):
    """Offered of the plan that has been followed up; the results stand beside."""
    till_gangen(page, ar)
    folj(page, "Börja nästa plan")
    tryck(page, "Skapa planen")
    sager(page, "Nu är det dags att revidera")
    for aktivitet, (lage, resultat) in RESULTAT.items():
        rad = page.get_by_role("group", name=aktivitet)
        expect(rad).to_contain_text(f"{lage}. {resultat}", timeout=TALAMOD)
