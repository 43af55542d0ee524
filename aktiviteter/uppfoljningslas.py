"""The lock on a closed occasion: what was reported at it stays as it was.

It opens again by its own deed, which leaves a trace. The role alone may follow when
the register makes two roles one.
"""

# ruff: noqa: S608 — the only names in these sentences are the program's own

from vbeplan.radlas import Las

TABELL, TILLFALLET = "aktiviteter_uppfoljning", "aktiviteter_tillfalle"
FRIA = ("roll_id",)
NEJ = "Ett stängt uppföljningstillfälle ändras inte."


def lasen(connection, tabeller):
    """Yield every `Las` that the database is to have."""
    if not {TABELL, TILLFALLET} <= tabeller:
        return
    for handelse, rader, aven in (
        ("INSERT", ("NEW",), ""),
        ("UPDATE", ("OLD", "NEW"), f" AND ({_annat(connection)})"),
        ("DELETE", ("OLD",), ""),
    ):
        vilka = ", ".join(f"{rad}.tillfalle_id" for rad in rader)
        stangt = f"SELECT 1 FROM {TILLFALLET} WHERE id IN ({vilka})"
        yield Las(
            f"uppfoljning_las_{handelse.lower()}",
            TABELL,
            handelse,
            NEJ,
            f"EXISTS ({stangt} AND status = 'stangt'){aven}",
            f"{stangt.removeprefix('SELECT ')} FOR SHARE",
        )


def _annat(connection):
    """Return the condition that a column other than the free ones gets a new value."""
    with connection.cursor() as cursor:
        rader = connection.introspection.get_table_description(cursor, TABELL)
    lika = "IS NOT" if connection.vendor == "sqlite" else "IS DISTINCT FROM"
    namn = sorted(rad.name for rad in rader if rad.name not in FRIA)
    return " OR ".join(f'OLD."{kolumn}" {lika} NEW."{kolumn}"' for kolumn in namn)
