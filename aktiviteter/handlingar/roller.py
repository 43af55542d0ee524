"""The roles that plan data names, as the board's own."""

from html import escape

from vbeplan.organisation.models import Roll
from vbeplan.organisation.models.roll import MAX_ROLLNAMN
from vbeplan.text.svenska import normalisera


def ryms_som_roll(namn):
    """Tell whether words can be a role's name; compared as «ss», ß takes more room."""
    return max(len(namn), len(normalisera(namn))) <= MAX_ROLLNAMN


def for_langa_roller(a):
    """Keep the words of a cell that is too long to be a role's name."""
    rader = [
        f"<p>Ansvarig enligt förlagan: {escape(x['roll'], quote=False)}</p>"
        for x in a["ansvariga"]
        if not ryms_som_roll(x["roll"])
    ]
    return "".join(f"\n{rad}" for rad in rader)


def valda_roller(a, roller):
    """Return art by role; the first mention of a role counts."""
    ansvar = {}
    for x in a["ansvariga"]:
        if roll := roller.get(normalisera(x["roll"])):
            ansvar.setdefault(roll, x["art"])
    return ansvar


def roller_ur(namnd, data):
    """Return the board's roles by normalised name, the new ones made."""
    namn = {}
    for a in data:
        for x in a["ansvariga"]:
            if x["roll"] and ryms_som_roll(x["roll"]):
                namn.setdefault(normalisera(x["roll"]), x["roll"])
    fanns = {r.namn_norm: r for r in Roll.objects.filter(namnd=namnd)}
    nya = [
        Roll(namnd=namnd, namn=ord_, namn_norm=norm)
        for norm, ord_ in namn.items()
        if norm not in fanns
    ]
    Roll.objects.bulk_create(nya)
    return Roll.objects.som_nu(fanns) | {r.namn_norm: r for r in nya}
