"""What the writer is told about a find, and what stands in its place when redacted."""

FORKLARINGAR = {
    "personnummer": "Det här ser ut som ett personnummer och pekar ut en person.",
    "samordningsnummer": (
        "Det här ser ut som ett samordningsnummer och pekar ut en person."
    ),
    "namn": (
        "Det här kan vara ett namn. Skriv hellre vilken roll personen har, till "
        "exempel ”en elev”."
    ),
    "telefon": "Det här ser ut som ett telefonnummer och leder till en person.",
    "epost": "Det här ser ut som en e-postadress och leder till en person.",
    "adress": (
        "Det här ser ut som en adress. Området räcker för att förstå var det hände."
    ),
    "lagenhet": "Ett lägenhetsnummer visar vem som bor där.",
    "postnummer": "Ett postnummer ringar in ett litet område. Stadsdelen räcker.",
    "regnr": "Ett registreringsnummer visar vem som äger fordonet.",
    "konto_social": "Det här ser ut som ett konto i sociala medier, och det har någon.",
    "profil_url": "Den här länken leder till någons profil.",
    "fodelsedatum": "Ett födelsedatum pekar nästan ut en person. Skriv hellre ungefär.",
    "ip": "Det här ser ut som en ip-adress och kan leda till en person.",
    "arende": "Ett ärendenummer leder till handlingar där personen står med namn.",
    "bankkonto": "Det här ser ut som ett konto hos en bank, och det har någon.",
    "skolklass": (
        "I en skolklass är det få att välja på. Skriv hellre stadiet, till exempel "
        "”högstadiet”."
    ),
}

PLATSHALLARE = {
    "personnummer": "[personnummer borttaget]",
    "samordningsnummer": "[samordningsnummer borttaget]",
    "namn": "[namn borttaget]",
    "telefon": "[telefonnummer borttaget]",
    "epost": "[e-postadress borttagen]",
    "adress": "[adress borttagen]",
    "lagenhet": "[lägenhet borttagen]",
    "postnummer": "[postnummer borttaget]",
    "regnr": "[registreringsnummer borttaget]",
    "konto_social": "[konto borttaget]",
    "profil_url": "[länk borttagen]",
    "fodelsedatum": "[födelsedatum borttaget]",
    "ip": "[ip-adress borttagen]",
    "arende": "[ärendenummer borttaget]",
    "bankkonto": "[bankkonto borttaget]",
    "skolklass": "[skolklass borttagen]",
}


def forklaring(typ: str) -> str:
    """Return one plain sentence on why this kind of find should be written anew."""
    return FORKLARINGAR[typ]
