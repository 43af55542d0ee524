"""The lock on a closed occasion: what was reported at it stays as it was.

It opens again by its own deed, which leaves a trace. The role alone may follow when
the register makes two roles one. A row that takes the key of one that is locked is
refused too (SQLite's REPLACE), and to empty the table (PostgreSQL's TRUNCATE).
"""

# ruff: noqa: S608 — the only names in these sentences are the program's own

from vbeplan.radlas import TOM, Las, annat

TABELL, TILLFALLET = "aktiviteter_uppfoljning", "aktiviteter_tillfalle"
FRIA = ("roll_id",)
NEJ = "Ett stängt uppföljningstillfälle ändras inte."


def lasen(connection, tabeller):
    """Yield every `Las` that the database is to have."""
    if not {TABELL, TILLFALLET} <= tabeller:
        return
    ny = f"SELECT u.tillfalle_id FROM {TABELL} u WHERE u.id = NEW.id"
    for handelse, rader, aven in (
        ("INSERT", ("NEW.tillfalle_id", f"({ny})"), ""),
        (
            "UPDATE",
            ("OLD.tillfalle_id", "NEW.tillfalle_id", f"({ny})"),
            f" AND ({annat(connection, TABELL, FRIA)})",
        ),
        ("DELETE", ("OLD.tillfalle_id",), ""),
    ):
        stangt = f"SELECT 1 FROM {TILLFALLET} WHERE id IN ({', '.join(rader)})"
        yield Las(
            f"uppfoljning_las_{handelse.lower()}",
            TABELL,
            handelse,
            NEJ,
            f"EXISTS ({stangt} AND status = 'stangt'){aven}",
            f"{stangt.removeprefix('SELECT ')} FOR SHARE",
        )
    nagot = f"EXISTS (SELECT 1 FROM {TILLFALLET} WHERE status = 'stangt')"
    yield Las("uppfoljning_las_truncate", TABELL, TOM, NEJ, nagot)
