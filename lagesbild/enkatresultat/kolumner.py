"""The columns of a result's file: what we write is what we read from another board."""

NAMND, AR, ENKAT = "Nämnd", "År", "Enkät"
FRAGEKOD, FRAGA, SVARSKOD, SVAR = "Frågekod", "Fråga", "Svarskod", "Svar"
GRUPP, ANTAL, SVARANDE = "Grupp", "Antal", "Svarande"
TILLFRAGADE, VISAS = "Tillfrågade", "Visas som"
KOLUMNER = (
    NAMND, AR, ENKAT, FRAGEKOD, FRAGA, SVARSKOD, SVAR, GRUPP, ANTAL, SVARANDE,
    TILLFRAGADE, VISAS,
)  # fmt: skip
