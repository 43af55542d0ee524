"""The lock on the trail: lines are added, none is changed, removed or replaced."""

# ruff: noqa: S608 — the only names in these sentences are the program's own

from vbeplan.radlas import TOM, Las

TABELL = "organisation_spar"
NEJ = "Spåret ändras inte."
HANDELSER = {
    "UPDATE": "",
    "DELETE": "",
    "INSERT": f"EXISTS (SELECT 1 FROM {TABELL} s WHERE s.id = NEW.id)",
    TOM: f"EXISTS (SELECT 1 FROM {TABELL})",
}


def lasen(connection, tabeller):
    """Return every `Las` that the database is to have."""
    return [
        Las(f"spar_las_{h.lower()}", TABELL, h, NEJ, nar)
        for h, nar in HANDELSER.items()
    ]
