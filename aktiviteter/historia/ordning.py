"""The order of a plan's chapters and activities: what a deed moved, and its way back.

An order is {kind: [[id, the one it stands under], …]}, siblings in their order.
"""

from difflib import SequenceMatcher

SLAG = ("avsnitt", "aktiviteter")


def syskon(rader):
    """Return ids in their order by what they stand under."""
    under = {}
    for pk, over in rader:
        under.setdefault(over, []).append(pk)
    return under


def flyttade(fore, efter):
    """Return the ids that came, went or changed place between two lists of rows."""
    gamla, nya = syskon(fore), syskon(efter)
    stilla = set()
    for over in gamla.keys() & nya.keys():
        fran, till = gamla[over], nya[over]
        par = SequenceMatcher(None, fran, till, autojunk=False)
        for i, _, antal in par.get_matching_blocks():
            stilla.update(fran[i : i + antal])
    return {pk for pk, _ in [*fore, *efter]} - stilla


def lagg_tillbaka(fore, efter, nu):
    """Return the order `nu` with what was moved from `fore` to `efter` moved back.

    What has come or moved since then stays where it stands, and what is gone stays
    gone. When nothing has, the answer is `fore`.
    """
    kapitel = {None, *(pk for pk, _ in nu["avsnitt"])}
    return {slag: _lagg(fore[slag], efter[slag], nu[slag], kapitel) for slag in SLAG}


def _lagg(fore, efter, nu, kapitel):
    flyttas = flyttade(fore, efter) & {pk for pk, _ in nu}
    flyttas &= {pk for pk, over in fore if over in kapitel}
    under = syskon([pk, over] for pk, over in nu if pk not in flyttas)
    for over, rad in syskon(fore).items():
        for plats, pk in enumerate(rad):
            if pk in flyttas:
                _stall_efter(under.setdefault(over, []), pk, rad[:plats])
    return [[pk, over] for over, rad in under.items() for pk in rad]


def _stall_efter(rad, pk, foregangare):
    """Put it after the nearest of those that stood before it; else first."""
    for annan in reversed(foregangare):
        if annan in rad:
            rad.insert(rad.index(annan) + 1, pk)
            return
    rad.insert(0, pk)
