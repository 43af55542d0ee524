"""Every kind of remark with its weight and its words."""

from enum import StrEnum
from typing import NamedTuple


class Vikt(StrEnum):
    """How much a remark weighs; the order is that of the margin."""

    STOPP = "stopp"
    VANTAR = "vantar"
    RAD = "rad"
    INLAST = "inlast"

    @property
    def rubrik(self):
        return _RUBRIKER[self]


_RUBRIKER = {
    Vikt.STOPP: "Rätta före beslut",
    Vikt.VANTAR: "Ta ställning till",
    Vikt.RAD: "Råd",
    Vikt.INLAST: "Från inläsningen",
}


class Slag(NamedTuple):
    """A kind: its weight, its title alone and for many, and what to do about many.

    `lika` kinds say the same of every place, so that two are already told as one.
    """

    vikt: Vikt
    rubrik: str
    flera: str
    gor: str
    lika: bool = False


SLAGEN = {
    # Rows of the activity tables.
    "omojligt_datum": Slag(
        Vikt.STOPP,
        "Tiden stämmer inte",
        "{n} tider finns inte",
        "Skriv om tiderna så att de går att följa.",
    ),
    "ogiltig_hanvisning": Slag(
        Vikt.STOPP,
        "Hänvisningen går inte att följa",
        "{n} hänvisningar går inte att följa",
        "Skriv ut vad som gäller i stället för att hänvisa.",
    ),
    "utan_ansvarig": Slag(
        Vikt.STOPP,
        "Ansvarig saknas",
        "{n} aktiviteter saknar ansvarig",
        "Skriv vilken roll som svarar för var och en.",
        lika=True,
    ),
    "utan_tidplan": Slag(
        Vikt.VANTAR,
        "Tidplan saknas",
        "{n} aktiviteter saknar tidplan",
        "Skriv när var och en ska göras.",
        lika=True,
    ),
    "utan_uppfoljning": Slag(
        Vikt.VANTAR,
        "Uppföljning saknas",
        "{n} aktiviteter saknar uppföljning",
        "Skriv i vilken rapport var och en följs upp.",
        lika=True,
    ),
    "utan_avstamning": Slag(
        Vikt.VANTAR,
        "Löpande utan avstämning",
        "{n} aktiviteter saknar nästa avstämning",
        "De pågår löpande. Välj för var och en en dag då ni ser efter hur det går.",
        lika=True,
    ),
    "avstamning_forbi": Slag(
        Vikt.VANTAR,
        "Avstämningsdagen har passerat",
        "{n} avstämningsdagar har passerat",
        "Se efter hur det går och välj nästa dag.",
        lika=True,
    ),
    "tiden_forbi": Slag(
        Vikt.VANTAR,
        "Tiden har redan gått ut",
        "{n} aktiviteter har en tid som har gått ut",
        "Ge dem en ny tid, eller ta bort det som är klart.",
    ),
    "gammal_rapport": Slag(
        Vikt.VANTAR,
        "Följs upp i en gammal rapport",
        "{n} aktiviteter följs upp i en gammal rapport",
        "Byt till en rapport som kommer under eller efter planens år.",
    ),
    "uppfoljning_fore_start": Slag(
        Vikt.VANTAR,
        "Följs upp innan den börjar",
        "{n} aktiviteter följs upp innan de börjar",
        "Välj en rapport som kommer efter att aktiviteten har börjat.",
    ),
    "oklar_tid": Slag(
        Vikt.VANTAR,
        "Oklar tidplan",
        "{n} tidplaner är oklara",
        "Skriv ett datum, en period eller Löpande.",
    ),
    "oklar_uppfoljning": Slag(
        Vikt.VANTAR,
        "Oklar uppföljning",
        "{n} uppföljningar är oklara",
        "Skriv namnet på en rapport, till exempel Tertialrapport 2.",
    ),
    "dubbel_aktivitet": Slag(
        Vikt.VANTAR,
        "Samma aktivitet två gånger",
        "{n} aktiviteter står två gånger",
        "Ta bort den ena, eller ge dem namn som skiljer dem åt.",
    ),
    # The picture's needs.
    "behov_utan_aktivitet": Slag(
        Vikt.VANTAR,
        "Ett behov saknar aktivitet",
        "{n} behov saknar aktivitet",
        "Koppla en aktivitet till vart och ett, eller skriv en ny.",
    ),
    "aktivitet_utan_behov": Slag(
        Vikt.RAD,
        "Aktiviteter utan behov",
        "Aktiviteter utan behov",
        "Koppla dem till ett behov i lägesbilden, eller låt dem stå.",
    ),
    # Chapters.
    "tomt_kapitel": Slag(
        Vikt.STOPP,
        "Kapitlet är tomt",
        "{n} kapitel är tomma",
        "Skriv text, lägg till aktiviteter eller ta bort kapitlet.",
        lika=True,
    ),
    "kapitel_utan_aktiviteter": Slag(
        Vikt.VANTAR,
        "Kapitlet saknar aktiviteter",
        "{n} kapitel saknar aktiviteter",
        "Lägg till aktiviteter, eller skriv varför det inte finns några.",
        lika=True,
    ),
    "inga_aktiviteter": Slag(
        Vikt.STOPP,
        "Planen har inga aktiviteter",
        "Planen har inga aktiviteter",
        "Lägg till aktiviteter i de kapitel där de hör hemma.",
    ),
    "felstavad_rubrik": Slag(
        Vikt.VANTAR,
        "Felstavad rubrik?",
        "{n} rubriker kan vara felstavade",
        "Rätta det som är fel.",
    ),
    "dubbel_rubrik": Slag(
        Vikt.VANTAR,
        "Samma rubrik två gånger",
        "{n} rubriker står två gånger",
        "Slå ihop kapitlen, eller ge dem olika namn.",
    ),
    # The words.
    "platshallare": Slag(
        Vikt.STOPP,
        "Något ska fyllas i",
        "{n} ställen ska fyllas i",
        "Skriv det som saknas, eller ta bort orden.",
    ),
    "borjar_med_skiljetecken": Slag(
        Vikt.STOPP,
        "Början saknas",
        "{n} stycken saknar sin början",
        "De börjar med ett skiljetecken. Skriv dit det som fattas.",
    ),
    "oavslutat_stycke": Slag(
        Vikt.STOPP,
        "Slutet saknas",
        "{n} stycken saknar sitt slut",
        "Skriv klart meningarna.",
    ),
    "bakvand_period": Slag(
        Vikt.STOPP,
        "Perioden slutar innan den börjar",
        "{n} perioder slutar innan de börjar",
        "Rätta åren eller dagarna.",
    ),
    "fel_veckodag": Slag(
        Vikt.STOPP,
        "Veckodag och datum går inte ihop",
        "{n} veckodagar stämmer inte med datum",
        "Rätta veckodagen eller datumet.",
    ),
    "gammalt_ar": Slag(
        Vikt.VANTAR,
        "Gammalt årtal",
        "{n} gamla årtal",
        "Byt årtal, eller skriv om så att det syns att det har hänt.",
    ),
    "upprepad_mening": Slag(
        Vikt.VANTAR,
        "Samma mening två gånger",
        "{n} meningar står två gånger",
        "Stryk den ena av varje.",
    ),
    "borjar_med_liten_bokstav": Slag(
        Vikt.VANTAR,
        "Börjar mitt i en mening?",
        "{n} stycken börjar med liten bokstav",
        "Sätt ihop dem med stycket före, eller skriv dit början.",
    ),
    "dod_hanvisning": Slag(
        Vikt.VANTAR,
        "Hänvisar till något som inte finns",
        "{n} hänvisningar går till något som inte finns",
        "Byt dem, eller ta bort dem.",
    ),
    "saknad_tabell": Slag(
        Vikt.VANTAR,
        "Tabellen finns inte",
        "{n} ställen nämner en tabell som inte finns",
        "Lägg till aktiviteterna, eller skriv om meningen.",
    ),
    "trasig_lank": Slag(
        Vikt.VANTAR,
        "Länken fungerar inte",
        "{n} länkar fungerar inte",
        "Rätta adresserna.",
    ),
    "obalans": Slag(
        Vikt.VANTAR,
        "Ett tecken saknas",
        "{n} parenteser eller citattecken saknar sin andra halva",
        "Sätt dit det som fattas, eller ta bort det som är över.",
    ),
    "skrivfel": Slag(
        Vikt.VANTAR,
        "Skrivfel",
        "{n} skrivfel",
        "Rätta dem.",
    ),
    "nyare_lagesbild": Slag(
        Vikt.VANTAR,
        "Lägesbilden är nyare",
        "Lägesbilden är nyare",
        "Lägg in texterna på nytt.",
    ),
    # Advice.
    "allt_lopande": Slag(
        Vikt.RAD, "Nästan allt är löpande", "Nästan allt är löpande", ""
    ),
    "en_roll": Slag(
        Vikt.RAD, "En roll bär det mesta", "{n} roller bär det mesta", ""
    ),
    "roll_tva_stavningar": Slag(
        Vikt.RAD,
        "En roll, två stavningar?",
        "{n} roller kan ha två stavningar",
        "Är det samma roll, använd ett namn.",
    ),
    "aldre_namn": Slag(
        Vikt.RAD,
        "Kan vara ersatt",
        "{n} lagar eller myndigheter kan vara ersatta",
        "Kontrollera och byt.",
    ),
    "gammal_text": Slag(
        Vikt.RAD,
        "Gammal text",
        "{n} texter är flera år gamla",
        "Läs igenom dem: stämmer de fortfarande?",
    ),
    "utan_punkt": Slag(
        Vikt.RAD,
        "Stycket slutar utan punkt",
        "{n} stycken slutar utan punkt",
        "Sätt punkt, eller skriv klart.",
    ),
}  # fmt: skip
