"""Another board's file of results → its rows. Runs in a child process, no Django."""

from lagesbild.statistikfil.avkoda import las_text
from lagesbild.statistikfil.bok import ar_bok, las_bok
from vbeplan.filer.fel import FilFel

MAX_RADER = 5000
INGEN_TABELL = (
    "Filen har ingen tabell. Be om filen som heter Hämta som Excel eller CSV på den "
    "andra nämndens resultatsida, och ladda upp den som den är."
)


def las_resultat(data):
    """Return the first sheet's rows, [[cell, …], …], the first being row 1."""
    blad = las_bok(data) if ar_bok(data) else [("", las_text(data), True, [])]
    if not blad or not blad[0][1]:
        raise FilFel(INGEN_TABELL)
    rader = blad[0][1]
    if len(rader) > MAX_RADER:
        raise FilFel(
            f"Filen har {len(rader)} rader, och ett resultat har högst {MAX_RADER}. "
            "Kontrollera att du valde rätt fil."
        )
    return rader
