"""The picture: its period, its sources, what they answered, statistics, publishing."""

import calendar
import datetime as dt

from tests.webblasare.aretsteg import (
    SMULOR,
    falt,
    folj,
    fyll,
    sager,
    skriver_pa_plats,
    tryck,
)

POLISEN = "kommunpolisen@polisen.example"
IAKTTAGELSEN = "Hakkors klottras på väggarna runt torget i Ekbacken."


def borjar(page, ar, idag):
    """Of the twelve months that end with this one, so that today's forms are in it."""
    sist = idag.replace(day=calendar.monthrange(idag.year, idag.month)[1])
    nasta = sist + dt.timedelta(days=1)
    fran = nasta.replace(year=nasta.year - 1)
    folj(page, "Lägesbild")
    folj(page, "Börja på en lägesbild")
    fyll(page, {"År": str(ar), "Siffrorna gäller från": str(fran)})
    fyll(page, {"Siffrorna gäller till och med": str(sist)})
    tryck(page, "Börja på lägesbilden")
    sager(page, "Lägesbilden är påbörjad")


def begar_underlag_av_polisen(page, svar_senast):
    """Give the police an address, read the letter, send it; the state follows."""
    folj(page, "Lägesbild")
    folj(page, "Begär in underlag")
    folj(page, "Lägg till adress till Polisen lokalt")
    fyll(page, {"E-postadress": POLISEN})
    tryck(page, "Spara")
    folj(page, "Källor", i=SMULOR)
    folj(page, "Begär underlag")
    fyll(page, {"Svar senast": svar_senast})
    tryck(page, "Visa breven")
    sager(page, "lokala lägesbild om våldsbejakande extremism")
    tryck(page, "Skicka brevet")


def for_in_polisens_svar(page, ord_):
    """What came, in words; the table of sources prints it."""
    folj(page, "Lägesbild")
    folj(page, "Begär in underlag")
    folj(page, "Polisen lokalt")
    falt(page, "Läge").select_option("Inkommen")
    fyll(page, {"Vad som kom, i ord": ord_})
    tryck(page, "Spara")


def laser_in_klotterstatistiken(page, idag):
    """A file as the traffic office sends it; its columns are guessed and confirmed."""
    folj(page, "Lägesbild")
    folj(page, "Läs in statistik")
    folj(page, "Läs in en fil")
    fil = {"name": "klotter.csv", "mimeType": "text/csv", "buffer": _klotter(idag)}
    page.get_by_label("Filen med statistik").set_input_files(fil)
    fyll(page, {"Namn på en ny serie": "Klotter, trafikkontoret"})
    tryck(page, "Läs filen")
    sager(page, "ärenden från 12 rader")
    falt(page, "Miljö för alla rader").select_option("Vit makt-miljön")
    tryck(page, "Spara siffrorna")


def _klotter(idag):
    rader, manad = ["Månad;Kategori;Stadsdel;Antal"], idag.replace(day=1)
    for nr in range(12):
        rader.append(f"{manad:%Y-%m};Klotter med hakkors;Ekbacken;{7 + nr % 3}")
        manad = (manad - dt.timedelta(days=1)).replace(day=1)
    return "\n".join(rader).encode()


def skriver_iakttagelsen(page):
    """A finding with its sources, its need and what the board thinks of it."""
    folj(page, "Lägesbild")
    folj(page, "Skriv iakttagelser")
    folj(page, "Ny iakttagelse")
    fyll(page, {"Iakttagelse": IAKTTAGELSEN})
    page.get_by_label("Klotterstatistik").check()
    page.get_by_label("Behov", exact=True).check()
    fyll(page, {"Ställningstagande": "Vuxna behövs på torget när skolan är slut."})
    tryck(page, "Spara")
    sager(page, IAKTTAGELSEN)


def skriver_texterna(page):
    """The mapping is the draft as it stands; the analysis and the position her own."""
    folj(page, "Lägesbild")
    tryck(page, "Börja skriva")
    folj(page, "Hämta utkast till kartläggning")
    sager(page, "5 av 6 svarade")
    folj(page, "Skriv vidare på utkastet")
    tryck(page, "Spara")
    skriver_pa_plats(page, "Skriv analys", "Klottret har varit lika stort hela tiden.")
    skriver_pa_plats(page, "Skriv ställningstagande", "Torget går först.")


def skriver_in_samradet_med_polisen(page, dag):
    folj(page, "Lägesbild")
    folj(page, "Skriv in samrådet")
    fyll(page, {"Samrådd med polisen": dag, "Samrått med": "Kommunpolisen"})
    tryck(page, "Spara")


def publicerar(page):
    """From the desk, which says that it is what remains; the figures are frozen."""
    folj(page, "Läs igenom", exakt=False)
    folj(page, "Publicera", exakt=False)
    tryck(page, "Publicera")
    sager(page, "version 1")
