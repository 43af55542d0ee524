"""The board decides, the plan is sealed, KS approves; anybody may check the file."""

import re

from tests.webblasare.aretsteg import (
    breven,
    folj,
    fyll,
    hamta,
    pa_bordet,
    sager,
    sidorna,
    tryck,
)
from tests.webblasare.aretsteg_planen import till_gangen


def skickar_planen_till_namnden(page, ar):
    """What granskning warns of is ticked off, one by one; then the plan is locked."""
    till_gangen(page, ar)
    folj(page, "Skicka till nämnden")
    for ruta in page.get_by_role("checkbox").all():
        ruta.check()
    tryck(page, "Skicka till nämnden")
    sager(page, "Hos nämnden")


def registreras(page, ar, paragraf):
    """The plan is sealed as it stands, and can never be changed."""
    till_gangen(page, ar)
    folj(page, "Registrera beslutet")
    fyll(page, {"Paragraf": paragraf, "Diarienummer": "EKH 12/34"})
    tryck(page, "Registrera och försegla planen")
    sager(page, "Utgåva 2")


def laser_den_forseglade_planen(page, ar, paragraf):
    """Return the PDF; its last page says which edition it is."""
    till_gangen(page, ar)
    folj(page, "Utgåva 2")
    fingeravtryck = re.search(r"(?:[0-9a-f]{8} ?){8}", page.inner_text("main"))[0]
    namn, pdf = hamta(page, "Hämta planen (PDF)")
    sista = sidorna(pdf)[-1]
    assert namn.endswith(".pdf")
    for ord_ in ("Utgåva 2", paragraf, *fingeravtryck.split()):
        assert ord_ in sista
    assert "Värdar på torget" in " ".join(sidorna(pdf))
    return pdf


def kommer_i_ett_brev(epost, pdf):
    """The board's secretary has the file that was sealed, and no other."""
    _, bytes_, _ = breven(epost)[-1].attachments[0]
    assert bytes_ == pdf


def kontrollerar(page, pdf, besked):
    """Anybody, without signing in: is this what a board has decided?"""
    page.goto("/oppet/kontrollera/")
    fil = {"name": "plan.pdf", "mimeType": "application/pdf", "buffer": pdf}
    page.locator("input[type=file]").set_input_files(fil)
    tryck(page, "Kontrollera", exakt=False)
    sager(page, besked)


def en_byte_andrad(pdf):
    """The file as somebody else would have it."""
    return pdf[:2000] + bytes([pdf[2000] ^ 1]) + pdf[2001:]


def godkanns_med_villkor(page, ar, dag, villkor):
    till_gangen(page, ar)
    folj(page, "Registrera kommunstyrelsens beslut")
    page.get_by_label("Godkände planen med villkor").check()
    fyll(page, {"Dag": dag, "Paragraf": "§ 90", "Villkor, ett på varje rad": villkor})
    tryck(page, "Registrera")
    sager(page, villkor)


def delar_med_staden(page, ar):
    till_gangen(page, ar)
    tryck(page, "Dela med staden")


def ser_hur_det_star_i_staden(page):
    """The city's coordinator, on the plan that has been shared with her."""
    pa_bordet(page, "Ekhamra stadsdelsnämnd har delat sin plan")
    folj(page, "Läget i staden")
    sager(page, "Ekhamra stadsdelsnämnd")
    sager(page, "Godkänd av KS")


def bockar_av_villkoret(page, villkor, dag):
    """From the desk, which says that a condition is left."""
    folj(page, "Visa villkoren", exakt=False)
    folj(page, re.compile(rf"Bocka av.*{villkor}"))
    fyll(page, {"Uppfyllt den dag": dag, "Hur uppfylldes det?": "Muntligt."})
    tryck(page, "Spara")
    sager(page, "Uppfyllt")


def publicerar_planen(page, ar):
    till_gangen(page, ar)
    folj(page, "Utgåva 2")
    tryck(page, "Publicera planen")


def laser_den_publicerade_planen(page, pdf):
    """The public, by the address that the board has given out."""
    page.goto("/oppet/ekhamra/")
    sager(page, "godkände planen med villkor")
    # The browser shows it in its own reader, which a test can't look into.
    adress = page.get_by_role("link", name="Läs planen").get_attribute("href")
    assert page.request.get(adress).body() == pdf
