"""The lock on what was published: nobody changes or removes a frozen picture."""

from vbeplan.radlas import Las

TABELL = "lagesbild_frysning"
HANDELSER = ("UPDATE", "DELETE")
NEJ = "En publicerad lägesbild ändras inte."


def namn(handelse):
    return f"frysning_las_{handelse.lower()}"


def lasen(connection, tabeller):
    """Return every `Las` that the database is to have."""
    return [Las(namn(handelse), TABELL, handelse, NEJ) for handelse in HANDELSER]
