"""The survey: who is asked, the letters, the answers, the closing."""

from tests.webblasare.aretsteg import breven, folj, fyll, lanken, sager, tryck

RESPONDENTER = {
    "Lindens förskola": "linden@ekhamra.example",
    "Ekbackens förskola": "ekbacken@ekhamra.example",
    "Norrgläntans skola": "norrglantan@ekhamra.example",
    "Parkens fritidsgård": "parken@ekhamra.example",
    "Torgets bibliotek": "torget@ekhamra.example",
    "Hemtjänsten i Ekbacken": "hemtjansten@ekhamra.example",
}
SVAR = {
    "Hur stor är din egen kunskap": "Medelhög",
    "Hur stor är kunskapen bland medarbetarna": "Låg",
    "Har ni sett eller hört något": "Ja, någon gång",
}


def lagger_in_respondenterna(page):
    """A list pasted from a spreadsheet."""
    folj(page, "Lägesbild")
    folj(page, "Skicka ut och följ enkäter")
    folj(page, "Respondenter")
    folj(page, "Ta in en lista")
    rader = (f"{namn}; Egna enheter; {epost}" for namn, epost in RESPONDENTER.items())
    fyll(page, {"Lista att klistra in": "\n".join(rader)})
    tryck(page, "Granska")
    sager(page, "6 respondenter kan läggas in")
    tryck(page, "Lägg in 6 respondenter")


def skickas(page, ar, sista_dag):
    folj(page, "Lägesbild")
    folj(page, "Skicka ut och följ enkäter")
    folj(page, f"Ny enkät till lägesbild {ar}")
    page.get_by_label("Egna enheter").check()
    fyll(page, {"Sista dag att svara": sista_dag})
    tryck(page, "Skapa")
    folj(page, "Öppna enkäten")
    tryck(page, "Öppna enkäten")
    folj(page, "Skicka länkarna")
    tryck(page, "Skicka 6 brev")
    sager(page, "0 av 6 har svarat")


def besvaras(page, epost):
    """A respondent, by the link in her letter, without signing in."""
    page.goto(lanken(breven(epost)[-1]))
    for fraga, svar in SVAR.items():
        page.get_by_role("group", name=fraga).get_by_label(svar, exact=True).check()
    tryck(page, "Skicka", exakt=False)
    sager(page, "Tack")


def stangs(page):
    """When five have answered, who can no longer be told apart."""
    folj(page, "Lägesbild")
    folj(page, "Skicka ut och följ enkäter")
    folj(page, "Enkät till egna enheter")
    sager(page, "5 av 6 har svarat")
    folj(page, "Stäng enkäten nu")
    tryck(page, "Stäng", exakt=False)
    sager(page, "stängd")
