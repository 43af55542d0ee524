"""Staff tell what they have seen, without signing in; the coordinator handles it."""

import re

from tests.webblasare.aretsteg import falt, folj, sager, tryck


def skriver(page, text):
    """Staff, from the address on the notice in the staff room; returns the receipt."""
    page.goto("/oro/")
    folj(page, "Fyll i blanketten")
    page.get_by_label("Klotter eller klistermärken").check()
    page.get_by_label("Den autonoma miljön").check()
    page.get_by_label("Den här veckan", exact=False).check()
    falt(page, "Beskriv vad du såg eller hörde").fill(text)
    tryck(page, "Granska och skicka")
    return page


def skriver_om(page, text):
    """What the guard found may not go on; returns the receipt's code, shown once."""
    sager(page, "kan peka ut någon")
    falt(page, "Beskriv vad du såg eller hörde").fill(text)
    tryck(page, "Granska och skicka")
    sager(page, "Tack! Blanketten är mottagen")
    return page.locator(".kvittokod").inner_text()


def tar_hand_om_den(page, ar):
    """From the desk: read, class, count it in the year's picture, ask the writer."""
    folj(page, "Läs", exakt=False)
    folj(page, re.compile(r"^\w{4}-\w{4}$"))
    tryck(page, "Öppna och läs texten")
    page.get_by_label("Tydlig händelse").check()
    falt(page, "Lägesbildens år").select_option(str(ar))
    tryck(page, "Spara och ta med i lägesbilden")
    sager(page, f"Ingår i lägesbilden {ar}")
    page.get_by_label("Din fråga").fill("Satt det på fler våningar?")
    tryck(page, "Skicka frågan")


def svarar_med_kvittokoden(page, kod):
    """The writer, still unknown, sees how it went and answers."""
    page.goto("/oro/kvitto/")
    page.get_by_label("Din kvittokod").fill(kod)
    tryck(page, "Visa")
    sager(page, "Satt det på fler våningar?")
    page.get_by_label("Ditt svar").fill("Ja, på två våningar.")
    tryck(page, "Granska och skicka")


def laser_svaret(page):
    folj(page, "Läs svaret", exakt=False)
    folj(page, re.compile(r"^\w{4}-\w{4}$"))
    sager(page, "Ja, på två våningar.")
    tryck(page, "Jag har läst svaret")
