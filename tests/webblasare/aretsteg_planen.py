"""Last year's plan comes in from Word and is registered as what the board decided."""

import re

from tests.webblasare.aretsteg import folj, fyll, sager, tryck
from tests.webblasare.wordplan import wordplan


def till_planen(page, ar):
    """The way there is by «Planer», whatever page one is on."""
    folj(page, "Planer")
    folj(page, re.compile(rf"^Handlingsplan mot .* {ar}"))


def till_gangen(page, ar):
    till_planen(page, ar)
    folj(page, "Planens gång")


def hamtar_in_forra_arets_plan(page, ar):
    """From the desk of a coordinator who has no plan yet, which asks for it."""
    folj(page, "Hämta in", exakt=False)
    fil = {"name": "Plan.docx", "mimeType": "", "buffer": wordplan(ar)}
    page.locator("input[type=file]").set_input_files(fil)
    tryck(page, "Läs filen")
    sager(page, "Plan.docx gav 4 kapitel och 3 aktiviteter")
    sager(page, f"Datumet {ar}-31-12 finns inte")
    tryck(page, "Skapa planen")
    sager(page, "Planen är skapad")


def registrerar_den_som_beslutad(page, ar):
    """With the faults it was decided with: the impossible date is sealed too."""
    till_planen(page, ar)
    folj(page, "Planens gång")
    folj(page, "Registrera beslutet i efterhand")
    fyll(page, {"Paragraf": "§ 31"})
    tryck(page, "Registrera och försegla planen")
    sager(page, "Beslutet är registrerat och planen är förseglad")


def skriver_in_ks_besked(page, dag):
    """From the desk, which asks for it as soon as the board has decided."""
    folj(page, "Skriv in", exakt=False)
    folj(page, "Registrera kommunstyrelsens beslut")
    page.get_by_label("Godkände planen", exact=True).check()
    fyll(page, {"Dag": dag, "Paragraf": "§ 88"})
    tryck(page, "Registrera")
    sager(page, "Godkänd av KS")


def ger_rollen(page, namn, innehavare):
    """Say in the register who holds a role."""
    folj(page, "Roller")
    folj(page, namn)
    page.get_by_label("Namn", exact=True).last.fill(innehavare)
    fyll(page, {"Från och med": "2020-01-01"})
    tryck(page, "Spara")
    sager(page, innehavare)
