"""What an activity lacks, or says that can't be true. Read from the row as it stands.

These remarks are never stored: they go away when the row is mended. Those that are
stored (`models.Anmarkning`) tell what an import did.
"""

from dataclasses import dataclass

from aktiviteter.tidsprak import Kanal, Tidtyp

SLAG = {
    "ogiltig_hanvisning",
    "omojligt_datum",
    "oklar_tid",
    "oklar_uppfoljning",
    "utan_avstamning",
    "utan_ansvarig",
    "utan_tidplan",
    "utan_uppfoljning",
}


@dataclass(frozen=True, slots=True)
class Brist:
    """One remark on one activity, in words."""

    slag: str
    rubrik: str
    text: str


def brister(aktivitet):
    """Return what is to be mended in an activity loaded by `med_ansvar`."""
    return tuple(
        brist
        for fraga in (_tidplan, _avstamning, _uppfoljning, _ansvarig)
        if (brist := fraga(aktivitet))
    )


def _tidplan(a):
    if a.tidplan.fel:
        return Brist("omojligt_datum", "Tiden stämmer inte", _fel(a.tidplan))
    if a.tidplan.typ == Tidtyp.OKLAR:
        text = f"«{a.tidplan.text}» gick inte att förstå som en tid."
        return Brist("oklar_tid", "Oklar tidplan", text)
    if a.tidplan.typ == Tidtyp.SAKNAS:
        return Brist("utan_tidplan", "Tidplan saknas", "Skriv när det ska göras.")
    return None


def _avstamning(a):
    if not a.behover_avstamning():
        return None
    text = "Välj en dag då ni ser efter hur det går."
    return Brist("utan_avstamning", "Löpande utan avstämning", text)


def _uppfoljning(a):
    if a.uppfoljning.fel:
        return Brist(
            "omojligt_datum",
            "Uppföljningen stämmer inte",
            _fel(a.uppfoljning),
        )
    if a.uppfoljning.kanal == Kanal.OKLAR:
        text = f"«{a.uppfoljning.text}» gick inte att förstå."
        return Brist("oklar_uppfoljning", "Oklar uppföljning", text)
    if a.uppfoljning.kanal == Kanal.SAKNAS:
        text = "Skriv i vilken rapport den följs upp."
        return Brist("utan_uppfoljning", "Uppföljning saknas", text)
    return None


def _ansvarig(a):
    if a.ansvariga:
        return None
    text = "Skriv vilken roll som svarar för aktiviteten."
    return Brist("utan_ansvarig", "Ansvarig saknas", text)


def _fel(varde):
    return f"{varde.fel} Menade du {varde.forslag}?" if varde.forslag else varde.fel
