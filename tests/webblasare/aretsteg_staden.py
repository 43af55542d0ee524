"""An empty installation becomes a city: its board, its people, what each may do."""

from tests.webblasare.aretsteg import (
    ANSVARIG,
    CENTRAL,
    LASARE,
    LOSENORD,
    SAMORDNARE,
    SEKRETERARE,
    breven,
    falt,
    folj,
    fyll,
    lanken,
    sager,
    tryck,
)

MANNISKOR = (
    (CENTRAL, "Cilla Central", "Central samordnare", None),
    (SAMORDNARE, "Sara Samordnare", "Samordnare", "Ekhamra stadsdelsnämnd"),
    (ANSVARIG, "Anna Ansvarig", "Ansvarig för roller", "Ekhamra stadsdelsnämnd"),
    (LASARE, "Lars Läsare", "Läsare", "Ekhamra stadsdelsnämnd"),
)


def lagger_in_namnden(page):
    """From the desk of the first förvaltare, which asks for it."""
    folj(page, "Ny nämnd", exakt=False)
    namn = {"Namn": "Ekhamra stadsdelsnämnd", "Kortnamn i adressen": "ekhamra"}
    epost = {"Nämndsekreterarens e-post": SEKRETERARE}
    fyll(page, namn | epost | {"Delområden": "Norrgläntan\nEkbacken"})
    falt(page, "Typ").select_option("Stadsdelsnämnd")
    tryck(page, "Spara")
    sager(page, "Ekhamra stadsdelsnämnd")


def lagger_in_manniskorna(page):
    for epost, namn, ratt, namnd in MANNISKOR:
        folj(page, "Organisation")
        folj(page, "Ny användare")
        fyll(page, {"Namn": namn, "E-postadress": epost})
        falt(page, "Rätt").select_option(ratt)
        if namnd:
            falt(page, "Nämnd").select_option(namnd)
        tryck(page, "Spara")
        sager(page, namn)


def valjer_losenord(page, epost):
    """As the new user's page says: by «Glömt lösenordet?» and the letter's link."""
    page.goto("/")
    folj(page, "Glömt lösenordet?")
    fyll(page, {"E-post": epost})
    tryck(page, "Skicka länk")
    page.goto(lanken(breven(epost)[-1]))
    for etikett in ("Nytt lösenord", "Nytt lösenord (igen)"):
        page.get_by_label(etikett, exact=True).fill(LOSENORD)
    tryck(page, "Spara lösenordet")


def gor_henne_ansvarig(page, namn, roll):
    """The förvaltare ties a user to the role she answers for."""
    folj(page, "Organisation")
    folj(page, namn)
    falt(page, "Roller").select_option(roll)
    tryck(page, "Spara")
