"""Numbers for the activities of a Word plan, which knows only its own rows.

An activity keeps its number over the years. So a row with the title of an activity in
the board's nearest plan takes that one's number, and every other row the next that no
plan of the board has used. The board's own plan, written here as a Word file, says its
numbers itself, and keeps them.
"""

from aktiviteter.models import Aktivitet
from vbeplan.text.svenska import normalisera


def numrera(data, *, namnd, ar):
    """Renumber plan data in place, remarks too. Without earlier plans nothing changes.

    `ar` is the new plan's year; None takes the data's own.
    """
    egna = set(data.pop("egna_nummer", ()))
    finns = _finns(namnd, ar or data["ar"] or 0)
    if not finns:
        return
    if normalisera(data.get("namnd") or "") != namnd.namn_norm:
        egna = set()
    tidigare = {}
    for titel, nummer in finns:
        tidigare.setdefault(normalisera(titel), nummer)
    nasta = max([*egna, *(nummer for _, nummer in finns)]) + 1
    nya, tagna = {}, set(egna)
    for aktivitet in data["aktiviteter"]:
        if aktivitet["nummer"] in egna:
            nya[aktivitet["nummer"]] = aktivitet["nummer"]
            continue
        nummer = tidigare.get(normalisera(aktivitet["titel"]))
        if nummer is None or nummer in tagna:
            nummer, nasta = nasta, nasta + 1
        tagna.add(nummer)
        nya[aktivitet["nummer"]] = aktivitet["nummer"] = nummer
    for anmarkning in data["anmarkningar"]:
        if gammalt := anmarkning.get("aktivitet"):
            anmarkning["aktivitet"] = nya.get(gammalt)


def _finns(namnd, ar):
    """Return (title, number) of the board's activities, the nearest years first."""
    rader = Aktivitet.objects.filter(plan__namnd=namnd).order_by()
    rader = rader.values_list("titel", "nummer", "plan__ar")
    return [(t, n) for t, n, _ in sorted(rader, key=lambda r: (abs(r[2] - ar), -r[2]))]
