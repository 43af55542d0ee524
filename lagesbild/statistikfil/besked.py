"""What the command line says of an import, in sentences."""

from lagesbild.handlingar.ta_in_statistik import BEHALL


def om_andra(andra, vad):
    """Return what becomes of the delområden that the file doesn't tell of."""
    orden = ", ".join(f"{namn} ({antal})" for namn, antal in andra.items())
    if vad == BEHALL:
        return (
            f"Filen har inga rader för {orden}. De siffrorna står kvar. Gäller filen "
            "hela nämnden, läs in den igen med --omraden ersatt."
        )
    return (
        f"Filen har inga rader för {orden}. De siffrorna tas bort. Gäller filen bara "
        "sina egna delområden, ångra och läs in den igen med --omraden behall."
    )
