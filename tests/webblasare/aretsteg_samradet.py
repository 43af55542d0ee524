"""The year's days and the consultation: who is asked, what she says, what it led to."""

from tests.webblasare.aretsteg import falt, folj, fyll, sager, tryck
from tests.webblasare.aretsteg_planen import till_gangen


def skriver_in_sammantradet(page, dag):
    """From the desk; the days of the year are counted from it."""
    folj(page, "Skriv in dagen", exakt=False)
    fyll(page, {"Nämndens sammanträde": dag})
    tryck(page, "Spara dagen")


def prenumererar_pa_kalendern(page, nagon):
    """The link is the program's; a calendar reads it without signing in."""
    folj(page, "Visa i din kalender")
    kalender = nagon.request.get(
        page.get_by_role("textbox", name="Länken").input_value()
    ).text()
    assert kalender.startswith("BEGIN:VCALENDAR")
    assert "Nämnden beslutar" in kalender


def skickar_planen_pa_samrad(page, ar):
    till_gangen(page, ar)
    tryck(page, "Skicka på samråd")
    sager(page, "På samråd")


def fragar(page, ar, namn, svar_senast):
    """The letter is read before it goes."""
    till_gangen(page, ar)
    folj(page, "Samråd och yttranden")
    folj(page, "Lägg till en egen")
    fyll(page, {"Vem": namn, "E-post": "utbildning@granby.example"})
    falt(page, "Slag").select_option("Annan nämnd")
    tryck(page, "Spara")
    folj(page, "Fråga om synpunkter")
    fyll(page, {"Svar senast": svar_senast})
    page.get_by_label("Skicka med det som Word-fil").check()
    tryck(page, "Visa breven")
    tryck(page, "Skicka brevet")


def for_in_svaret(page, ar, namn, dag, synpunkt):
    """What they said; their remark waits for an answer before the board sees it."""
    till_gangen(page, ar)
    folj(page, "Samråd och yttranden")
    folj(page, namn)
    falt(page, "Läge").select_option("Har svarat")
    fyll(page, {"Svarade": dag, "Vad de svarade": "De tycker att planen är bra."})
    tryck(page, "Spara")
    folj(page, namn)
    folj(page, "Ny synpunkt")
    fyll(page, {"Synpunkt": synpunkt})
    tryck(page, "Spara")


def svarar_pa_synpunkten(page, synpunkt, svar):
    """From the desk, which says that a remark has no answer."""
    folj(page, "Svara", exakt=False)
    folj(page, synpunkt)
    falt(page, "Utfall").select_option("Tas upp senare")
    fyll(page, {"Vårt svar": svar})
    tryck(page, "Spara")
