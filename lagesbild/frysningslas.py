"""The lock on what was published: nobody changes or removes a frozen picture.

Nor puts another in its place (SQLite's REPLACE), nor empties the table (PostgreSQL's
TRUNCATE).
"""

# ruff: noqa: S608 — the only names in these sentences are the program's own

from vbeplan.radlas import TOM, Las

TABELL = "lagesbild_frysning"
NEJ = "En publicerad lägesbild ändras inte."
_SAMMA = "(f.lagesbild_id = NEW.lagesbild_id AND f.nummer = NEW.nummer)"
HANDELSER = {
    "UPDATE": "",
    "DELETE": "",
    "INSERT": f"EXISTS (SELECT 1 FROM {TABELL} f WHERE f.id = NEW.id OR {_SAMMA})",
    TOM: f"EXISTS (SELECT 1 FROM {TABELL})",
}


def namn(handelse):
    return f"frysning_las_{handelse.lower()}"


def lasen(connection, tabeller):
    """Return every `Las` that the database is to have."""
    return [Las(namn(h), TABELL, h, NEJ, nar) for h, nar in HANDELSER.items()]
